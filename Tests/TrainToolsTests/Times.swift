import Scheduling
import Testing
import TrainingModel

extension Timestamp {
  /// A time with an offset, as tests write it.
  init(_ text: String) throws { self = try #require(try WrittenTime(text).localTimes(in: .utc)).first }
}
