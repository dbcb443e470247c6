/// A caller's text as it is quoted in messages.
enum Quote {
  /// The text, cut where it is longer than anybody needs to recognize it.
  static func short(_ text: some StringProtocol, limit: Int = 40) -> String {
    text.count <= limit ? String(text) : text.prefix(limit) + "…"
  }
}
