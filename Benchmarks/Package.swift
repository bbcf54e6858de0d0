// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "swift-filecoin", path: "..")],
  targets: [
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["FilCore", "FilCrypto", "FilProofs", "FilStore"].map {
        .product(name: $0, package: "swift-filecoin")
      },
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
