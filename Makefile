# Two commands do all the set-up: `make site` and `make test`. `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT ?= site
ALL_SIZES := 10,50,200
SIZES ?= $(ALL_SIZES)
# A thousand plans are only read, and only when nobody asked for a quick look.
ALSO ?= $(if $(filter $(ALL_SIZES),$(SIZES)),1000)
REPEATS ?= 3
BENCH := $(BIN)/python -m benchmarks --sizes $(SIZES) --also "$(ALSO)" --repeats $(REPEATS)
BENCH_PARTS := bench-check bench-start-up bench-build bench-edit bench-search bench-reader
PIP := $(BIN)/pip --disable-pip-version-check --quiet
# A lock names every package, so pip has nothing to resolve: left to itself, it asks for a hash of
# whatever version of an extra was published last.
INSTALL_LOCKED := $(PIP) install --require-hashes --no-deps -r

.PHONY: bench $(BENCH_PARTS) help site test check serve export schema lint fmt coverage lock hooks clean power fuzz licences audit sbom dist successors kill hostile

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

bench: $(VENV)/dev.stamp $(VENV)/vendor.stamp ## Measure everything and write docs/dev/benchmarks.md (SIZES=10 for a quick look)
	$(BENCH)

$(BENCH_PARTS): bench-%: $(VENV)/dev.stamp $(VENV)/vendor.stamp
	$(BENCH) $*

lock: $(VENV)/dev.stamp ## Resolve the dependencies anew and lock them by hash (needs uv)
	uv pip compile pyproject.toml --extra build --generate-hashes --universal --python-version 3.11 \
	  --no-emit-index-url --custom-compile-command "make lock" -q -o requirements/site.lock
	uv pip compile pyproject.toml --extra build --extra dev --generate-hashes --universal --python-version 3.11 \
	  --no-emit-index-url --custom-compile-command "make lock" -q -c requirements/site.lock -o requirements/dev.lock
	uv pip compile requirements/audit.in --generate-hashes --universal --python-version 3.11 \
	  --no-emit-index-url --custom-compile-command "make lock" -q -c requirements/site.lock -c requirements/dev.lock -o requirements/audit.lock
	uv pip compile requirements/fuzz.in --generate-hashes --universal --python-version 3.11 \
	  --no-emit-index-url --custom-compile-command "make lock" -q -c requirements/site.lock -o requirements/fuzz.lock
	uv pip compile pyproject.toml requirements/successors.in --extra build --generate-hashes --universal \
	  --python-version 3.11 --no-emit-index-url --custom-compile-command "make lock" -q \
	  -c requirements/site.lock -c requirements/dev.lock -o requirements/successors.lock

# Tools that are not needed to build or test have environments of their own.
.venv-%/lock.stamp: requirements/%.lock | $(BIN)/python
	@echo "Installing $* (locked versions) …"
	test -x .venv-$*/bin/python || $(PYTHON) -m venv .venv-$*
	.venv-$*/bin/pip --disable-pip-version-check --quiet install --require-hashes --no-deps -r $<
	@touch $@

licences: $(VENV)/dev.stamp $(VENV)/vendor.stamp .venv-audit/lock.stamp .venv-successors/lock.stamp $(FUZZ)/fuzz.stamp ## Write the list of licences anew
	$(BIN)/python .github/scripts/licences.py

audit: .venv-audit/lock.stamp ## Look for known holes in what is locked (asks the services of PyPI and npm)
	for lock in requirements/*.lock; do .venv-audit/bin/pip-audit --strict --disable-pip --require-hashes -r $$lock; done
	npm audit --package-lock-only

sbom: .venv-audit/lock.stamp ## Write the list of parts of a release, CycloneDX
	mkdir -p dist
	.venv-audit/bin/python .github/scripts/sbom.py dist/kehoach.cdx.json

dist: $(VENV)/site.stamp $(VENV)/vendor.stamp sbom ## Pack a release: wheel, site, open data, list of parts, checksums
	$(BIN)/kehoach build --out $(OUT)
	$(PIP) wheel . --no-deps --no-build-isolation --wheel-dir dist
	tar --sort=name --mtime=@$$(git log -1 --format=%ct) --owner=0 --group=0 --numeric-owner -C $(OUT) -c . | gzip -n > dist/kehoach-site.tar.gz
	tar --sort=name --mtime=@$$(git log -1 --format=%ct) --owner=0 --group=0 --numeric-owner -C $(OUT)/data -c v1 | gzip -n > dist/kehoach-data-v1.tar.gz
	cd dist && rm -f SHA256SUMS && sha256sum -- *.whl *.tar.gz *.json > SHA256SUMS

successors: $(VENV)/site.stamp $(VENV)/vendor.stamp .venv-successors/lock.stamp ## Build with ProperDocs and Zensical, and compare
	.venv-successors/bin/pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation -e .
	$(BIN)/kehoach build --out $(OUT)
	.venv-successors/bin/python .github/scripts/successors.py $(OUT)

kill: $(VENV)/dev.stamp $(VENV)/vendor.stamp ## Kill builds at random moments, ROUNDS=200 times
	$(BIN)/python -m tests.honest.killing --rounds $(or $(ROUNDS),200) --every 10

hostile: $(VENV)/dev.stamp $(VENV)/vendor.stamp ## Build both hostile sites and look at every page
	KEHOACH_TEST_LONG=1 $(BIN)/python -m pytest tests/injection

hooks: $(VENV)/dev.stamp ## Install the git hooks
	$(BIN)/pre-commit install

clean: ## Remove what was built; the environment stays
	rm -rf $(OUT) data .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache
