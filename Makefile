# Every command that exists. `make help` lists them.
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JOBS ?= 2
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help setup demo serve test test-fast long check e2e golden bench messages lock metrics types format clean

help: ## this list
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

# The stamp holds the hash of what was installed, so that a second call costs nothing.
$(VENV)/prod.stamp: requirements/prod.txt pyproject.toml
	@tools/make-venv $(PYTHON) $(VENV) prod

$(VENV)/dev.stamp: requirements/dev.txt pyproject.toml
	@tools/make-venv $(PYTHON) $(VENV) dev

setup: $(VENV)/dev.stamp ## install everything for developing and testing into .venv

demo: $(VENV)/prod.stamp ## run the product with sample data (only on this machine)
	$(BIN)/okesop demo

serve: $(VENV)/prod.stamp ## run the product on your own data in var/
	$(BIN)/okesop serve

test: setup ## every test, on SQLite and PostgreSQL, with a real browser
	@tools/run-tests all

test-fast: setup ## the tests without browser, on SQLite
	@tools/run-tests fast

e2e: setup ## the tests in a real browser
	@tools/run-tests e2e

long: setup ## property and load runs (an hour)
	@tools/run-tests long

check: setup $(VENV)/node.stamp ## format, lint, types, imports, house rules
	$(BIN)/ruff format --check src tests bench tools
	$(BIN)/ruff check src tests bench tools
	$(BIN)/djangofmt --check $$(git ls-files 'src/*.html')
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/node node_modules/typescript/lib/tsc.js --project tsconfig.json
	OKESOP_SECRET_KEY=check $(BIN)/okesop manage makemigrations --check --dry-run
	$(BIN)/pytest -q -p no:cacheprovider tests/test_house_rules.py

format: setup ## put the code into shape
	$(BIN)/ruff check --fix-only src tests bench tools
	$(BIN)/ruff format src tests bench tools
	$(BIN)/djangofmt $$(git ls-files 'src/*.html')

golden: setup ## write the golden files anew; look at the difference
	OKESOP_GOLDEN=write $(BIN)/pytest -q tests/core tests/cli -k golden

bench: setup $(VENV)/node.stamp ## side-by-side measurements
	@for script in bench/[a-z]*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

messages: setup ## collect the texts and compile the catalogues
	@tools/messages

metrics: setup ## make the tables of advance widths from the vendored fonts
	$(BIN)/python tools/make_metrics.py

lock: ## resolve the dependencies anew, with hashes and without addresses
	@tools/lock $(PYTHON)

$(VENV)/node.stamp: package-lock.json $(VENV)/dev.stamp
	@PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

clean: ## remove the environment and what was built
	rm -rf $(VENV) node_modules build .mypy_cache .ruff_cache .pytest_cache
