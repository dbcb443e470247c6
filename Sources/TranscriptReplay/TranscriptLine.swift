internal import JSON

/// One line of a transcript while it is read.
struct TranscriptLine {
  let number: Int
  let object: JSONObject

  /// Who says what; nil for a comment.
  func kind() throws(TranscriptError) -> TranscriptEntry.Kind? {
    try allow(["time", "from", "message", "raw", "end", "repeat", "comment"])
    guard let sender = object["from"] else {
      guard object["comment"] != nil, object.members.count == 1 else {
        throw error("there must be a member 'from', \"client\" or \"server\"")
      }
      return nil
    }
    let contents = ["message", "raw", "end"].filter { object[$0] != nil }
    guard contents.count == 1 else {
      throw error("there must be one of message, raw and end, not \(contents.isEmpty ? "none" : "several")")
    }
    let isRepeated = try isRepeated(sender, contents[0])
    switch (sender, contents[0]) {
    case ("client", "message"):
      let message = object["message"] ?? .null
      return isRepeated ? .clientRepeats(message) : .client(message)
    case ("client", "raw"):
      guard let text = object["raw"]?.string else { throw error("raw must be a string") }
      return .clientText(text)
    case ("client", _):
      guard object["end"] == true else { throw error("end must be true") }
      return .clientEnd
    case ("server", "message"):
      guard let message = object["message"]?.object else {
        throw error("a server's message must be an object")
      }
      return .server(message)
    case ("server", let content): throw error("a server has no '\(content)', only a message")
    default: throw error("from must be \"client\" or \"server\"")
    }
  }

  private func isRepeated(_ sender: JSONValue, _ content: String) throws(TranscriptError) -> Bool {
    guard let value = object["repeat"] else { return false }
    guard value == true else { throw error("repeat must be true") }
    guard sender == "client", content == "message", object["message"]?["id"] != nil else {
      throw error("only a request of the client can be repeated")
    }
    return true
  }

  /// Refuses members of other names: a misspelt one would silently mean nothing.
  func allow(_ names: [String]) throws(TranscriptError) {
    for name in object.names where !names.contains(name) {
      throw error("there is no member '\(name)' here, only \(names.joined(separator: ", "))")
    }
  }

  func error(_ reason: String) -> TranscriptError { TranscriptError(line: number, reason: reason) }
}
