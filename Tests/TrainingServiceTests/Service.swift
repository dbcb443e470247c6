import Platform
import RunStore
import TestSupport

@testable import TrainingService

/// What a server has of the service, without a server: a registry and its archive, each on a thread of its own.
///
/// Several may share a home, as servers do.
final class Service: Sendable {
  let home: HomeDirectory
  let registry: RunRegistry
  let archive: RunArchive
  private let loops: [EventLoop]
  private let said = Recorder<String>()

  init(in scratch: ScratchDirectory) async throws {
    home = HomeDirectory(path: scratch.path)
    loops = [try EventLoop(), try EventLoop()]
    registry = RunRegistry(
      loop: loops[0], archiveLoop: loops[1], home: home,
      policy: StartPolicy(roots: [scratch.path], startDirectory: scratch.path, isReadOnly: false),
      supervisorProgram: "/nonexistent", environment: Environment(), complain: said.record)
    for loop in loops { try Thread.start(name: "service") { loop.run() } }
    archive = await registry.archive
  }

  /// Lets its threads end once they have done what was asked for.
  deinit { for loop in loops { loop.stop() } }

  /// What it has said about faults so far.
  var complaints: [String] { said.all }

  /// Runs `body` on the thread of the registry.
  func onRegistry<Value: Sendable>(
    _ body: @Sendable (isolated RunRegistry) throws -> Value
  ) async rethrows -> Value {
    try await perform(registry, body)
  }

  /// Runs `body` on the thread of the archive.
  func onArchive<Value: Sendable>(
    _ body: @Sendable (isolated RunArchive) throws -> Value
  ) async rethrows -> Value {
    try await perform(archive, body)
  }

  private func perform<Owner: Actor, Value: Sendable>(
    _ owner: isolated Owner, _ body: @Sendable (isolated Owner) throws -> Value
  ) async rethrows -> Value {
    try body(owner)
  }
}
