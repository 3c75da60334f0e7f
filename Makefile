# Everything a person needs, on a machine with Python 3.11 or newer. `make` lists it.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
PORT ?= 8000
DATA ?= data

BIN := .venv/bin
BROWSER := $(BIN)/python hatch_build.py
NPM := $(BROWSER) npm
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check
# Three at a time, since most of them wait for something; a file stays together, and files come in this order.
SEVERAL := $(BIN)/pytest --numprocesses 3 --dist loadfile --no-loadscope-reorder
# All but the browser's; what takes longest first, so that nobody waits for it alone in the end.
LONG := tests/faults tests/stories tests/archive tests/exporting tests/harvest
PARTS := $(LONG) $(filter-out $(LONG) tests/browser,$(patsubst %/,%,$(wildcard tests/*/)))
# Stories that go over sockets from beginning to end.
LIVE := $(patsubst %,tests/stories/test_%.py,again commands garbage hosting joining killed limits notes own_plan \
  presence stopping streams whole_day) \
  tests/stories/test_suggestions.py::test_groups_are_suggested_while_people_still_write
# A project of this name on the way, built from what is pinned and installed already.
INSTALL_SELF := $(PIP) install --no-deps --no-build-isolation --editable .

.PHONY: help
help: ## what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: $(BIN)/.run ## start the server with a café that is ready to join (PORT=8000 DATA=data)
	@$(BROWSER)
	@exec $(BIN)/workshop run --port $(PORT) --data "$(DATA)"

.PHONY: dev
dev: setup ## the same at http://localhost:5173, started again after every change, with Vite in front
	@echo "Open the links below at http://localhost:5173 instead of port $(PORT)."; \
	  trap 'kill $$(jobs -p) 2>/dev/null' EXIT; \
	  WORKSHOP_SERVER=http://localhost:$(PORT) $(NPM) run --silent dev & \
	  $(BIN)/watchfiles --filter python "$(BIN)/workshop run --port $(PORT) --data $(DATA)" workshop

.PHONY: setup
setup: $(BIN)/.dev ## install all that running, testing and checking need
	@$(BROWSER)

.PHONY: test
test: setup chromium services ## run all tests
	@$(NPM) run --silent test
	@$(NPM) run --silent size
	@$(MAKE) -j 2 pytest-browser pytest-rest
	@echo "The live stories once more, under the other server library:"
	@WORKSHOP_SERVER=gevent $(SEVERAL) $(LIVE)

# Side by side: a browser and a test that waits leave each other time.
.PHONY: pytest-browser pytest-rest
pytest-browser:
	@$(BIN)/pytest tests/browser
pytest-rest:
	@$(SEVERAL) $(PARTS)

.PHONY: soak
soak: setup ## break things for a quarter of an hour, and write down what became of it
	@rm -f tests/faults/results.json
	@FIGURES=tests/faults/results.json $(BIN)/pytest tests/faults tests/stories/test_grouping.py -m "soak or not soak"
	@$(BIN)/python -m tests.faults.figures tests/faults/results.json

.PHONY: lint
lint: setup ## check style, types and generated files
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/python -m workshop.schema --check
	@$(NPM) run --silent types -- --check
	@$(NPM) run --silent check

.PHONY: bench
bench: setup ## measure the server, and write down what it reaches (QUICK=1: only look whether it runs)
	@$(BIN)/python -m bench $(if $(QUICK),--quick)

# Everything that somebody would take along from a café of invented people, who say what stands in day.jsonl.
SAMPLE := report.html report.md report.pdf report.docx report.xlsx blueprint.md harvest.json
.PHONY: sample
sample: setup ## make the sample report in docs/sample again
	@rm -rf build/sample
	@$(BIN)/workshop rehearse --plan explore --people 29 --seed 11 --notes docs/sample/day.jsonl --out build/sample >/dev/null
	@cp $(addprefix build/sample/harvest/,$(SAMPLE)) docs/sample/

.PHONY: fix
fix: setup ## put style right where a program can
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format
	@$(NPM) run --silent fix

.PHONY: types
types: setup ## write the schemas and the browser's types from the messages again
	@$(BIN)/python -m workshop.schema
	@$(NPM) run --silent types

.PHONY: lock
lock: $(BIN)/.dev ## pin again what pyproject.toml asks for
	@$(PIP) install uv
	@$(call pin,run,--group build)
	@$(call pin,scale,--group build --extra scale)
	@$(call pin,dev,--group build --group dev --extra gevent --extra scale)
	@$(BIN)/uv pip compile --group pyproject.toml:lists $(PINNED) --output-file requirements/lists.txt

.PHONY: lists
lists: ## make the lists of names and places anew that workshop/privacy looks for
	@$(PYTHON) -m venv .lists && trap 'rm -rf .lists' EXIT; \
	  .lists/bin/pip install -qq --disable-pip-version-check --require-hashes -r requirements/lists.txt; \
	  .lists/bin/python -m workshop.privacy.make_lists

.PHONY: clean
clean: ## remove all that was made, but never the data
	@rm -rf .venv node_modules workshop/web/assets dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Installing Chromium for the browser tests …"; \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null; \
	else \
	  echo "The browser tests need Chromium. Install it (on Debian: sudo apt-get install chromium) and try again." >&2; \
	  exit 1; \
	fi

# What several processes rest on. They are services, so only a machine that is there for testing is given them.
.PHONY: services
services:
	@if ! { command -v redis-server && command -v nginx && ls /usr/lib/postgresql/*/bin/initdb; } >/dev/null 2>&1; then \
	  if [ -n "$${REQUIRE_SERVICES:-}" ] && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing PostgreSQL, Redis and nginx for the tests …"; \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	      postgresql redis-server nginx-light openssl >/dev/null; \
	  else \
	    echo "Without postgresql, redis-server and nginx, what needs them is not tested." >&2; \
	  fi; \
	fi

# --- set-up: done again only when what it rests on has changed ---

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "This needs Python 3.11 or newer. Name one: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -m venv .venv

$(BIN)/.run: requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the server needs …"
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(BROWSER)
	@$(INSTALL_SELF)
	@touch $@

$(BIN)/.dev: requirements/dev.txt pyproject.toml | $(BIN)/python
	@echo "Installing what running, testing and checking need …"
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@$(BROWSER)
	@$(INSTALL_SELF)
	@touch $@ $(BIN)/.run

PINNED := --universal --python-version 3.11 --generate-hashes --quiet \
  --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'
# $(call pin,NAME,GROUPS): requirements/NAME.txt, exact and hashed, without the address of any index.
define pin
$(BIN)/uv pip compile pyproject.toml $(2) $(PINNED) --output-file requirements/$(1).txt
endef
