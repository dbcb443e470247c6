/// What may be given for something, as a message lists it.
struct Choices {
  /// Names in the order of the message.
  let names: [String]

  private static let mostNamed = 8

  /// - Parameter list: names between commas, spaces, line ends or quotes, with or without brackets around them.
  init(_ list: String) {
    let isQuoted = list.contains("'") || list.contains("\"") || list.contains("`")
    let separators = isQuoted ? ",\n" : ", \n\t|"
    names = list.split(whereSeparator: separators.contains).compactMap { piece in
      let name = piece.drop { "'\"`[](){} *".contains($0) || $0.isWhitespace }
      let end = name.lastIndex { !"'\"`[](){}.;* ".contains($0) && !$0.isWhitespace }
      let text = end.map { String(name[...$0]) } ?? ""
      return text.isEmpty || text == "and" || text == "or" ? nil : text
    }
  }

  /// The one that is most like what was given.
  func nearest(to given: String) -> String? { NearName.best(for: given, among: names) }

  /// What to do about a value that is none of them.
  ///
  /// - Parameter place: where it was given: `--optimizer`; nil where the message names none.
  func advice(given: String, at place: String?) -> [String] {
    guard !names.isEmpty else { return [] }
    let shown = names.prefix(Self.mostNamed).joined(separator: ", ")
    let list = names.count > Self.mostNamed ? "\(shown), and \(names.count - Self.mostNamed) more" : shown
    // `--optimizer adamw`, `model=resnet50`.
    let name = place.map { $0.hasSuffix("=") ? $0 : "\($0) " } ?? ""
    guard let near = nearest(to: given) else {
      return ["Give \(place ?? "it") one of \(list): '\(given)' is none of them."]
    }
    return ["Write \(name)\(near) for '\(given)', which is none of \(list)."]
  }
}
