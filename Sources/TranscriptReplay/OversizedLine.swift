/// A line that was too long to be recorded: `--mirror` writes `(a line of 16777217 bytes)` in its place.
struct OversizedLine {
  private let count: Int

  /// nil when the text stands for itself.
  init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 5, words[0] == "(a", words[1] == "line", words[2] == "of", words[4] == "bytes)",
      let count = Int(words[3]), 1...(1 << 30) ~= count
    else { return nil }
    self.count = count
  }

  /// As many bytes, which are no message.
  var bytes: [UInt8] { [UInt8](repeating: UInt8(ascii: "x"), count: count) }
}
