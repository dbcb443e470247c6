internal import Platform

/// The processes of a command: its leader, and whatever descends from it.
struct ProcessFamily {
  /// The process that was started, which leads a session of its own.
  let leader: Int32
  /// Whether this process adopts orphans among them.
  let isReaper: Bool

  var members: [ProcessEntry] {
    let descendants = ProcessTable.descendants(of: ProcessTable.ownPID)
    guard !isReaper else { return descendants }
    // Orphans are not ours here; those that stayed in the leader's session can still be told.
    let known = Set(descendants.map(\.pid))
    return descendants
      + ProcessTable.all().filter { $0.session == leader && !$0.isZombie && !known.contains($0.pid) }
  }

  /// Whether nobody is left; takes up the ends of children that nobody has taken up.
  var isGone: Bool {
    // With orphans adopted, whoever has no children has no descendants.
    isReaper ? ChildProcess.reapAny() == .noChildren : members.isEmpty
  }

  /// Sends a signal to every member.
  func send(_ signal: Int32) {
    for member in members {
      ProcessTable.send(signal, to: member.pid, startedAt: member.startTime)
      // A stopped process would take the signal only when somebody lets it run.
      if signal == SystemSignal.terminate {
        ProcessTable.send(SystemSignal.resume, to: member.pid, startedAt: member.startTime)
      }
    }
  }
}
