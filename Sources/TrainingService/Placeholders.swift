/// Words in braces that stand for what is known only when a run starts.
enum Placeholders {
  /// The text with each word replaced, in one pass: what is put in is not looked at again.
  static func fill(_ text: String, _ words: [String: String]) -> String {
    var result = ""
    var rest = Substring(text)
    while let brace = rest.firstIndex(of: "{") {
      result += rest[..<brace]
      rest = rest[brace...]
      if let word = words.first(where: { rest.hasPrefix($0.key) }) {
        result += word.value
        rest = rest.dropFirst(word.key.count)
      } else {
        result += "{"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }
}
