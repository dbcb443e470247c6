import JSON
import Platform
import RunStore
import TestSupport
import TrainingModel

@testable import TrainingService

/// A registry on loops of its own, and a home that is there for one test.
enum RegistryStage {
  /// The program that was built with the tests: it lies beside them.
  static let program: String = {
    let beside = FileSystem.parent(of: CommandLine.arguments[0]) + "/signalbox"
    return FileSystem.isExecutable(beside) ? beside : Repository.root + "/.build/debug/signalbox"
  }()

  /// - Parameter program: what supervises runs; by default nothing can be started.
  static func with(
    isReadOnly: Bool = false, program: String = "/nonexistent/signalbox",
    _ body: (RunRegistry, HomeDirectory) async throws -> Void
  ) async throws {
    try await ScratchDirectory.with { scratch in
      let loop = try EventLoop()
      let archiveLoop = try EventLoop()
      let home = HomeDirectory(path: scratch.path("home"))
      let registry = RunRegistry(
        loop: loop, archiveLoop: archiveLoop, home: home,
        policy: StartPolicy(roots: [scratch.path], startDirectory: scratch.path, isReadOnly: isReadOnly),
        supervisorProgram: program, environment: .current, encode: { _ in [:] },
        complain: { _ in })
      try Thread.start(name: "loop") { loop.run() }
      try Thread.start(name: "archive") { archiveLoop.run() }
      defer {
        loop.stop()
        archiveLoop.stop()
      }
      try await body(registry, home)
      await registry.shutDown(until: SystemClock.monotonic())
    }
  }
}
