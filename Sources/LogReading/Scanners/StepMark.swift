/// Where a line names the step it belongs to: `step 100/1000`, `iter: 19`, `Iteration 7`, `Batch: 10/20`.
struct StepMark {
  var step: Int
  var total: Int?
  var range: Range<Int>

  /// The first mark of a line.
  static func find(in line: LineText) -> StepMark? {
    guard !line.traits.isDisjoint(with: [.step, .iteration]) else { return nil }
    // The step of the whole training says more than that of a batch within an epoch, so it is sought first
    // only where both stand together: a line with `Batch: 10/20` has no other.
    let words: [StaticString] = [
      "iteration", "iters", "iter", "step", "batch", "round", "update",
    ]
    for word in words {
      var start = 0
      while let found = line.find(word, in: start..<line.bytes.count) {
        if let mark = read(line, found, length: word.utf8CodeUnitCount) { return mark }
        start = found + word.utf8CodeUnitCount
      }
    }
    return nil
  }

  /// Whether the mark opens a bracket at the end of the line, as OLMo's `[step=10/10000,epoch=0]`: results follow on
  /// the next lines, indented.
  func isHeading(_ line: LineText) -> Bool {
    range.lowerBound > 0 && line.bytes[range.lowerBound - 1] == ASCII.openBracket && total != nil
      && line.bytes.last == ASCII.closeBracket && line.lower.hasWord("step=", at: range.lowerBound)
  }

  private static func read(_ line: LineText, _ word: Int, length: Int) -> StepMark? {
    if word > 0 {
      let before = line.bytes[word - 1]
      guard !ASCII.isLetter(before), before != ASCII.slash, before != ASCII.minus, before != ASCII.quote,
        before != ASCII.underscore || line.lower.hasWord("global_", at: word - 7)
      else { return nil }
    }
    var position = word + length
    // `Iter(train) [50/40000]`; `Iter(val)` is no step of training.
    if line.lower.hasWord("(train)", at: position) { position += 7 }
    let joint = position
    while position < line.bytes.count {
      switch line.bytes[position] {
      case ASCII.space, ASCII.tab, ASCII.colon, ASCII.equals, ASCII.openBracket, ASCII.openParenthesis,
        UInt8(ascii: "#"):
        position += 1
        continue
      default: break
      }
      break
    }
    guard position > joint else { return nil }
    if let count = line.count(at: position) {
      return StepMark(step: count.value, total: count.total, range: word..<count.end)
    }
    guard let number = line.integer(at: position) else { return nil }
    // `batch 3.5s` and `step 5ms` are durations, `step 4x` is no count.
    if number.end < line.bytes.count, ASCII.isLetter(line.bytes[number.end]) { return nil }
    return StepMark(step: number.value, total: nil, range: word..<number.end)
  }
}
