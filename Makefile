# Two commands do all the set-up: `make site` and `make test`. `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= site
PIP := $(BIN)/pip --disable-pip-version-check --quiet
# A lock names every package, so pip has nothing to resolve: left to itself, it asks for a hash of
# whatever version of an extra was published last.
INSTALL_LOCKED := $(PIP) install --require-hashes --no-deps -r

.PHONY: help site test check serve export schema lint fmt coverage lock hooks clean power fuzz

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

# The environment. A stamp stands for "these locked versions and this package are installed".
$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

$(VENV)/site.stamp: requirements/site.lock pyproject.toml | $(BIN)/python
	@echo "Installing what the site needs (locked versions) …"
	$(INSTALL_LOCKED) requirements/site.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

# Files that the site ships (search, fonts, editing desk), and tools that only the tests run.
$(VENV)/vendor.stamp: package-lock.json generator/site/vendored.py generator/site/fonts.py $(VENV)/site.stamp
	@echo "Fetching the files that the site ships (locked versions) …"
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	$(BIN)/python -m generator.site.vendored node_modules
	@touch $@

$(VENV)/dev.stamp: requirements/dev.lock $(VENV)/site.stamp
	@echo "Installing what the tests need (locked versions) …"
	$(INSTALL_LOCKED) requirements/dev.lock
	$(PIP) check
	@touch $@

site: $(VENV)/site.stamp $(VENV)/vendor.stamp ## Check every plan and build the site into site/
	$(BIN)/kehoach build --out $(OUT)
	@echo
	@echo "The site is in $(OUT)/. Open it with:"
	@echo "  $(BIN)/python -m http.server --directory $(OUT) 8000"
	@echo "and browse to http://localhost:8000/"

test: $(VENV)/dev.stamp $(VENV)/vendor.stamp ## Run the whole suite, browser tests included
	@$(BIN)/python tests/browser/install_chromium.py
	$(BIN)/python -m pytest -n auto --dist loadgroup --cov --cov-report=term:skip-covered --cov-fail-under=95

check: $(VENV)/site.stamp ## Check every plan
	$(BIN)/kehoach check

serve: $(VENV)/site.stamp $(VENV)/vendor.stamp ## Preview at http://localhost:8000/, reloading when a plan changes
	$(BIN)/kehoach serve

export: $(VENV)/site.stamp ## Write the open data into data/
	$(BIN)/kehoach export --out data

schema: $(VENV)/site.stamp ## Write schema/ anew from the models
	$(BIN)/kehoach schema

power: $(VENV)/dev.stamp ## Count which errors the checks find, and write the figures
	$(BIN)/python -m benchmarks.power

# The fuzzer has an environment of its own: it is not needed for anything else.
FUZZ := .venv-fuzz
SECONDS ?= 600

$(FUZZ)/fuzz.stamp: requirements/site.lock requirements/fuzz.lock
	@echo "Installing the fuzzer (locked versions) …"
	$(PYTHON) -m venv $(FUZZ)
	$(FUZZ)/bin/pip --disable-pip-version-check --quiet install --require-hashes --no-deps \
	  -r requirements/site.lock -r requirements/fuzz.lock
	@touch $@

fuzz: $(FUZZ)/fuzz.stamp ## Try hostile input for SECONDS=600 seconds; breaking inputs go into fuzz-findings/
	$(FUZZ)/bin/python -m tests.hostile.fuzz --seconds $(SECONDS)

lint: $(VENV)/dev.stamp ## Types, style and the import contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fmt: $(VENV)/dev.stamp ## Format the Python code
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

lock: $(VENV)/dev.stamp ## Resolve the dependencies anew and lock them by hash (needs uv)
	uv pip compile pyproject.toml --extra build --generate-hashes --universal --python-version 3.11 \
	  --no-emit-index-url --custom-compile-command "make lock" -q -o requirements/site.lock
	uv pip compile pyproject.toml --extra build --extra dev --generate-hashes --universal --python-version 3.11 \
	  --no-emit-index-url --custom-compile-command "make lock" -q -c requirements/site.lock -o requirements/dev.lock

hooks: $(VENV)/dev.stamp ## Install the git hooks
	$(BIN)/pre-commit install

clean: ## Remove what was built; the environment stays
	rm -rf $(OUT) data .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache
