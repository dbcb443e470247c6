/// A part of a line that names a number: `Loss: 0.5`, `R -112.30`, `E 3/10`, `[batch:256]`.
struct LineField {
  enum Value {
    case number(LineText.Number)
    case count(LineText.Count)
    /// A number with a unit, or a clock: no result.
    case measure
  }

  let name: Range<Int>
  let value: Value

  /// More of them are a dump, not a line of a loop.
  private static let limit = 40
  /// Words of a name; more are a sentence.
  private static let longestName = 4
  /// Words in front of a name that are no part of it.
  private static let leads = ByteWords([
    "after", "at", "in", "for", "with", "and", "on", "train", "training", "running", "start", "end", "of",
    "the",
  ])

  /// The fields of a line from `start` on; nil when it holds more words than fields.
  static func split(_ line: LineText, from start: Int) -> [LineField]? {
    var fields: [LineField] = []
    var texts = 0
    var index = start
    while index < line.bytes.count {
      let end = separator(line, from: index)
      var position = index
      var hasField = false
      while let (field, next) = field(line, position..<end) {
        fields.append(field)
        guard fields.count <= limit else { return nil }
        position = next
        hasField = true
      }
      if line.bytes[position..<end].contains(where: ASCII.isLetter) || !hasField && position < end {
        texts += line.bytes[position..<end].contains { ASCII.isLetter($0) || ASCII.isDigit($0) } ? 1 : 0
      }
      index = end + 1
    }
    return texts <= max(1, fields.count / 2) ? fields : nil
  }

  /// The index of the next separator from `start` on: a bar, a comma, a semicolon, a tab, two blanks, ` - `, ` / `.
  private static func separator(_ line: LineText, from start: Int) -> Int {
    var index = start
    while index < line.bytes.count {
      switch line.bytes[index] {
      case ASCII.pipe, ASCII.semicolon, ASCII.tab: return index
      case ASCII.comma:
        let isInNumber =
          index > start && ASCII.isDigit(line.bytes[index - 1]) && index + 1 < line.bytes.count
          && ASCII.isDigit(line.bytes[index + 1])
        if !isInNumber { return index }
      case ASCII.space:
        // Two blanks part fields, but not a name from what is padded behind it: `Episode   100`.
        if index > start, ASCII.isDigit(line.bytes[index - 1]), index + 1 < line.bytes.count,
          line.bytes[index + 1] == ASCII.space
        {
          return index
        }
      case ASCII.minus, ASCII.slash:
        if index > start, line.bytes[index - 1] == ASCII.space, index + 1 < line.bytes.count,
          line.bytes[index + 1] == ASCII.space
        {
          return index
        }
      default: break
      }
      index += 1
    }
    return line.bytes.count
  }

  /// The first field in `range`, and the index behind it.
  private static func field(_ line: LineText, _ range: Range<Int>) -> (LineField, Int)? {
    var start = range.lowerBound
    while start < range.upperBound, !isNameByte(line.bytes[start]) { start += 1 }
    var index = start
    var words = 0
    while index < range.upperBound {
      // A word, perhaps with what it is of in parentheses: `avg(num_wins)`.
      let wordStart = index
      while index < range.upperBound,
        isNameByte(line.bytes[index]) || line.bytes[index] == ASCII.openParenthesis
      {
        if line.bytes[index] == ASCII.openParenthesis {
          guard index > wordStart,
            let close = line.bytes[index..<range.upperBound].firstIndex(of: ASCII.closeParenthesis)
          else { break }
          index = close
        }
        index += 1
      }
      guard index > wordStart else { return nil }
      let nameEnd = index
      words += 1
      if words == 1 || leads.contains(line.bytes[start..<nameEnd]),
        leads.contains(line.bytes[wordStart..<nameEnd]),
        nameEnd < range.upperBound, line.bytes[nameEnd] == ASCII.space
      {
        words = 0
      }
      var joint = index
      while joint < range.upperBound, isJoint(line.bytes[joint]) { joint += 1 }
      guard joint > index, joint < range.upperBound, words <= longestName else { return nil }
      if let (value, end) = value(line, joint..<range.upperBound) {
        return words == 0
          ? nil : (LineField(name: nameStart(line, start..<nameEnd)..<nameEnd, value: value), end)
      }
      guard line.bytes[index..<joint].allSatisfy(ASCII.isBlank) else { return nil }
      index = joint
    }
    return nil
  }

  /// Behind the words that only lead to a name.
  private static func nameStart(_ line: LineText, _ range: Range<Int>) -> Int {
    var start = range.lowerBound
    while let blank = line.bytes[start..<range.upperBound].firstIndex(of: ASCII.space),
      leads.contains(line.bytes[start..<blank])
    {
      start = line.skipBlanks(blank)
    }
    return start
  }

  private static func value(_ line: LineText, _ range: Range<Int>) -> (Value, Int)? {
    let start = range.lowerBound
    if let count = line.count(at: start), count.end <= range.upperBound {
      return (.count(count), behindFrame(line, count.end, range.upperBound))
    }
    guard let number = line.number(at: start), number.end <= range.upperBound else { return nil }
    // `kimg 120.0/25000` counts too.
    if number.end < range.upperBound, line.bytes[number.end] == ASCII.slash,
      number.value == number.value.rounded(), abs(number.value) < 1e15,
      let count = line.count(at: number.end + 1, value: Int(number.value))
    {
      return (.count(count), behindFrame(line, count.end, range.upperBound))
    }
    let end = behindFrame(line, number.end, range.upperBound)
    if end == range.upperBound || ASCII.isBlank(line.bytes[end]) { return (.number(number), end) }
    // A unit, a clock or a word that begins with digits.
    return (.measure, line.bytes[end..<range.upperBound].firstIndex(where: ASCII.isBlank) ?? range.upperBound)
  }

  private static func behindFrame(_ line: LineText, _ index: Int, _ end: Int) -> Int {
    var index = index
    while index < end,
      [ASCII.closeBracket, ASCII.closeParenthesis, ASCII.percent, ASCII.colon, UInt8(ascii: ">")]
        .contains(line.bytes[index])
    {
      index += 1
    }
    return index
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte >= 0x80
      || [ASCII.underscore, ASCII.period, ASCII.slash, UInt8(ascii: "@"), ASCII.minus, UInt8(ascii: "'")]
        .contains(byte)
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    ASCII.isBlank(byte)
      || [ASCII.colon, ASCII.equals, ASCII.openBracket, UInt8(ascii: "#")].contains(byte)
  }
}
