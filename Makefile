# `make demo` and `make test` need git, make and Python 3.11, 3.12 or 3.13, and set up the rest themselves.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help setup dev demo test check bench accuracy clean

SAYSO := .venv/bin/sayso
PYTHON := .venv/bin/python
# Tests are typed as strictly, but for fixtures and parameters, whose types only pytest knows.
TESTS_MAY := --allow-untyped-defs --allow-incomplete-defs --allow-untyped-calls --no-warn-unused-ignores \
	--no-warn-return-any --implicit-reexport --disable-error-code comparison-overlap --exclude conftest.py

help:      ## these lines
	@sed -n 's/^\([a-z]*\): *\([a-z]* *\)## */  make \1|/p' Makefile | awk -F'|' '{printf "%-16s %s\n", $$1, $$2}'

setup:     ## make .venv with sayso in it, from the lock files; nothing to do where it stands already
	@sh tools/setup.sh

dev:       ## the same, with the tools for tests and checks
	@sh tools/setup.sh dev

demo: setup ## read the example story and brief it
	@$(SAYSO) demo

test: dev  ## run the tests
	@$(PYTHON) -m pytest tests

check: dev ## lint, types and the layers of the imports
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m mypy
	@$(PYTHON) -m mypy $(TESTS_MAY) tests bench
	@$(PYTHON) -m pytest tests/test_layers.py

bench: setup ## score against the gold (ARGS="--only NAME", "--gold PATH --score PATH")
	@$(PYTHON) bench/run.py $(ARGS)

accuracy: setup ## write docs/accuracy.md from what the last `make bench` found
	@$(PYTHON) bench/run.py --report docs/accuracy.md

clean:     ## take away .venv and what tools left behind
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis bench/out
