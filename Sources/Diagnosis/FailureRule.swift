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
  /// How the names of exceptions with their module begin.
  let modules: [String]
  /// Parts of paths: the rule applies only where the innermost frames are in such a file; empty: anywhere.
  let raisedIn: [String]
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
    _ type: FailureType, weight: Int, modules: [String] = [], exceptions: [String] = [],
    words: [[String]] = [],
    unless: [String] = [], raisedIn: [String] = [],
    readsLines: Bool = true, retry: ErrorSummary.Retry = .uselessUnchanged,
    condition: (@Sendable (FailureScene) -> Bool)? = nil, advice: @escaping Advice
  ) {
    self.type = type
    self.weight = weight
    self.modules = modules
    self.exceptions = exceptions
    self.raisedIn = raisedIn
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
  func matches(_ scene: FailureScene) -> Bool {
    let text = scene.lower
    if let exception = scene.exception {
      guard matches(text, exception, scene) else { return false }
    } else {
      guard readsLines, raisedIn.isEmpty, words.contains(where: text.hasAll) else { return false }
    }
    if unless.contains(where: text.has) { return false }
    return condition?(scene) ?? true
  }

  /// Where in a text that matches the words of the rule end, in bytes; nil where words did not decide.
  func matchEnd(in text: LowerText) -> Int? {
    words.first(where: text.hasAll)?.compactMap { word in text.find(word).map { $0 + word.utf8.count } }.max()
  }

  private func matches(_ text: LowerText, _ exception: PythonException, _ scene: FailureScene) -> Bool {
    if !raisedIn.isEmpty, !isRaised(scene) { return false }
    if exceptions.isEmpty, modules.isEmpty, words.isEmpty { return condition != nil }
    if exceptions.contains(exception.name) { return true }
    if raisedIn.isEmpty, !exceptions.isEmpty, let base = exception.baseName, exceptions.contains(base) {
      return true
    }
    let type = exception.type
    for module in modules where type.hasPrefix(module) { return true }
    return words.contains(where: text.hasAll)
  }

  private func isRaised(_ scene: FailureScene) -> Bool {
    scene.innermostFiles.contains { file in raisedIn.contains(where: file.has) }
  }

  /// A rule that reads general signs, with the advice of the particular rules of its type.
  static func general(
    _ type: FailureType, weight: Int, modules: [String] = [], exceptions: [String] = [],
    words: [[String]] = [],
    unless: [String] = [], raisedIn: [String] = [], readsLines: Bool = false,
    condition: (@Sendable (FailureScene) -> Bool)? = nil
  ) -> FailureRule {
    let model: FailureRule? = particular.first { $0.type == type }
    let advice: Advice = model?.advice ?? readTheLog
    let retry: ErrorSummary.Retry = model?.retry ?? .unknown
    return FailureRule(
      type, weight: weight, modules: modules, exceptions: exceptions, words: words, unless: unless,
      raisedIn: raisedIn, readsLines: readsLines, retry: retry, condition: condition, advice: advice)
  }

  @Sendable private static func readTheLog(_ scene: FailureScene) -> [String] {
    ["Read the lines of the log around the message."]
  }

  /// Rules for what one library or program prints.
  private static let particular: [FailureRule] =
    MemoryRules.all + AcceleratorRules.all + DistributedRules.all + NumericsRules.all + ShapeRules.all
    + FileRules.all + SoftwareRules.all + DataRules.all + NetworkRules.all + ProcessRules.all + CodeRules.all

  /// All rules, the surest first; of two with one weight the earlier counts.
  static let byWeight: [FailureRule] = {
    let all =
      particular + StatusRules.all + ErrnoRules.all + SourceRules.all + LibraryRules.all + PhraseRules.all
      + OtherLanguageRules.all + CheckRules.all + ExitStatusRules.all + ShellReportRules.all
      + LocalizedRules.all
      + ExceptionNameRules.all + SettingWordRules.all + TensorWordRules.all + DataWordRules.all
      + SystemWordRules.all + BroadWordRules.all + AcceleratorCodeRules.all
      + WindowsErrorRules.all
    return (1...9).reversed().flatMap { weight in all.filter { $0.weight == weight } }
  }()

  /// The rules that what an exception says can match.
  static let ofExceptions = RuleScreen(byWeight)
  /// The rules that a plain line can match.
  static let ofLines = RuleScreen(
    byWeight.filter { $0.readsLines && $0.raisedIn.isEmpty && !$0.words.isEmpty })
}
