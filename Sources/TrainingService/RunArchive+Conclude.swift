internal import LogReading
internal import Platform
internal import RunHistory
internal import RunStore
internal import TrainingHealth
internal import TrainingModel

extension RunArchive {
  /// Bytes of a log that are read before others get their turn.
  private static let longestTurn: Int64 = 4 << 20

  /// What became of an ended run.
  enum Verdict: Sendable {
    /// Another server has concluded it: whoever looks sees the same.
    case kept(RunPicture)
    case new(Conclusion)
  }

  /// What came of an ended run, and what was read for it.
  struct Conclusion: Sendable {
    let record: ExitRecord
    let reading: ReadingProgress?
    /// How far its log was read, in bytes.
    let end: Int64
    let run: RunConclusion
    /// When the first sign of training was seen.
    let trainingStart: ManagedRun.TrainingStart.Moment?
  }

  /// Says what became of an ended run; reads the rest of its log for that, unless another server has done so.
  func conclude(_ ended: EndedRun) async -> Verdict {
    let stored = stored(ended.id)
    if let stored, let picture = RunPicture(stored, directory: ended.directory, mask: ended.mask) {
      // Swept by whoever concluded it: what carries its name now is the command at its end.
      return .kept(picture)
    }
    let record = ended.record.outcome == .lost ? lastRecord(of: ended) : ended.record
    var follower = LogFollower(ended.log, from: ended.position, isNew: false)
    var unreadable: [RunWarning] = []
    do throws(SystemError) {
      var turnEnd = ended.position.offset + Self.longestTurn
      while try follower.readPiece(at: now).hasMore {
        guard follower.handOver.offset >= turnEnd else { continue }
        turnEnd += Self.longestTurn
        await Task.yield()
      }
    } catch {
      unreadable = [
        RunWarning(
          .logUnreadable, "The log could not be read, so the verdict comes from the exit status alone.",
          evidence: "\(error)")
      ]
    }
    _ = follower.finish(at: now)
    let failure = await failure(of: ended, record, error: follower.picture.error)
    let sightings = ended.seen.map { keep(.start($0), of: ended.id) } ?? sightings(of: ended.id)
    let known = Set(ended.standing.map(\.code))
    let standing = ended.standing + sightings.standing.filter { !known.contains($0.code) }
    // A failure is held against earlier ones by it; a success is told without waiting for git.
    let code = failure == nil ? ended.directory.code().state : code(of: ended)
    return .new(
      Conclusion(
        record: record, reading: follower.takeUnsaved(seen: ended.seen),
        end: follower.handOver.reader.lineStart,
        run: RunConclusion(
          log: follower.picture, logSize: follower.size(),
          errorSummary: failure.map { recurring($0, ended.specification, record, code) },
          warnings: unreadable + RunEnding(record, log: follower.picture, failure: failure).warnings
            + follower.picture.health.warnings + ended.log.warnings(size: follower.size()) + standing,
          code: code),
        trainingStart: sightings.start))
  }

  /// Keeps it, with all that the log said.
  ///
  /// - Returns: what is kept: that of the first who concluded; nil when not all could be kept: then the run stays to be
  ///   concluded by whoever looks at it next, since nothing is added to one that is.
  func keep(_ ended: EndedRun, _ conclusion: Conclusion) -> StoredRun? {
    for reading in [ended.unsaved, conclusion.reading] {
      guard let reading else { continue }
      _ = withHistory("what a log said") { database in try database.save(reading, of: ended.id) }
    }
    // A full disk may have refused the run, or some of what was read of it. One that was removed stays away.
    var stored = stored(ended.id)
    if stored == nil, FileSystem.kind(of: ended.directory.specificationPath) == .file {
      _ = withHistory("a run") { try $0.insert(ended.specification) }
      stored = self.stored(ended.id)
    }
    if let stored, stored.conclusion == nil, (stored.checkpoint?.offset ?? 0) < conclusion.end {
      guard catchUp(ended.id, seen: ended.seen, isComplete: true) else { return nil }
    }
    return withHistory("the end of a run") { database in
      try database.conclude(
        ended.id, process: ended.process, exit: conclusion.record,
        conclusion: withCode(conclusion.run, of: ended))
    } ?? nil
  }

  /// Seconds that the processes of a lost run get to be gone after they were killed.
  private static let longestSweep = 1.0

  /// How a lost run ended, once nothing of it is left: until then it gives signs of life, and who looks later would see
  /// another end.
  private func lastRecord(of ended: EndedRun) -> ExitRecord {
    sweep(ended)
    // What cannot be read now was read just before.
    guard case .ended(let record)? = try? ended.directory.condition() else { return ended.record }
    return record
  }

  /// Stops what a run whose supervisor was killed left behind: it carries the run's name in its environment.
  private func sweep(_ ended: EndedRun) {
    // One look through all processes serves every run that was lost before it.
    if let sweep = lastSweep, sweep.instant > ended.foundAt, !sweep.carriers.contains(ended.id.rawValue) {
      return
    }
    let deadline = SystemClock.monotonic().advanced(bySeconds: Self.longestSweep)
    // Again for what was born meanwhile, and until they are gone.
    while true {
      let instant = SystemClock.monotonic()
      let carriers = ProcessTable.carrying("SIGNALBOX_RUN_ID")
      lastSweep = Sweep(instant: instant, carriers: Set(carriers.keys))
      let left = carriers[ended.id.rawValue] ?? []
      if left.isEmpty || instant > deadline { return }
      for process in left {
        ProcessTable.send(SystemSignal.kill, to: process.pid, startedAt: process.startTime)
      }
      // Only the passing of time is wanted; a signal that ends it early does no harm.
      _ = try? Poll.readable([], until: SystemClock.monotonic().advanced(bySeconds: 0.002))
    }
  }

  /// A look through all processes.
  struct Sweep {
    let instant: MonotonicInstant
    /// The runs that had processes.
    let carriers: Set<String>
  }
}
