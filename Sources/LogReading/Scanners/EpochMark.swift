/// Where a line names the epoch it belongs to.
struct EpochMark {
  var epoch: Double
  var total: Double?
  /// The step within the epoch, where it is part of the mark: `Epoch [2][10/25]`.
  var step: Int?
  var totalSteps: Int?
  /// The mark in the line.
  var range: Range<Int>
  /// Whether parts of epochs are counted: `Epoch: 0.27/4.0`.
  var isFraction = false
  /// Whether the number is assigned as in a list of settings: `epoch = 10`.
  var isAssigned = false
  /// Whether the mark says that this is validation: `Epoch(val) [2]`.
  var isValidation = false

  /// The first mark in `range` of a line.
  static func find(in line: LineText, _ range: Range<Int>? = nil) -> EpochMark? {
    guard line.traits.contains(.epoch) else { return nil }
    let range = range ?? 0..<line.bytes.count
    var start = range.lowerBound
    while let found = line.find("epoch", in: start..<range.upperBound) {
      if let mark = read(line, word: found, end: range.upperBound) { return mark }
      start = found + 5
    }
    return nil
  }

  /// torchtune's `1|5|Loss: 2.68` at the start of `range`: epoch and step.
  static func leading(_ line: LineText, _ range: Range<Int>) -> EpochMark? {
    guard let epoch = line.integer(at: line.skipBlanks(range.lowerBound)), epoch.end < range.upperBound,
      line.bytes[epoch.end] == ASCII.pipe, let step = line.integer(at: epoch.end + 1),
      line.lower.hasWord("|loss:", at: step.end)
    else { return nil }
    return EpochMark(epoch: Double(epoch.value), step: step.value, range: range.lowerBound..<step.end)
  }

  private static func read(_ line: LineText, word: Int, end: Int) -> EpochMark? {
    if word > 0 {
      let before = line.bytes[word - 1]
      // `steps/epoch: 120` is a size.
      if before == ASCII.slash, word > 1, line.lower[word - 2] == UInt8(ascii: "s") { return nil }
      if before == ASCII.underscore || before == ASCII.minus || before == ASCII.quote { return nil }
      if ASCII.isDigit(before) { return prefixed(line, word: word, end: word) }
      // Catalyst: `2/3 * Epoch (train)`.
      if line.lower.hasWord(" * ", at: word - 3), let mark = prefixed(line, word: word, end: word - 3) {
        return mark
      }
      if ASCII.isLetter(before) { return nil }
      // `3 epoch, loss: 0.5` at the start of a message.
      if before == ASCII.space, word + 5 < line.bytes.count,
        [ASCII.comma, ASCII.colon, ASCII.semicolon].contains(line.bytes[word + 5]),
        let mark = prefixed(line, word: word, end: word - 1), mark.range.lowerBound == line.messageStart
      {
        return mark
      }
    }
    if let mark = joined(line, word: word) { return mark }
    var position = word + 5
    var isValidation = false
    if line.lower.hasWord("(train)", at: position) { position += 7 }
    if line.lower.hasWord("(val)", at: position) {
      position += 5
      isValidation = true
    }
    // `Epochs 1/3` is a place among them, `epochs: 3` is how many there will be.
    let isPlural = line.lower.hasWord("s ", at: position)
    if isPlural { position += 1 }
    let joint = position
    position = skipJoint(line, position)
    // `epoch     =   0.5` is a row of a table of results.
    let isAssigned = line.bytes[joint..<position].contains(ASCII.equals) && position > joint + 1
    if isAssigned, position > joint + 3 { return nil }
    // `epoch1/10:` has no joint, nor has `epoch24, loss`; a name of a file goes on otherwise.
    let isJoined = position > word + 5 || isNumbered(line, position)
    guard isJoined, position < end, ASCII.isDigit(line.bytes[position]),
      let number = line.number(at: position)
    else { return nil }
    var mark = EpochMark(epoch: number.value, range: word..<number.end, isValidation: isValidation)
    let slash = line.skipBlanks(number.end)
    if let count = line.count(at: position) {
      mark.total = Double(count.total)
      mark.range = word..<count.end
    } else if line.lower.hasWord("]/[", at: number.end), let total = line.integer(at: number.end + 3) {
      // `Epoch [0]/[199]`.
      mark.total = Double(total.value)
      mark.range = word..<total.end
    } else if slash < line.bytes.count, line.bytes[slash] == ASCII.slash,
      let total = line.number(at: line.skipBlanks(slash + 1)), total.value >= number.value
    {
      // Kaldi counts parts of epochs: `Epoch: 0.27/4.0`; so does torch-rnn: `Epoch 43.28 / 50`.
      mark.total = total.value
      mark.range = word..<total.end
      mark.isFraction = true
    }
    if isPlural, mark.total == nil { return nil }
    mark.isAssigned = isAssigned
    mark.readStep(line)
    return mark
  }

  /// Whether a number that is glued to the word is that of an epoch.
  private static func isNumbered(_ line: LineText, _ index: Int) -> Bool {
    guard let number = line.integer(at: index) else { return false }
    guard number.end < line.bytes.count else { return true }
    return line.count(at: index) != nil || [ASCII.comma, ASCII.colon].contains(line.bytes[number.end])
  }

  /// Epoch and step in one: FastReID's `epoch/iter: 52/13673`, `Epoch/Batch: 3/120`.
  private static func joined(_ line: LineText, word: Int) -> EpochMark? {
    for step in ["/iter", "/step", "/batch"] as [StaticString] where line.lower.hasWord(step, at: word + 5) {
      let joint = skipJoint(line, word + 5 + step.utf8CodeUnitCount)
      guard let count = line.count(at: joint) else { return nil }
      return EpochMark(epoch: Double(count.value), step: count.total, range: word..<count.end)
    }
    return nil
  }

  /// `1/30epoch` and `3epoch`, the number in front.
  private static func prefixed(_ line: LineText, word: Int, end: Int) -> EpochMark? {
    var start = end
    while start > 0, ASCII.isDigit(line.bytes[start - 1]) || line.bytes[start - 1] == ASCII.slash {
      start -= 1
    }
    guard start == 0 || !ASCII.isLetter(line.bytes[start - 1]) else { return nil }
    if let count = line.count(at: start), count.end == end {
      return EpochMark(epoch: Double(count.value), total: Double(count.total), range: start..<word + 5)
    }
    guard let number = line.integer(at: start), number.end == end else { return nil }
    return EpochMark(epoch: Double(number.value), range: start..<word + 5)
  }

  /// Blanks and the punctuation between the word and its number.
  private static func skipJoint(_ line: LineText, _ index: Int) -> Int {
    var index = index
    while index < line.bytes.count {
      switch line.bytes[index] {
      case ASCII.space, ASCII.tab, ASCII.colon, ASCII.equals, ASCII.openBracket, ASCII.openParenthesis,
        UInt8(ascii: "#"):
        index += 1
      default: return index
      }
    }
    return index
  }

  /// `][10/25]`, `](100/2500)`, `:   85 / 282`, `, 12850/37527;` behind the epoch.
  private mutating func readStep(_ line: LineText) {
    var position = range.upperBound
    var joints = 0
    while position < line.bytes.count, joints < 8 {
      switch line.bytes[position] {
      case ASCII.closeBracket, ASCII.openBracket, ASCII.openParenthesis, ASCII.space, ASCII.tab, ASCII.colon:
        position += 1
        joints += 1
      case ASCII.comma where joints == 0 && line.lower.hasWord(", ", at: position):
        position += 2
        joints += 1
      default:
        guard joints > 0, let count = line.count(at: position) else { return }
        step = count.value
        totalSteps = count.total
        range = range.lowerBound..<count.end
        return
      }
    }
  }
}
