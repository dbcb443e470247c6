import JSON
import Platform
import TestSupport
import Testing

/// `signalbox diagnose`: why a training failed, from any log, for people and programs.
@Suite(.timeLimit(.minutes(10)), .blocking) struct DiagnoseCommandTests {
  private static let log =
    "epoch 1 loss 0.5\nTraceback (most recent call last):\n  File \"/home/u/train.py\", line 7, in <module>\n"
    + "    import cv2\nModuleNotFoundError: No module named 'cv2'\n"

  private func diagnose(
    _ log: String, _ options: String..., fromInput: Bool = false
  ) async throws -> (code: Int32, text: String) {
    try await diagnose(log, options, fromInput: fromInput)
  }

  private func diagnose(
    _ log: String, _ options: [String], fromInput: Bool = false
  ) async throws -> (code: Int32, text: String) {
    try await ScratchDirectory.with { scratch in
      try scratch.write("log", log)
      let input = try FileDescriptor.open(fromInput ? scratch.path("log") : "/dev/null", .reading)
      let output = try FileDescriptor.open(scratch.path("out"), .replacing)
      let pid = try ChildProcess.launch(
        ProgramLaunch(
          path: BuiltProduct.signalbox,
          arguments: ["signalbox", "diagnose", fromInput ? "-" : scratch.path("log")] + options,
          environment: Environment.current.merging(["SIGNALBOX_HOME": scratch.path("home")]),
          descriptors: [input.number, output.number, output.number]))
      guard case .exited(let code) = ChildProcess.wait(for: pid) else { return (-1, "") }
      return (code, String(decoding: try FileSystem.read(scratch.path("out")), as: UTF8.self))
    }
  }

  @Test func peopleReadTheCauseFirst() async throws {
    let answer = try await diagnose(Self.log)
    #expect(answer.code == 0)
    #expect(
      answer.text.hasPrefix(
        """
        missing_dependency (confidence: high)
          ModuleNotFoundError: No module named 'cv2'
          at /home/u/train.py:7

        What to do:
          1. Install it into the environment that runs the training: `pip install opencv-python`.

        """))
    #expect(answer.text.contains("The same command will fail again until something is changed."))
  }

  @Test func rulesOfOnesOwnGoFirst() async throws {
    let rules = #"[{"name": "vision", "pattern": "'cv2'$", "label": "dependency_conflict"}]"#
    try await ScratchDirectory.with { scratch in
      let path = try scratch.write("rules.json", rules)
      let answer = try await diagnose(Self.log, "--rules", path, "--explain")
      #expect(answer.text.hasPrefix("dependency_conflict (confidence: high)\n"))
      #expect(answer.text.contains("  by your rule 'vision'\n"))
      #expect(answer.text.contains("  vision  dependency_conflict  "))
      #expect(answer.text.contains("lost: your rule 'vision' goes first"))
      try scratch.write("rules.json", rules.replacing("'cv2'$", with: "("))
      let ours = try await diagnose(Self.log, "--rules", path)
      #expect(ours.code == 0)
      #expect(ours.text.contains("rule 1 (vision) pattern at character 1: this ( is never closed"))
      #expect(ours.text.contains("missing_dependency (confidence: high)\n"))
      let missing = try await diagnose(Self.log, "--rules", scratch.path("none.json"))
      #expect(missing.code == 64)
    }
  }

  @Test func programsGetTheSummaryOrNull() async throws {
    let json = try JSONParser.parse(Array(try await diagnose(Self.log, "--json", fromInput: true).text.utf8))
    #expect(json["failureType"] == "missing_dependency")
    #expect(json["location"] == "/home/u/train.py:7")
    #expect(json["evidence"]?.array?.isEmpty == false)
    #expect(try await diagnose("epoch 1\n", "--json", "--exit-code", "0").text == "null\n")
  }

  @Test(arguments: [
    ("--exit-code=0", "no failure"), ("--exit-code=-11", "segfault"), ("--signal=SEGV", "segfault"),
    ("--signal=sigill", "illegal_instruction"), ("--signal=9", "killed_externally"),
    ("--exit-code=127", "command_not_found"),
  ])
  func theEndCounts(option: String, start: String) async throws {
    let answer = try await diagnose("epoch 1 loss 0.5\n", option)
    #expect(answer.text.hasPrefix(start))
    #expect(answer.code == 0)
  }

  @Test func whoWondersIsToldWhatLostAndWhy() async throws {
    let log =
      "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\nKeyError: 'x'\n" + Self.log
      + "subprocess.CalledProcessError: Command 'x' returned non-zero exit status 1.\n"
    let text = try await diagnose(log, "--explain").text
    #expect(text.contains("missing_dependency  "))
    #expect(text.contains("decided the verdict"))
    #expect(text.contains("lost: an exception that the training went on after"))
    #expect(text.contains("put aside: only reports that something else failed"))
  }

  @Test func theMiddleOfALongLogIsNotRead() async throws {
    let filler = String(repeating: "step 1 loss 0.5\n", count: 40_000)
    let inMiddle = try await diagnose(filler + Self.log + filler, "--json")
    #expect(inMiddle.text.contains("\"unknown\""))
    for fromInput in [false, true] {
      let atEnd = try await diagnose(filler + Self.log, "--json", fromInput: fromInput)
      let json = try JSONParser.parse(Array(atEnd.text.utf8))
      #expect(json["failureType"] == "missing_dependency")
      let offset = Int64(
        filler.utf8.count + Self.log.utf8.count - "ModuleNotFoundError: No module named 'cv2'\n".utf8.count)
      #expect(json["evidence"]?.array?.contains { $0["offset"]?.integer == offset } == true)
    }
  }

  @Test(arguments: [
    (["--exit-code", "x"], "--exit-code takes a number"), (["--signal", "NOPE"], "--signal takes a name"),
    (["--signal", "9", "--exit-code", "1"], "a training ends once"), (["more"], "name one file"),
    (["--all"], "there is no option --all"),
  ])
  func mistakesAreSaid(options: [String], message: String) async throws {
    let answer = try await diagnose(Self.log, options)
    #expect(answer.code == 64)
    #expect(answer.text.contains(message))
  }
}
