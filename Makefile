# The words of this project; `make` alone lists them.
PYTHON ?= python3
PORT ?= 8000
ARGS ?=
BIN := $(or $(VENV),.venv)/bin
SETUP := $(PYTHON) -m portal.setup

.DEFAULT_GOAL := help
.PHONY: help run dev test test-next endurance bench lint lint-style lint-templates lint-arrows \
	lint-settings lint-migrations lint-translations format messages screens lock python install

help: ## list these words
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: python ## start the portal with its demo content (make run PORT=8123)
	@$(SETUP) run --port "$(PORT)"

dev: python ## the same with reload and error pages, for changing the code
	@$(SETUP) dev --port "$(PORT)"

test: python ## run the tests that this machine can run (make test ARGS="-k checklist")
	@$(SETUP) test $(ARGS)

test-next: python ## run the tests on the Wagtail to come, to see what it would break
	@VENV=.venv-next $(SETUP) install dev
	.venv-next/bin/python -m pip install --quiet "wagtail==8.0.1"
	.venv-next/bin/python -m pytest -n 2 $(ARGS)

endurance: python ## run the large tests at full size and write docs/measured.md
	@$(SETUP) endurance $(ARGS)

bench: install ## measure search against the stock one (make bench ARGS=--full-size: 10,000 pages)
	$(BIN)/python -m pytest -q -n 0 tests/search/bench_search.py $(ARGS)

lint: lint-style lint-templates lint-arrows lint-settings lint-migrations lint-translations ## check style, arrows between apps, settings, migrations, translations

lint-style: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

lint-templates: install
	$(BIN)/djlint --lint --quiet templates

lint-arrows: install
	$(BIN)/lint-imports

lint-settings: install
	DJANGO_SETTINGS_MODULE=portal.settings.production DATABASE_URL=sqlite:///:memory: \
		ALLOWED_HOSTS=portal.example SECRET_KEY=$$($(BIN)/python -c "import secrets; print(secrets.token_urlsafe(60))") \
		BASE_URL=https://portal.example $(BIN)/python manage.py check --deploy --fail-level WARNING

lint-migrations: install
	DATABASE_URL=sqlite:///:memory: $(BIN)/python manage.py makemigrations --check --dry-run

lint-translations: install
	$(BIN)/python manage.py messages check

format: install ## put the code in the shape that lint asks for
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: install ## bring the translation files up to the texts in the code
	$(BIN)/python manage.py messages update

screens: install ## take pictures of the pages with their demo content into docs/screens
	DJANGO_SETTINGS_MODULE=portal.settings.demo $(BIN)/python manage.py collectstatic --noinput --clear --verbosity=0
	DJANGO_SETTINGS_MODULE=portal.settings.demo $(BIN)/python manage.py screens $(ARGS)

lock: install ## pin the newest packages that requirements/*.in allow
	cd requirements && for name in base dev; do \
		../$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
			--generate-hashes --no-header --no-emit-index-url --output-file $$name.txt $$name.in || exit; \
	done

install: python
	@$(SETUP) install dev

python:
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here: install Python 3.11 or newer and run the same command again." >&2; exit 1; }
