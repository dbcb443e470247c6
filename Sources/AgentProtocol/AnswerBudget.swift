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
    result.text.utf16.count <= page && JSONWriter.bytes(.object(result.structuredContent)).count <= page
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
