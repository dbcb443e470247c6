/// An expected text with `{{text}}` in it, which stands for any text, also none.
struct TextPattern {
  private let pieces: [[UInt8]]

  /// nil when there is no `{{text}}` in it.
  init?(_ text: String) {
    let wildcard = Array("{{text}}".utf8)
    var pieces: [[UInt8]] = []
    var piece: [UInt8] = []
    for byte in text.utf8 {
      piece.append(byte)
      if piece.suffix(wildcard.count).elementsEqual(wildcard) {
        pieces.append(piece.dropLast(wildcard.count))
        piece = []
      }
    }
    guard !pieces.isEmpty else { return nil }
    self.pieces = pieces + [piece]
  }

  /// Whether a text is of this form.
  func matches(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    guard let first = pieces.first, let last = pieces.last, rest.starts(with: first) else { return false }
    rest = rest.dropFirst(first.count)
    guard rest.count >= last.count, rest.suffix(last.count).elementsEqual(last) else { return false }
    rest = rest.dropLast(last.count)
    // Each at its first place: that leaves the most for those behind it.
    for piece in pieces.dropFirst().dropLast() {
      while !rest.starts(with: piece) {
        guard !rest.isEmpty else { return false }
        rest = rest.dropFirst()
      }
      rest = rest.dropFirst(piece.count)
    }
    return true
  }
}
