import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// `train_status` with action `metrics`, against a real server and real trainings.
@Suite(.timeLimit(.minutes(10)), .blocking) struct MetricsTests {
  /// A training that prints `lines` and ends.
  private func run(_ yard: Yard, _ lines: [String]) throws -> String {
    let code = "for line in '''\(lines.joined(separator: "\n"))'''.split('\\n'): print(line)"
    let id = try yard.startRun(["python3", "-c", .string(code)])
    _ = try yard.end(of: id)
    return id
  }

  private static let epochs = (1...40).map { epoch in
    "Epoch \(epoch)/40 - loss: \(Double(41 - epoch) / 40) - val_loss: \(epoch < 30 ? 1 - Double(epoch) / 40 : 0.5)"
  }

  @Test func aCurveHasFewPointsAndItsBestValue() throws {
    let yard = try Yard()
    let id = try run(yard, Self.epochs)
    let answer = try yard.status("metrics", id, ["max_points": 10])
    let curves = try #require(answer["curves"]?.array)
    #expect(curves.map { $0["name"] } == ["loss", "val_loss"])
    #expect(curves.map { $0["role"] } == ["training", "validation"])
    #expect(curves[0]["count"] == 40)
    #expect(curves[0]["last"]?["value"] == 0.025)
    #expect(curves[1]["best"] == ["value": 0.275, "epoch": 29])
    #expect(curves[1]["better"] == "lower")
    #expect(curves[0]["columns"] == ["epoch", "value"])
    let points = try #require(curves[0]["points"]?.array)
    #expect(points.count == 10)
    #expect(points.first == [1, 1])
    #expect(points.last == [40, 0.025])
    #expect(
      answer.text.contains(
        "val_loss (validation, lower is better): 40 values, last 0.5 at epoch 40, best 0.275"))
    #expect(answer.text.utf8.count < 1_200, "a curve is worth a few hundred tokens")
  }

  @Test func namesPickAndSinceShowsWhatIsNew() throws {
    let yard = try Yard()
    let go = yard.root + "/go"
    let code = """
      import os, time
      print('Epoch 1/2 - loss: 3 - acc: 0.1', flush=True)
      while not os.path.exists('\(go)'): time.sleep(0.01)
      print('Epoch 2/2 - loss: 4 - acc: 0.2', flush=True)
      """
    let id = try yard.startRun(["python3", "-c", .string(code)], ["wait": 0])
    try yard.waitForLog(of: id, toHold: "Epoch 1/2")
    try blockUntil("the first epoch is read") { try yard.status("metrics", id)["metric_names"] != [] }
    let first = try yard.status("metrics", id, ["names": ["loss", "f1"]])
    #expect(first["curves"]?.array?.map { $0["name"] } == ["loss"])
    #expect(first["metric_names"] == ["acc", "loss"])
    #expect(first["unknown_names"] == ["f1"])
    #expect(first["next"]?.string?.contains("since") == true)
    let since = try #require(first["next_since"])
    #expect(try yard.status("metrics", id, ["since": since])["curves"] == [])
    try FileSystem.replace(go, with: [], durable: false)
    _ = try yard.end(of: id)
    let second = try yard.status("metrics", id, ["since": since, "names": ["loss"]])
    let curve = try #require(second["curves"]?.array?.first)
    #expect(curve["points"] == [[2, 4]], "only what is new")
    #expect(curve["best"] == ["value": 3, "epoch": 1], "the best of all")
  }

  @Test func ofManyMetricsEachHasALineAndNamesBringTheCurves() throws {
    let yard = try Yard()
    let line = (1...8).map { "loss_\($0): 0.\($0)" }.joined(separator: " - ")
    let id = try run(yard, ["Epoch 1/1 - \(line)"])
    let answer = try yard.status("metrics", id)
    #expect(answer["curves"]?.array?.count == 8)
    #expect(answer["curves"]?.array?.allSatisfy { $0["points"] == nil } == true)
    #expect(answer["next"]?.string?.contains("names") == true)
    let picked = try yard.status("metrics", id, ["names": ["loss_3"]])
    #expect(picked["curves"]?.array?.first?["points"] == [[1, 0.3]])
  }

  @Test func whatIsNoNumberIsSaid() throws {
    let yard = try Yard()
    let id = try run(yard, ["Epoch 1/2 - loss: 0.5", "Epoch 2/2 - loss: nan"])
    let curve = try #require(try yard.status("metrics", id)["curves"]?.array?.first)
    #expect(curve["not_a_number"] == 1)
    #expect(curve["last"]?["value"] == .null)
    #expect(curve["best"]?["value"] == 0.5)
  }

  @Test func aRunWithoutMetricsHasNone() throws {
    let yard = try Yard()
    let id = try run(yard, ["nothing"])
    let answer = try yard.status("metrics", id)
    #expect(answer["curves"] == [])
    #expect(answer.text.contains("has no metrics to show"))
    #expect(try yard.status("metrics", "train-unknown")["error"]?["code"] == "unknown_process")
    #expect(try yard.status("metrics", id, ["tail": 3]).text.contains("means nothing with action metrics"))
  }
}
