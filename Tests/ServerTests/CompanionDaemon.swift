import Platform
import TestSupport
import Testing
import TranscriptReplay

/// A `signalbox daemon` on the home of a yard, as somebody has it who lets schedules start trainings.
final class CompanionDaemon {
  private let daemon: ServerProcess

  /// What it says when it has started, and nothing but that when all goes well.
  static let greeting = "the daemon has started"

  /// Starts it, and waits until it is there.
  ///
  /// - Parameter launch: how a server is started on the home.
  init(_ launch: ServerLaunch) throws {
    var launch = launch
    launch.arguments = ["daemon"]
    daemon = try ServerProcess(launch)
    let greeting = "\(Self.greeting) (process \(daemon.pid))"
    let path = try #require(launch.errorFile)
    try blockUntil(greeting) { String(decoding: try FileSystem.read(path), as: UTF8.self).contains(greeting) }
  }

  /// Tells it to end, and waits until it is gone.
  func close() {
    expectEnd(.exited(code: 0), bySignal: SystemSignal.terminate)
  }

  /// Kills it, whatever it is doing.
  func kill() {
    expectEnd(.signalled(number: SystemSignal.kill), bySignal: SystemSignal.kill)
  }

  private func expectEnd(_ wanted: ServerProcess.End, bySignal signal: Int32) {
    guard let entry = ProcessTable.entry(of: daemon.pid) else {
      Issue.record("the companion daemon was gone by itself")
      return
    }
    #expect(ProcessTable.send(signal, to: entry.pid, startedAt: entry.startTime))
    let end = daemon.waitForEnd(until: .hangLimit)
    #expect(end == wanted, "the companion daemon ended in its own way")
  }
}
