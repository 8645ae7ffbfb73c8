# Two commands on a bare machine with Python 3.11 or later, make and git:  make demo   make test
PYTHON ?= python3
UPGRADE ?=
WHIMBREL_CORPUS ?= ../shared
export WHIMBREL_CORPUS

VENV := .venv
RUN := $(VENV)/bin/python
# What is printed by our own children of make is whole lines, not a stream kept back by a pipe.
export PYTHONUNBUFFERED := 1
# Some machines forbid compiled modules to be kept. Every process would then compile Django and us again, which takes it
# two seconds more, and the tests start hundreds of processes.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test long check serve docs lock words measure bench browser clean
.DEFAULT_GOAL := demo

demo: $(VENV)/base.ready  ## A demo house on http://localhost:8000, with somebody of every role
	@$(VENV)/bin/whimbrel demo

test: $(VENV)/dev.ready  ## The floors of the house, then the tests
	$(VENV)/bin/lint-imports
	$(RUN) -m pytest -n 2

long: $(VENV)/dev.ready  ## Tests that take their time: whole processes, some killed; everything asked, every page read
	$(RUN) -m pytest -n 2 -m long

check: $(VENV)/dev.ready  ## Style, form, types, floors
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports

serve: $(VENV)/base.ready  ## The pages of a house that `whimbrel house EMAIL NAME` made
	@$(VENV)/bin/whimbrel serve

browser: $(VENV)/browser.ready  ## Tests in a browser, with Debian's Chromium
	$(RUN) -m pytest -n 2 -m browser

docs: $(VENV)/docs.ready  ## The handbook, in docs/_build/html
	$(RUN) docs/reference/generate.py
	$(RUN) -m sphinx -q -W --keep-going -b html docs docs/_build/html
	@echo "Open docs/_build/html/index.html"

words: $(VENV)/dev.ready  ## The catalogues of what the pages say, in src/whimbrel/web/locale
	$(RUN) -m words

measure: $(VENV)/dev.ready  ## How well the reader reads all that is shared
	$(RUN) -m measure

bench: $(VENV)/bench.ready  ## Speed and memory, beside the peers
	$(RUN) -m bench

lock: $(VENV)/uv.ready  ## Compile requirements/ from pyproject.toml; UPGRADE=--upgrade takes newer releases
	$(RUN) -m uv pip compile $(LOCK) --group uv -o requirements/uv.txt
	$(RUN) -m uv pip compile $(LOCK) pyproject.toml --group dev -o requirements/dev.txt
	$(RUN) -m uv pip compile $(LOCK) pyproject.toml -c requirements/dev.txt -o requirements/base.txt
	$(RUN) -m uv pip compile $(LOCK) --group docs -c requirements/dev.txt -o requirements/docs.txt
	$(RUN) -m uv pip compile $(LOCK) --group bench -c requirements/dev.txt -o requirements/bench.txt
	$(RUN) -m uv pip compile $(LOCK) --group browser -c requirements/dev.txt -o requirements/browser.txt

LOCK = -q --universal --generate-hashes --python-version 3.11 --custom-compile-command "make lock" $(UPGRADE)

clean:  ## Everything that make made
	rm -rf $(VENV) docs/_build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# One environment. `base` is what running needs; `dev` holds it too; `docs` and `bench` are added to `dev`.
# uv is quick and can be locked by hash; where it cannot be had, pip does the same from the same files.
SYNC = if $(RUN) -m uv --version >/dev/null 2>&1; \
	then $(RUN) -m uv pip sync -q --python $(RUN) requirements/$(1).txt \
	&& $(RUN) -m uv pip install -q --python $(RUN) --no-deps -e . ; \
	else $(RUN) -m pip install -q --require-hashes -r requirements/$(1).txt \
	&& $(RUN) -m pip install -q --no-deps -e . ; fi
ADD = if $(RUN) -m uv --version >/dev/null 2>&1; \
	then $(RUN) -m uv pip install -q --python $(RUN) --require-hashes -r requirements/$(1).txt ; \
	else $(RUN) -m pip install -q --require-hashes -r requirements/$(1).txt ; fi

$(VENV)/uv.ready: requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Whimbrel needs Python 3.11 or later; name one with make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@$(RUN) -m pip install -q --disable-pip-version-check --require-hashes -r requirements/uv.txt || \
		echo "uv could not be installed; going on with pip, which is slower" >&2
	@touch $@

$(VENV)/base.ready: $(VENV)/uv.ready requirements/base.txt pyproject.toml
	@echo "Installing what running needs ..."
	@rm -f $(VENV)/dev.ready $(VENV)/docs.ready $(VENV)/bench.ready
	@$(call SYNC,base)
	@touch $@

$(VENV)/dev.ready: $(VENV)/uv.ready requirements/dev.txt pyproject.toml
	@echo "Installing what the tests need ..."
	@rm -f $(VENV)/docs.ready $(VENV)/bench.ready
	@$(call SYNC,dev)
	@touch $(VENV)/base.ready $@

$(VENV)/docs.ready: $(VENV)/dev.ready requirements/docs.txt
	@$(call ADD,docs)
	@touch $@

$(VENV)/browser.ready: $(VENV)/dev.ready requirements/browser.txt
	@$(call ADD,browser)
	@touch $@

$(VENV)/bench.ready: $(VENV)/dev.ready requirements/bench.txt
	@$(call ADD,bench)
	@touch $@
