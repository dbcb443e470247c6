import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Settings, and the cap on a log that they set, against real runs.
@Suite(.timeLimit(.minutes(10)), .blocking) struct CappedRunTests {
  private func set(_ settings: String, for yard: Yard) throws {
    try FileSystem.replace(yard.home + "/settings.json", with: Array(settings.utf8), durable: false)
  }

  private static let smallest = #"{"log": {"max_bytes": "1 MiB"}}"#

  private func allocatedBytes(_ path: String) throws -> Int64 {
    var status = stat()
    try #require(stat(path, &status) == 0)
    return Int64(status.st_blocks) * 512
  }

  private func warning(_ code: JSONValue, of picture: ToolAnswer) -> JSONValue? {
    picture["warnings"]?.array?.first { $0["code"] == code }
  }

  /// Reads a log in lines of 64 bytes that say where they begin, from its start until its run has ended.
  ///
  /// - Returns: the pages that say that something was dropped and have no content.
  private func readThrough(_ id: String, in yard: Yard) throws -> [ToolAnswer] {
    var empty: [ToolAnswer] = []
    var offset: Int64 = 0
    while true {
      let page = try yard.status("logs", id, ["offset": .integer(offset), "max_bytes": 32_000, "raw": true])
      #expect(page["offset"] == .integer(offset))
      let content = Array(try #require(page["content"]?.string).utf8)
      // A page may end within the last line that is there, and the next one begins there.
      for start in stride(from: Int((64 - offset % 64) % 64), to: max(0, content.count - 12), by: 64) {
        let place = String(decoding: content[start...].prefix(12), as: UTF8.self)
        try #require(Int64(place) == offset + Int64(start), "this is no text of the training")
      }
      let next = try #require(page["next_offset"]?.integer)
      if page["dropped"] != nil, content.isEmpty {
        empty.append(page)
      } else {
        #expect(next == offset + Int64(content.count))
      }
      try #require(next > offset || page["eof"] == true, "reading must go on")
      offset = next
      if page["eof"] == true, page["process_status"] == "completed" { return empty }
    }
  }

  @Test func aFloodLeavesItsHeadAndItsTail() throws {
    let yard = try Yard()
    try set(Self.smallest, for: yard)
    let id = try yard.startRun(Yard.trainer("floods", "--bytes", "8000000"))
    let picture = try yard.end(of: id)
    #expect(picture["exit_code"] == 0)
    #expect(picture["log"]?["size"] == 8_000_000, "offsets stay true")
    #expect(try allocatedBytes("\(yard.home)/runs/\(id)/log") < 2 << 20)

    let pages = try readThrough(id, in: yard)
    #expect(pages.count == 1)
    let dropped = try #require(pages.first?["dropped"])
    let (start, end) = (
      try #require(dropped["offset"]?.integer), try #require(dropped["next_offset"]?.integer)
    )
    #expect(dropped["bytes"] == .integer(end - start))
    #expect(pages[0]["offset"] == .integer(start) && pages[0]["next_offset"] == .integer(end))
    #expect(pages[0].text.contains("dropped to keep the log under its cap"))
    #expect(pages[0]["next"]?.string?.contains("offset \(end)") == true)
    #expect(try yard.status("logs", id, ["tail": 1])["content"]?.string?.hasPrefix("000007999936 ") == true)
    let all = try yard.status("logs", id, ["tail": 1000, "match": "000000000064 "])
    #expect(all["content"] == "" && all["dropped"] == dropped)

    let capped = try #require(warning("log_capped", of: picture))
    #expect(capped["evidence"] == .string("\(end - start) bytes, from \(start) to \(end)"))
    #expect(picture.text.contains("its middle was dropped"))
  }

  @Test func aLogIsCutWhileItsTrainingRuns() throws {
    let yard = try Yard()
    try set(Self.smallest, for: yard)
    let script = """
      import os, sys, time
      sys.stdout.write("".join("%063d\\n" % n for n in range(50_000)))
      sys.stdout.flush()
      while not os.path.exists("go"): time.sleep(0.01)
      print("the last line")
      """
    let id = try yard.startRun(["python3", "-c", .string(script)], ["wait": 0, "cwd": .string(yard.root)])
    try blockUntil("the log is cut") { warning("log_capped", of: try yard.status("status", id)) != nil }
    try blockUntil("what was dropped is gone") {
      try allocatedBytes("\(yard.home)/runs/\(id)/log") < 1 << 20
    }
    let page = try yard.status("logs", id, ["offset": 2_000_000])
    #expect(page["process_status"] == "running")
    #expect(page["content"] == "" && page["dropped"] != nil)
    try FileSystem.replace(yard.root + "/go", with: [], durable: false)
    #expect(try yard.end(of: id)["exit_code"] == 0)
    #expect(try yard.status("logs", id, ["tail": 1])["content"] == "the last line\n")
    #expect(try yard.status("logs", id, ["offset": 0])["content"]?.string?.hasPrefix("0000") == true)
  }

  @Test func nothingButTextIsReadWhileALogIsCut() throws {
    let yard = try Yard()
    try set(Self.smallest, for: yard)
    let script = """
      import os, time
      for start in range(0, 128_000_000, 512_000):
        os.write(1, b"".join(b"%012d%51d\\n" % (n, 0) for n in range(start, start + 512_000, 64)))
        time.sleep(0.005)
      """
    let id = try yard.startRun(["python3", "-c", .string(script)], ["wait": 0])
    try blockUntil("the log is cut") { warning("log_capped", of: try yard.status("status", id)) != nil }
    #expect(try !readThrough(id, in: yard).isEmpty)
  }

  @Test(
    arguments: [
      (nil, .integer(2 << 30)), (#"{"log": {"max_bytes": 0}}"#, nil), (smallest, .integer(1 << 20)),
    ] as [(String?, JSONValue?)])
  func theCapIsWrittenDownWithTheRun(settings: String?, bytes: JSONValue?) throws {
    let yard = try Yard()
    if let settings { try set(settings, for: yard) }
    let id = try yard.startRun(["true"])
    let record = try JSONParser.parse(try FileSystem.read("\(yard.home)/runs/\(id)/run.json"))
    #expect(record["max_log_bytes"] == bytes)
  }

  @Test func withWrongSettingsNothingStartsAndAllElseWorks() throws {
    let yard = try Yard()
    let id = try yard.startRun(["true"])
    try set(#"{"log": {"max_bytes": "2 parsecs"}, "retentoin": {}}"#, for: yard)
    let refused = try yard.start(["true"])
    #expect(refused.isError)
    #expect(refused["error"]?["code"] == "bad_settings")
    let message = try #require(refused["error"]?["message"]?.string)
    #expect(message.contains("\(yard.home)/settings.json"))
    #expect(message.contains("log.max_bytes") && message.contains("retentoin"))
    #expect(try yard.status("status", id)["process_status"] == "completed")
    #expect(try yard.client.callTool("train_status", ["action": "list"])["processes"]?.array?.count == 1)
    #expect(try FileSystem.entries(of: yard.home + "/runs") == [id], "nothing was made")
    try set("{}", for: yard)
    #expect(try yard.start(["true"])["status"] == "completed", "a mended file counts at once")
  }

  @Test func aServerSaysAtItsStartThatItsSettingsAreWrong() throws {
    let yard = try Yard()
    try set("[]", for: yard)
    let errors = yard.root + "/errors"
    let server = try ServerProcess(
      ServerLaunch(
        program: "/bin/sh", arguments: ["-c", #"exec "$0" serve 2>"$1""#, BuiltProduct.signalbox, errors],
        environment: Environment.current.merging(["SIGNALBOX_HOME": yard.home]), directory: yard.root))
    let client = AgentClient(server)
    try client.open(as: "tests")
    #expect(try client.close() == .exited(code: 0))
    let text = String(decoding: try FileSystem.read(errors), as: UTF8.self)
    #expect(text.contains("\(yard.home)/settings.json: the file must be an object"), "\(text)")
  }
}
