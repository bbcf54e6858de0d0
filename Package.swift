// swift-tools-version: 6.2
import PackageDescription

/// Settings that every Swift target shares, applied once at the end of this file.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// A C library of the system, found through pkg-config.
func system(_ name: String, _ pkgConfig: String, apt: String, brew: String) -> Target {
  .systemLibrary(
    name: name, pkgConfig: pkgConfig, providers: [.apt([apt]), .brew([brew])])
}

/// A library target and the targets that it may import (the table in Docs/architecture.md).
func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies)
}

/// The tests of one library target.
func tests(_ target: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(target)Tests",
    dependencies: [.byName(name: target), "FilVectors"] + dependencies,
    path: "Tests/\(target)Tests")
}

let package = Package(
  name: "swift-filecoin",
  platforms: [.macOS(.v26), .iOS(.v26), .tvOS(.v26), .watchOS(.v26), .visionOS(.v26)],
  products: [
    "FilCore", "FilCrypto", "FilStore", "FilProofs", "FilActors", "FilVM", "FilChain", "FilNet", "FilMiner",
    "FilMarket", "FilRetrieval", "FilNode", "FilTesting",
  ]
  .map { .library(name: $0, targets: [$0]) } + [.executable(name: "fil", targets: ["fil"])],
  targets: [
    system("CSodium", "libsodium", apt: "libsodium-dev", brew: "libsodium"),
    system("CLMDB", "lmdb", apt: "liblmdb-dev", brew: "lmdb"),
    system("CSecp256k1", "libsecp256k1", apt: "libsecp256k1-dev", brew: "secp256k1"),
    system("CZstd", "libzstd", apt: "libzstd-dev", brew: "zstd"),
    .target(name: "CFilKernels"),
    library("FilCore", ["CSodium", "CFilKernels"]),
    library("FilCrypto", ["FilCore", "CSecp256k1", "CSodium", "CFilKernels"]),
    library("FilStore", ["FilCore", "CLMDB", "CZstd"]),
    library("FilProofs", ["FilCore", "FilCrypto", "CFilKernels"]),
    library("FilActors", ["FilCore"]),
    library("FilVM", ["FilCore", "FilActors", "FilCrypto"]),
    library("FilChain", ["FilCore", "FilActors", "FilCrypto", "FilVM"]),
    library("FilNet", ["FilCore", "FilCrypto"]),
    library("FilMiner", ["FilCore", "FilCrypto", "FilActors", "FilVM", "FilChain", "FilProofs"]),
    library("FilMarket", ["FilCore", "FilCrypto", "FilActors", "FilVM", "FilChain", "FilNet", "FilProofs"]),
    library("FilRetrieval", ["FilCore", "FilCrypto", "FilActors", "FilVM", "FilChain", "FilNet"]),
    library(
      "FilNode",
      [
        "FilCore", "FilCrypto", "FilStore", "FilProofs", "FilActors", "FilVM", "FilChain", "FilNet", "FilMiner",
        "FilMarket", "FilRetrieval",
      ]),
    library(
      "FilTesting", ["FilCore", "FilActors", "FilVM", "FilChain", "FilMarket", "FilRetrieval", "FilNode"]),
    library(
      "FilVectors",
      [
        "FilCore", "FilCrypto", "FilStore", "FilProofs", "FilActors", "FilVM", "FilChain", "FilNet", "FilMarket",
      ]),
    .executableTarget(
      name: "fil", dependencies: ["FilCore", "FilCrypto", "FilStore", "FilProofs", "FilChain", "FilVectors"],
      path: "Examples/fil"),
    .executableTarget(
      name: "local-network", dependencies: ["FilCore", "FilActors", "FilVM", "FilChain", "FilNode"],
      path: "Examples/local-network"),
    .executableTarget(
      name: "store-and-retrieve",
      dependencies: [
        "FilCore", "FilActors", "FilVM", "FilChain", "FilNet", "FilProofs", "FilMiner", "FilMarket", "FilRetrieval",
        "FilNode", "FilStore",
      ],
      path: "Examples/store-and-retrieve"),
    .executableTarget(name: "StoreWriter", dependencies: ["FilCore", "FilStore"], path: "Tests/StoreWriter"),
    tests("FilCore"),
    tests("FilCrypto", ["CFilKernels"]),
    tests("FilStore", ["FilCore", "FilTesting", "StoreWriter"]),
    tests("FilProofs"),
    tests("FilActors"),
    tests("FilVM"),
    tests("FilChain", ["FilCore", "FilCrypto", "FilActors", "FilProofs", "FilStore", "FilVM"]),
    tests("FilMiner", ["FilProofs", "FilChain"]),
    tests("FilNet", ["FilNode"]),
    tests(
      "FilNode",
      [
        "FilCore", "FilCrypto", "FilActors", "FilVM", "FilChain", "FilMarket", "FilMiner", "FilNet", "FilProofs",
        "FilRetrieval", "FilStore",
      ]),
    tests("FilMarket", ["FilCore", "FilCrypto", "FilActors", "FilChain", "FilNet", "FilNode"]),
    tests("FilRetrieval", ["FilCore", "FilCrypto", "FilNet", "FilNode"]),
    .testTarget(
      name: "FilToolTests", dependencies: ["fil", "FilChain", "FilCore", "FilProofs", "FilStore"],
      path: "Tests/FilToolTests"),
    .testTarget(
      name: "FilTestingTests", dependencies: ["FilCore", "FilChain", "FilNode", "FilTesting"],
      path: "Tests/FilTestingTests"),
    .testTarget(name: "FilVectorsTests", dependencies: ["FilVectors"], path: "Tests/FilVectorsTests"),
  ],
  cLanguageStandard: .c11
)

for target in package.targets where ![.system, .plugin, .binary].contains(target.type) && target.name != "CFilKernels" {
  target.swiftSettings = (target.swiftSettings ?? []) + settings
}
