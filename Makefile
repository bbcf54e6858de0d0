# Everything sets itself up on a Debian machine that has Swift and asks nothing; CONTRIBUTING.md has the rest.
# STRICT=1 makes warnings errors, as CI does. Flags that differ make SwiftPM build everything anew.
STRICT ?=
SWIFTFLAGS := $(if $(STRICT),-Xswiftc -warnings-as-errors)
PACKAGES := pkg-config libsodium-dev liblmdb-dev libsecp256k1-dev libzstd-dev
SOURCES := Package.swift Sources Tests Examples Benchmarks Fuzz
SUITE ?=
FILE ?= README.md
SEED ?= 7
EXPORT ?=
TIME ?= 1

.PHONY: help deps build release test lint docs bench fuzz embedding vectors network demo tool

help:
	@echo "make demo       a file through a storage deal and back; FILE=path, SEED=number,"
	@echo "                EXPORT=chain.car writes the chain too"
	@echo "make test       build and run the tests"
	@echo "make lint       format, documentation and imports"
	@echo "make tool       build fil for release: .build/release/fil"
	@echo "make release    build everything for release"
	@echo "make docs       documentation of every product, into docs-out"
	@echo "make vectors    run all vectors in \$$FIL_VECTORS with a release build"
	@echo "make embedding  build and run the example of a program that embeds the libraries"
	@echo "make network    run networks in one process for hundreds of epochs, with a release build"
	@echo "make bench      benchmarks; SUITE=codec, collections, crypto, proofs or stores for one of them"
	@echo "make fuzz       feed the decoders with wrong inputs; TIME=seconds for each"
	@echo "STRICT=1 makes warnings errors, in builds that share nothing with those without it"

deps:
	@Scripts/install-packages $(PACKAGES)

build: deps
	swift build --build-tests $(SWIFTFLAGS)

release: deps
	swift build -c release $(SWIFTFLAGS)

tool: deps
	swift build -c release --product fil $(SWIFTFLAGS)

test: build
	swift test --skip-build --no-parallel $(SWIFTFLAGS)

# swift format goes into hidden folders of builds too, so it is given the files that are ours.
lint:
	find $(SOURCES) -name '*.swift' -not -path '*/.build/*' -print0 | xargs -0 swift format lint --strict
	Scripts/check-imports
	Scripts/check-docs

docs: deps
	Scripts/build-docs

vectors: deps
	Scripts/run-vectors

embedding: deps
	swift run --package-path Examples/Embedding $(SWIFTFLAGS) Embedding

# Names go to the shell as variables, so that nothing in them is taken for anything else; make would expand its own.
unexport FILE SEED EXPORT
demo: export DEMO_FILE := $(value FILE)
demo: export DEMO_SEED := $(value SEED)
demo: export DEMO_EXPORT := $(value EXPORT)
demo: deps
	@Scripts/run-demo

network: deps
	swift build -c release --product local-network $(SWIFTFLAGS)
	.build/release/local-network --epochs 500
	.build/release/local-network --miners 5 --epochs 200

bench: deps
	swift build --package-path Benchmarks -c release
	Benchmarks/.build/release/Benchmarks $(SUITE)
	Scripts/bench-peers Benchmarks/.build/release/Benchmarks

fuzz: deps
	swift run --package-path Fuzz -c release Fuzz --time $(TIME)
