package import TrainingModel

/// How a training moves through time: its rhythm, how long the rest will take, whether it has stalled or slowed down.
///
/// It is given the seconds of a clock that never goes back, knows no clock itself, and takes constant memory.
package struct Pace: Hashable, Sendable {
  /// What a movement changes.
  private struct Counts: Hashable, Sendable {
    let epoch: Double?
    let step: Int?
    let percent: Double?

    init(_ progress: TrainingProgress) {
      epoch = progress.epoch
      step = progress.step
      percent = progress.percent
    }
  }

  /// A printed time that is so many times that of a whole epoch is not that of an epoch's rest.
  private static let wholeFactor = 2.0

  let limits: PaceLimits
  /// The progress as it was told last.
  package private(set) var progress = TrainingProgress()
  /// Times at which the progress moved.
  package private(set) var movements = 0
  /// When it moved last; nil when nobody saw that.
  package private(set) var lastMovement: Double?
  /// When anything of the work was seen last: a movement, an evaluation's own count, a file that was written.
  package private(set) var lastSign: Double?
  /// Inside of a count.
  package private(set) var intervals = MovementIntervals()
  /// From the end of a count to the next movement: what lies between epochs.
  private var pauses = MovementIntervals()
  /// From one movement to the next, where work that moves nothing was announced in between.
  private var announcedPauses = MovementIntervals()
  /// Whether the log has announced work that moves nothing, such as an evaluation, and nothing has moved since.
  private var isPausing = false
  /// Seconds of silence that make a stall before anything moved; nil where that is not known.
  private var inheritedLimit: Double?
  private var habit = CountingHabit()
  private var track = WholeTrack()
  private var rate = StepRate()

  package init(limits: PaceLimits = PaceLimits()) { self.limits = limits }

  // MARK: News

  /// Takes the first sign of training.
  ///
  /// - Returns: whether the silence counts from now on, which it does where somebody has set how long it may be.
  package mutating func noteStart(at time: Double) -> Bool {
    guard limits.fixed != nil, lastSign == nil else { return false }
    lastSign = time
    return true
  }

  /// Takes whether the log has announced work that moves nothing, and has told of no movement since.
  ///
  /// - Returns: whether that is news, which is a sign of work.
  package mutating func notePause(_ isAnnounced: Bool, at time: Double) -> Bool {
    guard isAnnounced != isPausing else { return false }
    isPausing = isAnnounced
    if isAnnounced { noteSign(at: time) }
    return isAnnounced
  }

  /// Takes what was reached before anybody looked, at times that nobody knows.
  package mutating func begin(at progress: TrainingProgress) {
    habit.learn(progress)
    track.note(habit.position(of: progress, closesEpoch: false), at: nil)
    rate.note(progress, at: nil)
    self.progress = progress
  }

  /// Takes what is sure of a training whose rhythm nobody saw: none of its intervals was longer than the time for which
  /// it has trained.
  ///
  /// - Parameters:
  ///   - sign: when it gave its last sign of life, in seconds of the clock.
  ///   - trained: seconds from the first sign of training to that.
  package mutating func inherit(lastSign sign: Double, trained: Double) {
    // What was short may have been compilation, after which everything is slower.
    guard trained >= limits.shortest || limits.fixed != nil else { return }
    lastSign = sign
    inheritedLimit = max(limits.unknownPause, PaceLimits.typicalFactor * trained)
  }

  /// Takes the progress as a line told it.
  ///
  /// - Parameters:
  ///   - closesEpoch: whether the line stood at the end of its epoch, with what came of it.
  ///   - time: seconds.
  /// - Returns: whether anything moved.
  @discardableResult
  package mutating func note(_ progress: TrainingProgress, closesEpoch: Bool = false, at time: Double) -> Bool
  {
    let before = self.progress
    self.progress = progress
    habit.learn(progress)
    guard Counts(progress) != Counts(before) else { return false }
    track.note(habit.position(of: progress, closesEpoch: closesEpoch), at: time)
    rate.note(progress, at: time)
    lastSign = time
    guard let lastMovement else {
      self.lastMovement = time
      movements = 1
      return true
    }
    // Lines that are read in one go are one movement.
    guard time > lastMovement else { return true }
    if isPausing { announcedPauses.add(time - lastMovement) }
    if CountingHabit.isAtEnd(before) {
      pauses.add(time - lastMovement)
    } else if !isPausing {
      intervals.add(time - lastMovement)
    }
    self.lastMovement = time
    movements += 1
    return true
  }

  /// Takes a sign of work that is no progress of the training: the count of an evaluation, a file that was written.
  package mutating func noteSign(at time: Double) {
    // Before any movement there is nothing that could stand still.
    if lastSign != nil { lastSign = time }
  }

  // MARK: Stalls

  /// Seconds of silence that make a stall; nil while too little is known of it.
  package var stallLimit: Double? {
    guard let limit = limits.limit(intervals, movements: movements) else { return inheritedLimit }
    if isPausing {
      // One that was short says nothing of the next: saving takes less time than an evaluation.
      let known = (announcedPauses.longest ?? 0) * PaceLimits.longestFactor
      return max(limit, limits.unknownPause, known)
    }
    guard CountingHabit.isAtEnd(progress) else { return limit }
    return max(limit, pauses.longest.map { PaceLimits.longestFactor * $0 } ?? limits.unknownPause)
  }

  /// When it counts as stalled unless something moves before; nil while too little is known of it.
  package var stallsAt: Double? {
    guard let lastSign, let stallLimit else { return nil }
    return lastSign + stallLimit
  }

  // MARK: Rate and time left

  /// A rate that has fallen; nil while it has not.
  package var slowdown: Slowdown? { rate.slowdown }

  /// How long the rest of the whole training takes; nil while nobody can tell.
  ///
  /// What the log prints counts where it is the time of the whole: that of an epoch's bar is not.
  package func timeLeft(at now: Double) -> TimeLeft? {
    if let stallsAt, now >= stallsAt { return nil }
    let own = track.secondsLeft(at: now)
    let ofPace = own.map { TimeLeft(seconds: $0, source: .pace) }
    guard let printed = progress.etaSeconds, printed >= 0 else { return ofPace }
    let ofLog = TimeLeft(seconds: printed, source: .log)
    guard habit.countsStepsOfEpoch(progress) else { return ofLog }
    // Most bars mean their epoch, some lines the whole: the rates tell which is meant.
    guard let rate = rate.ofSteps, rate > 0, let step = progress.step, let total = progress.totalSteps else {
      return ofPace
    }
    guard let own else { return printed > Self.wholeFactor * Double(total) / rate ? ofLog : nil }
    let ofEpoch = Double(total - step) / rate
    return abs(printed - own) <= abs(printed - ofEpoch) ? ofLog : ofPace
  }
}
