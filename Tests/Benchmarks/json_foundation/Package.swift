// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "json-foundation",
  targets: [.executableTarget(name: "json-foundation")]
)
