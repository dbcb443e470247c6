import JSON
import Testing

@testable import TranscriptReplay

@Suite struct TranscriptTests {
  @Test func readsEveryKindOfLine() throws {
    let text = """
      {"comment": "what it is about"}

      {"transcript": 1, "args": ["--read-only"], "cwd": "/", "comment": "a header"}
      {"time": 0.1, "from": "client", "message": {"id": 1}}
      {"from": "client", "raw": "x\\u0000"}\r
      {"from": "server", "message": {"id": 1}, "comment": "why"}
      {"from": "client", "message": {"id": 2}, "repeat": true}
      {"from": "server", "message": {"id": 2}}
      {"from": "client", "end": true}
      """
    let transcript = try Transcript(Array(text.utf8))
    #expect(transcript.arguments == ["--read-only"])
    #expect(transcript.directory == "/")
    #expect(
      transcript.entries == [
        TranscriptEntry(line: 4, kind: .client(["id": 1])),
        TranscriptEntry(line: 5, kind: .clientText("x\0")),
        TranscriptEntry(line: 6, kind: .server(["id": 1])),
        TranscriptEntry(line: 7, kind: .clientRepeats(["id": 2])),
        TranscriptEntry(line: 8, kind: .server(["id": 2])),
        TranscriptEntry(line: 9, kind: .clientEnd),
      ])
  }

  @Test(arguments: [
    ("", nil, "there is no message in it"),
    ("{", 1, "the text ends in the middle of a value at byte 1"),
    ("\n[]", 2, "a line must be a JSON object"),
    (#"{"transcript": 2}"#, 1, "only version 1 of the format is known"),
    (
      #"{"transcript": 1, "argv": []}"#, 1,
      "there is no member 'argv' here, only transcript, args, cwd, comment"
    ),
    (#"{"transcript": 1, "args": [1]}"#, 1, "args must be a list of strings"),
    (
      "{\"from\": \"client\", \"raw\": \"\"}\n{\"transcript\": 1}", 2,
      "a header may stand only before everything else"
    ),
    (
      #"{"form": "client"}"#, 1,
      "there is no member 'form' here, only time, from, message, raw, end, repeat, comment"
    ),
    (#"{"message": {}}"#, 1, "there must be a member 'from', \"client\" or \"server\""),
    (#"{"from": "proxy", "message": {}}"#, 1, "from must be \"client\" or \"server\""),
    (#"{"from": "client"}"#, 1, "there must be one of message, raw and end, not none"),
    (
      #"{"from": "client", "raw": "", "message": 1}"#, 1,
      "there must be one of message, raw and end, not several"
    ),
    (#"{"from": "client", "raw": 1}"#, 1, "raw must be a string"),
    (#"{"from": "client", "end": 1}"#, 1, "end must be true"),
    (#"{"from": "server", "message": []}"#, 1, "a server's message must be an object"),
    (#"{"from": "client", "message": {"id": 1}, "repeat": 2}"#, 1, "repeat must be true"),
    (
      #"{"from": "client", "message": {}, "repeat": true}"#, 1,
      "only a request of the client can be repeated"
    ),
    (
      #"{"from": "server", "message": {"id": 1}, "repeat": true}"#, 1,
      "only a request of the client can be repeated"
    ),
    (
      "{\"from\": \"client\", \"message\": {\"id\": 1}, \"repeat\": true}\n"
        + "{\"from\": \"server\", \"message\": {\"id\": 2}}", 1,
      "the reply must stand behind a request that is repeated"
    ),
    (#"{"from": "server", "raw": ""}"#, 1, "a server has no 'raw', only a message"),
  ])
  func saysWhatIsWrongAndWhere(text: String, line: Int?, reason: String) {
    #expect(throws: TranscriptError(line: line, reason: reason)) { try Transcript(Array(text.utf8)) }
  }
}
