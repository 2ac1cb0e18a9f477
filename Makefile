# Two commands: `make demo` shows Daylight at work, `make test` proves it. Both set up what they need.
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
SERVE ?= 1
export PYTHONPATH := src
export PYTHONUTF8 := 1

.PHONY: demo test docs asked bench prove release lock clean

demo: .venv/runtime.stamp
	$(BIN)/python -m daylight demo --country daylight_cn --territory CN-37 $(if $(filter 0,$(SERVE)),--no-serve,)

test: .venv/dev.stamp
	$(BIN)/ruff check src tests benchmarks docs release
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist worksteal

# The pages that are read off the code.
docs: .venv/dev.stamp
	$(BIN)/python docs/generate.py

# What conditions and clocks ask the law, kept while every scenario is played.
asked: .venv/dev.stamp
	$(BIN)/python -m pytest -n 2 tests/scenarios tests/daylight_un --write-asked

# Every benchmark at small scale; benchmarks/README.md says how to run them in full.
bench: .venv/dev.stamp
	$(BIN)/python benchmarks/door.py --bids 200
	$(BIN)/python benchmarks/judging.py --cases 3
	$(BIN)/python benchmarks/day.py --scale 1/200
	$(BIN)/python benchmarks/validation.py --cases 1
	$(BIN)/python benchmarks/evaluation.py --seconds 1
	$(BIN)/python benchmarks/law.py --lookups 100000
	$(BIN)/python benchmarks/procedures.py --bidders 6
	$(BIN)/python benchmarks/attack.py
	$(BIN)/python benchmarks/opening.py --sizes 300,1200
	$(BIN)/python benchmarks/libraries.py --megabytes 20
	$(BIN)/python benchmarks/large_bid.py --megabytes 20
	$(BIN)/python benchmarks/growth.py --sizes 1000,4000

# The source, the verifier in one file, the bill of materials: the same bytes from any clone of the commit.
release:
	$(PYTHON) release/build.py

# The long campaigns; their result files are committed.
prove: .venv/dev.stamp
	$(BIN)/python benchmarks/prove/kills.py --kills 50 --result benchmarks/prove/results/kills-sqlite.json
	$(BIN)/python benchmarks/prove/kills.py --kills 50 --postgresql --result benchmarks/prove/results/kills-postgresql.json
	$(BIN)/python benchmarks/prove/mutations.py
	$(BIN)/python benchmarks/prove/replay.py
	$(BIN)/python benchmarks/prove/standard.py
	$(BIN)/python benchmarks/prove/timing.py --result benchmarks/prove/results/timing.json
	$(BIN)/python benchmarks/prove/timing.py --planted 1
	$(BIN)/python benchmarks/prove/lies.py --result benchmarks/prove/results/lies.json
	$(BIN)/python benchmarks/growth.py --sizes 1000,16000,100000 --fsck

.venv/uv.stamp: requirements/uv.lock
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.lock
	touch $@

.venv/runtime.stamp: .venv/uv.stamp requirements/runtime.lock
	$(BIN)/uv --system-certs pip install --quiet --python $(BIN)/python --require-hashes -r requirements/runtime.lock
	touch $@

.venv/dev.stamp: .venv/uv.stamp requirements/dev.lock
	$(BIN)/uv --system-certs pip sync --quiet --python $(BIN)/python --require-hashes requirements/dev.lock
	touch $@ .venv/runtime.stamp

lock: .venv/uv.stamp
	$(BIN)/uv --system-certs pip compile pyproject.toml --extra postgres --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -q --upgrade -o requirements/runtime.lock
	$(BIN)/uv --system-certs pip compile pyproject.toml --extra postgres --group dev --universal --python-version 3.11 --generate-hashes --no-annotate --no-header -q --upgrade -o requirements/dev.lock

clean:
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
