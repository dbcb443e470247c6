import TrainingModel

/// Advice for messages that hold what is wrong: the numbers, names and choices that an expert would take up.
///
/// docs/ADDING-A-FAILURE-RULE.md says how to write one.
struct MessageAdvice: Sendable {
  typealias Advise = @Sendable (MessageTemplate.Match, FailureScene) -> [String]

  private let templates: [MessageTemplate]
  private let advise: Advise
  /// Whether what a rule advises for all such failures is worth reading as well.
  let isStart: Bool
  /// A message as it is printed, which is its test.
  let example: String

  /// - Parameters:
  ///   - templates: as in `MessageTemplate`; the first that matches counts.
  ///   - advice: what to do, most useful first, with the names of the template in braces.
  init(_ templates: String..., isStart: Bool = false, example: String, advice: [String]) {
    self.init(templates, isStart: isStart, example: example) { match, _ in
      advice.map { Self.fill($0, match) }
    }
  }

  /// As the next one, with the templates one by one.
  init(_ templates: String..., isStart: Bool = false, example: String, advise: @escaping Advise) {
    self.init(templates, isStart: isStart, example: example, advise: advise)
  }

  /// - Parameters:
  ///   - templates: as in `MessageTemplate`; the first that matches counts.
  ///   - advise: what to do, most useful first; nothing where the message says less than it seemed.
  init(_ templates: [String], isStart: Bool = false, example: String, advise: @escaping Advise) {
    self.templates = templates.map(MessageTemplate.init)
    self.advise = advise
    self.isStart = isStart
    self.example = example
  }

  /// What to do about a text of the log; nil where it is another message.
  ///
  /// - Parameter bytes: those of the text that are looked at: `MessageTemplate.bytes(of:)`.
  func advice(on text: String, _ bytes: [UInt8], _ scene: FailureScene) -> [String]? {
    guard let match = templates.lazy.compactMap({ $0.match(text, bytes) }).first else { return nil }
    let advice = advise(match, scene)
    return advice.isEmpty ? nil : advice
  }

  private static func fill(_ text: String, _ match: MessageTemplate.Match) -> String {
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      filled += rest[..<open]
      filled += match[String(rest[rest.index(after: open)..<close])] ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  /// Every message that is known; of two that match the earlier counts.
  static let all: [MessageAdvice] =
    MemoryAdvice.all + ArgumentAdvice.all + ShapeAdvice.all + PlacementAdvice.all + IndexAdvice.all
    + CheckpointAdvice.all + VersionAdvice.all + AcceleratorAdvice.all + DataAdvice.all + AccessAdvice.all
    + CodeAdvice.all

  /// What is told in lines before a failure that says nothing of it.
  static let forerunners: [FailureType: [MessageAdvice]] = [
    .cudaDeviceAssert: IndexAdvice.assertions, .cudaDriverOrVersion: AcceleratorAdvice.warnings,
  ]
}
