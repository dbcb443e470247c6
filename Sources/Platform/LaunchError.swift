internal import CPlatform

/// Why a program did not start.
package struct LaunchError: Error, Hashable, Sendable {
  /// The step that failed.
  package enum Stage: Sendable {
    /// No process could be made.
    case fork
    /// Its session or descriptors could not be set up.
    case setup
    case changeDirectory
    case execute
  }

  package let stage: Stage
  package let cause: SystemError
}

extension LaunchError.Stage {
  init?(_ stage: sb_spawn_stage) {
    switch stage {
    case SB_SPAWN_OK: return nil
    case SB_SPAWN_FORK: self = .fork
    case SB_SPAWN_CHDIR: self = .changeDirectory
    case SB_SPAWN_EXEC: self = .execute
    default: self = .setup
    }
  }

  var callName: String {
    switch self {
    case .fork: "fork"
    case .setup: "dup2"
    case .changeDirectory: "chdir"
    case .execute: "execve"
    }
  }
}
