import TestSupport
import TrainingModel

/// A random cron expression together with what it means, worked out without the parser.
struct RandomCron {
  let text: String
  private let sets: [Set<Int>]
  private let texts: [String]

  init(using random: inout SeededGenerator) {
    let ranges = [0...59, 0...23, 1...31, 1...12, 0...6]
    var sets: [Set<Int>] = []
    var texts: [String] = []
    for (index, range) in ranges.enumerated() {
      // Mostly stars for months, so that there is something to find, and fewer for the time of day.
      let choice = Int.random(in: 0..<10, using: &random)
      switch index == 3 && choice > 1 ? 0 : index < 2 && choice < 2 ? 6 : choice {
      case 0...3:
        sets.append(Set(range))
        texts.append("*")
      case 4, 5:
        let step = Int.random(in: 1...range.count, using: &random)
        sets.append(Set(stride(from: range.lowerBound, through: range.upperBound, by: step)))
        texts.append("*/\(step)")
      case 6:
        let (one, other) = (Int.random(in: range, using: &random), Int.random(in: range, using: &random))
        sets.append(Set(min(one, other)...max(one, other)))
        texts.append("\(min(one, other))-\(max(one, other))")
      default:
        let values = (0...Int.random(in: 0..<4, using: &random)).map { _ in
          Int.random(in: range, using: &random)
        }
        sets.append(Set(values))
        texts.append(values.map(String.init).joined(separator: ","))
      }
    }
    self.sets = sets
    self.texts = texts
    text = texts.joined(separator: " ")
  }

  var isFixed: Bool { !texts[0].hasPrefix("*") && !texts[1].hasPrefix("*") }

  /// What a wall clock and the calendar beside it show.
  struct Face {
    let minute: Int
    let hour: Int
    let date: CivilDate
    /// 0 is Sunday.
    let weekday: Int

    /// - Parameter wall: Seconds since the 1970-01-01 00:00 of the clock.
    init(_ wall: Int) {
      let day = wall.floorDivided(by: 86_400)
      date = CivilDate(dayNumber: day)
      minute = (wall - day * 86_400) / 60 % 60
      hour = (wall - day * 86_400) / 3_600
      weekday = day + 4 - (day + 4).floorDivided(by: 7) * 7
    }
  }

  /// Whether the job is due when a clock shows this.
  func matches(_ face: Face) -> Bool {
    guard sets[0].contains(face.minute), sets[1].contains(face.hour), sets[3].contains(face.date.month) else {
      return false
    }
    let (byDay, byWeekday) = (sets[2].contains(face.date.day), sets[4].contains(face.weekday))
    return texts[2].hasPrefix("*") || texts[4].hasPrefix("*") ? byDay && byWeekday : byDay || byWeekday
  }
}
