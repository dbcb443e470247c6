/// The lines at the head of a prompt's file, a part of YAML.
///
/// They are `name: value`, and a list `arguments:` of such lines.
struct FrontMatter: Hashable, Sendable {
  private static let fieldNames: Set<String> = ["title", "description"]
  private static let itemNames: Set<String> = ["name", "description", "required", "completion", "attach"]

  private(set) var fields: [String: String] = [:]
  /// The arguments, in order.
  private(set) var items: [[String: String]] = []

  init(_ lines: some Sequence<Substring>) throws(PromptFileError) {
    var isInList = false
    for line in lines {
      if line == "arguments:", !isInList {
        isInList = true
      } else if !isInList {
        try Self.enter(line, line, Self.fieldNames, in: &fields)
      } else if line.hasPrefix("  - ") {
        items.append([:])
        try Self.enter(line.dropFirst(4), line, Self.itemNames, in: &items[items.count - 1])
      } else if line.hasPrefix("    "), !items.isEmpty {
        try Self.enter(line.dropFirst(4), line, Self.itemNames, in: &items[items.count - 1])
      } else {
        throw .badLine(String(line))
      }
    }
  }

  /// Enters `name: value`; each name once.
  private static func enter(
    _ text: Substring, _ line: Substring, _ known: Set<String>, in fields: inout [String: String]
  ) throws(PromptFileError) {
    let parts = text.split(separator: ": ", maxSplits: 1)
    guard parts.count == 2, known.contains(String(parts[0])), fields[String(parts[0])] == nil else {
      throw .badLine(String(line))
    }
    fields[String(parts[0])] = String(parts[1])
  }
}
