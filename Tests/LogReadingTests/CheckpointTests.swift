import JSON
import LogReading
import TestSupport
import Testing
import TrainingModel

/// A reader may be stopped anywhere and another one go on: no event is lost, none comes twice.
@Suite struct CheckpointTests {
  private struct Reading: Equatable {
    var events: [LogEvent]
    var picture: LogPicture
  }

  private func wholeReading(_ bytes: [UInt8]) -> Reading {
    var reader = LogReader()
    let events = reader.consume(bytes[...]) + reader.finish()
    return Reading(events: events, picture: reader.picture)
  }

  /// What is read when a reader stops at every cut, and another one goes on from what it wrote down.
  private func reading(_ bytes: [UInt8], cuts: [Int]) throws -> Reading {
    var reader = LogReader()
    var events: [LogEvent] = []
    var start = 0
    for cut in cuts {
      events += reader.consume(bytes[start..<cut])
      let text = JSONWriter.text(reader.checkpoint.json)
      let checkpoint = try #require(LogReader.Checkpoint(json: try JSONParser.parse(text)))
      #expect(checkpoint == reader.checkpoint)
      #expect(checkpoint.offset <= cut)
      reader = LogReader(resuming: checkpoint)
      start = Int(checkpoint.offset)
    }
    events += reader.consume(bytes[start...]) + reader.finish()
    return Reading(events: events, picture: reader.picture)
  }

  private static let logs = Samples.all + [Samples.odd]

  @Test(arguments: logs)
  func cutsGiveTheSame(log: String) throws {
    let bytes = Array(log.utf8)
    let whole = wholeReading(bytes)
    #expect(!whole.events.isEmpty)
    for cut in Samples.cuts(of: bytes) { #expect(try reading(bytes, cuts: [cut]) == whole) }
  }

  @Test(arguments: 1...40)
  func manyCutsGiveTheSame(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let log = Self.logs.shuffled(using: &generator).joined(separator: "\n")
    let bytes = Array(log.utf8)
    let cuts = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
      Int.random(in: 0...bytes.count, using: &generator)
    }
    #expect(try reading(bytes, cuts: cuts.sorted()) == wholeReading(bytes))
  }

  @Test func aLineLongerThanIsReadIsReadAgain() throws {
    let long = String(repeating: "x", count: LogReader.maximumLine + 100)
    let bytes = Array("step 1/9 loss: 0.5\nstep 2/9 loss: 0.4 \(long) step 9/9\nstep 3/9 loss: 0.3\n".utf8)
    let cuts = [19, 30, LogReader.maximumLine, LogReader.maximumLine + 30, bytes.count - 5, bytes.count]
    #expect(try reading(bytes, cuts: cuts) == wholeReading(bytes))
  }

  @Test func numbersThatJSONDoesNotHaveAreKept() throws {
    var reader = LogReader()
    _ = reader.consume(Array(Samples.odd.utf8)[...])
    let checkpoint = try #require(LogReader.Checkpoint(json: reader.checkpoint.json))
    #expect(checkpoint.picture.metrics["loss"]?.isNaN == true)
    #expect(checkpoint.picture.metrics["low"] == -.infinity)
    #expect(checkpoint.picture.metrics["high"] == .infinity)
    #expect(checkpoint.picture.metrics.entries.map(\.name) == ["loss", "low", "high", "tiny"])
  }

  // MARK: What is no checkpoint

  private func full() throws -> JSONObject {
    var reader = LogReader()
    _ = reader.consume(Array((Samples.odd + Samples.tqdm + Samples.yolo).utf8)[...])
    return try #require(reader.checkpoint.json.object)
  }

  @Test func unknownMembersArePassedOver() throws {
    var json = try full()
    let plain = LogReader.Checkpoint(json: .object(json))
    json["later"] = [1]
    for part in ["picture", "context"] {
      var object = try #require(json[part]?.object)
      object["later"] = ["a": 1]
      json[part] = .object(object)
    }
    #expect(plain != nil && LogReader.Checkpoint(json: .object(json)) == plain)
  }

  @Test func whatIsMissingOrOfAnotherKindMakesItNone() throws {
    let json = try full()
    #expect(LogReader.Checkpoint(json: .object(json)) != nil)
    #expect(LogReader.Checkpoint(json: [1]) == nil)
    for name in ["offset", "picture", "context"] {
      for wrong in [nil, [1], -1] as [JSONValue?] {
        var changed = json
        changed[name] = wrong
        #expect(LogReader.Checkpoint(json: .object(changed)) == nil, "\(name)")
      }
    }
    let optional = [
      "started", "stopped_early", "nothing_to_do", "error", "announced_epochs", "bar_total", "rows",
      "last_epoch", "best_checkpoint", "uses_gpu", "is_pausing", "has_named_progress",
    ]
    for part in ["picture", "context"] {
      let inner = try #require(json[part]?.object)
      for name in inner.names {
        for wrong in [nil, [1]] as [JSONValue?] where wrong != nil || !optional.contains(name) {
          var changed = inner
          changed[name] = wrong
          var outer = json
          outer[part] = .object(changed)
          #expect(LogReader.Checkpoint(json: .object(outer)) == nil, "\(part).\(name)")
        }
      }
    }
  }

  @Test func partsOfThePictureAreHeldToTheirKindsToo() throws {
    let json = try full()
    let changes: [(String, JSONValue)] = [
      ("started", ["offset": 1]), ("progress", ["step": 1.5]), ("progress", ["epoch": "three"]),
      ("metrics", ["loss": "much"]), ("artifacts", ["a", 1]), ("error", ["phase": 1]),
    ]
    for (name, value) in changes {
      var picture = try #require(json["picture"]?.object)
      picture[name] = value
      var outer = json
      outer["picture"] = .object(picture)
      #expect(LogReader.Checkpoint(json: .object(outer)) == nil, "\(name) \(value)")
    }
  }
}
