internal import AgentProtocol
internal import JSONRPC
internal import TrainingModel
internal import TrainingService

extension ServiceError {
  /// The error as whoever reads or listens to a resource is told it.
  ///
  /// - Parameter uri: what was asked for.
  func problem(reading uri: String) -> any Error {
    switch self {
    case .unknownRun, .unknownSchedule: ResourceProblem.notFound(uri: uri)
    case .badCursor, .badScheduleCursor: ResourceProblem.badCursor
    case .tooManyListeners:
      RPCError.invalidParams("More is subscribed to than this server can keep; end some subscriptions first.")
    case .unreadableLog(let id, let reason):
      RPCError.internalError("The log of \(id) cannot be read: \(reason).")
    case .unreadableRecord(let id, let reason):
      RPCError.internalError("The record of \(id) cannot be read: \(reason).")
    case .unreadableHome(let reason):
      RPCError.internalError("The directory where runs are kept cannot be read: \(reason).")
    case .metricsUnavailable(let reason), .eventsUnavailable(let reason), .schedulesUnavailable(let reason):
      RPCError.internalError("The history cannot be read now: \(reason)")
    // Nobody changes anything by reading, so these have no cause here.
    case .readOnly, .noRoot, .outsideRoots, .shuttingDown, .badSettings, .cannotStart, .homeRefused,
      .noSharedHistory, .badSchedule, .scheduleHasEnded, .badEventCursor:
      RPCError.internalError("\(self)")
    }
  }
}
