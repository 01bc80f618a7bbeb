# Two commands matter: `make demo` and `make test`. Both set everything up themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
WORKERS ?= auto

.PHONY: install runtime demo test check torture bench migration screenshot lock clean

install: $(VENV)/.installed

$(VENV)/.installed: requirements-dev.txt pyproject.toml
	@echo "handslag: making $(VENV) (first time: a minute or two)"
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "handslag needs Python 3.11 or newer")'
	@$(PYTHON) -m venv $(VENV)
	@$(PIP) install --require-hashes --no-deps --progress-bar on -r requirements-dev.txt
	@$(PIP) install --quiet --no-build-isolation --no-deps --editable .
	@touch $@

# What a server needs, and nothing else: make runtime VENV=/opt/handslag
runtime:
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --quiet --require-hashes --no-deps -r requirements.txt
	$(PIP) install --quiet --no-deps .

demo: install
	@$(BIN)/handslag demo

check: install
	@echo "handslag: format, lint, types, import rule, Dockerfile"
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/hadolint Dockerfile

test: check
	@echo "handslag: tests, on SQLite and on a PostgreSQL that they start themselves"
	@$(BIN)/pytest -n $(WORKERS) --maxschedchunk 4

torture: install
	@echo "handslag: the withstand tests, long form (this takes a while)"
	@$(BIN)/pytest tests/withstand --torture

bench: install
	@$(BIN)/handslag bench

# make migration MESSAGE="what the models have that the tables lack"
migration: install
	@rm -f build/migration.db && mkdir -p build
	@$(BIN)/python -c 'import sys; from crm.store import database, migrate; made = database.Database("sqlite:///build/migration.db"); migrate.upgrade(made); migrate.write_revision(made, sys.argv[1])' "$(MESSAGE)"

screenshot: install
	@$(BIN)/python -m tests.ops.screenshot docs

lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements.txt requirements.in
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements-dev.txt requirements-dev.in

clean:
	rm -rf $(VENV) build dist *.egg-info
