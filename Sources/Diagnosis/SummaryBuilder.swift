import LogReading
import TrainingModel

/// Puts a verdict into the form that agents read.
struct SummaryBuilder {
  /// Characters of a message and of a line of evidence.
  private static let maximumText = 300
  private static let maximumEvidence = 5
  /// Lines before and behind the decisive one that its advice may look at: a usage, a launcher's report.
  private static let nearby = 60
  /// Lines in front of a device's failed assertion that may name it.
  private static let assertionLines = 250

  let facts: FailureFacts

  /// A verdict that a part of the log decided.
  func summary(_ candidate: Candidate, confidence: ErrorSummary.Confidence? = nil) -> ErrorSummary {
    ErrorSummary(
      failureType: candidate.rule.type, message: message(of: candidate),
      suggestions: Array(advice(of: candidate).prefix(ErrorSummary.mostSuggestions)),
      evidence: evidence(candidate.index),
      confidence: confidence ?? grade(candidate), location: candidate.scene.exception?.location,
      retry: candidate.rule.retry, fingerprint: FailureFingerprint.of(candidate))
  }

  private func advice(of candidate: Candidate) -> [String] {
    var scene = candidate.scene
    scene.before = facts.log[..<candidate.index].suffix(Self.nearby).map(\.text)
    scene.after = facts.log[candidate.index...].dropFirst().prefix(Self.nearby).map(\.text)
    let advice = scene.advice(of: candidate.rule)
    if candidate.rule.type == .diskFull { return facts.fullDisks.map(\.text) + advice }
    // The others only lost a peer, or tell that it was killed.
    guard candidate.rule.isSymptom || candidate.scene.exception == nil,
      let report = RankReport(facts.log.suffix(Self.nearby).map(\.text))
    else { return advice }
    return [report.advice] + advice
  }

  /// A verdict that the outcome decided.
  func summary(
    _ type: FailureType, _ message: String, _ suggestions: [String], confidence: ErrorSummary.Confidence,
    retry: ErrorSummary.Retry
  ) -> ErrorSummary {
    let last = facts.log.lastIndex { !$0.text.allSatisfy(\.isWhitespace) }
    return ErrorSummary(
      failureType: type, message: cut(message), suggestions: suggestions,
      evidence: last.map { evidence($0, before: 1) } ?? [], confidence: confidence, location: nil,
      retry: retry, fingerprint: FailureFingerprint.of(type, message, facts.outcome))
  }

  private func grade(_ candidate: Candidate) -> ErrorSummary.Confidence {
    switch candidate.rule.weight {
    case 8...: .high
    case 5...: candidate.scene.exception == nil ? .medium : .high
    case 3...: .medium
    default: .low
    }
  }

  /// The decisive line with what stands around it.
  private func evidence(_ index: Int, before: Int = 2) -> [ErrorSummary.Evidence] {
    let log = facts.log
    guard log.indices.contains(index) else { return [] }
    let range = max(0, index - before)..<min(log.count, index + Self.maximumEvidence - before)
    return range.compactMap { place in
      let text = log[place].text
      guard !text.allSatisfy(\.isWhitespace) else { return nil }
      return ErrorSummary.Evidence(offset: log[place].offset, text: cut(text))
    }
  }

  /// One line of the log as evidence.
  func evidence(at index: Int) -> ErrorSummary.Evidence {
    guard facts.log.indices.contains(index) else { return ErrorSummary.Evidence(offset: 0, text: "") }
    return ErrorSummary.Evidence(offset: facts.log[index].offset, text: cut(facts.log[index].text))
  }

  /// The line that matters, without a bar in front, and so that it shows what decided.
  func message(of candidate: Candidate) -> String {
    let text = withAssertion(ProgressTail.text(candidate.message), candidate)
    guard let end = candidate.rule.matchEnd(in: LowerText(text)), end > Self.maximumText,
      end <= text.utf8.count
    else {
      return cut(text)
    }
    let start = text.utf8.index(text.startIndex, offsetBy: max(0, end - Self.maximumText / 2))
    return cut("…" + text[start...].drop { !$0.isWhitespace }.drop(while: \.isWhitespace))
  }

  /// With what the kernel on the device demanded, which CUDA prints apart from the exception.
  private func withAssertion(_ text: String, _ candidate: Candidate) -> String {
    guard candidate.rule.type == .cudaDeviceAssert, !text.contains("Assertion `") else { return text }
    let lines = facts.log.prefix(candidate.index).suffix(Self.assertionLines)
    guard let line = lines.last(where: { ByteSearch.has("Assertion `", in: $0.text) })?.text,
      let start = line.firstRange(of: "Assertion `")?.lowerBound
    else { return text }
    return text + ": " + line[start...]
  }

  /// A text as it is shown: bounded, without leading spaces.
  func cut(_ text: String) -> String {
    let text = text.drop(while: \.isWhitespace)
    return text.count <= Self.maximumText ? String(text) : text.prefix(Self.maximumText - 1) + "…"
  }
}
