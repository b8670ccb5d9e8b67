# Entente. `make run` takes the sample through the whole line, `make test` runs the tests, `make ui` opens Dagster.
# Each target sets up what it needs in .venv, once; `make help` lists them all.

.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO := --sample

SUITABLE := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	if $$python -c '$(SUITABLE)' >/dev/null 2>&1; then echo $$python; break; fi; done)

# The scripts of an environment name its folder: one that has been moved or copied is made anew.
HOME_OF_VENV := $(VENV)/.home
ifneq ($(shell cat $(HOME_OF_VENV) 2>/dev/null),$(CURDIR))
.PHONY: $(READY)
endif

.PHONY: help
help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

.PHONY: run
run: $(READY) ## Take the sample corpus through the whole line into data/demo
	@$(BIN)/entente run $(DEMO)

.PHONY: ui
ui: $(READY) ## Open Dagster on localhost on the data of `make run`
	@$(BIN)/entente ui $(DEMO)

.PHONY: test
test: $(READY) ## Run the tests
	@$(BIN)/python -m pytest

.PHONY: torture
torture: $(READY) ## Run the long tests: old clients in environments of their own
	@ENTENTE_TORTURE=yes $(BIN)/python -m pytest tests/torture

# Without a browser the tests would be skipped one by one: say so once, and what to do.
.PHONY: test-browser
test-browser: $(READY) ## Open the report in Chromium and use it; installs Chromium by apt where it can
	@command -v chromium >/dev/null 2>&1 || { command -v apt-get >/dev/null 2>&1 && [ "$$(id -u)" = 0 ] && \
		{ echo "Installing Chromium …"; { apt-get update -qq && apt-get install -y -qq chromium; } >/dev/null 2>&1; }; } || true
	@if command -v chromium >/dev/null 2>&1; then ENTENTE_BROWSER=yes $(BIN)/python -m pytest tests/browser; else \
		echo "SKIPPED make test-browser: there is no chromium on PATH, and it takes apt and root to install it here." >&2; fi

.PHONY: check
check: $(READY) ## Lint, types, generated files, and Dagster's own check of the definitions
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m pipelines.tables --check
	@DAGSTER_DISABLE_TELEMETRY=yes $(BIN)/dagster definitions validate --module-name pipelines.definitions

.PHONY: fuzz
fuzz: $(READY) ## Look for pages that break the reader, for a minute or SECONDS=n
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps "$$(sed -n 's/^ *"\(atheris[^"]*\)".*/\1/p' pyproject.toml)" || true
	@$(BIN)/python tests/fuzz/fuzz_extract.py -max_total_time=$(or $(SECONDS),60)

.PHONY: generate
generate: $(READY) ## Write the files that come from the table declarations
	@$(BIN)/python -m pipelines.tables

.PHONY: docs
docs: $(READY) ## Write the data dictionary, and dbt's page about the tables of `make run`
	@$(BIN)/python -m pipelines.tables
	@test -e data/demo/warehouse/entente.duckdb || $(BIN)/entente run $(DEMO)
	@$(BIN)/entente docs $(DEMO)

.PHONY: lock
lock: $(READY) ## Resolve the dependencies anew into requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --extra ui --extra dev --generate-hashes --no-annotate --no-header \
		--upgrade pyproject.toml --output-file requirements.lock

# What needs nothing but the project is always measured; the rest where the files are named.
.PHONY: bench
bench: $(READY) ## Measure: [SCRAPINGHUB=DIR FUNDUS=DIR KOREAN=DIR NER=DIR DATES=DIR ALIASES=FILE]
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --editable '.[bench]'
	@$(BIN)/python benchmarks/decoding.py
	@$(BIN)/python benchmarks/warc.py
	@$(BIN)/python benchmarks/pages.py
	@$(if $(SCRAPINGHUB)$(FUNDUS)$(KOREAN),$(BIN)/python benchmarks/articles.py $(if $(SCRAPINGHUB),--scrapinghub "$(SCRAPINGHUB)") \
		$(if $(FUNDUS),--fundus "$(FUNDUS)") $(if $(KOREAN),--korean "$(KOREAN)") $(BENCH_OPTIONS),\
		printf '%s\n' "Not measured: news pages beside other readers, which are not part of the project:" \
		"    git clone https://github.com/scrapinghub/article-extraction-benchmark" \
		"    git clone https://github.com/flairNLP/fundus" \
		"    make bench SCRAPINGHUB=article-extraction-benchmark FUNDUS=fundus")
	@$(if $(NER),$(BIN)/python benchmarks/train_names.py --ner "$(NER)/klue_ner_4000.tsv" --konec "$(NER)/konec_4000.tsv" \
		--forms "$(NER)/konec_ne_form_label_freq.tsv",echo "Not measured: names that no list has (NER=DIR, see docs/evaluate.md)")
	@$(if $(DATES),$(BIN)/python benchmarks/dates.py --suites "$(DATES)/public_suites.json" --news "$(DATES)/news_examples.json",\
		echo "Not measured: dates (DATES=DIR)")
	@$(if $(ALIASES),$(BIN)/python benchmarks/aliases.py --pairs "$(ALIASES)",echo "Not measured: aliases (ALIASES=FILE)")

.PHONY: clean
clean: ## Remove the environment and the demo's data
	@rm -rf $(VENV) data/demo

# uv itself comes from the lock file too, so that everything that is installed is checked against its hash.
$(READY): pyproject.toml requirements.lock
	@if [ -z "$(PYTHON)" ]; then \
		echo "Entente needs Python 3.11 to 3.14, and none was found on PATH. Install one (Debian, Ubuntu: apt-get install python3 python3-venv)," >&2; \
		echo "or name yours: make PYTHON=/path/to/python3.12 run" >&2; exit 1; fi
	@if ! $(PYTHON) -c '$(SUITABLE)' >/dev/null 2>&1; then echo "$(PYTHON) is not Python 3.11 to 3.14; name another: make PYTHON=python3.12 run" >&2; exit 1; fi
	@if ! $(PYTHON) -c 'import ensurepip, venv' >/dev/null 2>&1; then \
		echo "$(PYTHON) has no venv module. Debian, Ubuntu: apt-get install python3-venv; then run make again." >&2; exit 1; fi
	@echo "Setting up $(VENV) with $$($(PYTHON) --version) …"
	@$(BIN)/python -m pip --version >/dev/null 2>&1 && [ "$$(cat $(HOME_OF_VENV) 2>/dev/null)" = "$(CURDIR)" ] || \
		$(PYTHON) -m venv --clear $(VENV)
	@printf '%s\n' "$(CURDIR)" > $(HOME_OF_VENV)
	@sed -n '/^uv==/,/[^\]$$/p' requirements.lock > $(VENV)/uv.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r $(VENV)/uv.lock
	@$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@
