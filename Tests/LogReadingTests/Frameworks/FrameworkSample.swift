import Testing
import TrainingModel

/// What a framework prints, shortened, and what there is to understand.
///
/// Fields that are nil are not compared: the log may say something of them or not.
struct FrameworkSample: Sendable, CustomTestStringConvertible {
  var name: String
  var log: String
  /// The line that is the first sign of training; nil where none may be seen.
  var start: String?
  var progress = TrainingProgress()
  /// Metrics that must be there with their last values, among others perhaps.
  var metrics: [String: Double] = [:]
  var testMetrics: [String: Double] = [:]
  /// Exactly these.
  var artifacts: [String] = []
  var endSeen = false
  var stopsEarly = false
  var hasNothingToDo = false

  var testDescription: String { name }

  /// A log of pieces, which have their line feeds themselves.
  static func lines(_ pieces: String...) -> String { pieces.joined() }
}
