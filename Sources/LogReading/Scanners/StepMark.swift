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
      "iteration", "iterate", "iters", "iter", "itr", "generation", "step", "minibatch", "batch", "round",
      "update", "episode", "cycle",
    ]
    var first: StepMark?
    for word in words {
      var start = 0
      while let found = line.find(word, in: start..<line.bytes.count) {
        if let mark = read(line, found, length: word.utf8CodeUnitCount) {
          // `iteration:1 step:100/163`: the one that names its total is a place among them.
          if mark.total != nil { return mark }
          first = first ?? mark
        }
        start = found + word.utf8CodeUnitCount
      }
    }
    return first
  }

  /// A count that has its word behind it, in a line that names its epoch: `epoch 3 |   400/ 2983 batches`.
  ///
  /// Or a letter in front of it: `Epoch 43.28 / 50, i = 822990 / 973300`.
  static func counted(in line: LineText, _ range: Range<Int>) -> StepMark? {
    if let letter = line.find(", i = ", in: range), let count = line.count(at: letter + 6) {
      return StepMark(step: count.value, total: count.total, range: letter + 2..<count.end)
    }
    guard let word = line.find("batches", in: range) ?? line.find("steps", in: range),
      let slash = line.bytes[range.lowerBound..<word].lastIndex(of: ASCII.slash)
    else { return nil }
    var start = slash
    while start > range.lowerBound,
      ASCII.isDigit(line.bytes[start - 1]) || line.bytes[start - 1] == ASCII.comma
    {
      start -= 1
    }
    guard let count = line.count(at: start), line.skipBlanks(count.end) == word else { return nil }
    return StepMark(step: count.value, total: count.total, range: start..<count.end)
  }

  /// Whether the mark opens a bracket at the end of the line, as OLMo's `[step=10/10000,epoch=0]`: results follow on
  /// the next lines, indented.
  func isHeading(_ line: LineText) -> Bool {
    range.lowerBound > 0 && line.bytes[range.lowerBound - 1] == ASCII.openBracket && total != nil
      && line.bytes.last == ASCII.closeBracket && line.lower.hasWord("step=", at: range.lowerBound)
  }

  /// Whether it is a word that nothing but a training or a search for an optimum counts by.
  func countsIterations(_ line: LineText) -> Bool {
    (["iter", "itr", "episode", "generation", "cycle"] as [StaticString]).contains {
      line.lower.hasWord($0, at: range.lowerBound)
    } || line.lower.hasWord("global_", at: range.lowerBound - 7)
  }

  /// A count behind its word in the plural, in a line that names its epoch: `epoch: 4, lr: 1e-04, steps: 7188, …`,
  /// `Epoch 0 |   Training | Steps: 10 | Loss: 181.4`.
  static func plural(in line: LineText, _ range: Range<Int>) -> StepMark? {
    for word in ["steps", "batches", "iterations", "batch_id"] as [StaticString] {
      guard let found = line.find(word, in: range), ASCII.isBlank(line.bytes[found - 1]),
        !(["total ", "max ", "num ", "warmup "] as [StaticString]).contains(where: {
          line.lower.hasWord($0, at: found - $0.utf8CodeUnitCount)
        })
      else { continue }
      let joint = found + word.utf8CodeUnitCount
      guard joint < line.bytes.count, [ASCII.colon, ASCII.equals].contains(line.bytes[joint]),
        let number = line.integer(at: line.skipBlanks(joint + 1))
      else { continue }
      return StepMark(step: number.value, range: found..<number.end)
    }
    return nil
  }

  private static func read(_ line: LineText, _ word: Int, length: Int) -> StepMark? {
    if word > 0 {
      let before = line.bytes[word - 1]
      guard !ASCII.isLetter(before), before != ASCII.slash, before != ASCII.minus, before != ASCII.quote,
        before != ASCII.underscore || line.lower.hasWord("global_", at: word - 7)
          || line.lower.hasWord("training_", at: word - 9) || line.lower.hasWord("cur_", at: word - 4)
      else { return nil }
    }
    var position = word + length
    for ending in ["_idx", "_id"] as [StaticString] where line.lower.hasWord(ending, at: position) {
      position += ending.utf8CodeUnitCount
      break
    }
    // `Iter(train) [50/40000]`; `Iter(val)` is no step of training.
    if line.lower.hasWord("(train)", at: position) { position += 7 }
    // `updates 25/1000` is a place among them, `updates: 1000` is how many there will be.
    let isPlural = line.lower.hasWord("s", at: position)
    if isPlural { position += 1 }
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
    guard !isPlural, let number = line.integer(at: position) else { return nil }
    // scikit-learn: `iteration: 1 of max_iter: 10`.
    if line.lower.hasWord(" of max_iter: ", at: number.end), let total = line.integer(at: number.end + 14) {
      return StepMark(step: number.value, total: total.value, range: word..<total.end)
    }
    // `batch 3.5s` and `step 5ms` are durations, `step 4x` is no count.
    if number.end < line.bytes.count, ASCII.isLetter(line.bytes[number.end]) { return nil }
    // MXNet names the batches since the last line: `Batch [50-100]`.
    if number.end < line.bytes.count, line.bytes[number.end] == ASCII.minus,
      let last = line.integer(at: number.end + 1), last.end < line.bytes.count,
      line.bytes[last.end] == ASCII.closeBracket
    {
      return StepMark(step: last.value, total: nil, range: word..<last.end)
    }
    return StepMark(step: number.value, total: nil, range: word..<number.end)
  }
}
