internal import Platform
internal import Scheduling

/// Who waits for a look at data; the registry's alone.
final class DataLooker {
  let order: DataLookOrder
  let limits: DataSurvey.Limits
  let continuation: CheckedContinuation<DataLook.Finding, Never>
  /// Gives the look up.
  var timer: EventTimer?

  init(
    _ order: DataLookOrder, _ limits: DataSurvey.Limits,
    _ continuation: CheckedContinuation<DataLook.Finding, Never>
  ) {
    self.order = order
    self.limits = limits
    self.continuation = continuation
  }
}
