/// The outer form of a cron expression: plain characters, macros, five fields.
enum CronText {
  /// More than any list of all values takes; what is longer is a mistake and would only be quoted back.
  static let longest = 1_000

  /// The five fields of an expression or macro.
  static func fields(of text: String) throws(CronError) -> [Substring] {
    let bytes = text.utf8
    guard bytes.count <= longest else {
      throw error(.tooLong, "\(bytes.count) bytes are too many", allowed: "at most \(longest)")
    }
    for scalar in text.unicodeScalars {
      if scalar.value == 0x09 || 0x20..<0x7F ~= scalar.value { continue }
      let code = "U+" + padded(String(scalar.value, radix: 16, uppercase: true))
      guard scalar.isASCII else {
        throw error(
          .notASCII, "'\(scalar)' (\(code)) is not an ASCII character",
          allowed: "ASCII digits and names, '*' ',' '-' '/' and blanks")
      }
      throw error(
        .controlCharacter, "it has the control character \(code)", allowed: "one line; blanks and tabs")
    }
    let fields = text.split { $0 == " " || $0 == "\t" }
    if let first = fields.first, first.hasPrefix("@") { return try macro(fields) }
    guard fields.count == CronField.allCases.count else {
      throw error(
        .fieldCount, "there are \(fields.count) fields and not 5",
        allowed: "minute hour day-of-month month day-of-week", hint: hint(forCount: fields))
    }
    return fields
  }

  private static let macros: [String: String] = [
    "@hourly": "0 * * * *", "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *",
  ]

  private static func macro(_ words: [Substring]) throws(CronError) -> [Substring] {
    if words.count == 1, let meaning = macros[words[0].lowercased()] { return meaning.split(separator: " ") }
    let found = words.joined(separator: " ")
    let hint: String? =
      switch words[0].lowercased() {
      case "@every": "for a fixed distance in time use a trigger of type interval with interval_seconds"
      case "@reboot": "a start of the machine is no time; start the training itself when it is wanted"
      case "@": "write the name directly behind the @"
      default: words.count > 1 ? "a macro stands alone; without it five fields are wanted" : nil
      }
    throw error(
      .unknownMacro, "'\(Quote.short(found))' is no macro",
      allowed: "@hourly @daily @midnight @weekly @monthly @yearly @annually", hint: hint)
  }

  private static func hint(forCount fields: [Substring]) -> String? {
    if let first = fields.first, let sign = first.firstIndex(of: "=") {
      let zone = first[first.index(after: sign)...]
      return "the zone is an argument of its own: timezone\(zone.isEmpty ? "" : " \"\(Quote.short(zone))\"")"
    }
    if fields.count == 1, let meaning = macros["@" + fields[0].lowercased()] {
      return "write @\(fields[0].lowercased()) or \(meaning)"
    }
    if fields.count == 6, fields[5].utf8.allSatisfy({ $0 >= UInt8(ascii: "A") }) {
      return "lists take commas and no blanks (mon,fri); a zone goes into the argument timezone"
    }
    if fields.count > 5 { return "seconds and years are not supported; leave their fields out" }
    if fields.count == 4 { return "a field is missing: '*' stands for every value" }
    return nil
  }

  private static func error(
    _ kind: CronProblem.Kind, _ message: String, allowed: String, hint: String? = nil
  ) -> CronError {
    CronError(problems: [CronProblem(kind: kind, field: nil, message: message, allowed: allowed, hint: hint)])
  }

  private static func padded(_ digits: String) -> String {
    String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
