internal import Platform
package import TrainingModel

extension RunRegistry {
  /// Waits until a run would be there after a power cut too.
  ///
  /// - Returns: whether that is so; if not, the run goes on all the same, and a line says why.
  package func settle(_ id: RunID) async -> Bool {
    do {
      try await archive.settle(id)
      return true
    } catch {
      complain("\(id) could not be put on the medium: \(error)")
      return false
    }
  }
}
