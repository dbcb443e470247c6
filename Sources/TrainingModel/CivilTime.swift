/// A UTC date and time of day in the proleptic Gregorian calendar.
struct CivilTime: Hashable, Sendable {
  let year: Int
  let month: Int
  let day: Int
  let hour: Int
  let minute: Int
  let second: Int
  let millisecond: Int

  init(_ timestamp: Timestamp) {
    let milliseconds = Int(timestamp.nanoseconds).floorDivided(by: 1_000_000)
    let seconds = milliseconds.floorDivided(by: 1_000)
    let days = seconds.floorDivided(by: 86_400)
    let secondOfDay = seconds - days * 86_400
    millisecond = milliseconds - seconds * 1_000
    hour = secondOfDay / 3_600
    minute = secondOfDay / 60 % 60
    second = secondOfDay % 60

    let date = CivilDate(dayNumber: days)
    year = date.year
    month = date.month
    day = date.day
  }
}
