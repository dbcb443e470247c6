/// Finds `name: value`, `name=value` and, for names that are unmistakable, `name value` in a line.
struct MetricScanner {
  /// Words in front of a name that are no part of it.
  private static let joints = ByteWords([
    "epoch", "step", "iter", "iteration", "batch", "in", "at", "for", "with", "and", "is", "to", "of", "the",
    "done",
    "info", "after", "on", "-", "training:", "finished",
  ])

  /// Words that end no name: `Loss after 100 iterations`.
  private static let prepositions = ByteWords(["in", "at", "for", "with", "and", "to", "of", "after", "on"])

  private let line: LineText
  private let range: Range<Int>
  private var metrics: [LineReading.Metric] = []

  /// The metrics in a part of a line, in order.
  static func scan(_ line: LineText, in range: Range<Int>? = nil) -> [LineReading.Metric] {
    var scanner = MetricScanner(line: line, range: range ?? 0..<line.bytes.count)
    scanner.run()
    return scanner.metrics
  }

  /// A result with its place between name and value: `Training loss (for one batch) at step 10: 0.46`, `Cost after epoch
  /// 100: 0.64`.
  static func scan(_ line: LineText, around mark: Range<Int>) -> LineReading.Metric? {
    var end = mark.lowerBound
    guard line.lower.hasWord(" at ", at: end - 4) || line.lower.hasWord(" after ", at: end - 7) else {
      return nil
    }
    end -= line.lower.hasWord(" at ", at: end - 4) ? 4 : 7
    if end > 0, line.bytes[end - 1] == ASCII.closeParenthesis,
      let open = line.bytes[..<end].lastIndex(of: ASCII.openParenthesis)
    {
      end = open
    }
    let joint = line.skipBlanks(mark.upperBound)
    guard joint < line.bytes.count, [ASCII.colon, ASCII.equals].contains(line.bytes[joint]),
      let number = line.number(at: line.skipBlanks(joint + 1))
    else { return nil }
    let scanner = MetricScanner(line: line, range: 0..<line.bytes.count)
    guard let name = scanner.name(before: end), MetricName.isTelling(line.bytes[name]) else { return nil }
    return LineReading.Metric(name: line.text(name), value: number.value)
  }

  private init(line: LineText, range: Range<Int>) {
    self.line = line
    self.range = range
  }

  private mutating func run() {
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = line.bytes[index]
      if byte == ASCII.colon || byte == ASCII.equals {
        index = pair(at: index) ?? index + 1
      } else if byte == ASCII.space, index > range.lowerBound,
        isWordByte(line.bytes[index - 1]) || line.bytes[index - 1] == ASCII.closeParenthesis
      {
        index = spaced(at: index) ?? index + 1
      } else {
        index += 1
      }
    }
  }

  /// `name: value` with the joint at `index`; the index after it.
  private mutating func pair(at index: Int) -> Int? {
    guard let number = value(at: index + 1), let name = name(before: endOfName(before: index)),
      MetricName.isMetric(line.bytes[name])
    else { return nil }
    metrics.append(LineReading.Metric(name: line.text(name), value: number.value))
    return number.end
  }

  /// `name value` with the blank at `index`.
  private mutating func spaced(at index: Int) -> Int? {
    var start = line.skipBlanks(index)
    // Segmentation Models: `dice_loss - 0.2012`.
    if line.lower.hasWord("- ", at: start) { start += 2 }
    guard start < range.upperBound, let number = spacedValue(at: start).map(behindCount),
      !isCountOfNamed(number, behind: index),
      let word = name(before: endOfName(before: index)), MetricName.isTelling(line.bytes[word])
    else { return nil }
    metrics.append(LineReading.Metric(name: line.text(word), value: number.value))
    return number.end
  }

  /// The result behind a step that stands in between: Tacotron's `Train loss 3 9.564`, `Validation loss 1000: 0.41`.
  private func behindCount(_ number: LineText.Number) -> LineText.Number {
    guard number.isInteger, number.end < range.upperBound,
      [ASCII.space, ASCII.colon].contains(line.bytes[number.end]),
      let result = line.number(at: line.skipBlanks(number.end + 1)), !result.isInteger,
      isValueEnd(result.end)
    else { return number }
    return result
  }

  /// Whether a number only says of how many a result is: `Train error last 45 batches: 0.95`.
  private func isCountOfNamed(_ number: LineText.Number, behind name: Int) -> Bool {
    number.isInteger && line.lower.hasWord(" last", at: name - 5)
  }

  /// Where a name ends in front of the blank at `index`: `Loss is 2.3` names the loss.
  private func endOfName(before index: Int) -> Int {
    line.lower.hasWord(" is", at: index - 3) && index - 3 > range.lowerBound ? index - 3 : index
  }

  /// A number, perhaps in a list: `Pseudo dice [np.float32(0.61)]`.
  private func spacedValue(at start: Int) -> LineText.Number? {
    if line.bytes[start] == ASCII.openBracket { return value(at: start) }
    guard let number = line.number(at: start), isValueEnd(number.end) else { return nil }
    return number
  }

  /// The number behind a joint, perhaps in quotes, brackets or a constructor such as `np.float32(…)`.
  private func value(at index: Int) -> LineText.Number? {
    var position = line.skipBlanks(index)
    while position < range.upperBound {
      switch line.bytes[position] {
      case ASCII.quote, ASCII.doubleQuote, ASCII.openParenthesis, ASCII.openBracket:
        // numpy pads: `loss:[ 0.6355]`.
        position = line.skipBlanks(position + 1)
      case UInt8(ascii: "n") where line.lower.hasWord("np.float", at: position):
        guard let open = line.bytes[position...].prefix(14).firstIndex(of: ASCII.openParenthesis) else {
          return nil
        }
        position = open
      case UInt8(ascii: "t") where line.lower.hasWord("tensor(", at: position): position += 6
      default:
        guard let number = line.number(at: position), isValueEnd(number.end) else { return nil }
        return number
      }
    }
    return nil
  }

  /// Whether a number may end here: not in front of a unit, a clock, a date or a count.
  private func isValueEnd(_ index: Int) -> Bool {
    guard index < line.bytes.count else { return true }
    switch line.bytes[index] {
    case ASCII.colon: return index + 1 >= line.bytes.count || ASCII.isBlank(line.bytes[index + 1])
    case ASCII.slash, ASCII.underscore: return false
    case ASCII.period:
      return index + 1 >= line.bytes.count
        || !ASCII.isDigit(line.bytes[index + 1]) && !ASCII.isLetter(line.bytes[index + 1])
    case ASCII.minus: return index + 1 >= line.bytes.count || !ASCII.isDigit(line.bytes[index + 1])
    case let byte: return !ASCII.isLetter(byte)
    }
  }

  // MARK: Names

  private func isWordByte(_ byte: UInt8) -> Bool {
    if ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte >= 0x80 { return true }
    switch byte {
    case ASCII.underscore, ASCII.minus, ASCII.period, ASCII.slash, UInt8(ascii: "@"), ASCII.quote: return true
    default: return false
    }
  }

  /// The name that ends before `index`: one word, with up to two plain words in front of it.
  private func name(before index: Int) -> Range<Int>? {
    var end = index
    while end > range.lowerBound, ASCII.isBlank(line.bytes[end - 1]) { end -= 1 }
    guard end > range.lowerBound else { return nil }
    if let quoted = quoted(before: end) { return quoted }
    if let averaged = averaged(before: end) ?? function(before: end) { return averaged }
    // `Avg reward (last 1000)`: over what it was taken is no part of the name.
    if line.bytes[end - 1] == ASCII.closeParenthesis,
      let open = line.bytes[range.lowerBound..<end].lastIndex(of: ASCII.openParenthesis),
      open > range.lowerBound,
      line.bytes[open - 1] == ASCII.space, end - open < 32
    {
      return name(before: open)
    }
    guard let first = word(before: end), !Self.prepositions.contains(line.bytes[first..<end]) else {
      return nil
    }
    var start = first
    // `Std of Reward`: what it is of is no name alone.
    if line.lower.hasWord("std of ", at: start - 7), start - 7 >= range.lowerBound { return start - 7..<end }
    for _ in 0..<2 {
      guard start > range.lowerBound + 1, line.bytes[start - 1] == ASCII.space,
        let previous = word(before: start - 1), isNamePart(previous..<start - 1)
      else { break }
      start = previous
    }
    return start..<end
  }

  /// A name that says in parentheses what it is an average of: flair's `f1-score (micro avg)`.
  private func averaged(before end: Int) -> Range<Int>? {
    guard line.lower.hasWord(" avg)", at: end - 5),
      let open = line.bytes[range.lowerBound..<end].lastIndex(of: ASCII.openParenthesis),
      open > range.lowerBound, line.bytes[open - 1] == ASCII.space, let start = word(before: open - 1)
    else { return nil }
    return start..<end
  }

  /// A name that is a function, as networks are called: `D(x)`, `D(G(z))`; or a mean: `avg(num_wins)`.
  private func function(before end: Int) -> Range<Int>? {
    guard line.bytes[end - 1] == ASCII.closeParenthesis else { return nil }
    var start = end
    while start > range.lowerBound, end - start < 40,
      isWordByte(line.bytes[start - 1]) || line.bytes[start - 1] == ASCII.openParenthesis
        || line.bytes[start - 1] == ASCII.closeParenthesis
    {
      start -= 1
    }
    guard end - start > 3, ASCII.isLetter(line.bytes[start]), line.bytes[start + 1] == ASCII.openParenthesis
    else { return nil }
    return start..<end
  }

  private func quoted(before end: Int) -> Range<Int>? {
    let quote = line.bytes[end - 1]
    guard quote == ASCII.quote || quote == ASCII.doubleQuote else { return nil }
    guard let open = line.bytes[range.lowerBound..<end - 1].lastIndex(of: quote), open + 1 < end - 1,
      end - open < 80
    else { return nil }
    return open + 1..<end - 1
  }

  /// Where the word that ends at `end` begins; it begins with a letter.
  private func word(before end: Int) -> Int? {
    var start = end
    while start > range.lowerBound, isWordByte(line.bytes[start - 1]) { start -= 1 }
    while start < end, !ASCII.isLetter(line.bytes[start]), line.bytes[start] < 0x80 {
      // `0:validation-auc` has digits in front of a name, `12:30` has no name at all.
      if ASCII.isDigit(line.bytes[start]) { return nil }
      start += 1
    }
    return start < end && ASCII.isLetter(line.bytes[end - 1]) || start < end && end - start > 1 ? start : nil
  }

  /// Whether a word in front belongs to the name: `train` in `train loss`, not `epoch` in `epoch loss`.
  private func isNamePart(_ word: Range<Int>) -> Bool {
    guard word.count <= 12, !isDrawn(word) else { return false }
    // `140.9 s Mean Reward` begins with a unit.
    if word.count == 1, line.bytes[word.lowerBound] == UInt8(ascii: "s") { return false }
    // `12 s. Mean Reward` ends a sentence, `Avg. loss` does not.
    if line.bytes[word.upperBound - 1] == ASCII.period, word.count < 4 { return false }
    return !Self.joints.contains(line.bytes[word])
  }

  /// Whether it is one sign of a frame, as in Ray Tune's `│ accuracy   0.52 │`: U+2500 to U+257F in UTF-8.
  private func isDrawn(_ word: Range<Int>) -> Bool {
    word.count == 3 && line.bytes[word.lowerBound] == 0xE2
      && (0x94...0x95).contains(line.bytes[word.lowerBound + 1])
  }
}
