import Dispatch
import Platform
import TestSupport
import Testing

@testable import TrainingService

/// Looks at what may hang: a few at a time, and nobody waits long for one.
@Suite struct PatientLooksTests {
  /// An actor of a loop, as those that look are.
  private actor Looker {
    nonisolated let loop: EventLoop
    let looks: PatientLooks<String>

    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

    init(patience: Double) throws {
      loop = try EventLoop()
      looks = PatientLooks("test", slots: 2, patience: patience, loop: loop)
    }

    func look(_ body: @escaping @Sendable () -> String) async -> String? { await looks.look(body) }
  }

  private func withLooker(patience: Double, _ body: (Looker) async throws -> Void) async throws {
    let looker = try Looker(patience: patience)
    try Thread.start(name: "test") { [loop = looker.loop] in loop.run() }
    try await body(looker)
    looker.loop.stop()
  }

  @Test func whatIsFoundIsTold() async throws {
    try await withLooker(patience: 600) { looker in
      for number in 0..<10 { #expect(await looker.look { "\(number)" } == "\(number)") }
    }
  }

  @Test func nobodyWaitsForWhatHangsAndItTakesUpItsPlaceUntilItComesBack() async throws {
    let gates = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
    try await withLooker(patience: 0.01) { looker in
      for gate in gates {
        let found = await looker.look {
          gate.wait()
          return "late"
        }
        #expect(found == nil)
      }
      // It would be found at once, but no more threads are spared.
      #expect(await looker.look { "found" } == nil)
      for gate in gates { gate.signal() }
      try await eventually("a place is free") { await looker.look { "found" } == "found" }
    }
  }
}
