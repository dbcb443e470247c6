/// A text that is no date and time.
package struct WrittenTimeError: Error, Hashable, Sendable, CustomStringConvertible {
  package let text: String
  package let reason: String

  package var description: String {
    "'\(Quote.short(text))' is no time: \(reason); write it as 2026-03-08T02:30:00+01:00"
  }
}
