import TrainingModel

/// What launchers say of how their children ended, where the children said nothing themselves.
enum ExitStatusRules {
  static let all: [FailureRule] = [
    status(.segfault, weight: 5, signals: [11, 7, 8], names: ["sigsegv", "sigbus", "sigfpe"]),
    status(.hostOutOfMemory, weight: 6, signals: [9], names: ["sigkill"]),
    status(.illegalInstruction, weight: 6, signals: [4], names: ["sigill"]),
    status(.aborted, weight: 3, signals: [6], names: ["sigabrt"]),
    status(.interrupted, weight: 5, signals: [2], names: ["sigint"]),
    // How torch's DataLoader names the signal that ended a worker.
    .general(
      .segfault, weight: 5,
      words: ["segmentation fault", "floating point exception"].map { ["killed by signal: \($0)"] }),
    .general(.aborted, weight: 5, words: [["killed by signal: aborted"]]),
    .general(.killedExternally, weight: 6, words: [["killed by signal: terminated"]]),
  ]

  private static func status(
    _ type: FailureType, weight: Int, signals: [Int], names: [String]
  ) -> FailureRule {
    let forms = ChildStatus.marks.map { [$0] }
    let named = names.flatMap { [["died with <signals.\($0)"], ["terminated with signal \($0)"]] }
    return .general(
      type, weight: weight, words: forms + named,
      condition: { scene in
        named.contains(where: scene.lower.hasAll)
          || ChildStatus.signal(in: scene).map(signals.contains) ?? false
      })
  }
}
