/// Finds the name that somebody may have meant.
package enum NearName {
  /// Edits that make one name of another, for so many bytes of it, and at most.
  private static let bytesAnEdit = 4
  private static let mostEdits = 3
  /// Shorter names are like too many others.
  private static let shortest = 3

  /// The name most like a missing one; nil when none is like it.
  ///
  /// Alike are names that differ in case, in the signs between their words, in their ending, or in few letters. Of several
  /// that are equally like it the greatest is taken: the newest of numbered checkpoints.
  package static func best(for missing: String, among names: [String]) -> String? {
    let wanted = Form(missing)
    var best: (name: String, distance: Int)?
    for name in names where name != missing {
      guard let distance = distance(wanted, Form(name)) else { continue }
      if let current = best, (current.distance, name) <= (distance, current.name) { continue }
      best = (name, distance)
    }
    return best?.name
  }

  /// What of a name counts.
  private struct Form {
    /// In small letters.
    let bytes: [UInt8]
    /// The same without what is put between words.
    let letters: [UInt8]
    /// The same before the last dot.
    let stem: ArraySlice<UInt8>

    init(_ name: String) {
      let bytes = name.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
      self.bytes = bytes
      letters = bytes.filter { !"-_. ".utf8.contains($0) }
      stem = bytes.lastIndex(of: UInt8(ascii: ".")).map { bytes[..<$0] } ?? bytes[...]
    }
  }

  private static func distance(_ wanted: Form, _ other: Form) -> Int? {
    if wanted.bytes == other.bytes { return 0 }
    guard wanted.bytes.count >= shortest, other.bytes.count >= shortest else { return nil }
    if wanted.letters == other.letters { return 1 }
    if wanted.stem == other.stem { return 2 }
    let most = min(mostEdits, max(1, wanted.bytes.count / bytesAnEdit))
    return edits(wanted.bytes, other.bytes, most: most).map { 2 + $0 }
  }

  /// Letters that are put in, left out, replaced or swapped with their neighbor to make one of the other; nil for more
  /// than `most`.
  private static func edits(_ left: [UInt8], _ right: [UInt8], most: Int) -> Int? {
    guard abs(left.count - right.count) <= most else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row]
      for column in 1...right.count {
        var least = min(last[column], current[column - 1]) + 1
        least = min(least, last[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          least = min(least, beforeLast[column - 2] + 1)
        }
        current.append(least)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count] <= most ? last[right.count] : nil
  }
}
