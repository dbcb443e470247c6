import TestSupport
import Testing

@testable import Platform

/// What a command prints, and one that does not end.
@Suite(.timeLimit(.minutes(10))) struct CommandOutputTests {
  private func text(_ script: String, seconds: Double) async throws -> String? {
    try await onOwnThread {
      try CommandOutput.text(
        of: "/bin/sh", ["-c", script], in: .current,
        until: SystemClock.monotonic().advanced(bySeconds: seconds))
    }
  }

  @Test func allOfItIsTold() async throws {
    #expect(try await text("echo one; echo two >&2; read nothing; echo three", seconds: 60) == "one\nthree\n")
    #expect(try await text("exit 3", seconds: 60) == "")
    let much = try await text("head -c 3000000 /dev/zero", seconds: 60)
    #expect((1_048_576..<1_060_000).contains(much?.utf8.count ?? 0))
  }

  @Test func whatDoesNotEndIsKilledWithWhatItStarted() async throws {
    try await ScratchDirectory.with { scratch in
      let pids = scratch.path("pids")
      #expect(
        try await text("echo begun; sleep 600 & echo $$ $! > \(pids); wait", seconds: 1) == nil)
      let numbers = String(decoding: try FileSystem.read(pids), as: UTF8.self)
        .split { $0 == " " || $0 == "\n" }.compactMap { Int32($0) }
      #expect(numbers.count == 2)
      try await eventually("they are gone") {
        numbers.allSatisfy { ProcessTable.entry(of: $0)?.isZombie != false }
      }
    }
  }

  @Test func whatIsNotThereIsAnError() async throws {
    await #expect(throws: SystemError.self) {
      try await onOwnThread {
        try CommandOutput.text(
          of: "/nonexistent/nvidia-smi", [], in: .current,
          until: SystemClock.monotonic().advanced(bySeconds: 60))
      }
    }
  }
}
