// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "cron-next",
  targets: [
    .target(name: "CPlatform"),
    .target(name: "Platform", dependencies: ["CPlatform"]),
    .target(name: "TrainingModel"),
    .target(name: "Scheduling", dependencies: ["TrainingModel"]),
    .target(name: "ZoneInfo", dependencies: ["Platform", "Scheduling"]),
    .executableTarget(
      name: "cron-next", dependencies: ["Platform", "Scheduling", "TrainingModel", "ZoneInfo"]),
  ]
)
