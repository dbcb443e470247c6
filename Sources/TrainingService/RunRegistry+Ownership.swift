internal import TrainingModel

extension RunRegistry {
  /// A run whose stopping its caller may have to be asked about: one that lives, and that nobody started or asked for
  /// through this server; nil for all others, with which a kill does no more than its caller knows.
  ///
  /// - Throws: `ServiceError.readOnly`, before anybody is asked for nothing; `unknownRun`.
  package func foreignRun(_ text: String) async throws -> RunPicture? {
    if policy.isReadOnly { throw ServiceError.readOnly }
    let known = try await known(text)
    guard !known.isEnded, !ownRuns.contains(known.id) else { return nil }
    return await picture(of: known)
  }
}
