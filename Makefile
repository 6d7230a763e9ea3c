# `make read` opens the bundled article, `make test` runs everything; each sets up what it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PROJECT := pyproject.toml constraints.txt

.PHONY: read test lint bench evaluate fuzz endurance audit sbom licences pictures man translations clean
.DEFAULT_GOAL := read

read: $(VENV)/.ready
	@$(BIN)/enregard articles/samples/01-sommet-fleuves.txt

test: $(VENV)/.ready-dev lint
	$(BIN)/pytest -n auto --dist worksteal

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.ready-dev
	$(BIN)/python -m benchmarks.translation
	$(BIN)/python -m benchmarks.library
	$(BIN)/python -m benchmarks.reader

GOLD ?= tests/gold

evaluate: $(VENV)/.ready-dev
	$(BIN)/python -m tests.evaluation --gold $(GOLD)

# Seconds for each of the fuzz targets, and of what part of the kills and the minute an endurance run takes.
SECONDS ?= 60
SHARE ?= 1

fuzz: $(VENV)/.ready-security
	$(BIN)/python -m tests.fuzz --seconds $(SECONDS)

endurance: $(VENV)/.ready-dev
	$(BIN)/python -m tests.endurance --share $(SHARE)

# Asks PyPI what is known against each version in constraints.txt: needs a network. What cannot be asked about fails.
audit: $(VENV)/.ready-security
	$(BIN)/pip-audit --requirement constraints.txt --no-deps --disable-pip --strict --progress-spinner off

sbom: build/enregard-sbom.json

licences: build/enregard-sbom.json
	@$(BIN)/python docs/bill.py $<

build/enregard-sbom.json: build/needed/.ready $(VENV)/.ready-security
	$(BIN)/cyclonedx-py environment --pyproject pyproject.toml --short-PURLs --output-reproducible \
	  --output-format JSON --output-file $@ build/needed
	@$(BIN)/python docs/bill.py $@ build/needed

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
	rm -rf $(VENV) build/needed build/enregard-sbom.json .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

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

$(VENV)/.ready-security: $(VENV)/.ready-dev
	@echo "Setting up in $(VENV) what fuzzing, the audit and the bill of materials need."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,security]'
	@touch $@

# What a reader's installation holds, and nothing else: the bill of materials is made of it.
build/needed/.ready: $(BIN)/python $(PROJECT)
	@echo "Setting up in build/needed what En regard itself needs."
	@rm -rf build/needed
	@$(BIN)/python -m venv --without-pip build/needed
	@$(BIN)/python -m pip --python build/needed/bin/python install --quiet --disable-pip-version-check \
	  -c constraints.txt .
	@touch $@
