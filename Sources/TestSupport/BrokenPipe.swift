internal import Platform

/// A closed pipe as an error of the write, as every process of ours has it.
package enum BrokenPipe {
  /// From now on SIGPIPE does not end the process that runs the tests.
  package static func ignoreSignal() { _ = ignored }

  // Catches nothing, so nothing is ever written into its pipe, which is closed again at once.
  private static let ignored: Void = {
    // What fails here shows as the death of the process at the first closed pipe.
    _ = try? SignalPipe(catching: [])
  }()
}
