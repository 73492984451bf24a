# What a developer types. `make` alone lists the targets.

VENV   := .venv
BIN    := $(VENV)/bin
PYTHON ?=

# Nothing here reports home, and bytecode is kept: without it the command starts seconds later.
export DO_NOT_TRACK := 1
export PREFECT_SERVER_ANALYTICS_ENABLED := false
unexport PYTHONDONTWRITEBYTECODE

PYTHONS     = $(or $(PYTHON),python3.13 python3.12 python3.11 python3)
IS_SUITABLE = import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))
PIP         = $(BIN)/python -m pip --no-input --disable-pip-version-check

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

.PHONY: help setup ingest check format lint types contracts test bench sweep lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

setup: $(VENV)/.installed ## Make .venv from requirements.lock, with the parley command in it (PYTHON=... chooses)

ingest: setup ## Read the sample articles in seeds/articles into the warehouse
	$(BIN)/parley ingest seeds/articles

check: format lint types contracts test ## Everything below, down to test

format: setup ## Is the layout ruff's?
	$(BIN)/ruff format --check .

lint: setup ## Does ruff find a fault?
	$(BIN)/ruff check .

types: setup ## Do the types hold (mypy --strict)?
	$(BIN)/mypy

contracts: setup ## Do imports run downhill (flows, warehouse, extractors)?
	$(BIN)/lint-imports

test: setup ## Run the tests, warnings being errors (TESTS=... narrows)
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder $(TESTS)

bench: setup ## Run the benchmarks
	$(BIN)/python -m pytest tests/benchmarks --benchmark-only

sweep: setup ## Prove crash safety: failing calls, kills, damaged bytes, readers (an hour)
	$(BIN)/python -m tests.crash.sweep
	$(BIN)/python -m tests.crash.kills
	$(BIN)/python -m tests.crash.damage
	$(BIN)/python -m tests.crash.readers

lock: ## Bring requirements.lock up to date with pyproject.toml (UPGRADE=1: newest of everything)
	@python=$$($(find-python)) && "$$python" -m venv --clear build/uv
	build/uv/bin/python -m pip install --quiet --quiet --disable-pip-version-check uv
	build/uv/bin/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-emit-find-links --quiet \
	    --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade) --output-file requirements.lock

clean: ## Remove .venv, caches and build leftovers; data/ stays
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis .benchmarks
	find . -name __pycache__ -prune -exec rm -rf {} +

# The stamps come last in their recipes: an interrupted setup has none and starts afresh.
# A changed lock makes a new .venv; a changed pyproject.toml installs the project anew.

$(VENV)/.locked: requirements.lock
	@python=$$($(find-python)) && echo "Installing requirements.lock into $(VENV) ($$("$$python" --version)), about a minute" \
	    && "$$python" -m venv --clear $(VENV)
	@$(PIP) install -qq --compile --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.installed: $(VENV)/.locked pyproject.toml
	@$(PIP) install -qq --no-index --no-deps --no-build-isolation -e .
	@conflicts=$$($(PIP) check) || { echo >&2 "$$conflicts"; \
	    echo >&2 "requirements.lock does not fit pyproject.toml: make lock"; exit 1; }
	@touch $@

define find-python
for python in $(PYTHONS); do \
    "$$python" -c '$(IS_SUITABLE)' 2>/dev/null && echo "$$python" && exit; \
done; \
python="$(firstword $(PYTHON) python3)"; \
echo >&2 "parley needs Python 3.11, 3.12 or 3.13 with its venv module; $$python is" \
    "$$("$$python" --version 2>/dev/null || echo missing): install one, or name it: make setup PYTHON=/path/to/python3.12"; \
exit 1
endef
