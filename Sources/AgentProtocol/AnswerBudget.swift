internal import JSON

/// How much one answer gives a model to read.
///
/// Hosts put a text of more than 50,000 characters into a file that nobody opens, and cut that of an error after 11,000,
/// so that what to do next is lost. Characters are UTF-16 code units, as hosts count them.
package enum AnswerBudget {
  /// Characters that an answer in pages aims at, and bytes of its data.
  package static let page = 40_000
  /// Characters that no text has more of: the largest part of a log and the words around it fit.
  package static let text = 45_000
  /// Characters that no text of an error has more of.
  package static let errorText = 10_000

  /// Room for the words that stand where something was left out.
  private static let noteLength = 80

  /// An answer with as many elements as are wanted, or with fewer where so many do not fit.
  ///
  /// - Parameter answer: makes the answer with at most so many elements; where to go on, it says itself.
  package static func page(
    of limit: Int, _ answer: (_ limit: Int) async throws -> ToolResult
  ) async throws -> ToolResult {
    var limit = limit
    while true {
      let result = try await answer(limit)
      if limit <= 1 || fits(result) { return result }
      limit /= 2
    }
  }

  /// Whether an answer is no larger than a page is to be.
  package static func fits(_ result: ToolResult) -> Bool {
    result.text.utf16.count <= page && bound(.object(result.structuredContent)) <= page
  }

  /// Bytes that a value has at most as JSON: it is written once, when it is sent, and not to be measured as well.
  private static func bound(_ value: JSONValue) -> Int {
    switch value {
    case .null, .bool: return 5
    case .integer: return 20
    case .decimal(let decimal): return decimal.literal.utf8.count
    case .string(let text): return bound(text)
    case .array(let elements):
      var bytes = 2
      for element in elements { bytes += 1 + bound(element) }
      return bytes
    case .object(let object):
      var bytes = 2
      for member in object.members { bytes += 2 + bound(member.name) + bound(member.value) }
      return bytes
    }
  }

  private static func bound(_ text: String) -> Int {
    // What is escaped has two bytes, or six.
    let escapes = text.utf8.withContiguousStorageIfAvailable { bytes in
      var more = 0
      for byte in bytes { more &+= byte < 0x20 ? 5 : byte == 0x22 || byte == 0x5C ? 1 : 0 }
      return more
    }
    return 2 + text.utf8.count + (escapes ?? 5 * text.utf8.count)
  }

  /// A text that is no longer than `limit`: the middle goes, since what matters most stands first and what to do next
  /// last.
  static func cut(_ text: String, to limit: Int) -> String {
    // Never fewer bytes than code units, and bytes are counted already.
    guard text.utf8.count > limit else { return text }
    let units = text.utf16
    guard units.count > limit else { return text }
    let kept = limit - noteLength
    let head = text[..<units.index(units.startIndex, offsetBy: kept * 3 / 5)]
    let tail = text[units.index(units.endIndex, offsetBy: -(kept * 2 / 5))...]
    let missing = units.count - head.utf16.count - tail.utf16.count
    return "\(head)\n… (\(missing) characters are left out here) …\n\(tail)"
  }
}
