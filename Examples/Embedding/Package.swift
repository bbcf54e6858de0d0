// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Embedding",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "swift-filecoin", path: "../..")],
  targets: [
    .executableTarget(
      name: "Embedding",
      dependencies: ["FilCore", "FilCrypto", "FilProofs", "FilStore"].map {
        .product(name: $0, package: "swift-filecoin")
      })
  ]
)
