import Diagnosis
import LogReading
import Testing
import TrainingModel

/// Every line of `FailureExamples` gets its label.
@Suite struct FailureExampleTests {
  /// One line of the table.
  struct Example: Sendable, CustomTestStringConvertible {
    let line: String
    let type: String
    let code: Int32
    let log: String

    var testDescription: String { line }

    init?(_ line: String) {
      guard let mark = line.firstIndex(where: { $0 == "!" || $0 == ":" }) else { return nil }
      self.line = line
      let head = line[..<mark].split(separator: " ")
      let label = head[0].split(whereSeparator: { $0 == "(" || $0 == ")" })
      type = String(label[0])
      code = label.count > 1 ? Int32(label[1]) ?? 1 : 1
      let text = String(line[line.index(mark, offsetBy: 2)...].replacing("\\n", with: "\n"))
      let file = head.count > 1 ? String(head[1].dropFirst()) : "lib/core.py"
      let isLibrary = file.contains("/") && !file.hasPrefix("multiprocessing/")
      log =
        line[mark] == "!"
        ? "epoch 1 loss 0.5\nTraceback (most recent call last):\n  File \"/home/u/train.py\", line 9, in <module>\n"
          + "    main()\n  File \"\(isLibrary ? "/v/lib/python3.11/site-packages/" : "/usr/lib/python3.11/")\(file)\", "
          + "line 4, in run\n    go()\n\(text)\n" : text
    }

    var outcome: RunOutcome {
      code < 0 ? .signalled(Self.signals.first { $0.number == -code } ?? .kill) : .exited(code: code)
    }

    private static let signals: [Signal] = [
      .interrupt, .illegalInstruction, .abort, .kill, .segmentationFault, .terminate,
    ]

    static let all = FailureExamples.all.flatMap { table in
      table.split(separator: "\n").compactMap { Example(String($0)) }
    }
  }

  @Test(arguments: Example.all)
  func namesTheType(of example: Example) throws {
    let facts = FailureFacts(
      outcome: example.outcome, command: ["python", "train.py"], log: lines(example.log))
    let summary = try #require(FailureDiagnosis.summary(of: facts))
    #expect(summary.failureType.rawValue == example.type, "\(summary.message)")
    #expect(!summary.suggestions.isEmpty)
  }

  @Test func everyLineOfTheTablesIsAnExample() {
    let lines = FailureExamples.all.reduce(0) { $0 + $1.split(separator: "\n").count }
    #expect(Example.all.count == lines)
    #expect(Set(Example.all.map(\.type)).count >= 40)
  }
}
