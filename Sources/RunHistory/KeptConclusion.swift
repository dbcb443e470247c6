internal import JSON
package import Platform
package import RunStore
package import TrainingModel

/// What was concluded of a run, as it stands in the run's directory once the log that said it is gone.
package struct KeptConclusion: Hashable, Sendable {
  package let conclusion: RunConclusion
  /// When the first sign of training was seen.
  package let trainingStartedAt: Timestamp?
  /// Seconds from the start of the process to the first sign of training.
  package let startedAfter: Double?

  package init(conclusion: RunConclusion, trainingStartedAt: Timestamp?, startedAfter: Double?) {
    self.conclusion = conclusion
    self.trainingStartedAt = trainingStartedAt
    self.startedAfter = startedAfter
  }
}

extension RunDirectory {
  private static let version: Int64 = 1

  /// What was concluded, where that is kept here; nil where it is not, or in no form that this program reads: then
  /// the log says it, if it is there.
  package func keptConclusion() -> KeptConclusion? {
    guard let bytes = try? FileSystem.read(conclusionPath),  // seldom there
      let json = try? JSONParser.parse(bytes), json["version"]?.integer == Self.version,
      let conclusion = json["conclusion"].flatMap({ RunConclusion(json: $0) })
    else { return nil }
    return KeptConclusion(
      conclusion: conclusion,
      trainingStartedAt: json["training_started_at"]?.integer.map { Timestamp(nanoseconds: $0) },
      startedAfter: json["started_after"]?.double)
  }

  /// Keeps what was concluded, and waits until it is on the medium.
  package func write(_ kept: KeptConclusion) throws(SystemError) {
    var object: JSONObject = ["version": .integer(Self.version), "conclusion": kept.conclusion.json]
    object.append(
      "training_started_at", ifKnown: kept.trainingStartedAt.map { .integer($0.nanoseconds) })
    object.append("started_after", ifKnown: kept.startedAfter.map(JSONValue.number))
    try FileSystem.replace(
      conclusionPath, with: JSONWriter.bytes(.object(object)) + [UInt8(ascii: "\n")], durable: true)
  }
}
