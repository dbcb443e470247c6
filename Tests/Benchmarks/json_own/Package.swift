// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "json-own",
  targets: [
    .target(name: "JSON"),
    .executableTarget(name: "json-own", dependencies: ["JSON"]),
  ]
)
