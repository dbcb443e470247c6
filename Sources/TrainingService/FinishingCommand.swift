internal import Platform

/// A command at the end of a run that is under way; the registry's alone.
final class FinishingCommand {
  let order: FinishOrder
  /// What it has told of its end so far.
  var told: [UInt8] = []
  /// nil until its supervisor was started.
  var process: Process?

  /// The two ends of its supervisor.
  struct Process: ~Copyable {
    /// Closed by the end of this process, whatever death it dies.
    let lifeline: FileDescriptor
    let report: FileDescriptor
    let token: EventLoop.WatchToken
  }

  init(_ order: FinishOrder) { self.order = order }
}
