import TrainingModel

/// How one kind of failure shows in a log, and what to do about it.
///
/// docs/ADDING-A-FAILURE-RULE.md says how to write one.
struct FailureRule: Sendable {
  /// Words the advice from what the log and the command show.
  typealias Advice = @Sendable (FailureScene) -> [String]

  let type: FailureType
  /// How surely a match names the root cause, 1 to 9.
  ///
  /// 9 beats all around it, 5 is a plain case, 2 is only the kind of an exception, 1 is a symptom.
  let weight: Int
  /// Names of exceptions, without module; empty: any text.
  let exceptions: [String]
  /// The text matches when it holds every word of one of these, all in small letters.
  ///
  /// Empty: the exception's name is enough.
  let words: [[String]]
  /// The rule does not apply when the text holds one of these, in small letters.
  let unless: [String]
  /// Whether a plain line, outside of any exception, can match.
  let readsLines: Bool
  /// A condition that words cannot express.
  let condition: (@Sendable (FailureScene) -> Bool)?
  let retry: ErrorSummary.Retry
  let advice: Advice

  init(
    _ type: FailureType, weight: Int, exceptions: [String] = [], words: [[String]] = [],
    unless: [String] = [],
    readsLines: Bool = true, retry: ErrorSummary.Retry = .uselessUnchanged,
    condition: (@Sendable (FailureScene) -> Bool)? = nil, advice: @escaping Advice
  ) {
    self.type = type
    self.weight = weight
    self.exceptions = exceptions
    self.words = words
    self.unless = unless
    self.readsLines = readsLines
    self.condition = condition
    self.retry = retry
    self.advice = advice
  }

  /// Whether it shows on one rank what another one caused.
  var isSymptom: Bool { type == .peerRankFailed || type == .ncclCommunication }

  /// Whether the text shows this failure; `scene.exception` is nil for a plain line.
  func matches(_ text: LowerText, _ scene: FailureScene) -> Bool {
    if let exception = scene.exception {
      if !exceptions.isEmpty, words.isEmpty || !words.contains(where: text.hasAll) {
        guard exceptions.contains(exception.name) else { return false }
      } else if !words.contains(where: text.hasAll) {
        return false
      }
    } else {
      guard readsLines, words.contains(where: text.hasAll) else { return false }
    }
    if unless.contains(where: text.has) { return false }
    return condition?(scene) ?? true
  }

  /// All rules; of two that match with one weight the earlier counts.
  static let all: [FailureRule] =
    MemoryRules.all + AcceleratorRules.all + DistributedRules.all + NumericsRules.all + ShapeRules.all
    + FileRules.all + SoftwareRules.all + DataRules.all + NetworkRules.all + ProcessRules.all + CodeRules.all
}
