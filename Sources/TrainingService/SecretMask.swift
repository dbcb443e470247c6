internal import Platform
internal import TrainingModel

/// Hides the values of environment variables that look secret wherever they would be shown.
struct SecretMask: Sendable {
  /// Longest first, so that one that holds another is hidden whole.
  private let secrets: [[UInt8]]

  private static let words = [
    "SECRET", "TOKEN", "PASSWORD", "PASSWD", "PASSPHRASE", "CREDENTIAL", "APIKEY", "API_KEY", "ACCESS_KEY",
    "PRIVATE_KEY", "AUTH",
  ]
  /// Shorter values are words that a log is full of.
  private static let shortestSecret = 8

  init(environment: Environment) {
    secrets =
      environment.sorted
      .filter { $0.value.utf8.count >= Self.shortestSecret && Self.looksSecret($0.name) }
      .filter { !$0.value.hasPrefix("/") }  // a path to a secret is none
      .map { Array($0.value.utf8) }
      .sorted { $0.count > $1.count }
  }

  static func looksSecret(_ name: String) -> Bool {
    // By bytes: every start of a server looks at all variables, and searching by characters took a tenth of it.
    let upper = name.utf8.map { $0 &- 0x61 < 26 ? $0 & 0xDF : $0 }
    return words.contains { holds(upper, $0) } || upper.suffix(4).elementsEqual("_KEY".utf8)
  }

  private static func holds(_ name: [UInt8], _ word: String) -> Bool {
    let word = word.utf8
    guard name.count >= word.count else { return false }
    return (0...name.count - word.count).contains { name[$0...].starts(with: word) }
  }

  /// Bytes that a secret may reach into what lies beside it.
  var longest: Int { secrets.first?.count ?? 0 }

  /// The text with each byte of a secret an asterisk, so that offsets stay what they were.
  func mask(_ text: String) -> String {
    guard !secrets.isEmpty else { return text }
    return String(decoding: mask(Array(text.utf8)), as: UTF8.self)
  }

  /// A diagnosis without secrets.
  func mask(_ summary: ErrorSummary) -> ErrorSummary {
    var summary = summary
    summary.message = mask(summary.message)
    summary.suggestions = summary.suggestions.map(mask)
    summary.evidence = summary.evidence.map { .init(offset: $0.offset, text: mask($0.text)) }
    return summary
  }

  /// A warning without secrets.
  func mask(_ warning: RunWarning) -> RunWarning {
    RunWarning(warning.code, mask(warning.message), evidence: warning.evidence.map(mask))
  }

  /// The bytes with each byte of a secret an asterisk.
  func mask(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for secret in secrets {
      guard let first = secret.first else { continue }
      var start = 0
      while let found = bytes[start...].firstIndex(of: first) {
        let end = found + secret.count
        guard end <= bytes.count else { break }
        if bytes[found..<end].elementsEqual(secret) {
          for index in found..<end { bytes[index] = UInt8(ascii: "*") }
          start = end
        } else {
          start = found + 1
        }
      }
    }
    return bytes
  }
}
