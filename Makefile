# The ways to build, try and check Signalbox. `make demo` and `make test` are all that a newcomer needs.

SHELL := /bin/bash
# Linked so that the program needs nothing of the Swift toolchain where it runs. macOS has the runtime in the system.
STATIC := $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
BUILD := swift build -c release $(STATIC) --product signalbox
PREFIX ?= $(HOME)/.local

# Swift Testing says of each of some thousand tests that it began and passed; what is wrong must not drown in that.
BRIEFLY := | awk 'BEGIN { shown = 1 } /^(◇|✔) / { shown = /Test run with/ } \
  /^(✘|↳|➜|⚠|●|💣|error|warning|Fatal error|[*][*][*] (Program|Signal|Swift))/ { shown = 1 } shown { print; fflush() }'

.PHONY: build demo test test-companions install lint import-check interop bench campaign fuzz clean

build: sqlite ## the program, for daily use
	$(BUILD)

demo: build ## the main job in one command
	"$$($(BUILD) --show-bin-path)/signalbox" demo

# The campaign measures what happens when; beside hundreds of other tests it would measure them.
test: python sqlite ## everything that tests the code
	swift build --build-tests
	@echo "All tests, some three minutes: only what is wrong is told."
	set -o pipefail; swift test --skip-build --skip '^(FaultCampaignTests|StdioFuzzingTests)\.' $(BRIEFLY)
	set -o pipefail; swift test --skip-build --filter '^(FaultCampaignTests|StdioFuzzingTests)\.' $(BRIEFLY)

# Servers that share a home must not be noticed by the tests of one: see Tests/ServerTests/Company.swift.
test-companions: python sqlite ## the tests of the server again, with one more server, and with two and a daemon, on every home
	swift build --build-tests
	set -e -o pipefail; for count in 1 2; do \
	  SIGNALBOX_TESTS_COMPANIONS=$$count swift test --skip-build --filter '^ServerTests\.' $(BRIEFLY); done

install: build ## puts the program into $(PREFIX)/bin
	install -d "$(PREFIX)/bin"
	install -m 755 "$$($(BUILD) --show-bin-path)/signalbox" "$(PREFIX)/bin/signalbox"

# The trainers in fixtures need python3 and nothing but its standard library.
.PHONY: python
python:
	@if ! command -v python3 >/dev/null; then \
	  if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	    apt-get update -q && apt-get install -qy --no-install-recommends python3; \
	  else \
	    echo "The tests start small Python trainings: install python3 (apt-get install python3)." >&2; exit 69; \
	  fi; \
	fi

# The history is kept in the system's SQLite; macOS has it in its SDK.
.PHONY: sqlite
sqlite:
	@if ! { [ -e /usr/include/sqlite3.h ] || echo '#include <sqlite3.h>' | $(CC) -E -x c - >/dev/null 2>&1 \
	  || [ -e "$$(xcrun --show-sdk-path 2>/dev/null)/usr/include/sqlite3.h" ]; }; then \
	  if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	    apt-get update -q && apt-get install -qy --no-install-recommends libsqlite3-dev; \
	  else \
	    echo "The header sqlite3.h is missing: install SQLite's development files" \
	      "(apt-get install libsqlite3-dev)." >&2; exit 69; \
	  fi; \
	fi

lint: ## the format, to the letter
	swift format lint --strict --recursive Package.swift Sources Tests

import-check: sqlite ## no target imports what it does not declare
	swift build --explicit-target-dependency-import-check error

interop: build ## the official Python SDK against the program
	Tests/Interop/run.sh --server "$$($(BUILD) --show-bin-path)/signalbox"

# Makes virtual environments of some gigabytes and runs every framework that installs from PyPI: by hand, not in CI.
.PHONY: framework-fixtures
framework-fixtures: ## what frameworks print, anew: see fixtures/frameworks/README.md
	fixtures/frameworks/run.py

bench: build ## see Tests/Benchmarks/README.md
	python3 Tests/Benchmarks/rpc.py --server "$$($(BUILD) --show-bin-path)/signalbox"
	python3 Tests/Benchmarks/runs.py --server "$$($(BUILD) --show-bin-path)/signalbox"
	python3 Tests/Benchmarks/home.py --server "$$($(BUILD) --show-bin-path)/signalbox"
	python3 Tests/Benchmarks/diagnosis.py --server "$$($(BUILD) --show-bin-path)/signalbox"
	python3 Tests/Benchmarks/schedules.py --server "$$($(BUILD) --show-bin-path)/signalbox"

.PHONY: failure-fixtures
failure-fixtures: ## makes the failures of fixtures/failures/real anew, by really failing: Linux, root, by hand
	cd Tests/FailureFixtures && python3 make.py $(NAMES)

campaign: sqlite ## the proof that nothing is lost, Linux: kills, power cuts, failing calls, a jumping clock
	swift build -c release $(STATIC)
	"$$(swift build -c release $(STATIC) --show-bin-path)/fault-campaign" --kills 1000

fuzz: sqlite ## the client that means no good: ten million frames to sessions, 200,000 to servers
	swift build -c release $(STATIC)
	"$$(swift build -c release $(STATIC) --show-bin-path)/fuzz"

clean:
	rm -rf .build
