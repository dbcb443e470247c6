/// Reads the last line of a zone file: `CET-1CEST,M3.5.0,M10.5.0/3` (POSIX.1-2017, 8.3, with the longer hours of
/// RFC 9636, 3.3.1).
struct ZoneFooterParser {
  private var rest: ArraySlice<UInt8>

  /// The rule that a footer states; nil when it is no such rule.
  static func parse(_ footer: ArraySlice<UInt8>) -> ZoneFooterRule? {
    var parser = ZoneFooterParser(rest: footer)
    guard let rule = parser.rule(), parser.rest.isEmpty else { return nil }
    return rule
  }

  private init(rest: ArraySlice<UInt8>) { self.rest = rest }

  private mutating func rule() -> ZoneFooterRule? {
    // Offsets are written the other way round there: what is added to local time.
    guard skipName(), let west = time(hours: 0...24) else { return nil }
    guard !rest.isEmpty else { return ZoneFooterRule(standardOffset: -west, savings: nil) }
    guard skipName() else { return nil }
    var offset = -west + 3_600
    if rest.first != UInt8(ascii: ",") {
      guard let west = time(hours: 0...24) else { return nil }
      offset = -west
    }
    guard take(","), let begin = moment(), take(","), let end = moment() else { return nil }
    let savings = ZoneFooterRule.Savings(offset: offset, begin: begin, end: end)
    return ZoneFooterRule(standardOffset: -west, savings: savings)
  }

  /// `CET` or, for names that are not of letters alone, `<+03>`.
  private mutating func skipName() -> Bool {
    if take("<") {
      guard let end = rest.firstIndex(of: UInt8(ascii: ">")), end > rest.startIndex else { return false }
      rest = rest[(end + 1)...]
      return true
    }
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let name = rest.prefix { letters ~= $0 | 0x20 }
    rest = rest[name.endIndex...]
    return name.count >= 3
  }

  private mutating func moment() -> ZoneFooterRule.Moment? {
    guard let day = day() else { return nil }
    guard take("/") else { return ZoneFooterRule.Moment(day: day, time: 7_200) }
    return time(hours: 0...167).map { ZoneFooterRule.Moment(day: day, time: $0) }
  }

  private mutating func day() -> ZoneFooterRule.Day? {
    if take("J") { return number(1...365).map { .ofYearWithoutLeapDay($0) } }
    guard take("M") else { return number(0...365).map { .ofYear($0) } }
    guard let month = number(1...12), take("."), let week = number(1...5), take("."),
      let weekday = number(0...6)
    else { return nil }
    return .weekday(month: month, week: week, weekday: weekday)
  }

  /// `[+-]h[:mm[:ss]]` in seconds.
  private mutating func time(hours: ClosedRange<Int>) -> Int? {
    let sign = take("-") ? -1 : 1
    if sign == 1 { _ = take("+") }
    guard let hour = number(hours) else { return nil }
    var seconds = hour * 3_600
    for unit in [60, 1] where take(":") {
      guard let part = number(0...59) else { return nil }
      seconds += part * unit
    }
    return sign * seconds
  }

  private mutating func number(_ range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(4).prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    rest = rest[digits.endIndex...]
    let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return !digits.isEmpty && range ~= value ? value : nil
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: sign) else { return false }
    rest = rest.dropFirst()
    return true
  }
}
