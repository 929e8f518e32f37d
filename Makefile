# Everything a fresh machine needs is Python 3.11+, make and a C compiler: both targets set themselves up.
# Node builds the scripts of the pages: that of the machine, else one that a Python package brings; web/make.py chooses,
# and builds only what is not up to date.
PYTHON ?= python3
PORT ?= 8000
COUNTS ?= 100 500 2000 5000 20000
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help

help:  ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 13

$(BIN)/kamergraaf: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml $(BIN)/kamergraaf
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@

install: $(BIN)/kamergraaf  ## the command kamergraaf in .venv/bin

web: $(BIN)/kamergraaf  ## the scripts of the pages, from web/ into the package
	$(BIN)/python web/make.py

scripts: $(BIN)/kamergraaf
	@$(BIN)/python web/make.py --try

serve: scripts  ## build the shipped paper and serve it on http://127.0.0.1:8000/
	$(BIN)/kamergraaf serve --port $(PORT)

lint: $(VENV)/.dev  ## ruff and mypy; types and style of the scripts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python web/make.py --check --try

test: lint scripts  ## every check: ruff, mypy, tests, the examples in the docs
	$(BIN)/pytest -n 2 --dist loadfile

format: $(VENV)/.dev  ## put the code in the house's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev  ## the benchmarks of benchmarks/
	$(BIN)/python -m benchmarks

scale: $(VENV)/.dev  ## measure how everything grows up to 20,000 papers: hours in the background; says how to follow it
	@if ps -o args= -p "$$(cat build/scale.pid 2>/dev/null)" 2>/dev/null | grep -q benchmarks.scale; then \
	    echo "it runs already, as process $$(cat build/scale.pid): tail -f build/scale.log"; exit 1; fi
	@mkdir -p build
	@setsid nohup $(BIN)/python -m benchmarks.scale $(COUNTS) >build/scale.log 2>&1 </dev/null & echo $$! >build/scale.pid
	@echo "measuring $(COUNTS) papers as process $$(cat build/scale.pid) (build/scale.pid)"
	@echo "follow it:  tail -f build/scale.log"
	@echo "so far:     $(BIN)/python -m benchmarks.scale --table build/scale.json"
	@echo "stop it:    kill -- -$$(cat build/scale.pid)"

fuzz: $(VENV)/.dev  ## 10,000 damaged papers of every format give a result or one clear error
	$(BIN)/python -m tests.fuzz

kills: $(VENV)/.dev  ## 60 builds of 40 papers are killed while a server answers: nothing is lost
	$(BIN)/python -m tests.faults

conformance: $(VENV)/.dev  ## what /sparql keeps of the SPARQL 1.1 Protocol, row by row; writes docs/conformance.md
	$(BIN)/python -m tests.conformance.protocol

screenshots: web $(VENV)/.dev  ## the pictures of the README, by Chromium; writes docs/pictures/
	$(BIN)/python -m tests.e2e.screenshots

clean:  ## take away what was made
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis web/node_modules src/graph/web/static/built

.PHONY: screenshots help install web scripts serve lint test format bench scale fuzz kills conformance clean
