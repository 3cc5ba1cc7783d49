#!/bin/sh
# Prints the newest of Python 3.13, 3.12, 3.11 that really runs and can make an environment: on PATH first (every
# folder of it, since a version manager's shim may fail where the python behind it works), then among pyenv's versions.
# Where there is none: one line on stderr with the command that brings one, exit 1.
set -u

runs='import sys, sysconfig
ok = "%d.%d" % sys.version_info[:2] == sys.argv[1] and sys.implementation.name == "cpython"
sys.exit(not ok or bool(sysconfig.get_config_var("Py_GIL_DISABLED")))'
whole='import ctypes, ensurepip, sqlite3, ssl, venv, zlib'

candidates() {  # of version $1, one a line
    printf '%s\n' "${PATH:-}" | tr ':' '\n' | while IFS= read -r folder; do
        printf '%s\n' "$folder/python$1" "$folder/python3"
    done
    for root in "${PYENV_ROOT:-}" "$(pyenv root 2>/dev/null)" "${HOME:-}/.pyenv"; do
        [ -n "$root" ] || continue
        for python in "$root/versions/$1".*/bin/"python$1"; do printf '%s\n' "$python"; done
    done
}

first_good() {  # of version $1; one that runs but has no venv is told on descriptor 3
    candidates "$1" | while IFS= read -r python; do
        [ -x "$python" ] && "$python" -c "$runs" "$1" </dev/null >/dev/null 2>&1 || continue
        if "$python" -c "$whole" </dev/null >/dev/null 2>&1; then
            printf 'good %s\n' "$python"
            break
        fi
        printf 'bare %s\n' "$1"
    done
}

bare=
for version in 3.13 3.12 3.11; do
    found=$(first_good "$version")
    case "$found" in *"good "*) printf '%s\n' "${found##*good }"; exit 0 ;; esac
    [ -n "$bare" ] || bare=${found##*bare }
done

root=; [ "$(id -u 2>/dev/null)" = 0 ] || root='sudo '
if command -v apt-get >/dev/null 2>&1; then
    # Where the system's own python3 is of another age, so is its python3-venv.
    own=$(python3 -c 'import sys; print("old" if sys.version_info < (3, 11) else "new")' 2>/dev/null)
    if [ -n "$bare" ]; then package=python$bare-venv
    elif [ "$own" = old ]; then package=python3.11-venv
    elif [ "$own" = new ]; then package=python3.13-venv
    else package=python3-venv; fi
    mend="${root}apt-get update && ${root}apt-get install -y $package"
elif command -v dnf >/dev/null 2>&1; then mend="${root}dnf install -y python3.12"
elif command -v apk >/dev/null 2>&1; then mend="${root}apk add python3"
elif command -v brew >/dev/null 2>&1; then mend='brew install python@3.13'
elif command -v pyenv >/dev/null 2>&1; then mend='pyenv install 3.13'
else mend='install Python 3.13 from https://www.python.org/downloads/'
fi
if [ -n "$bare" ]; then why="Python $bare is here, but cannot make an environment"
else why='no Python 3.11, 3.12 or 3.13 that runs'; fi
printf 'sayso: %s; run: %s\n' "$why" "$mend" >&2
exit 1
