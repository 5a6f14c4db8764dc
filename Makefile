# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2

.DEFAULT_GOAL := help
.PHONY: help setup demo demo-stop demo-reset test test-full kill check requirements screenshots jobs bench
BIN := .venv/bin

help: ## what can be asked
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

setup: ## install everything, also the tools of a developer
	@python3 scripts/setup.py --dev

demo: ## run the demo on http://localhost:8000 until Ctrl-C; PORT=8001 for another port
	@python3 scripts/setup.py demo

demo-stop: ## end the demo of this checkout
	@if [ -x $(BIN)/woonvrede ]; then $(BIN)/woonvrede demo stop; else echo "No demo was running."; fi

demo-reset: ## throw the demo's data away
	@if [ -x $(BIN)/woonvrede ]; then $(BIN)/woonvrede demo reset; else echo "There is no demo."; fi

test: setup ## check everything and run the tests, in a browser too
	@$(BIN)/python scripts/test.py

test-full: setup ## the same with the large walks
	@$(BIN)/python scripts/test.py --full

kill: setup ## kill web, worker and database in 100 rounds and count the damage; ROUNDS=10 for fewer
	@$(BIN)/python scripts/kill_rounds.py

check: setup ## style, types, layers, migrations, agreements and templates
	@$(BIN)/python scripts/check.py

bench: setup ## measure worlds of 10,000 and 100,000 cases; CASES=1000000 for another
	@$(BIN)/python -m scripts.bench

screenshots: setup ## take the pictures in the documents again, from a demo of its own
	@$(BIN)/python scripts/screenshots.py

jobs: setup ## count again how many clicks and seconds people's jobs take, for docs/jobs.md
	@$(BIN)/python scripts/jobs.py

requirements: ## pin the newest allowed packages again; needs uv
	@for name in base dev node; do \
	  uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	    --no-config --no-header --no-emit-index-url --no-emit-find-links \
	    $$([ $$name = dev ] && echo --constraint requirements/base.txt) \
	    requirements/$$name.in --output-file requirements/$$name.txt || exit 1; \
	done
	@npm update --ignore-scripts && $(BIN)/python scripts/strip_lock.py
