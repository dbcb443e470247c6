import JSON
import MetricCurves
import Platform
import RunHistory
import RunStore
import TestSupport
import Testing
import TrainingModel

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

  convenience init(in scratch: ScratchDirectory) async throws {
    try await self.init(HomeDirectory(path: scratch.path))
  }

  init(_ home: HomeDirectory, isReadOnly: Bool = false) async throws {
    self.home = home
    loops = [try EventLoop(), try EventLoop()]
    registry = RunRegistry(
      loop: loops[0], archiveLoop: loops[1], home: home,
      policy: StartPolicy(roots: [home.path], startDirectory: home.path, isReadOnly: isReadOnly),
      supervisorProgram: "/nonexistent", environment: Environment(), forms: .bare,
      complain: said.record)
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

  /// Returns when what it has seen is kept, and what others kept before is known to it.
  func settle() async {
    await onRegistry { _ in }
    await archive.flush()
    await onRegistry { _ in }
  }

  /// Keeps the registry from doing anything until `body` has returned, as a server that gets no processor.
  func withRegistryHeld(_ body: () async throws -> Void) async throws {
    try await withHeld(registry, body)
  }

  /// Keeps the archive from doing anything until `body` has returned, as a disk that takes its time.
  func withArchiveHeld(_ body: () async throws -> Void) async throws {
    try await withHeld(archive, body)
  }

  private func withHeld(_ owner: some Actor, _ body: () async throws -> Void) async throws {
    let pipe = try Pipe()
    let reading = OpenFile(try pipe.reading.duplicate())
    let writing = OpenFile(try pipe.writing.duplicate())
    _ = consume pipe
    let isHeld = Recorder<Bool>()
    async let hold: Void = perform(owner) { _ in
      isHeld.record(true)
      _ = try reading.read()
    }
    try await eventually("it is held") { isHeld.count == 1 }
    do { try await body() } catch {
      writing.close()
      throw error
    }
    writing.close()
    try await hold
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

  // MARK: The history

  /// Runs `body` with the history as the archive has it now.
  func onHistory<Value: Sendable>(
    _ body: @Sendable (HistoryDatabase) throws -> Value
  ) async throws -> Value {
    try await onArchive { archive in
      let database = archive.database()
      return try body(try #require(database))
    }
  }

  /// Enters a run and what its directory says of its process.
  func enter(_ run: RunDirectory) async throws {
    archive.note(try run.specification())
    if let process = try run.process() { archive.note(process, of: try run.specification().id) }
    await archive.flush()
  }

  /// What the history has of a run's metric: the epochs and the values, in their order.
  func points(_ name: String, of run: RunDirectory) async throws -> [[Double?]] {
    let id = try run.specification().id
    return try await onHistory { try $0.metrics(of: id, name: name).map { [$0.epoch, $0.value] } }
  }
}
