import Platform
import RunStore
import TestSupport
import TrainingModel

@testable import RunSupervisor
@testable import TrainingService

/// A log that grows, and a supervisor's cap on it, in a directory of a test.
struct CappedLog {
  let directory: RunDirectory
  let log: RunLog
  private var cap: LogCap
  /// All that was ever written.
  private(set) var written: [UInt8] = []
  private static let start = MonotonicInstant(nanoseconds: 0)

  init(in scratch: ScratchDirectory, maximumBytes: Int64) throws {
    directory = RunDirectory(path: scratch.path)
    log = RunLog(directory: directory, maximumBytes: maximumBytes)
    cap = LogCap(directory: directory, maximumBytes: maximumBytes, start: Self.start)
    try append([])
  }

  var size: Int64 { Int64(written.count) }
  var missing: Range<Int64> { get throws { try directory.logGap().dropped } }

  mutating func append(_ bytes: [UInt8]) throws {
    try FileDescriptor.open(directory.logPath, .appending).write(bytes)
    written += bytes
  }

  mutating func append(_ text: String) throws { try append(Array(text.utf8)) }

  /// What the supervisor does from time to time.
  mutating func drop() { cap.look(at: Self.start) }

  /// Answers a request as the registry does.
  func part(_ request: LogRequest, isComplete: Bool = false) throws -> LogPager.Part {
    try log.read { missing in
      let size = try FileDescriptor.open(log.path, .reading).size()
      return try LogPager(
        path: log.path, size: size, missing: missing, mask: SecretMask(environment: Environment()),
        isComplete: isComplete
      ).part(request)
    }
  }

  /// What was written in a range.
  func written(_ range: Range<Int64>) -> [UInt8] {
    Array(written[Int(range.lowerBound)..<Int(range.upperBound)])
  }
}
