import LogReading

extension CandidateFinder {
  /// The last line that holds a word, written in small letters.
  func line(holding word: String) -> String? { lines.last { LowerText($0.text).has(word) }?.text }

  /// The last line that speaks of an error.
  var lastErrorLine: String? {
    let words = ["error", "fatal", "failed", "exception", "panic"]
    return lines.suffix(60).last { line in words.contains(where: LowerText(line.text).has) }?.text
  }
}
