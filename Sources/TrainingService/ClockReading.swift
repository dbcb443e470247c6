internal import Platform
internal import TrainingModel

/// What both clocks say at one moment.
struct ClockReading {
  let wall: Timestamp
  let monotonic: MonotonicInstant

  static var now: ClockReading {
    ClockReading(
      wall: Timestamp(nanoseconds: SystemClock.wallNanoseconds()), monotonic: SystemClock.monotonic())
  }

  /// A difference below which the clock was only put right by a little, as network time does.
  private static let smallStep: Int64 = 1_000_000_000

  /// Whether the wall clock has gone on by another stretch than time: it was set, or the machine slept.
  func isStep(from earlier: ClockReading) -> Bool {
    let wall = wall.nanoseconds - earlier.wall.nanoseconds
    let passed = monotonic.nanoseconds - earlier.monotonic.nanoseconds
    return abs(wall - passed) > Self.smallStep
  }

  /// What the wall clock would say now had nobody touched it since `earlier`.
  func expectedWall(after earlier: ClockReading) -> Timestamp {
    Timestamp(
      nanoseconds: earlier.wall.nanoseconds + monotonic.nanoseconds - earlier.monotonic.nanoseconds)
  }
}
