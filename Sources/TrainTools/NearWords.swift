/// Finds what somebody may have meant who wrote a word that there is not.
enum NearWords {
  /// The words nearest to one, best first, at most three; none where nothing is near.
  static func of(_ word: String, among words: [String]) -> [String] {
    let word = Array(word.lowercased().utf8.prefix(longest))
    let parts = word.split(separator: UInt8(ascii: "_")).filter { $0.count >= 4 }
    let near = words.map { ($0, distance(word, Array($0.utf8))) }
      .filter { $0.1 <= max(2, word.count / 3) || contains(Array($0.0.utf8), anyOf: parts) }
    return near.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(3).map(\.0)
  }

  /// Bytes of a word that are looked at: nothing that is meant is longer.
  private static let longest = 60

  private static func contains(_ bytes: [UInt8], anyOf parts: [ArraySlice<UInt8>]) -> Bool {
    parts.contains { part in
      bytes.indices.contains { bytes[$0...].starts(with: part) }
    }
  }

  /// How many letters must be changed, added or left out (Levenshtein).
  private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var row = Array(0...second.count)
    for (place, byte) in first.enumerated() {
      var diagonal = row[0]
      row[0] = place + 1
      for column in second.indices {
        let replaced = diagonal + (byte == second[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    return row[second.count]
  }
}
