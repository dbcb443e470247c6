/// A command line that makes no sense; the message is one line that says what to do.
struct UsageError: Error {
  let message: String
  init(_ message: String) { self.message = message }
}
