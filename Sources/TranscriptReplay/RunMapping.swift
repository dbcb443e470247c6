/// Which run of the transcript is which run of the replay, one to one.
struct RunMapping {
  private var live: [String: String] = [:]
  private var recorded: [String: String] = [:]

  /// A text of the client with the runs of the replay in the place of those of the transcript.
  func translate(_ text: String) -> String { replace(in: text) { live[$0] } }

  /// The expected text with the runs of the replay.
  ///
  /// An identifier that is new takes the one that stands in its place in what was got, unless that belongs to
  /// another run already: then it stays, and is a difference.
  mutating func align(_ expected: String, with got: String) -> String {
    let identifiers = RunIDScanner.identifiers(in: Array(expected.utf8))
    guard !identifiers.isEmpty else { return expected }
    let counterparts = RunIDScanner.identifiers(in: Array(got.utf8))
    if counterparts.count == identifiers.count {
      for (identifier, counterpart) in zip(identifiers, counterparts)
      where live[identifier] == nil && recorded[counterpart] == nil {
        live[identifier] = counterpart
        recorded[counterpart] = identifier
      }
    }
    return translate(expected)
  }

  private func replace(in text: String, _ replacement: (String) -> String?) -> String {
    let bytes = Array(text.utf8)
    let ranges = RunIDScanner.ranges(in: bytes)
    guard !ranges.isEmpty else { return text }
    var result: [UInt8] = []
    var position = 0
    for range in ranges {
      result += bytes[position..<range.lowerBound]
      let identifier = String(decoding: bytes[range], as: UTF8.self)
      result += (replacement(identifier) ?? identifier).utf8
      position = range.upperBound
    }
    return String(decoding: result + bytes[position...], as: UTF8.self)
  }
}
