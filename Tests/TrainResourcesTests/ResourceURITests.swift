import TestSupport
import Testing
import TrainingModel

@testable import TrainResources

/// Nothing but the known forms names a resource.
@Suite struct ResourceURITests {
  private static let run = "train-20261121T120000Z-abcdefghijklmnopqrstuvwxyz"
  private static let schedule = "schedule-20261121T120000Z-abcdefghijklmnopqrstuvwxyz"

  @Test func theKnownForms() throws {
    let run = try #require(RunID(Self.run))
    let schedule = try #require(ScheduleID(Self.schedule))
    let forms: [(String, ResourceURI)] = [
      ("train://runs", .runs), ("train://schedules", .schedules),
      ("train://runs/\(run)", .run(run)), ("train://runs/\(run)/metrics", .metrics(run)),
      ("train://schedules/\(schedule)", .schedule(schedule)),
      ("train://runs/\(run)/log", .log(run, LogWindow())),
      ("train://runs/\(run)/log?offset=0", .log(run, LogWindow(offset: 0))),
      ("train://runs/\(run)/log?limit=40000", .log(run, LogWindow(limit: 40000))),
      (
        "train://runs/\(run)/log?offset=9223372036854775807&limit=1",
        .log(run, LogWindow(offset: .max, limit: 1))
      ),
    ]
    for (text, uri) in forms {
      #expect(ResourceURI(text) == uri)
      #expect(uri.text == text)
    }
  }

  @Test func percentSignsInIdentifiersAreReadOnce() throws {
    let run = try #require(RunID(Self.run))
    #expect(ResourceURI("train://runs/train%2D20261121T120000Z-abcdefghijklmnopqrstuvwxyz") == .run(run))
    #expect(ResourceURI("train://runs/%74rain%2d20261121T120000Z-abcdefghijklmnopqrstuvwxyz") == .run(run))
    #expect(ResourceURI("train://runs/train%252D20261121T120000Z-abcdefghijklmnopqrstuvwxyz") == nil)
  }

  @Test(arguments: [
    "", "train:", "train:/runs", "train://", "train:///runs", "train:///etc/passwd", "runs", "/runs",
    "file:///runs",
    "TRAIN://runs", "Train://runs", "train://RUNS", "train://run", "train://runs/", "train://runs//",
    "train://runs/..",
    "train://runs/.", "train://runs/../schedules", "train://runs/%2e%2e", "train://runs/%2E%2E/x",
    "train://runs/..%2f..",
    "train://%72uns", "train://runs?", "train://runs?offset=1", "train://runs#x", "train://u@runs",
    "train://u:p@runs",
    "train://runs:80", "train://runs:", "train://runs.", "train://runs\0", "train://runs/\0", "train://runs ",
    " train://runs",
    "train://runs\n", "train://rüns", "train://runs/RUN/", "train://runs/RUN//log", "train://runs/RUN/log/",
    "train://runs/RUN/log/../exit.json", "train://runs/RUN/exit.json", "train://runs/RUN/LOG",
    "train://runs/RUN/%6cog",
    "train://runs/RUN/log?", "train://runs/RUN/log?offset", "train://runs/RUN/log?offset=",
    "train://runs/RUN/log?offset=-1",
    "train://runs/RUN/log?offset=+1", "train://runs/RUN/log?offset=1&offset=1",
    "train://runs/RUN/log?offset=1&",
    "train://runs/RUN/log?offset=0x1", "train://runs/RUN/log?offset=9223372036854775808",
    "train://runs/RUN/log?limit=0",
    "train://runs/RUN/log?limit=40001", "train://runs/RUN/log?raw=1", "train://runs/RUN/log?offset=1;limit=2",
    "train://runs/RUN/log?offset=%31", "train://runs/RUN/log?offset=1?limit=1",
    "train://runs/RUN/log?offset=1#x",
    "train://runs/RUN/log?offset=١", "train://runs/RUN/metrics?offset=1", "train://runs/RUN?x=1",
    "train://runs/RUN#log",
    "train://runs/RUN%00", "train://runs/RUN%2f..", "train://runs/RUN%2", "train://runs/RUN%",
    "train://runs/RUN%zz",
    "train://runs/RUN%ff", "train://runs/RUN%c0%ae", "train://runs/RUN\\..", "train://runs/RUN/log/log",
    "train://runs/SCHEDULE", "train://schedules/RUN", "train://schedules/SCHEDULE/log",
    "train://runs/train‐x",
  ])
  func nothingElse(text: String) {
    let text = Self.filled(text)
    #expect(ResourceURI(text) == nil)
  }

  @Test func longOnesAreRefusedUnread() {
    for count in [500, 100_000] {
      #expect(ResourceURI("train://runs/train-" + String(repeating: "a", count: count)) == nil)
      #expect(
        ResourceURI("train://runs/" + Self.run + "/log?offset=" + String(repeating: "0", count: count)) == nil
      )
    }
  }

  @Test func whatIsTakenIsOneOfTheFormsWhateverIsSent() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "train://", "runs", "schedules", "/", "?", "log", "metrics", "offset=", "limit=", "1", "..", "%2e",
      "%2f", "&", "#",
      "@", Self.run, Self.schedule, "%", "\0", "é",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...7, using: &generator)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
      guard let uri = ResourceURI("train://" + text) ?? ResourceURI(text) else { continue }
      #expect(ResourceURI(uri.text) == uri)
      #expect(!uri.text.contains("..") && !uri.text.contains("%"), "\(text)")
    }
  }

  private static func filled(_ text: String) -> String {
    var parts: [String] = []
    for part in text.split(separator: "/", omittingEmptySubsequences: false) {
      if part.hasPrefix("RUN") && !part.hasPrefix("RUNS") {
        parts.append(run + part.dropFirst(3))
      } else if part.hasPrefix("SCHEDULE") {
        parts.append(schedule + part.dropFirst(8))
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
