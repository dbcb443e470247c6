internal import Platform
internal import RunStore
internal import TrainingModel

/// The log of a run, of which its supervisor may drop the middle while it is read.
struct RunLog {
  /// The log is dropped from faster than it can be read.
  struct KeepsChanging: Error, CustomStringConvertible {
    var description: String { "it is being cut faster than it can be read; read it again" }
  }

  private static let attempts = 5

  let directory: RunDirectory
  /// Bytes past which something is dropped; nil where nothing ever is.
  let maximumBytes: Int64?

  var path: String { directory.logPath }

  /// What is missing of the log when it has `size` bytes.
  func gap(size: Int64) throws(RecordError) -> LogGap {
    guard let maximumBytes, size > maximumBytes else { return .none }
    return try directory.logGap()
  }

  /// Reads something of the log, again when something was dropped meanwhile: a supervisor says what is missing
  /// before it goes, so what was read is text if nothing more is missing afterwards.
  ///
  /// - Parameter body: is told which bytes are missing.
  func read<Result>(_ body: (_ missing: Range<Int64>) throws -> Result) throws -> Result {
    guard maximumBytes != nil else { return try body(LogGap.none.dropped) }
    for _ in 1...Self.attempts {
      let missing = try directory.logGap().dropped
      let result = try body(missing)
      if try directory.logGap().dropped == missing { return result }
    }
    throw KeepsChanging()
  }

  /// What a reader of the run should know of the log when it has `size` bytes.
  func warnings(size: Int64) -> [RunWarning] {
    do throws(RecordError) {
      return try gap(size: size).warnings(maximumBytes: maximumBytes ?? size)
    } catch {
      return [RunWarning(.logUnreadable, "What was dropped of the log cannot be told.", evidence: "\(error)")]
    }
  }
}
