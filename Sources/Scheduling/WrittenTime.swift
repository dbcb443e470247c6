package import TrainingModel

/// A date and time as a caller writes it (RFC 3339), with an offset from UTC or as a clock on some wall shows it.
package enum WrittenTime: Hashable, Sendable {
  /// It had an offset.
  case instant(Timestamp)
  /// It had none and wants a zone: seconds since the 1970-01-01 00:00 of the wall clock.
  case local(Int)

  /// Reads `2026-03-08T02:30:00+01:00`, with seconds and their fraction or without.
  package init(_ text: String) throws(WrittenTimeError) {
    var scanner = Scanner(rest: Array(text.utf8)[...])
    do throws(Misspelling) { self = try scanner.time() } catch {
      throw WrittenTimeError(text: text, reason: error.reason)
    }
  }

  /// The instants that it means in a zone; one with an offset means the same in each.
  ///
  /// Nil beyond what `Timestamp` can hold.
  package func localTimes(in zone: TimeZoneRules) -> TimeZoneRules.LocalTimes? {
    switch self {
    case .instant(let time): .one(time)
    case .local(let wallTime): zone.localTimes(wallTime)
    }
  }

  private struct Misspelling: Error {
    let reason: String
  }

  private struct Scanner {
    var rest: ArraySlice<UInt8>

    mutating func time() throws(Misspelling) -> WrittenTime {
      let year = try number(4, "the year", 0...9_999)
      try expect("-")
      let month = try number(2, "the month", 1...12)
      try expect("-")
      let day = try number(2, "the day", 1...CivilDate.days(inMonth: month, of: year))
      guard take("T") || take("t") || take(" ") else {
        throw Misspelling(reason: "the time of day is missing")
      }
      let hour = try number(2, "the hour", 0...23)
      try expect(":")
      let minute = try number(2, "the minute", 0...59)
      let second = take(":") ? try number(2, "the second", 0...59) : 0
      let nanoseconds = take(".") ? try fraction() : 0
      let wallTime =
        CivilDate(year: year, month: month, day: day).dayNumber * 86_400 + hour * 3_600 + minute * 60 + second
      guard !rest.isEmpty else {
        guard nanoseconds == 0 else { throw Misspelling(reason: "a fraction of a second needs an offset") }
        return .local(wallTime)
      }
      let offset = try offset()
      guard let time = Timestamp(second: wallTime - offset), time.nanoseconds < .max - 1_000_000_000 else {
        throw Misspelling(reason: "the year is out of range")
      }
      return .instant(Timestamp(nanoseconds: time.nanoseconds + Int64(nanoseconds)))
    }

    private mutating func offset() throws(Misspelling) -> Int {
      if take("Z") || take("z") {
        guard rest.isEmpty else { throw Misspelling(reason: "something stands behind the Z") }
        return 0
      }
      let sign = take("-") ? -1 : 1
      guard sign == -1 || take("+") else { throw Misspelling(reason: "the offset is neither Z nor +hh:mm") }
      let hours = try number(2, "the offset", 0...23)
      try expect(":")
      let minutes = try number(2, "the offset", 0...59)
      guard rest.isEmpty else { throw Misspelling(reason: "something stands behind the offset") }
      return sign * (hours * 3_600 + minutes * 60)
    }

    private mutating func fraction() throws(Misspelling) -> Int {
      let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      guard 1...9 ~= digits.count else { throw Misspelling(reason: "the fraction wants 1 to 9 digits") }
      rest = rest[digits.endIndex...]
      let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      return (digits.count..<9).reduce(value) { value, _ in value * 10 }
    }

    private mutating func number(_ width: Int, _ what: String, _ range: ClosedRange<Int>) throws(Misspelling)
      -> Int
    {
      let digits = rest.prefix(width)
      guard digits.count == width, digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
        throw Misspelling(reason: "\(what) wants \(width) digits")
      }
      rest = rest.dropFirst(width)
      let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      guard range ~= value else {
        throw Misspelling(reason: "\(what) is \(value) and not \(range.lowerBound) to \(range.upperBound)")
      }
      return value
    }

    private mutating func expect(_ sign: Unicode.Scalar) throws(Misspelling) {
      guard take(sign) else { throw Misspelling(reason: "a '\(sign)' is missing") }
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: sign) else { return false }
      rest = rest.dropFirst()
      return true
    }
  }
}
