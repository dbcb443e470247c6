import Testing

@testable import TranscriptReplay

@Suite struct TextNormalizerTests {
  private static let run = "train-20261121T034000-" + String(repeating: "a", count: 26)

  @Test(arguments: [
    ("epoch 3 of 50, loss 0.1250", "epoch <n> of <n>, loss <n>"),
    ("after 34 ms.", "after <n> s."),
    ("after 9.5 s.", "after <n> s."),
    ("after 4 min 10 s.", "after <n> s."),
    ("after 2 h 5 min.", "after <n> s."),
    ("in 5 minutes", "in <n> minutes"),
    ("at 0x7f3A, 1e-3, 2.5E+10, v1.2.3", "at <n>, <n>, <n>, v<n>.<n>"),
    ("2026-11-21T03:40:00.123Z done", "<time> done"),
    ("Sat Nov 21 04:56:39 UTC 2026", "<time> <time> <n> <n>:<n>:<n> UTC <n>"),
    ("Marvin, Sunny Mayor", "Marvin, Sunny Mayor"),
    ("\(run) ended", "\(run) ended"),
    ("(/tmp/x y/home/runs/\(run)/log)", "(/tmp/x <home>/runs/\(run)/log)"),
    ("ä 1 €", "ä <n> €"),
    ("", ""),
  ])
  func takesOutWhatVaries(text: String, expected: String) {
    #expect(TextNormalizer.free(text) == expected)
  }

  @Test func pathsAloneLeaveNumbers() {
    #expect(TextNormalizer.paths("3 in /h/runs/\(Self.run)/log") == "3 in <home>/runs/\(Self.run)/log")
  }

  @Test(arguments: [
    ("\(run)", 1), ("x\(run)y", 1), ("\(run) \(run)", 2), ("train-2-copy", 0),
    ("train-20261121T034000-short", 0),
    ("train-", 0), ("schedule\(run.dropFirst(5)), execution\(run.dropFirst(5))", 2),
    ("timer\(run.dropFirst(5))", 0),
  ])
  func findsIdentifiers(text: String, count: Int) {
    #expect(RunIDScanner.identifiers(in: Array(text.utf8)).count == count)
  }

  @Test(arguments: [
    ("2026-11-21T03:40:00Z", true), ("2026-11-21T03:40:00.1+01:00", true),
    ("2026-11-21T03:40:00-01:00", true),
    ("2026-11-21T03:40:00", false), ("2026-11-21 03:40:00Z", false), ("2026-11-21T03:40:00.Z", false),
    ("2026-11-21T03:40:00Z ", false), ("", false),
  ])
  func knowsTimes(text: String, isTime: Bool) {
    #expect(RFC3339.isTime(text) == isTime)
  }
}
