# Khai một lần: every command a developer needs. `make` alone lists them.
# A fresh machine needs Python 3.11 (with venv) and make; each command sets up the rest itself.

PORT ?= 8000
DATA ?= var
WORKERS ?= 2
KILL_ROUNDS ?= 2000
LAST_RUN := $(CURDIR)/var/scenarios.json

BIN := .venv/bin
HEADING = printf '\n== %s ==\n'
LOCK = $(BIN)/uv pip compile --quiet --generate-hashes --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

# The browser tests need a Chromium; while there are none, nobody has to install one.
BROWSER := $(if $(wildcard tests/browser),chromium)

# Read by scripts/setup.sh and scripts/chromium.sh, when somebody names them.
export PYTHON CHROMIUM

.DEFAULT_GOAL := help
.NOTPARALLEL:
.SILENT:
.PHONY: help setup setup-dev chromium run worker demo test check fix features \
	kill-test kill-test-long clock-test-long axe-test-long bench publish docs lock clean

help: ## List these commands
	awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-15s %s\n", $$1, $$2 }' Makefile

run: setup ## Start the product on http://127.0.0.1:8000 (PORT=8000 DATA=var)
	DATA='$(DATA)' KML_SCENARIOS='$(wildcard $(LAST_RUN))' $(BIN)/python -m cli.serve --host 127.0.0.1 --port '$(PORT)'

test: setup-dev $(BROWSER) check ## Check everything: style, types, architecture, tests
	$(HEADING) 'pytest, in a browser'
	$(BIN)/python -m pytest tests/browser -n $(WORKERS)
	$(HEADING) 'pytest'
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal --ignore tests/browser -m 'not planted'

check: setup-dev ## Style, types and architecture only, in seconds
	$(HEADING) 'ruff check'
	$(BIN)/ruff check .
	$(HEADING) 'ruff format'
	$(BIN)/ruff format --check .
	$(HEADING) 'mypy'
	$(BIN)/python -m mypy
	$(HEADING) 'import-linter'
	$(BIN)/lint-imports --no-logo

fix: setup-dev ## Repair what ruff can repair by itself
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

features: setup-dev ## Run the scenarios of features/ only; the designer's room shows what they did
	mkdir -p var
	KML_SCENARIOS='$(LAST_RUN)' $(BIN)/python -m pytest tests/bdd -n $(WORKERS)

kill-test: setup-dev ## Kill the product 200 times, and with every planted mistake; nothing may be lost or sent twice
	KILL_ROUNDS=200 $(BIN)/python -m pytest tests/kill -n $(WORKERS) --dist worksteal

kill-test-long: setup-dev ## The same for much longer (KILL_ROUNDS=2000)
	KILL_ROUNDS='$(KILL_ROUNDS)' $(BIN)/python -m pytest tests/kill -m kill --timeout 0

clock-test-long: setup-dev ## Ask the calendars 100,000 random questions and compare with slow oracles
	CLOCK_QUESTIONS=100000 $(BIN)/python -m pytest tests/workflows/test_working_time.py \
		tests/workflows/test_calendar_properties.py --timeout 0

axe-test-long: setup-dev chromium ## Look for accessibility faults in every language, width and brightness
	AXE_EVERYTHING=1 $(BIN)/python -m pytest tests/browser/test_accessibility.py -n $(WORKERS)

demo: setup ## Play a whole story from declaration to result (DATA=var)
	DATA='$(DATA)' $(BIN)/python -m cli.demo

worker: setup ## Start one more worker beside a PostgreSQL database
	DATA='$(DATA)' $(BIN)/python -m cli.worker

bench: setup-dev ## Measure speed and print the figures
	$(BIN)/python -m bench
	$(BIN)/python -m bench.working_time
	$(BIN)/python -m bench.simulation
	$(BIN)/python -m bench.worklist
	$(BIN)/python -m bench.dashboard
	$(BIN)/python -m bench.forecast

publish: setup ## Lock new versions of definitions into workflows/published/
	$(BIN)/python -m cli.workflows publish

docs: setup ## Draw docs/procedures/ again from the definitions
	$(BIN)/python -m cli.workflows draw

lock: setup-dev ## Resolve *.in again into locks with hashes
	$(LOCK) requirements.in --output-file requirements.txt
	$(LOCK) requirements-dev.in --constraints requirements.txt --output-file requirements-dev.txt
	$(LOCK) scripts/uv.in --output-file scripts/uv.txt

clean: ## Remove .venv and all caches; data in var/ stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

setup: ## Make .venv ready for the product (the others do it by themselves)
	scripts/setup.sh run

setup-dev: ## Make .venv ready for the tools too
	scripts/setup.sh dev

chromium: setup-dev ## Find or install a Chromium for the browser tests
	scripts/chromium.sh
