internal import Platform
internal import Scheduling

/// Who waits for a look at data; the registry's alone.
final class DataLooker {
  let order: DataLookOrder
  let continuation: CheckedContinuation<DataLook.Finding, Never>
  /// Gives the look up.
  var timer: EventTimer?

  init(_ order: DataLookOrder, _ continuation: CheckedContinuation<DataLook.Finding, Never>) {
    self.order = order
    self.continuation = continuation
  }
}
