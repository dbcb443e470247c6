import LogReading

extension CandidateFinder {
  /// The last line that holds a word, written in small letters.
  func line(holding word: String) -> String? { lines.last { LowerText($0.text).has(word) }?.text }

  /// Lines that tell how to learn more say nothing of the error.
  private static let hints = [
    "set the environment variable", "full_error=1", "to enable traceback see", "complete stack trace",
    "for more help",
    "error_file:", "<no_other_failures>", "stack trace:",
  ]

  /// The last line that speaks of an error.
  var lastErrorLine: String? { errorLines.last.map { lines[$0].text } }

  /// The last line that speaks of an error and does not hold a word, written in small letters.
  func lastErrorLine(without word: String) -> String? {
    errorLines.last { !LowerText(lines[$0].text).has(word) }.map { lines[$0].text }
  }

  /// Indices of the last lines that speak of an error.
  var errorLines: [Int] {
    lines.indices.suffix(60).filter { index in
      let text = LowerText(lines[index].text)
      return ["error", "fatal", "failed", "exception", "panic"].contains(where: text.has)
        && !Self.hints.contains(where: text.has)
    }
  }

  /// The last line in which a shell names a line of its script: `train.sh: line 4: ./start: …`, in any language.
  var lastShellLine: String? { lines.suffix(60).last { ShellReport.namesLine($0.text) }?.text }
}
