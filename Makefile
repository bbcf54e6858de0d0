# make test and make demo do all set-up themselves on a Debian machine that has Swift; CONTRIBUTING.md has the rest.
SWIFTFLAGS := -Xswiftc -warnings-as-errors
PACKAGES := pkg-config libsodium-dev liblmdb-dev libsecp256k1-dev libzstd-dev

.PHONY: deps build release test lint docs

deps:
	@Scripts/install-packages $(PACKAGES)

build: deps
	swift build --build-tests $(SWIFTFLAGS)

release: deps
	swift build -c release $(SWIFTFLAGS)

test: build
	swift test --skip-build $(SWIFTFLAGS)

lint:
	swift format lint --strict --recursive Package.swift Sources Tests Examples
	Scripts/check-imports
