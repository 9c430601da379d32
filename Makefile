# Two commands are enough: `make build` and `make test`. `make help` lists the rest.
.DEFAULT_GOAL := build
.PHONY: build demo serve check test quick lint bench bench-search bench-finder bench-phone bench-pages bench-booklets bench-assess bench-walks bench-calendar bench-check lock form clean help browser language-server guide-pictures
.DELETE_ON_ERROR:

BIN := .venv/bin
HEFTE := $(BIN)/hefte
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
# A virtual environment whose Python has gone is made anew.
GONE := $(if $(wildcard $(BIN)/python3),,gone)
JOBS ?= 2
# What Python compiles is kept, whatever the shell says: it is half of a quick run, and of a small rebuild.
unexport PYTHONDONTWRITEBYTECODE

build: .venv/.ready  ## build content/ into site/, and the sample municipality into site/eksempelvik/
	$(HEFTE) build
	$(HEFTE) build --content tests/eksempelvik --out site/eksempelvik

serve: .venv/.ready  ## show the site on this machine while you write
	$(HEFTE) serve

check: .venv/.ready  ## list everything in content/ that wants mending
	$(HEFTE) check

test: .venv/.ready-to-test browser language-server lint  ## everything we promise (minutes)
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal --cov --cov-report=term

quick: .venv/.ready-to-test  ## the fast tests (half a minute)
	@$(BIN)/python -m pytest -q -x -n $(JOBS) --dist worksteal --hypothesis-profile quick -m "not slow and not browser and not real"

lint: .venv/.ready-to-test
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: .venv/.ready browser  ## 10,000 entries beside MkDocs Material and Hugo, and the booklets: CPU seconds and memory
	$(PIP) install --require-hashes --requirement requirements-bench.txt
	PYTHONPATH=$(CURDIR)/tests $(BIN)/python -m bench.compare
	PYTHONPATH=$(CURDIR)/tests $(BIN)/python -m bench.booklets

bench-booklets: .venv/.ready browser  ## a booklet of 300 entries by us, WeasyPrint and Chromium, and one of 1,000 by us: CPU seconds
	$(PIP) install --require-hashes --requirement requirements-bench.txt
	PYTHONPATH=$(CURDIR)/tests $(BIN)/python -m bench.booklets

bench-calendar: .venv/.ready-to-test  ## 10,000 schedules worked out, and a calendar of 1,000 entries: CPU seconds
	PYTHONPATH=$(CURDIR)/tests $(BIN)/python -m bench.calendar

bench-check: .venv/.ready  ## the check of 1,000 files beside PyYAML's C loader on the same files: CPU seconds
	PYTHONPATH=$(CURDIR)/tests $(BIN)/python -m bench.check

bench-search: .venv/.ready-to-test  ## our search beside Pagefind, MiniSearch and Material's, on judged queries (needs Node)
	PYTHONPATH=$(CURDIR)/tests $(BIN)/python -m bench.search_quality

bench-pages: .venv/.ready-to-test browser build  ## size, Lighthouse, axe and HTML of every kind of page (needs Node and Java)
	PYTHONPATH=$(CURDIR)/tests $(BIN)/python -m bench.pages

bench-assess: .venv/.ready-to-test  ## 10,000 walks assessed, and the neighbours of 10,000 entries: CPU seconds
	PYTHONPATH=$(CURDIR)/tests $(BIN)/python -m bench.assess

bench-finder: .venv/.ready-to-test browser  ## how quickly the finder answers on a slow phone, at 1,000 and 10,000 entries
	PYTHONPATH=$(CURDIR)/tests $(BIN)/python -m bench.finder

bench-phone: .venv/.ready-to-test browser  ## our finder beside stock Material search and Pagefind on a slow phone (needs Node)
	PYTHONPATH=$(CURDIR)/tests $(BIN)/python -m bench.phone

bench-walks: .venv/.ready  ## reading, measuring and simplifying tracks: CPU seconds
	PYTHONPATH=$(CURDIR)/tests $(BIN)/python -m bench.walks

guide-pictures: .venv/.ready-to-test browser  ## take the pictures of the guides anew, when a screen has changed on purpose
	PYTHONPATH=$(CURDIR)/tests $(BIN)/python -m guide_pictures

browser: .venv/.ready-to-test
	@$(BIN)/python tests/browser.py

language-server: .venv/.ready-to-test
	@$(BIN)/python tests/language_server.py

form: .venv/.ready-to-test  ## take the form in the browser (templates/admin/) anew from npm
	$(BIN)/python .ci/renew_form.py

lock: .venv/.ready-to-test  ## renew the pinned requirements, leaving out what is younger than a week
	$(LOCK) --group build --output-file requirements.txt
	$(LOCK) --group build --group test --constraint requirements.txt --output-file requirements-test.txt
	$(LOCK) --group bench --constraint requirements.txt --output-file requirements-bench.txt
	$(LOCK) --group build --group release --constraint requirements-test.txt --output-file requirements-release.txt

LOCK := $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
	--exclude-newer P7D --generate-hashes --no-strip-extras --no-emit-index-url --no-header pyproject.toml

clean:  ## remove everything that was made here
	rm -rf .venv site dist .hefte-cache .site.* .coverage .coverage.* \
		.mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

help:
	@sed -n 's/^\([a-z-]*\):.*##/make \1 -/p' Makefile

.PHONY: gone
gone:

.venv/.ready: requirements.txt pyproject.toml generator/hefte/__init__.py $(GONE)
	@sh .ci/environment
	$(PIP) install --require-hashes --requirement requirements.txt
	$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

.venv/.ready-to-test: .venv/.ready requirements-test.txt
	$(PIP) install --require-hashes --requirement requirements-test.txt
	@touch $@
