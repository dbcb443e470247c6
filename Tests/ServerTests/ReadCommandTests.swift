import JSON
import Platform
import TestSupport
import Testing

/// `signalbox read`: what is understood of a log, for people and programs.
@Suite(.timeLimit(.minutes(10)), .blocking) struct ReadCommandTests {
  private static let log = "loading\nEpoch 1/3\nstep 5/10 loss: 0.5\nsaved model to out/m.pt\n"

  private func read(_ log: String, _ options: String...) async throws -> (code: Int32, text: String) {
    try await ScratchDirectory.with { scratch in
      try scratch.write("log", log)
      let null = try FileDescriptor.open("/dev/null", .reading)
      let output = try FileDescriptor.open(scratch.path("out"), .replacing)
      let pid = try ChildProcess.launch(
        ProgramLaunch(
          path: BuiltProduct.signalbox, arguments: ["signalbox", "read", scratch.path("log")] + options,
          environment: .current, descriptors: [null.number, output.number, output.number]))
      guard case .exited(let code) = ChildProcess.wait(for: pid) else { return (-1, "") }
      return (code, String(decoding: try FileSystem.read(scratch.path("out")), as: UTF8.self))
    }
  }

  @Test func peopleGetALineForEachThing() async throws {
    let answer = try await read(Self.log)
    #expect(answer.code == 0)
    #expect(
      answer.text == """
        started: at byte 8: Epoch 1/3
        epoch: 1
        total_epochs: 3
        step: 5
        total_steps: 10
        metric loss: 0.5
        wrote: out/m.pt

        """)
    #expect(try await read("nothing\n").text == "started: no sign of it\n")
  }

  @Test func programsGetOneObject() async throws {
    let answer = try await read(Self.log, "--json")
    let picture = try JSONParser.parse(Array(answer.text.utf8))
    #expect(picture["started"]?["offset"] == 8)
    #expect(picture["progress"]?["total_epochs"] == 3)
    #expect(picture["metrics"]?["loss"] == 0.5)
    #expect(picture["artifacts"] == ["out/m.pt"])
    #expect(picture["end_seen"] == false)
  }

  @Test func whoWondersIsToldWhichRuleFoundWhat() async throws {
    let answer = try await read(Self.log, "--explain")
    #expect(answer.text.hasPrefix("8\tEpochLineRule\tstart, epoch 1.0, of epochs 3.0\tEpoch 1/3\n"))
    #expect(answer.text.split(separator: "\n").count == 3)
  }

  @Test func whatCannotBeReadIsSaid() async throws {
    #expect(try await read(Self.log, "more").code == 64)
    let answer = try await read(Self.log, "--all")
    #expect(answer.code == 64)
    #expect(answer.text.contains("there is no option --all; there are: --explain, --json"))
  }
}
