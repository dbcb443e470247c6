internal import TrainingModel

/// The times that a clock on the wall shows, in seconds since its 1970-01-01 00:00: no zone, no gap, each day alike.
extension CronExpression {
  /// The first matching wall-clock time after `time`; nil when there is none within 400 years.
  func nextWallTime(after time: Int) -> Int? {
    // Whole minutes alone match, so the minute that has begun is over.
    let minute = time.floorDivided(by: 60) + 1
    let day = minute.floorDivided(by: 1_440)
    guard let found = days.next(from: day) else { return nil }
    if found == day, let later = firstMinute(from: minute - day * 1_440) { return day * 86_400 + later * 60 }
    let next = found > day ? found : days.next(from: day + 1)
    guard let next, let first = firstMinute(from: 0) else { return nil }
    return next * 86_400 + first * 60
  }

  /// The last matching wall-clock time at or before `time`; nil when the 400 years before have none.
  func previousWallTime(through time: Int) -> Int? {
    let minute = time.floorDivided(by: 60)
    let day = minute.floorDivided(by: 1_440)
    guard let found = days.previous(from: day) else { return nil }
    if found == day, let earlier = lastMinute(through: minute - day * 1_440) {
      return day * 86_400 + earlier * 60
    }
    let previous = found < day ? found : days.previous(from: day - 1)
    guard let previous, let last = lastMinute(through: 1_439) else { return nil }
    return previous * 86_400 + last * 60
  }

  /// How many matching wall-clock times are after `start` and not after `end`.
  func countWallTimes(after start: Int, through end: Int) -> Int {
    guard start < end else { return 0 }
    let (first, last) = (start.floorDivided(by: 86_400), end.floorDivided(by: 86_400))
    return days.count(from: first, to: last) * minutes.nonzeroBitCount * hours.nonzeroBitCount
      - countInDay(first, through: start) + countInDay(last, through: end)
  }

  /// The least number of seconds between two matches on a wall clock, at most a day.
  var shortestGap: Int {
    let first = firstMinute(from: 0) ?? 0
    var shortest = 1_440
    var current = first
    while let next = firstMinute(from: current + 1) {
      shortest = min(shortest, next - current)
      current = next
    }
    return min(shortest, first + 1_440 - current) * 60
  }

  private func countInDay(_ day: Int, through time: Int) -> Int {
    guard days.contains(day) else { return 0 }
    let minute = (time - day * 86_400) / 60
    let (hour, rest) = (UInt64(minute / 60), UInt64(minute % 60))
    let before = (hours & ~(~0 << hour)).nonzeroBitCount * minutes.nonzeroBitCount
    return hours >> hour & 1 == 0 ? before : before + (minutes & ~(~1 << rest)).nonzeroBitCount
  }

  /// The first matching minute of a day at or after `minute`.
  private func firstMinute(from minute: Int) -> Int? {
    guard minute < 1_440 else { return nil }
    let (hour, rest) = (UInt64(minute / 60), UInt64(minute % 60))
    let minutesLeft = minutes & (~0 << rest)
    if hours >> hour & 1 == 1, minutesLeft != 0 { return Int(hour) * 60 + minutesLeft.trailingZeroBitCount }
    let hoursLeft = hours & (~1 << hour)
    guard hoursLeft != 0 else { return nil }
    return hoursLeft.trailingZeroBitCount * 60 + minutes.trailingZeroBitCount
  }

  /// The last matching minute of a day at or before `minute`.
  private func lastMinute(through minute: Int) -> Int? {
    let (hour, rest) = (UInt64(minute / 60), UInt64(minute % 60))
    let minutesBefore = minutes & ~(~1 << rest)
    if hours >> hour & 1 == 1, minutesBefore != 0 {
      return Int(hour) * 60 + 63 - minutesBefore.leadingZeroBitCount
    }
    let hoursBefore = hours & ~(~0 << hour)
    guard hoursBefore != 0 else { return nil }
    return (63 - hoursBefore.leadingZeroBitCount) * 60 + 63 - minutes.leadingZeroBitCount
  }
}
