internal import JSON

/// A call that could not be done for a reason that the caller can mend.
///
/// Nothing was changed.
package struct ToolFailure: Error, Hashable, Sendable {
  /// A word to branch on: `invalid_arguments`, `unknown_process`.
  package let code: String
  /// What is wrong; every problem, where there are several.
  package let message: String
  /// What to do now.
  package let hint: String

  package init(code: String, message: String, hint: String) {
    self.code = code
    self.message = message
    self.hint = hint
  }

  /// All problems of one call's arguments at once.
  package static func invalidArguments(
    tool: String, _ problems: [ArgumentProblem]
  ) -> ToolFailure {
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    return ToolFailure(
      code: "invalid_arguments",
      message: "\(tool): \(count) with the arguments; nothing was done.\n\(ArgumentProblem.list(problems))",
      hint: "Call \(tool) again with the arguments corrected.")
  }

  /// The failure as a result.
  package var result: ToolResult {
    ToolResult(
      structuredContent: [
        "error": ["code": .string(code), "message": .string(message), "hint": .string(hint)]
      ],
      text: "Error \(code): \(message)\n\(hint)", isError: true)
  }
}
