/// What a progress bar counts, by the name in front of it.
enum BarName {
  case training
  /// Counts whole epochs.
  case epochs
  /// Loading, tokenizing, evaluation: work, but no training.
  case other
  case unnamed
  /// A name that says nothing by itself.
  case unknown

  /// Reads the name in `range` of a line.
  static func of(_ line: LineText, _ range: Range<Int>) -> BarName {
    let name = line.lower[range]
    guard let first = name.firstIndex(where: { ASCII.isLetter($0) }) else { return .unnamed }
    let words = first..<range.upperBound
    func holds(_ list: [BarWord]) -> Bool { list.contains { line.find($0.text, in: words) != nil } }
    if line.lower.hasWord("val", at: first), words.count <= 4 { return .other }
    let mark = EpochMark.find(in: line, words)
    if mark == nil, line.find("dataset", in: words) != nil { return .other }
    // `Loading training data` loads; `Train Epoch 1/3 (loading…)` trains.
    if line.lower.hasWord("train", at: first) || line.lower.hasWord("epoch", at: first),
      !isValidation(line, words), !isOfPreparation(line, words)
    {
      let bare = words.count <= 18 && mark == nil
      if bare, line.lower.hasWord("epochs", at: first) || isBareEpoch(line, words) { return .epochs }
      return line.find("data", in: words) != nil && mark == nil ? .other : .training
    }
    if holds(BarWord.other) { return .other }
    return holds(BarWord.training) ? .training : .unknown
  }

  private static func isValidation(_ line: LineText, _ range: Range<Int>) -> Bool {
    line.find("val", in: range) != nil || line.find("test", in: range) != nil
  }

  /// Whether the word behind the first tells of other work: `train: Scanning labels/train...` (Ultralytics).
  private static func isOfPreparation(_ line: LineText, _ range: Range<Int>) -> Bool {
    guard let colon = line.bytes[range].prefix(12).firstIndex(of: ASCII.colon) else { return false }
    let start = line.skipBlanks(colon + 1)
    let end =
      line.bytes[start..<max(start, range.upperBound)].firstIndex { !ASCII.isLetter($0) } ?? range.upperBound
    return end - start > 4 && line.lower.hasWord("ing", at: end - 3)
  }

  /// `Epoch:` and `Training epochs:`, a bar that counts epochs.
  private static func isBareEpoch(_ line: LineText, _ range: Range<Int>) -> Bool {
    var name = line.text(range).lowercased()
    while let last = name.last, last == " " || last == ":" { name.removeLast() }
    return name == "epoch" || name.hasSuffix(" epochs") || name == "training epoch"
  }
}
