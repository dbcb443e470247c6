internal import Platform
internal import RunHistory
internal import RunStore
package import TrainingModel

extension RunArchive {
  /// Nanoseconds after which what somebody was making or removing in the home is taken for left behind.
  private static let oldRemains: Int64 = 3_600_000_000_000

  /// Removes what limits do not allow to keep: whole runs, or their logs alone; never of a run that lives.
  ///
  /// Of a run whose log goes everything that was concluded of it stays, in its directory too.
  ///
  /// - Parameter isTrial: only says what would go.
  package func prune(
    records recordLimits: RetentionLimits, logs logLimits: RetentionLimits, isTrial: Bool
  ) async -> PruneReport {
    var report = PruneReport()
    let runs = inventory().entries.compactMap { kept($0.id, report: &report) }
    report.total = runs.count
    report.alive = runs.count { $0.endedAt == nil }
    let plan = RetentionPlan(runs, recordLimits: recordLimits, logLimits: logLimits, now: now)
    let sizes = Dictionary(runs.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    for id in plan.logs {
      if !isTrial {
        guard await removeLog(of: id, report: &report) else { continue }
      }
      report.logs.append(id)
      report.freedBytes += sizes[id]?.logBytes ?? 0
    }
    for id in plan.records {
      guard isTrial || removeRun(id, report: &report) else { continue }
      report.runs.append(id)
      report.freedBytes += (sizes[id]?.recordBytes ?? 0) + (sizes[id]?.logBytes ?? 0)
    }
    if !isTrial {
      if !report.runs.isEmpty { _ = withHistory("what was pruned") { try $0.remove(report.runs) } }
      removeRemains(report: &report)
    }
    return report
  }

  /// What a run takes up; nil when that cannot be told: then it stays.
  private func kept(_ id: RunID, report: inout PruneReport) -> KeptRun? {
    let directory = home.directory(of: id)
    do {
      var endedAt: Timestamp?
      if case .ended(let record) = try directory.condition() { endedAt = record.endedAt }
      let files = try FileSystem.entries(of: directory.path).map { "\(directory.path)/\($0)" }
      let log = FileSystem.kind(of: directory.logPath) == .file ? directory.logPath : nil
      let recordBytes = (files + [directory.path]).filter { $0 != log }
        .compactMap(FileSystem.allocatedBytes).reduce(0, +)
      return KeptRun(
        id: id, endedAt: endedAt, recordBytes: recordBytes, logBytes: log.flatMap(FileSystem.allocatedBytes))
    } catch {
      report.problems.append("\(id) cannot be read, so it stays: \(error)")
      return nil
    }
  }

  private func removeRun(_ id: RunID, report: inout PruneReport) -> Bool {
    do throws(SystemError) {
      try home.remove(id)
      return true
    } catch {
      report.problems.append("\(id) could not be removed: \(error)")
      return false
    }
  }

  private func removeLog(of id: RunID, report: inout PruneReport) async -> Bool {
    let directory = home.directory(of: id)
    do {
      guard case .ended(let record) = try directory.condition() else { return false }
      let kept = try await self.kept(directory, record)
      // With its log a lost run loses its last sign of life: from now on a record says it.
      if try directory.exitRecord() == nil, case .ended(let last) = try directory.condition() {
        try directory.write(last)
      }
      try directory.write(kept)
      try FileSystem.removeFile(directory.logPath)
      return true
    } catch {
      report.problems.append("The log of \(id) could not be removed: \(error)")
      return false
    }
  }

  /// What was concluded of an ended run; concluded now if nobody has done so.
  private func kept(_ directory: RunDirectory, _ record: ExitRecord) async throws -> KeptConclusion {
    let specification = try directory.specification()
    if let kept = KeptConclusion(stored(specification.id)) { return kept }
    let ended = EndedRun(
      specification: specification, process: try directory.process(), record: record, directory: directory,
      mask: SecretMask(environment: .current),
      position: stored(specification.id)?.checkpoint.map { LogPosition($0) } ?? LogPosition(), unsaved: nil,
      seen: nil, foundAt: SystemClock.monotonic())
    switch await conclude(ended) {
    case .kept(let picture): return KeptConclusion(picture)
    case .new(let conclusion):
      return KeptConclusion(keep(ended, conclusion)) ?? KeptConclusion(RunPicture(ended, conclusion))
    }
  }

  private func removeRemains(report: inout PruneReport) {
    do throws(SystemError) {
      for remains in try home.remains() where now.nanoseconds - remains.changedAt > Self.oldRemains {
        try FileSystem.removeTree(remains.path)
      }
    } catch {
      report.problems.append("What was left half made or half removed stays: \(error)")
    }
  }
}

extension KeptConclusion {
  /// What the history holds; nil when nobody has concluded the run.
  fileprivate init?(_ stored: StoredRun?) {
    guard let stored, let conclusion = stored.conclusion else { return nil }
    self.init(
      conclusion: conclusion, trainingStartedAt: stored.trainingStartedAt, startedAfter: stored.startedAfter)
  }

  fileprivate init(_ picture: RunPicture) {
    self.init(
      conclusion: RunConclusion(
        log: picture.log, logSize: picture.logSize, errorSummary: picture.errorSummary,
        warnings: picture.warnings, code: picture.code),
      trainingStartedAt: picture.trainingStartedAt, startedAfter: picture.startedAfter)
  }
}
