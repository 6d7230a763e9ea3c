# `make read` opens the bundled article, `make test` runs everything; each sets up what it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PROJECT := pyproject.toml constraints.txt

.PHONY: read test lint bench evaluate pictures man translations clean
.DEFAULT_GOAL := read

read: $(VENV)/.ready
	@$(BIN)/enregard articles/samples/01-sommet-fleuves.txt

test: $(VENV)/.ready-dev lint
	$(BIN)/pytest -n auto

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.ready-dev
	$(BIN)/python -m benchmarks.translation
	$(BIN)/python -m benchmarks.library

GOLD ?= tests/gold

evaluate: $(VENV)/.ready-dev
	$(BIN)/python -m tests.evaluation --gold $(GOLD)

pictures: $(VENV)/.ready
	$(BIN)/python docs/pictures.py

man: $(VENV)/.ready
	@$(BIN)/python docs/man.py

# New words in the code come into articles/locale/fr/LC_MESSAGES/enregard.po with an empty msgstr to be filled;
# run it again then.
translations: $(VENV)/.ready-dev
	@mkdir -p build
	$(BIN)/pybabel -q extract --no-location --sort-output --add-comments=TRANSLATORS: --project=enregard \
	  -o build/enregard.pot articles tui
	$(BIN)/pybabel -q update -D enregard -d articles/locale -i build/enregard.pot \
	  --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width=100
	$(BIN)/pybabel -q compile -D enregard -d articles/locale

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "En regard needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "Python's venv module is missing (on Debian: apt install python3-venv)" >&2; rm -rf $(VENV); exit 1; }

$(VENV)/.ready: $(BIN)/python $(PROJECT)
	@echo "Setting up in $(VENV); the first time takes a minute or two."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.ready-dev: $(BIN)/python $(PROJECT)
	@echo "Setting up in $(VENV) with what the tests need; the first time takes a minute or two."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.ready
