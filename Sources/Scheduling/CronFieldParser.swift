/// Reads one field: items between commas, each `*`, a value or a range, with or without a step.
struct CronFieldParser {
  let field: CronField
  /// Bit n stands for the value n; Sunday is 0.
  private(set) var set: UInt64 = 0
  private(set) var problems: [CronProblem] = []
  private(set) var warnings: [CronWarning] = []

  init(field: CronField) { self.field = field }

  private static let widestStep = 9_999

  mutating func parse(_ text: Substring) {
    for item in text.split(separator: ",", omittingEmptySubsequences: false) {
      if item.isEmpty {
        report(.emptyItem, "an item of '\(Quote.short(text))' is empty", hint: "remove the stray comma")
      } else {
        parse(item: item)
      }
    }
  }

  private mutating func parse(item: Substring) {
    var base = item
    var step: Int?
    if let slash = item.firstIndex(of: "/") {
      base = item[..<slash]
      guard let number = self.step(item[item.index(after: slash)...], of: item) else { return }
      step = number
    }
    guard let range = range(base, of: item, step: step) else { return }
    var value = range.lowerBound
    while value <= range.upperBound {
      // Written as 7, Sunday is the 0 of the sets.
      set |= 1 << UInt64(field == .dayOfWeek ? value % 7 : value)
      value += step ?? 1
    }
  }

  private mutating func step(_ text: Substring, of item: Substring) -> Int? {
    let number = Self.number(text)
    guard let number, 1...Self.widestStep ~= number else {
      report(
        .badStep, "'\(Quote.short(text))' in '\(Quote.short(item))' is no step",
        allowed: "a whole number 1-\(Self.widestStep)", hint: number == 0 ? "leave '/0' out" : nil)
      return nil
    }
    return number
  }

  /// The values that an item without its step names.
  private mutating func range(_ base: Substring, of item: Substring, step: Int?) -> ClosedRange<Int>? {
    guard !base.isEmpty else {
      report(.emptyItem, "nothing stands before the step of '\(Quote.short(item))'", hint: "write */step")
      return nil
    }
    if base == "*" {
      warnIfWide(step, item, first: field.range.lowerBound)
      return field.range.lowerBound...field.last
    }
    guard !base.contains("*") else {
      report(.badToken, "'\(Quote.short(item))' has a '*' that does not stand alone")
      return nil
    }
    guard let hyphen = base.firstIndex(of: "-") else {
      guard let low = value(base) else { return nil }
      guard let step else { return low...low }
      warnIfWide(step, item, first: low)
      return low...max(low, field.last)
    }
    let (left, right) = (base[..<hyphen], base[base.index(after: hyphen)...])
    guard !left.isEmpty, !right.isEmpty else {
      report(.emptyItem, "'\(Quote.short(item))' has an end missing", hint: "remove the stray hyphen")
      return nil
    }
    // Both ends are read before either is found wrong, so that all problems are told at once.
    let (low, high) = (value(left), value(right))
    guard let low, let high else { return nil }
    return ordered(low, high, of: item, step: step)
  }

  private mutating func ordered(_ low: Int, _ high: Int, of item: Substring, step: Int?) -> ClosedRange<Int>?
  {
    if low <= high { return low...high }
    // FRI-SUN and 5-0 mean what they say.
    if field == .dayOfWeek, high == 0 { return low...7 }
    report(
      .reversedRange, "'\(Quote.short(item))' ends before it begins",
      hint: "write \(Self.unwrapped(low, high, field, step: step ?? 1))")
    return nil
  }

  /// A range that runs past the end of its field, written so that it does not.
  private static func unwrapped(_ low: Int, _ high: Int, _ field: CronField, step: Int) -> String {
    let size = field.last - field.range.lowerBound + 1
    guard step == 1 else {
      return stride(from: low, through: high + size, by: step)
        .map { String($0 > field.last ? $0 - size : $0) }.joined(separator: ",")
    }
    func piece(_ low: Int, _ high: Int) -> String { low == high ? "\(low)" : "\(low)-\(high)" }
    let first = field == .dayOfWeek ? 1 : field.range.lowerBound
    return piece(low, field.range.upperBound) + "," + piece(first, high)
  }

  private mutating func value(_ text: Substring) -> Int? {
    if let number = Self.number(text) {
      guard field.range ~= number else {
        report(.outOfRange, "\(Quote.short(text)) is out of range")
        return nil
      }
      return number
    }
    guard text.utf8.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }) else {
      report(.badToken, "'\(Quote.short(text))' is neither a number nor a name", hint: Self.dialectHint(text))
      return nil
    }
    if let value = field.value(named: text) { return value }
    report(.unknownName, "there is no '\(Quote.short(text))'", hint: nameHint(text))
    return nil
  }

  /// A number of ASCII digits; one that is too large to hold is `Int.max`.
  private static func number(_ text: Substring) -> Int? {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard !text.isEmpty, text.utf8.allSatisfy({ digits ~= $0 }) else { return nil }
    return Int(text) ?? .max
  }

  private func nameHint(_ text: Substring) -> String? {
    if field.value(named: text.prefix(3)) != nil { return "write \(text.prefix(3).uppercased())" }
    if let other = CronField.allCases.first(where: { $0.value(named: text) != nil }) {
      return "\(text.uppercased()) belongs into the field \(other.rawValue)"
    }
    return Self.dialectHint(text)
  }

  /// Signs that other schedulers give a meaning to.
  private static func dialectHint(_ text: Substring) -> String? {
    if text.contains("?") { return "write '*'" }
    let upper = text.uppercased()
    guard text.contains("#") || text.contains("~") || ["L", "W", "LW", "H", "R", "C"].contains(upper) else {
      return upper.hasSuffix("L") || upper.hasSuffix("W") ? dialect : nil
    }
    return dialect
  }

  private static let dialect = "L W # ? H ~ R of other schedulers are not supported"

  private mutating func warnIfWide(_ step: Int?, _ item: Substring, first: Int) {
    guard let step, step > field.last - field.range.lowerBound else { return }
    warnings.append(.stepWiderThanField(field, item: String(item), first: first))
  }

  private mutating func report(
    _ kind: CronProblem.Kind, _ message: String, allowed: String? = nil, hint: String? = nil
  ) {
    problems.append(
      CronProblem(
        kind: kind, field: field, message: message, allowed: allowed ?? "\(field.allowed), '*' ',' '-' '/'",
        hint: hint))
  }
}
