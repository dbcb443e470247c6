import Scheduling
import TrainingModel

/// A text that a test gave as an instant and that is none.
struct NoInstant: Error {
  let text: String
}

/// The instant of a text with an offset.
func instant(_ text: String) throws -> Timestamp {
  guard case .instant(let time) = try WrittenTime(text) else { throw NoInstant(text: text) }
  return time
}

extension Timestamp {
  /// A whole second since 1970.
  init(seconds: Int) { self.init(nanoseconds: Int64(seconds) * 1_000_000_000) }

  /// The second since 1970, for whole ones.
  var seconds: Int { Int(nanoseconds / 1_000_000_000) }
}

extension CronRecurrence {
  /// The first times after one.
  func times(after: Timestamp, count: Int) -> [Timestamp] {
    var times: [Timestamp] = []
    while times.count < count, let next = next(after: times.last ?? after) { times.append(next) }
    return times
  }
}
