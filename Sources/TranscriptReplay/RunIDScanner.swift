/// Finds the identifiers of runs, schedules and their executions in text: `train-<time>-<random>`.
enum RunIDScanner {
  /// Where they are, in order.
  static func ranges(in text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var position = 0
    while position < text.count {
      if let end = end(at: position, in: text) {
        found.append(position..<end)
        position = end
      } else {
        position += 1
      }
    }
    return found
  }

  /// The identifiers themselves, in order.
  static func identifiers(in text: [UInt8]) -> [String] {
    ranges(in: text).map { String(decoding: text[$0], as: UTF8.self) }
  }

  /// Where the identifier that begins at `start` ends; nil when none begins there.
  ///
  /// Long parts are asked for, so that a file named `train-2-copy` is none.
  static func end(at start: Int, in text: [UInt8]) -> Int? {
    guard let prefix = prefixes.first(where: { text[start] == $0[0] && text[start...].starts(with: $0) })
    else {
      return nil
    }
    let time = start + prefix.count
    let hyphen = time + text[time...].prefix { isDigit($0) || $0 == UInt8(ascii: "T") }.count
    guard hyphen - time >= 8, hyphen < text.count, text[hyphen] == UInt8(ascii: "-") else { return nil }
    let random = hyphen + 1
    let end = random + text[random...].prefix { isDigit($0) || isLetter($0) }.count
    return end - random >= 20 ? end : nil
  }

  private static let prefixes = ["train-", "schedule-", "execution-"].map { Array($0.utf8) }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  private static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte }
}
