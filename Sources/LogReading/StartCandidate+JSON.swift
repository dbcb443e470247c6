internal import JSON

extension StartCandidate {
  /// A candidate as `json` writes it; nil when it is anything else.
  init?(json: JSONValue) {
    do throws(JSONMemberError) {
      let members = try JSONMembers(json, of: "candidate")
      shape = try members.member("shape") { $0.int }
      line = LogLine(
        offset: try members.member("offset") { $0.integer }, text: try members.member("text") { $0.string })
      last = try members.member("last") { $0.anyDouble }
      seen = try members.member("seen") { $0.int }
    } catch {
      return nil
    }
  }

  /// The candidate as JSON, with nothing of it lost.
  var json: JSONValue {
    [
      "shape": .integer(Int64(shape)), "offset": .integer(line.offset), "text": .string(line.text),
      "last": .anyNumber(last), "seen": .integer(Int64(seen)),
    ]
  }
}

extension JSONValue {
  /// Candidates in order; nil when one of the elements is none.
  var candidates: [StartCandidate]? {
    guard let array else { return nil }
    let candidates = array.compactMap(StartCandidate.init)
    return candidates.count == array.count ? candidates : nil
  }
}
