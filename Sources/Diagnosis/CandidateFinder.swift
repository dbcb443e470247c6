import LogReading
import TrainingModel

/// Collects what in a log may be the root cause, and picks the best.
struct CandidateFinder {
  /// An exception's own verdict outweighs lines around it, unless these are beyond doubt (weight 9 and 8).
  private static let exceptionBonus = 600
  private static let earlierBonus = 50
  /// Less than any rule that names a cause: a rank that lost its peer says nothing of why.
  private static let symptomScore = 50
  /// Lines from the end that are looked at outside of exceptions.
  private static let tail = 250
  /// Lines from the end in which an exception is looked for that a logging program printed within a line.
  private static let embeddedTail = 30

  private let log: [LogLine]

  /// The lines that are read.
  var lines: [LogLine] { log }

  private let command: [String]
  /// Every exception of the log.
  let allExceptions: [PythonException]
  /// Every exception that Python did not ignore.
  let exceptions: [PythonException]
  private let isDistributed: Bool

  init(log: [LogLine], command: [String]) {
    self.log = log
    self.command = command
    allExceptions = TracebackScanner.exceptions(in: log)
    exceptions = allExceptions.filter { !$0.isIgnored }
    let ranks = Set(exceptions.map(\.prefix))
    isDistributed =
      ranks.count > 1 || exceptions.contains { $0.name == "ChildFailedError" }
      || log.suffix(60).contains {
        ByteSearch.has("torch/distributed/elastic", in: $0.text) || ByteSearch.has("Root Cause", in: $0.text)
      }
  }

  /// The best reading of the log, if any part of it matches a rule.
  func best(readsLines: Bool = true) -> Candidate? {
    candidates(readsLines: readsLines).max { ($0.score, order($0)) < ($1.score, order($1)) }
  }

  /// All readings of the log, best first.
  func ranked() -> [Candidate] {
    candidates(readsLines: true).sorted { ($0.score, order($0)) > ($1.score, order($1)) }
  }

  private func candidates(readsLines: Bool) -> [Candidate] {
    guard readsLines else { return exceptionCandidates() }
    let found = exceptionCandidates() + lineCandidates()
    return found.isEmpty ? errorLineCandidates() : found
  }

  /// Of equals the first failure of several ranks counts, of one process the last.
  private func order(_ candidate: Candidate) -> Int { isDistributed ? -candidate.index : candidate.index }

  // MARK: Exceptions

  private func exceptionCandidates() -> [Candidate] {
    let real = exceptions.filter { !$0.isWrapper }
    let all = real.isEmpty ? exceptions : real
    // A log may repeat one error without end; the first and the last ones tell all.
    let considered = all.count <= 80 ? all[...] : all.prefix(20) + all.suffix(60)
    guard let last = considered.last else { return [] }
    return considered.compactMap { exception in
      let isFatal = isDistributed || exception.chain == last.chain
      return candidate(exception, isFatal: isFatal)
    }
  }

  private func candidate(_ exception: PythonException, isFatal: Bool) -> Candidate? {
    var exception = exception
    if exception.location == nil {
      exception.outerLocation =
        exceptions.last { $0.location != nil && ($0.chain == exception.chain || $0.isWrapper) }?.location
    }
    let scene = FailureScene(text: exception.text, command: command, exception: exception)
    let first = FailureScene(text: exception.headline, command: command, exception: exception)
    // The exception's own line decides before the lines behind it, which may be another process's, unless
    // it says no more than the kind of the exception.
    let own = match(first)
    let whole = own.map { $0.weight > 4 } ?? false ? nil : match(scene)
    guard let match = [own, whole].compactMap({ $0 }).max(by: { $0.weight < $1.weight }) else { return nil }
    // What only reports that another process failed says less than any line about that process.
    let bonus = exception.isWrapper ? 0 : isFatal ? Self.exceptionBonus : Self.earlierBonus
    return Candidate(
      rule: match, scene: scene, message: exception.headline, index: exception.index,
      score: (match.isSymptom ? Self.symptomScore : match.weight * 100) + bonus,
      origin: isFatal ? .fatalException : .survivedException)
  }

  private func match(_ scene: FailureScene) -> FailureRule? {
    (scene.exception == nil ? FailureRule.ofLines : FailureRule.ofExceptions).firstMatch(scene)
  }

  // MARK: Lines

  private func lineCandidates() -> [Candidate] {
    let start = max(0, log.count - Self.tail)
    return log.indices[start...].compactMap { index in
      let text = log[index].text
      guard text.utf8.count < 4096 else { return nil }
      let scene = FailureScene(text: text, command: command, exception: nil)
      guard !isAdvice(scene.lower) else { return nil }
      if let told = native(scene, at: index) { return told }
      let embedded = index < log.count - Self.embeddedTail ? nil : embedded(in: scene, at: index)
      let rule = match(scene)
      // The line itself decides, unless the exception that it names says more.
      if let embedded, embedded.rule.weight > rule?.weight ?? 0 { return embedded }
      guard let rule else { return nil }
      return Candidate(
        rule: rule, scene: scene, message: text, index: index, score: score(rule, text, at: index),
        origin: .line)
    }
  }

  /// Where nothing else is known, lines that speak of an error are read as the messages of exceptions are.
  private func errorLineCandidates() -> [Candidate] {
    // What only reports that another process failed holds a command and no cause.
    let reports = Set(exceptions.filter(\.isWrapper).map(\.index))
    return errorLines.compactMap { index in
      guard !reports.contains(index) else { return nil }
      let text = log[index].text
      let told = PythonException(
        type: "Error", lines: ["Error: " + text], frames: [], index: index, prefix: "", chain: -1)
      let scene = FailureScene(text: text, command: command, exception: told)
      guard let rule = match(scene), rule.weight > 2 else { return nil }
      return Candidate(
        rule: rule, scene: FailureScene(text: text, command: command, exception: nil), message: text,
        index: index,
        score: rule.weight * 100, origin: .line)
    }
  }

  /// What C++ says of an exception that nothing caught: the reason of the abort, read as the message of an exception.
  private func native(_ scene: FailureScene, at index: Int) -> Candidate? {
    guard let told = EmbeddedException.native(in: scene.text, at: index),
      let rule = match(FailureScene(text: told.text, command: command, exception: told)), rule.weight > 3,
      rule.type != .codeError
    else { return nil }
    return Candidate(
      rule: rule, scene: scene, message: scene.text, index: index,
      score: max(score(rule, scene.text, at: index), rule.weight * 100 + 2 * Self.earlierBonus), origin: .line
    )
  }

  /// What an exception says that a line names which tells of an error.
  private func embedded(in scene: FailureScene, at index: Int) -> Candidate? {
    guard scene.lower.has("error") || scene.lower.has("exception"),
      let exception = EmbeddedException.exception(in: scene.text, at: index)
    else {
      return nil
    }
    let inner = FailureScene(text: exception.text, command: command, exception: exception)
    guard let rule = match(inner) else { return nil }
    return Candidate(
      rule: rule, scene: inner, message: scene.text, index: index, score: score(rule, scene.text, at: index),
      origin: .line)
  }

  /// What a line weighs: a few kinds of lines name the cause of the exceptions around them.
  private func score(_ rule: FailureRule, _ text: String, at index: Int) -> Int {
    switch rule.type {
    // A broken GPU shows in the program as any error of CUDA.
    case .gpuHardware where rule.weight == 9 && !exceptions.contains { $0.index == index }:
      1000 + Self.exceptionBonus
    // A client that was refused too often ends as one that cannot connect or find.
    case .rateLimited where hasLostConnection: 600 + Self.exceptionBonus
    // An abort is how PyTorch ends a rank after an error of its own, which the log shows before.
    case .aborted: rule.weight * 100
    // The footer of a launcher tells which signal ended a rank: more than what the other ranks say of it.
    default:
      isDistributed && text.contains("exitcode") ? Self.exceptionBonus + 450 : rule.weight * 100
    }
  }

  /// Whether the last exception says no more than that a service was not reached.
  private var hasLostConnection: Bool {
    guard let last = exceptions.last else { return false }
    let text = LowerText(last.text)
    return ["check your connection", "localentrynotfounderror", "couldn't connect", "max retries exceeded"]
      .contains(
        where: text.has)
  }

  /// Warnings and hints name failures that did not happen.
  private func isAdvice(_ lower: LowerText) -> Bool {
    [
      "warning", "consider ", "may be caused by", "for debugging consider", "[info]", " info ", "info:",
      "potential root causes", "common causes include",
    ].contains(
      where: lower.has)
  }
}
