/// A command line that makes no sense.
package struct UsageError: Error, Hashable, CustomStringConvertible {
  /// `EX_USAGE` of sysexits.h.
  package static let exitCode: Int32 = 64

  /// One line that says what to do.
  package let message: String
  package var description: String { message }

  package init(_ message: String) { self.message = message }
}
