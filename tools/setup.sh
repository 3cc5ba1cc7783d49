#!/bin/sh
# Brings .venv to what the lock files say: `setup.sh` for running sayso, `setup.sh dev` for tests and checks as well.
# Each step leaves the checksum of what it was made from in .venv/made; a step whose checksum still holds is passed
# over. A new lock, a moved checkout or an installation that was broken off starts from an empty .venv.
set -eu
cd "$(dirname "$0")/.."
made=.venv/made
unset PYTHONHOME PYTHONPATH PIP_USER PIP_TARGET PIP_PREFIX  # a user's own would lead the installation elsewhere

say() { printf 'setup: %s\n' "$*" >&2; }
holds() { [ "$(cat "$made/$1" 2>/dev/null)" = "$2" ]; }  # is step $1 made from what has the checksum $2?
pip() {
    : >"$made/unfinished"
    .venv/bin/python -m pip install -qq --disable-pip-version-check --no-input "$@"
    rm "$made/unfinished"
}

locked=$({ pwd -P; cat requirements.lock requirements-build.lock; } | cksum)
if ! holds locked "$locked" || [ -e "$made/unfinished" ] || ! .venv/bin/python -c '' 2>/dev/null; then
    python=$(sh tools/python.sh)
    say ".venv with $python; the parts are about 330 MB to download, once"
    rm -rf .venv
    "$python" -m venv .venv
    mkdir "$made"
    pip --require-hashes -r requirements.lock -r requirements-build.lock
    printf '%s\n' "$locked" >"$made/locked"
fi

package=$(cat pyproject.toml | cksum)
if ! holds package "$package"; then
    pip --no-deps --no-build-isolation --editable .
    printf '%s\n' "$package" >"$made/package"
fi

tables=$(find src/sayso/data -type f ! -name '*.pyc' ! -name '*.sqlite*' | LC_ALL=C sort | while IFS= read -r file; do
    cksum "$file"; done | cksum)
if ! holds tables "$tables"; then
    say 'the gazetteer'
    .venv/bin/python -m sayso.data.build
    printf '%s\n' "$tables" >"$made/tables"
fi

if [ "${1:-}" = dev ]; then
    dev=$(cat requirements-dev.lock | cksum)
    if ! holds dev "$dev"; then
        say 'the tools for tests and checks'
        pip --require-hashes -r requirements-dev.lock
        printf '%s\n' "$dev" >"$made/dev"
    fi
fi
