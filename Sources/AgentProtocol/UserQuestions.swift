/// What is needed to ask users: all that this target has not of itself.
package struct UserQuestions: Sendable {
  /// Seconds that a user has to answer a question of a legacy server: most clients give a call up after 60.
  package static let usualTimeLimit = 45.0

  /// Seconds between two reports of progress while a call waits for an answer.
  static let beatInterval = 2.0

  let seal: RequestSeal
  let executor: any TaskExecutor
  let timeLimit: Double
  let sleep: @Sendable (_ seconds: Double) async throws -> Void

  /// - Parameters:
  ///   - seal: for the states of questions to stateless clients.
  ///   - executor: where answers are waited for.
  ///   - timeLimit: seconds that an answer may take where the call waits for it.
  ///   - sleep: returns after so many seconds, and throws when its task is cancelled.
  package init(
    seal: RequestSeal, executor: any TaskExecutor, timeLimit: Double = Self.usualTimeLimit,
    sleep: @escaping @Sendable (_ seconds: Double) async throws -> Void
  ) {
    self.seal = seal
    self.executor = executor
    self.timeLimit = timeLimit
    self.sleep = sleep
  }
}
