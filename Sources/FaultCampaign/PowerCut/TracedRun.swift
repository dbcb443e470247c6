package import RunStore

/// A run whose files were traced, and how it ended in truth.
package struct TracedRun: Sendable {
  package let id: String
  /// Its directory at the time of the trace.
  package let directory: RunDirectory
  /// What the real `exit.json` holds.
  package let exitRecord: [UInt8]
  /// What a server said of the end.
  package let verdict: Verdict
  /// The number of the record behind which its start had been answered.
  package let answeredAt: Int
  /// The number of records behind which its supervisor had done all that it did, so that the exit record must be on
  /// the medium.
  package let settledAt: Int

  /// Finds its milestones in a trace.
  ///
  /// - Throws: `TraceError` when one of them is not there: then the trace shows something else than it should.
  package init(
    id: String, directory: RunDirectory, exitRecord: [UInt8], verdict: Verdict, trace: [TraceRecord]
  ) throws(TraceError) {
    self.id = id
    self.directory = directory
    self.exitRecord = exitRecord
    self.verdict = verdict
    let renamed = trace.lastIndex { record in
      if case .rename(_, directory.exitPath) = record.operation { true } else { false }
    }
    let last = renamed.flatMap { renamed in trace.lastIndex { $0.pid == trace[renamed].pid } }
    let answered = trace.firstIndex { $0.operation == .mark(Self.mark(id)) }
    guard let last, let answered else {
      throw TraceError(
        offset: 0, problem: "it does not show the exit record of \(id) and the answer to its start")
    }
    settledAt = last + 1
    answeredAt = answered + 1
  }

  /// The mark that says that a start was answered.
  package static func mark(_ id: String) -> String { "answered \(id)" }
}
