package import JSONRPC

/// What a request brings besides its parameters.
package struct CallContext: Sendable {
  package let caller: Caller
  /// nil when the caller does not want to hear of progress.
  package let progress: ProgressReporter?
  /// nil when the caller wants no messages for its log.
  package let log: CallLog?
  package let trace: TraceMeta
  /// The way to the client while the request is worked on, and longer where it subscribes to something.
  package let connection: ClientConnection
  /// The identifier of the request; nil where it came without a message, as in tests.
  package let id: RequestID?
  /// What bears on questions to the user; nil where nobody can be asked.
  var inquiry: CallInquiry?

  package init(
    caller: Caller = Caller(revision: .july2026), progress: ProgressReporter? = nil,
    log: CallLog? = nil, trace: TraceMeta = TraceMeta(),
    connection: ClientConnection = ClientConnection { _ in }, id: RequestID? = nil
  ) {
    self.caller = caller
    self.progress = progress
    self.log = log
    self.trace = trace
    self.connection = connection
    self.id = id
  }

  /// Whether this request may be answered with a task: its caller declares the extension with it.
  package var takesTasks: Bool {
    caller.revision.hasExtensions && caller.capabilities.declares(extension: TaskFeature.name)
  }
}
