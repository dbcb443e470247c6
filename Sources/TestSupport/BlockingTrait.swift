// The programs that are linked with the static runtime use these helpers as well, and Testing is not part of that.
#if canImport(Testing)
  package import Testing

  /// Each test of a suite runs on a thread of `BlockingThreads`.
  package struct BlockingTrait: TestTrait, SuiteTrait, TestScoping {
    package var isRecursive: Bool { true }

    package func provideScope(
      for test: Test, testCase: Test.Case?, performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
      guard testCase != nil else { return try await function() }
      try await BlockingThreads.shared.run(function)
    }
  }

  extension Trait where Self == BlockingTrait {
    /// For tests that block their thread.
    package static var blocking: Self { BlockingTrait() }
  }
#endif
