/// A shell's line about a child that a signal ended: `run.sh: line 4: 4711 Killed   python train.py`, in any language
/// (`Zeile 4:`, `ligne 4 :`), or zsh's `zsh: killed     python train.py`.
struct ShellReport {
  /// What the shell calls the end, with the command behind it, in small letters as far as they are ASCII.
  let end: String

  init?(_ text: String) {
    let bytes = Array(text.utf8.prefix(Self.longest))
    guard let end = Self.behindProcess(bytes) ?? Self.behindName(bytes) ?? Self.alone(bytes) else {
      return nil
    }
    self.end = end
  }

  private static let longest = 400

  /// Whether a shell names a line of its script there.
  static func namesLine(_ text: String) -> Bool {
    let bytes = Array(text.utf8.prefix(longest))
    return bytes.indices.contains { index in
      bytes[index] == 0x3A && bytes[..<index].contains(0x3A) && endsWithNumber(bytes[..<index])
    }
  }

  /// The text behind `: line N: PID `.
  private static func behindProcess(_ bytes: [UInt8]) -> String? {
    var index = 0
    while let colon = bytes[index...].firstIndex(of: 0x3A) {
      index = colon + 1
      guard endsWithNumber(bytes[..<colon]) else { continue }
      let tail = bytes[index...].drop { $0 == 0x20 }
      let digits = tail.prefix { $0 &- 0x30 < 10 }
      guard (1...10).contains(digits.count), tail.dropFirst(digits.count).first == 0x20 else { continue }
      return lower(tail.dropFirst(digits.count).drop { $0 == 0x20 })
    }
    return nil
  }

  /// Whether a word and a number stand there, as in `line 4`, or `ligne 4 `.
  private static func endsWithNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    let text = bytes.reversed().drop { $0 == 0x20 }
    let digits = text.prefix { $0 &- 0x30 < 10 }
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, let before = rest.first else { return false }
    // Chinese sets no space there: `行4:`.
    return before > 0x7F || before == 0x20 && rest.dropFirst().first.map { $0 > 0x40 } ?? false
  }

  /// The text behind `zsh: `.
  private static func behindName(_ bytes: [UInt8]) -> String? {
    bytes.starts(with: "zsh: ".utf8) ? lower(bytes[5...]) : nil
  }

  /// A line of its own: a shell that was given one command says only `Killed`.
  private static func alone(_ bytes: [UInt8]) -> String? {
    let text = lower(bytes[...])
    return text == "killed" ? text : nil
  }

  private static func lower(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
