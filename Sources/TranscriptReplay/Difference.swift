internal import JSON

/// A place in a message where another thing stands than was expected.
package struct Difference: Hashable, Sendable, CustomStringConvertible {
  /// From the message down: `result.structuredContent.processes[0].pid`.
  package let path: String
  package let expected: String
  package let got: String

  /// Longer values are cut: the line of the transcript has them whole.
  private static let longest = 300

  init(_ path: String, expected: String, got: String) {
    self.path = path.isEmpty ? "message" : path
    self.expected = Self.cut(expected)
    self.got = Self.cut(got)
  }

  /// - Parameters:
  ///   - expected: nil when nothing was.
  ///   - got: nil when nothing was.
  init(_ path: String, expected: JSONValue?, got: JSONValue?) {
    self.init(path, expected: Self.show(expected), got: Self.show(got))
  }

  package var description: String { "\(path): expected \(expected), got \(got)" }

  /// A value as it is shown.
  static func show(_ value: JSONValue?) -> String { value.map(JSONWriter.text) ?? "nothing" }

  private static func cut(_ text: String) -> String {
    text.count <= longest ? text : text.prefix(longest - 1) + "…"
  }
}
