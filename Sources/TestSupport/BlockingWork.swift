internal import Platform

/// Runs what blocks in the system on a thread of its own: the few threads of Swift's pool must go on.
package func onOwnThread<Value: Sendable>(
  _ body: @escaping @Sendable () throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    do throws(SystemError) {
      try Thread.start(name: "test") { continuation.resume(with: Result(catching: body)) }
    } catch {
      continuation.resume(throwing: error)
    }
  }
}
