import Diagnosis
import TestSupport
import Testing
import TrainingModel

/// Every log of `fixtures/failures` gets its label, shows what proves it, and where.
@Suite struct KnownFailureTests {
  @Test(arguments: KnownFailure.real)
  func realFailureIsNamed(_ failure: KnownFailure) {
    check(failure)
    guard let summary = FailureDiagnosis.summary(of: failure.facts),
      summary.failureType.rawValue == failure.label
    else { return }
    if let proof = failure.proof {
      #expect(shows(summary.message, proof), "\(summary.message)")
    }
    if let location = failure.location {
      #expect(summary.location == location)
    }
  }

  @Test(arguments: KnownFailure.written)
  func writtenFailureIsNamed(_ failure: KnownFailure) {
    check(failure)
  }

  private func check(_ failure: KnownFailure) {
    let summary = FailureDiagnosis.summary(of: failure.facts)
    let said = summary?.failureType.rawValue ?? "none"
    #expect(([failure.label] + failure.others).contains(said), "\(summary?.message ?? "")")
    #expect(summary.map { !$0.suggestions.isEmpty } ?? true)
  }

  /// Whether a message, which is bounded, shows the wanted text, whatever the spaces.
  private func shows(_ message: String, _ wanted: String) -> Bool {
    let message = words(message.hasSuffix("…") ? String(message.dropLast()) : message)
    let wanted = words(wanted)
    return message.contains(wanted) || wanted.contains(message)
  }

  private func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func everyLogIsRead() throws {
    let files = try Repository.files(under: "fixtures/failures/real", suffix: ".log")
    #expect(KnownFailure.real.count == files.count)
    #expect(KnownFailure.real.count >= 200)
    let lines = try Repository.text("fixtures/failures/written.jsonl").split(separator: "\n")
    #expect(KnownFailure.written.count == lines.count)
    #expect(KnownFailure.written.count >= 380)
  }

  /// An accepted alternative is not the label: most logs get the label itself.
  @Test(arguments: [KnownFailure.real, KnownFailure.written])
  func mostGetTheLabelItself(_ failures: [KnownFailure]) {
    let right = failures.count { failure in
      failure.label == FailureDiagnosis.summary(of: failure.facts)?.failureType.rawValue ?? "none"
    }
    #expect(right * 100 >= failures.count * 95)
  }
}
