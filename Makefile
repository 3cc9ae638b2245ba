# Every target builds what it needs. `make` alone lists them.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
# The constraints hold for what builds the package as well; newer versions of pip ask for it apart.
PIP    := PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt \
          $(BIN)/python -m pip --disable-pip-version-check --quiet
STAMP  := $(VENV)/.installed
TRAIN  := $(VENV)/.installed-train

.DEFAULT_GOAL := help
.PHONY: help install demo test check accuracy bench train picture screenshots reference web clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 20

install: $(STAMP) ## make the environment in .venv

$(STAMP): pyproject.toml constraints.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing reportedly and its tools into $(VENV)" >&2
	@$(PIP) install -e '.[dev]'
	@# followthemoney brings another SQLAlchemy's types, which hide the right ones from mypy.
	@$(PIP) uninstall --yes sqlalchemy2-stubs
	@touch $@

$(TRAIN): $(STAMP)
	@echo "installing what training needs into $(VENV)" >&2
	@$(PIP) install -e '.[train]'
	@touch $@

demo: install ## read the three invented articles that ship with the package
	@$(BIN)/reportedly demo

test: install ## run the tests
	@# Files in their own order: those that take longest have few tests, and would come last, alone.
	@$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile --no-loadscope-reorder

check: install ## style, types, and which room may import which
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy $(wildcard src training benchmarks)
	@$(BIN)/lint-imports --no-logo

accuracy: install ## F1 beside people's agreement; fails under the floors
	@$(BIN)/python -m benchmarks.accuracy

bench: install ## speed and memory
	@$(BIN)/python -m benchmarks.speed
	@$(BIN)/python -m benchmarks.growth
	@$(BIN)/python -m benchmarks.batch
	@$(BIN)/python -m benchmarks.connecting
	@$(BIN)/python -m benchmarks.loading

train: $(TRAIN) ## make the shipped weights anew
	@$(BIN)/python -m training
	@$(BIN)/python -m training.sentences

picture: install ## draw the terminal picture of the README
	@$(BIN)/python -m benchmarks.picture

screenshots: install ## draw the pictures of the pages; needs Chromium
	@$(BIN)/python -m benchmarks.screenshots

reference: install ## write the JSON Schema and the command reference anew
	@$(BIN)/reportedly schema > src/reportedly/schema/reportedly-1.schema.json
	@$(BIN)/python docs/reference.py

web: ## build the site's script and style; needs Node
	@npm --prefix frontend ci --ignore-scripts --include=dev --loglevel=error
	@npm --prefix frontend run build

clean: ## forget the environment and the caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist \
		frontend/node_modules
