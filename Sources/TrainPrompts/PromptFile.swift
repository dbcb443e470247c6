/// The file of a prompt: what clients are told of it between two lines `---`, then the text for the model.
///
/// ```
/// ---
/// title: Explain a failure
/// description: Why a training failed.
/// arguments:
///   - name: process_id
///     description: The run.
///     required: true
///     completion: failed_run
///     attach: picture, log
/// ---
/// Explain why {{process_id}} failed.
/// ```
struct PromptFile: Hashable, Sendable {
  /// What is put behind the text for the run that an argument names.
  enum Attachment: String, Hashable, Sendable {
    /// All that is known of it, as JSON.
    case picture
    /// The end of its log.
    case log
  }

  struct Argument: Hashable, Sendable {
    let name: String
    let description: String
    let isRequired: Bool
    /// What is suggested for it; nil where only the user can know.
    let completion: CompletionKind?
    let attachments: [Attachment]
  }

  let title: String
  let description: String
  let arguments: [Argument]
  let template: PromptTemplate

  init(_ text: String) throws(PromptFileError) {
    var rest = text.utf8[...]
    guard Self.takeLine(&rest) == "---" else { throw .noFrontMatter }
    var lines: [Substring] = []
    while let line = Self.takeLine(&rest), line != "---" { lines.append(line) }
    // Behind the last line there is a text, so the lines did not simply run out.
    guard !rest.isEmpty else { throw .noFrontMatter }
    let matter = try FrontMatter(lines)
    title = try Self.require("title", matter.fields)
    description = try Self.require("description", matter.fields)
    arguments = try matter.items.map(Self.argument)
    template = try PromptTemplate(String(Substring(rest)))
    let declared = arguments.map(\.name).sorted()
    guard declared == template.names else {
      throw .argumentsDiffer(declared: declared, used: template.names)
    }
  }

  /// Takes a line and its end; nil when nothing is left.
  private static func takeLine(_ text: inout Substring.UTF8View) -> Substring? {
    guard !text.isEmpty else { return nil }
    let end = text.firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
    defer { text = text[end...].dropFirst() }
    return Substring(text[..<end])
  }

  private static func argument(_ fields: [String: String]) throws(PromptFileError) -> Argument {
    let required = fields["required"] ?? "false"
    guard ["true", "false"].contains(required) else { throw .badLine("required: \(required)") }
    var completion: CompletionKind?
    if let word = fields["completion"] {
      completion = CompletionKind(rawValue: word)
      if completion == nil { throw .badLine("completion: \(word)") }
    }
    var attachments: [Attachment] = []
    for word in (fields["attach"] ?? "").split(whereSeparator: { $0 == "," || $0 == " " }) {
      guard let attachment = Attachment(rawValue: String(word)) else { throw .badLine("attach: \(word)") }
      attachments.append(attachment)
    }
    return Argument(
      name: try require("name", fields), description: try require("description", fields),
      isRequired: required == "true", completion: completion, attachments: attachments)
  }

  private static func require(
    _ name: String, _ fields: [String: String]
  ) throws(PromptFileError) -> String {
    guard let value = fields[name], !value.isEmpty else { throw .missing(name) }
    return value
  }
}
