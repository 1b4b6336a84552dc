# Một Cửa. On a fresh machine two commands are enough: make demo, make test.
# Mỗi lệnh tự chuẩn bị những gì còn thiếu (make setup) trước khi chạy.

SHELL := /bin/sh
PYTHON := .venv/bin/python
KIOSK := .venv/bin/kiosk
OUT ?= demo-output

.NOTPARALLEL:
BOARD ?= ../shared/design
.PHONY: help setup demo pairs test check format bench clean

help: ## what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile

setup: ## system libraries, .venv and .venv/bin/kiosk; at once when nothing changed
	@sh tools/setup.sh

demo: setup ## kiosk, counter 1 and lobby of a sample office; without a display, pictures in demo-output/ (OUT=, HEADLESS=1)
	@if [ -n "$(HEADLESS)" ] || { [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ] && [ "$$(uname -s)" = Linux ]; }; then \
		$(KIOSK) demo --headless --out "$(OUT)" && \
		if [ -d "$(BOARD)" ]; then $(PYTHON) tools/pairs.py "$(BOARD)" "$(OUT)" "$(OUT)/pairs"; fi; \
	else \
		$(KIOSK) demo --out "$(OUT)"; \
	fi

pairs: setup ## each picture of a design board beside ours, in demo-output/pairs/ (BOARD=folder, after make demo)
	@$(PYTHON) tools/pairs.py "$(BOARD)" "$(OUT)" "$(OUT)/pairs"

test: setup ## every test, a file to a core (ARGS="-k slip"; ARGS=-n0 for one after the other)
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n auto --maxprocesses 4 --dist loadfile $(ARGS)

check: setup ## style, types and the import plan
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports --no-logo

format: setup ## put the code in the one style
	@$(PYTHON) -m ruff check --fix .
	@$(PYTHON) -m ruff format .

bench: setup ## speeds and their bars into bench-output/bench.jsonl (NAME= runs one)
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.bench.run $(NAME)

clean: ## remove all that make made
	rm -rf .venv demo-output bench-output build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find kiosk tests -name __pycache__ -type d -prune -exec rm -rf {} +
