import JSON
import TestSupport
import Testing
import TranscriptReplay

/// However much a training says, no answer about it is larger than hosts show.
@Suite(.timeLimit(.minutes(10)), .blocking) struct AnswerSizeTests {
  private static let texts = 45_000
  /// Hosts cut the text of an error after 11,000 characters.
  private static let errors = 11_000

  /// Lines of 2,000 characters, paths and metrics with long names, and an error that says the same.
  private static let talker = """
    import json, sys
    long = "word " * 400
    for step in range(1, 400):
      metrics = {f"layer_{n}_{'weight_' * 5}norm": step / (n + 1) for n in range(60)}
      print(json.dumps({"event": "progress", "step": step, "total_steps": 400, "metrics": metrics}))
      if step % 10 == 0: print(json.dumps({"event": "artifact", "path": "out/" + long + str(step)}))
      print(long)
    raise ValueError(long * 20)
    """

  private static let failure = """
    for n in range(5): print('{"event": "artifact", "path": "out/%s%d"}' % ("deep/" * 100, n))
    for n in range(40): print(n, "x" * 3000)
    raise SystemExit("RuntimeError: " + "why " * 1000)
    """

  @Test func ofATrainingThatTalksALot() throws {
    let yard = try Yard(companions: 0)
    let start = try yard.start(["python3", "-c", .string(Self.talker)], ["name": "talker"])
    let id = try #require(start["process_id"]?.string)
    let end = try yard.end(of: id)
    #expect(end["process_status"] == "failed")
    let again = try yard.start(["python3", "-c", .string(Self.failure)])
    #expect(again.isError)
    #expect(again.text.utf16.count < Self.errors)
    #expect(again.text.contains("Next: "), "what to do is not what is cut")
    let names = try #require(
      try yard.status("metrics", id)["metric_names"]?.array?.prefix(50))
    let asked: [(String, JSONObject)] = [
      ("status", [:]), ("wait", [:]), ("logs", [:]), ("logs", ["tail": 10_000]),
      ("logs", ["tail": 10_000, "max_bytes": 40_000]),
      ("logs", ["offset": 0, "max_bytes": 40_000, "raw": true]),
      ("logs", ["match": "word", "max_bytes": 40_000]), ("metrics", [:]),
      ("metrics", ["names": .array(Array(names)), "max_points": 1_000]), ("kill", [:]),
    ]
    for (action, arguments) in asked {
      let answer = try yard.status(action, id, arguments)
      #expect(answer.text.utf16.count <= Self.texts, "\(action) \(arguments)")
      #expect(answer.text.contains("Next: "), "\(action) \(arguments)")
    }
    for part in ["log", "log?limit=40000", "metrics"] {
      let contents = try yard.client.request("resources/read", ["uri": .string("train://runs/\(id)/\(part)")])
      let text = try #require(contents["contents"]?.array?.first?["text"]?.string)
      #expect(text.utf16.count <= Self.texts && text.utf16.count > 1_000, "\(part)")
    }
    for action in ["list", "events"] {
      let answer = try yard.client.callTool("train_status", ["action": .string(action), "limit": 100])
      #expect(answer.text.utf16.count <= 40_000, "\(action)")
    }
  }
}
