# Every task of the project, a line each in `make help`; longer steps are scripts under .make/.
PORT ?= 8000
# Set, as in `make run SINCE=1`, it loads what was said since the two articles, too.
export SINCE
# Else each of the tests' workers would compile all of them anew, with their asserts, in every run.
unexport PYTHONDONTWRITEBYTECODE
PYTHON := .venv/bin/python
HTML_CHECKER := tests/browser/node_modules/.package-lock.json
UV := .tools/uv/bin/uv
LOCK := $(UV) pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header --quiet
# What a published site sets; `make check` holds the settings against it.
PUBLISHED := HTTPS=1 DJANGO_ALLOWED_HOSTS=tracker.example.org

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help run superuser check fix test test-fast test-tools bench gold cluster cluster-test cluster-tools lock

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/base.txt  ## set up what is missing, load the articles, serve (PORT=8000, SINCE=1)
	@.make/locked .make/static
	@.make/serve $(PORT)

superuser: .venv/base.txt  ## make an account that may do everything in the admin
	@.make/locked $(PYTHON) manage.py migrate --verbosity 0
	@$(if $(DJANGO_SUPERUSER_PASSWORD),.make/locked) $(PYTHON) manage.py createsuperuser $(if $(DJANGO_SUPERUSER_PASSWORD),--noinput)

check: .venv/dev.txt  ## lint, types, templates, layers, migrations, deployment settings
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/djlint --lint --quiet --profile=jinja templates
	.venv/bin/djlint --lint --quiet --profile=django positions/templates
	.venv/bin/lint-imports
	$(PYTHON) manage.py makemigrations --check --dry-run
	$(PUBLISHED) $(PYTHON) manage.py check --deploy --fail-level WARNING

fix: .venv/dev.txt  ## format, and mend what the linter can mend
	.venv/bin/ruff format
	.venv/bin/ruff check --fix

test: test-tools $(HTML_CHECKER) check  ## checks, all tests on SQLite, on PostgreSQL those that may differ
	@echo "The tests on SQLite"
	@env -u DATABASE_URL $(PYTHON) -m pytest -n auto
	@echo "The tests on PostgreSQL"
	@$(PYTHON) -m tests.postgres $(PYTHON) -m pytest -n auto

test-fast: .venv/dev.txt  ## the tests that need no browser, on SQLite
	@env -u DATABASE_URL $(PYTHON) -m pytest -n auto --ignore=tests/browser

test-tools: .venv/dev.txt
	@.make/test-tools

bench: .venv/dev.txt  ## what pages cost in an invented archive, beside rivals (BENCH="--statements 100000")
	@$(PYTHON) -m tests.benchmarks $(BENCH)

gold: .venv/dev.txt  ## how well statements are extracted, measured on articles written for it
	@$(PYTHON) -m tests.extraction.score

cluster: .venv/base.txt cluster-tools  ## serve from three PostgreSQL servers that replace each other (PORT=8000)
	@.make/locked .make/static
	@$(PYTHON) -m tests.cluster serve $(PORT)

cluster-test: .venv/base.txt cluster-tools  ## kill those servers one by one, under load (five minutes)
	@$(PYTHON) -m tests.cluster test

cluster-tools:
	@.make/test-tools cluster

lock: $(UV)  ## lock the newest versions that pyproject.toml allows
	$(LOCK) --upgrade --output-file requirements/base.txt
	$(LOCK) --upgrade --group test --group check --output-file requirements/dev.txt

# The copy of a lock inside .venv is newer than the lock once its packages are installed.
.venv/%.txt: requirements/%.txt
	@.make/locked .make/venv $*

$(HTML_CHECKER): tests/browser/package-lock.json | test-tools
	@.make/locked .make/html-checker $< $@

$(UV):
	@.make/locked sh -c '[ -x $@ ] || { python3 -m venv .tools/uv && .tools/uv/bin/pip install --quiet uv; }'
