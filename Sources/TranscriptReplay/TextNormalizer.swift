/// Takes out of a text what differs from one run of the same training to the next.
///
/// Identifiers of runs stay: they are matched one to one elsewhere.
struct TextNormalizer {
  private let text: [UInt8]
  private var result: [UInt8] = []
  private var position = 0

  private init(_ text: String) {
    self.text = Array(text.utf8)
    result.reserveCapacity(self.text.count)
  }

  /// `/any/home/runs/<run>/log` becomes `<home>/runs/<run>/log`.
  static func paths(_ text: String) -> String {
    var normalizer = TextNormalizer(text)
    return normalizer.run(numbers: false)
  }

  /// Also times become `<time>` and numbers `<n>`, durations of any unit `<n> s`.
  static func free(_ text: String) -> String {
    var normalizer = TextNormalizer(text)
    return normalizer.run(numbers: true)
  }

  private mutating func run(numbers: Bool) -> String {
    while position < text.count {
      if let end = RunIDScanner.end(at: position, in: text) {
        if result.hasSuffix("/runs/") { forgetHome() }
        result += text[position..<end]
        position = end
      } else if numbers, let end = RFC3339.end(at: position, in: text) {
        append("<time>", upTo: end)
      } else if numbers, let end = endOfCalendarWord() {
        append("<time>", upTo: end)
      } else if numbers, Self.isDigit(text[position]) {
        append("<n>", upTo: endOfNumber())
        unifyDuration()
      } else {
        result.append(text[position])
        position += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `34 ms`, `9.5 s`, `4 min 10 s` and `2 h 5 min` all become `<n> s`.
  private mutating func unifyDuration() {
    for joined in ["<n> min <n>", "<n> h <n>"] where result.hasSuffix(joined) {
      result.removeLast(joined.utf8.count)
      result += "<n>".utf8
    }
    for unit in [" ms", " min"] where text[position...].starts(with: unit.utf8) {
      let end = position + unit.utf8.count
      // `4 min 10 s` goes on with a number, whose turn is next; `5 minutes` is no unit.
      let isLast = unit == " ms" || !isDigit(at: end + 1)
      if isLast, end >= text.count || text[end] < UInt8(ascii: "0") { append(" s", upTo: end) }
    }
  }

  private mutating func append(_ replacement: String, upTo end: Int) {
    result += replacement.utf8
    position = end
  }

  /// Takes back the path in front of `/runs/`, as far as the last space or quotation mark.
  private mutating func forgetHome() {
    let suffix = Array("/runs/".utf8)
    result.removeLast(suffix.count)
    while let last = result.last, last > 0x20, !"\"'`(=".utf8.contains(last) { result.removeLast() }
    result += "<home>".utf8 + suffix
  }

  /// The end of the name of a weekday or month, as date(1) and ctime(3) write them.
  private func endOfCalendarWord() -> Int? {
    guard UInt8(ascii: "A")...UInt8(ascii: "W") ~= text[position] else { return nil }
    let end = position + 3
    guard end < text.count, text[end] == UInt8(ascii: " ") || text[end] == UInt8(ascii: ",") else {
      return nil
    }
    guard position == 0 || text[position - 1] <= UInt8(ascii: "@") || text[position - 1] == UInt8(ascii: "[")
    else { return nil }
    return Self.calendarWords.contains(String(decoding: text[position..<end], as: UTF8.self)) ? end : nil
  }

  private static let calendarWords: Set<String> = [
    "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
    "Sep",
    "Oct", "Nov", "Dec",
  ]

  /// Digits, hexadecimal ones behind `0x`, a fraction and an exponent.
  private func endOfNumber() -> Int {
    var end = position
    func skip(_ isPart: (UInt8) -> Bool) { while end < text.count, isPart(text[end]) { end += 1 } }
    if text[position...].starts(with: "0x".utf8) {
      end += 2
      skip { Self.isDigit($0) || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0 | 0x20 }
      return end
    }
    skip(Self.isDigit)
    if isDigit(at: end + 1), text[end] == UInt8(ascii: ".") {
      end += 1
      skip(Self.isDigit)
    }
    if end < text.count, text[end] | 0x20 == UInt8(ascii: "e") {
      let isSigned = end + 1 < text.count && "+-".utf8.contains(text[end + 1])
      if isDigit(at: end + (isSigned ? 2 : 1)) {
        end += isSigned ? 2 : 1
        skip(Self.isDigit)
      }
    }
    return end
  }

  private func isDigit(at index: Int) -> Bool { index < text.count && Self.isDigit(text[index]) }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
