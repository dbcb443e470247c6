internal import JSON

/// A conversation with a server, as `serve --mirror` records it or as somebody wrote it.
///
/// One JSON object a line; `fixtures/transcripts/README.md` tells the format.
package struct Transcript: Hashable, Sendable {
  /// Arguments of the server behind `serve`; nil leaves them to the player.
  package private(set) var arguments: [String]?
  /// The server's directory; nil leaves it to the player.
  package private(set) var directory: String?
  package private(set) var entries: [TranscriptEntry] = []

  private static let version: JSONValue = 1

  /// Reads the text of a file.
  package init(_ text: [UInt8]) throws(TranscriptError) {
    var isFirst = true
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D })
    {
      let reader = TranscriptLine(number: index + 1, object: try Self.object(line, number: index + 1))
      if reader.object["transcript"] != nil {
        guard isFirst else { throw reader.error("a header may stand only before everything else") }
        try readHeader(reader)
      } else if let kind = try reader.kind() {
        entries.append(TranscriptEntry(line: reader.number, kind: kind))
      } else {
        continue  // a comment; the header may follow it
      }
      isFirst = false
    }
    if entries.isEmpty { throw TranscriptError(line: nil, reason: "there is no message in it") }
    try checkRepeatedRequests()
  }

  /// What is repeated is so until its reply is as expected, so that must be known.
  private func checkRepeatedRequests() throws(TranscriptError) {
    for (index, entry) in entries.enumerated() {
      guard case .clientRepeats(let message) = entry.kind else { continue }
      if index + 1 < entries.count, case .server(let reply) = entries[index + 1].kind,
        reply["id"] == message["id"]
      {
        continue
      }
      throw TranscriptError(
        line: entry.line, reason: "the reply must stand behind a request that is repeated")
    }
  }

  private mutating func readHeader(_ line: TranscriptLine) throws(TranscriptError) {
    guard line.object["transcript"] == Self.version else {
      throw line.error("only version 1 of the format is known")
    }
    try line.allow(["transcript", "args", "cwd", "comment"])
    if let arguments = line.object["args"] {
      guard let texts = arguments.array?.map(\.string), !texts.contains(nil) else {
        throw line.error("args must be a list of strings")
      }
      self.arguments = texts.compactMap(\.self)
    }
    if let directory = line.object["cwd"] {
      guard let path = directory.string else { throw line.error("cwd must be a string") }
      self.directory = path
    }
  }

  private static func object(
    _ line: ArraySlice<UInt8>, number: Int
  ) throws(TranscriptError) -> JSONObject {
    let value: JSONValue
    do throws(JSONSyntaxError) {
      value = try JSONParser.parse(line)
    } catch {
      throw TranscriptError(line: number, reason: "\(error)")
    }
    guard let object = value.object else {
      throw TranscriptError(line: number, reason: "a line must be a JSON object")
    }
    return object
  }
}
