import JSON
import Platform
import RunStore
import TestSupport
import TrainingModel

@testable import TrainingService

/// A registry on loops of its own, which can start nothing, and a home that is there for one test.
///
/// What it started would be a child of the test process that nobody waits for, and Swift Testing's tests of exits hang
/// where there is one: real runs are for `ServerTests`.
enum RegistryStage {
  static func with(
    isReadOnly: Bool = false,
    _ body: (RunRegistry, HomeDirectory) async throws -> Void
  ) async throws {
    try await ScratchDirectory.with { scratch in
      let loop = try EventLoop()
      let archiveLoop = try EventLoop()
      let home = HomeDirectory(path: scratch.path("home"))
      let registry = RunRegistry(
        loop: loop, archiveLoop: archiveLoop, home: home,
        policy: StartPolicy(roots: [scratch.path], startDirectory: scratch.path, isReadOnly: isReadOnly),
        supervisorProgram: "/nonexistent/signalbox", environment: .current, forms: .bare,
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
