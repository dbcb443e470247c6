package import TrainingModel

/// A question to the machine whose answer would make the advice on a failure better.
package enum FailureInquiry: Hashable, Sendable {
  /// How far a path exists; one that is not absolute begins at the run's working directory.
  case path(String)
  /// Who listens on a TCP port of this machine.
  case port(Int)

  /// What a verdict makes one ask; nil for nothing.
  ///
  /// - Parameter command: that of the run: its flags name what the message may not.
  package init?(about summary: ErrorSummary, of command: [String] = []) {
    // What a person's rule advises stands as it was written.
    guard summary.rule == nil else { return nil }
    let scene = FailureScene(text: summary.message, command: command, exception: nil)
    switch summary.failureType {
    case .fileNotFound, .commandNotFound:
      // A command is looked for at its path only where it is named with one.
      guard let path = scene.path, summary.failureType == .fileNotFound || path.contains("/"),
        // An address, or a list of places.
        !path.contains(":"), path.utf8.count < 4096
      else { return nil }
      self = .path(path)
    case .rendezvousOrPort, .resourceLocked:
      guard DistributedRules.isPortTaken(scene), let port = scene.port ?? Self.port(in: scene) else {
        return nil
      }
      self = .port(port)
    default: return nil
    }
  }

  /// That of a flag such as `--master_port 29500`.
  private static func port(in scene: FailureScene) -> Int? {
    scene.flag(["port"]).flatMap { flag in
      flag.split { " =".contains($0) }.last.flatMap { Int($0) }
    }
  }
}
