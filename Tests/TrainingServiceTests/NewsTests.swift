import Platform
import RunStore
import Scheduling
import TestSupport
import Testing
import TrainingModel

@testable import TrainingService

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What listeners hear of, whoever causes it.
@Suite(.timeLimit(.minutes(10))) struct NewsTests {
  private static let yearly = ScheduleDefinition(
    name: "yearly", trigger: TriggerSpecification(.interval(seconds: 31_536_000)),
    start: TrainingCommand(command: ["true"]))

  /// Runs `body` with two services on one home.
  private func withTwo(_ body: (_ ours: Service, _ other: Service) async throws -> Void) async throws {
    try await ScratchDirectory.with { scratch in
      try await body(try await Service(in: scratch), try await Service(in: scratch))
    }
  }

  /// Waits until a listener has been told of all of these.
  private func expect(_ wanted: Set<NewsTopic>, _ listener: NewsListener) async throws {
    var missing = wanted
    while !missing.isEmpty { missing.subtract(try await listener.next()) }
  }

  @Test func runsOfOthersThatAppearAndGo() async throws {
    try await withTwo { ours, other in
      let listener = try await ours.registry.listen(to: [.catalog, .runs])
      let run = try other.home.makeEndedExample(1)
      try await expect([.catalog, .runs], listener)
      #expect(try await ours.registry.list(RunList.Query()).runs.count == 1)
      let id = try run.specification().id
      let ofRun = try await ours.registry.listen(to: [.run(id), .log(id), .metrics(id)])
      try other.home.remove(id)
      try await expect([.catalog, .runs], listener)
      try await expect([.run(id), .log(id), .metrics(id)], ofRun)
    }
  }

  @Test func aRunOfAnotherServerFromItsFirstLineToItsEnd() async throws {
    try await withTwo { ours, _ in
      let run = try ours.home.makeExample(1)
      let lock = try FileLock(path: run.lockPath)
      let id = try run.specification().id
      let listener = try await ours.registry.listen(to: [.run(id)])
      let ofLog = try await ours.registry.listen(to: [.log(id)])
      let ofMetrics = try await ours.registry.listen(to: [.metrics(id)])
      try run.startExample()
      try await expect([.run(id)], listener)
      try FileDescriptor.open(run.logPath, .appending).write(Array("epoch 1/3 loss 0.5\n".utf8))
      try await expect([.log(id)], ofLog)
      try await expect([.metrics(id)], ofMetrics)
      try run.endExample()
      _ = consume lock
      while try await ours.registry.picture(of: id.rawValue).status != .completed {
        try await expect([.run(id)], listener)
      }
      try await expect([.log(id)], ofLog)
    }
  }

  @Test func schedulesOfOthers() async throws {
    try await withTwo { ours, other in
      let listener = try await ours.registry.listen(to: [.catalog, .schedules])
      let made = try await other.registry.createSchedule(Self.yearly)
      let id = made.schedule.id
      try await expect([.catalog, .schedules], listener)
      let one = try await ours.registry.listen(to: [.schedule(id)])
      _ = try await other.registry.pauseSchedule(id.rawValue)
      try await expect([.schedule(id)], one)
      _ = try await ours.registry.resumeSchedule(id.rawValue)
      try await expect([.schedule(id)], one)
      _ = try await other.registry.deleteSchedule(id.rawValue)
      try await expect([.schedule(id)], one)
      try await expect([.catalog, .schedules], listener)
    }
  }

  @Test func whatIsNotThereCannotBeListenedTo() async throws {
    try await withTwo { ours, _ in
      let run = try HomeDirectory.exampleID(1)
      let schedule = try #require(ScheduleID("schedule-x"))
      await #expect(throws: ServiceError.unknownRun(run.rawValue)) {
        _ = try await ours.registry.listen(to: [.runs, .log(run)])
      }
      await #expect(throws: ServiceError.unknownSchedule("schedule-x")) {
        _ = try await ours.registry.listen(to: [.schedule(schedule)])
      }
      #expect(await ours.onRegistry { $0.news.isEmpty && !$0.homeWatch.isActive })
    }
  }

  @Test func whoListensNoMoreCostsNothing() async throws {
    try await withTwo { ours, _ in
      do {
        let listener = try await ours.registry.listen(to: [.runs])
        #expect(await ours.onRegistry { !$0.news.isEmpty && $0.homeWatch.isActive })
        let waiting = Task { try await listener.next() }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
      }
      try await eventually("nobody listens") {
        await ours.onRegistry { $0.news.isEmpty && !$0.homeWatch.isActive }
      }
    }
  }

  /// A run's directory that is a link is none, and a log that is one is not read.
  @Test func linksDoNotLeadOutOfTheHome() async throws {
    try await ScratchDirectory.with { scratch in
      let outside = try await Service(HomeDirectory(path: scratch.path("outside")))
      let ours = try await Service(HomeDirectory(path: scratch.path("home")))
      let elsewhere = try outside.home.makeEndedExample(1, log: "secret\n")
      try ours.home.makeEndedExample(2)
      let link = ours.home.directory(of: try HomeDirectory.exampleID(1)).path
      #expect(symlink(elsewhere.path, link) == 0)
      await #expect(throws: ServiceError.unknownRun(try HomeDirectory.exampleID(1).rawValue)) {
        _ = try await ours.registry.picture(of: try HomeDirectory.exampleID(1).rawValue)
      }
      let run = ours.home.directory(of: try HomeDirectory.exampleID(2))
      try FileSystem.removeFile(run.logPath)
      #expect(symlink(elsewhere.logPath, run.logPath) == 0)
      let id = try run.specification().id.rawValue
      await #expect(throws: ServiceError.self) {
        _ = try await ours.registry.logs(of: id, LogRequest(start: .offset(0)))
      }
    }
  }
}
