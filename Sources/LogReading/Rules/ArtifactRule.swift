/// Sentences that name a file that was written: `Model saved to out/model.pt`, `saving checkpoint to out`.
struct ArtifactRule: LineRule {
  let triggers: [LineTraits] = [[.save], [.table]]
  var readsClaimedLines: Bool { true }

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    if context.rows == .path {
      context.rows = nil
      let path = line.text(line.skipBlanks(0)..<line.bytes.count)
      if !path.isEmpty, !path.contains(" "), path.utf8.count <= 1024 { reading.artifacts.append(path) }
      return
    }
    guard let verb = SavingWord.verbs.lazy.compactMap({ word(line, $0.text) }).min(),
      !SavingWord.idle.contains(where: { line.has($0.text) })
    else { return }
    guard let path = path(line, from: verb) else {
      // spaCy names the directory on the next line.
      if line.lower.hasWord("to output directory", at: line.bytes.count - 19) { context.rows = .path }
      return
    }
    if !reading.artifacts.contains(path.text) { reading.artifacts.append(path.text) }
  }

  /// Where a word stands by itself: `Restored` stored nothing.
  private func word(_ line: LineText, _ text: StaticString) -> Int? {
    var start = 0
    while let found = line.find(text, in: start..<line.bytes.count) {
      if found == 0 || !ASCII.isLetter(line.bytes[found - 1]) { return found }
      start = found + 1
    }
    return nil
  }

  /// The path behind the verb: the word behind the last preposition, else the first word that looks like one.
  func path(_ line: LineText, from verb: Int) -> (text: String, start: Int)? {
    var start = verb
    var isBehindPreposition = false
    let isModel = line.find("model", in: verb..<line.bytes.count) != nil || line.find("checkpoint") != nil
    while let word = nextWord(line, from: start) {
      let text = word.text
      if isBehindPreposition, isPath(text) || isModel && isName(text) {
        return (text, word.start)
      }
      if !isBehindPreposition, word.start > verb, isPath(text) { return (text, word.start) }
      isBehindPreposition = ["to", "in", "at", "into", "as", "to:", "at:", "in:", "checkpoint:", "path:"]
        .contains(text)
      start = word.end
    }
    return nil
  }

  private func nextWord(_ line: LineText, from index: Int) -> (text: String, start: Int, end: Int)? {
    let start = line.skipBlanks(index)
    guard start < line.bytes.count else { return nil }
    let quote = line.bytes[start]
    if quote == ASCII.quote || quote == ASCII.doubleQuote || quote == UInt8(ascii: "`"),
      let close = line.bytes[(start + 1)...].firstIndex(of: quote)
    {
      return (line.text(start + 1..<close), start, close + 1)
    }
    var end = start
    while end < line.bytes.count, !ASCII.isBlank(line.bytes[end]) { end += 1 }
    var last = end
    while last > start,
      [ASCII.period, ASCII.comma, ASCII.semicolon, ASCII.closeParenthesis].contains(line.bytes[last - 1])
    {
      last -= 1
    }
    return (line.text(start..<last), start, end)
  }

  private func isPath(_ word: String) -> Bool {
    guard word.utf8.count > 2, word.utf8.count <= 1024, !word.hasPrefix("http"), !word.hasSuffix(".whl")
    else {
      return false
    }
    if word.utf8.contains(ASCII.slash) || word.utf8.contains(ASCII.backslash) {
      return word.utf8.contains { ASCII.isLetter($0) }
    }
    guard let dot = word.lastIndex(of: "."), dot > word.startIndex else { return false }
    let suffix = word[word.index(after: dot)...]
    return (1...11).contains(suffix.utf8.count)
      && suffix.utf8.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) }
      && suffix.utf8.contains { ASCII.isLetter($0) }
  }

  private func isName(_ word: String) -> Bool {
    word.utf8.count > 2
      && !["the", "disk", "file", "path", "directory", "iteration", "epoch", "step"].contains(word)
      && word.utf8.allSatisfy {
        ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == ASCII.minus || $0 == ASCII.underscore
      }
  }
}
