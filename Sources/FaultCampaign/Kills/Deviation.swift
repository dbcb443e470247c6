/// By how much a measured time differs from the true one.
package struct Deviation: Hashable, Sendable {
  package let seconds: Double
  /// Seconds that the clock's steps and other work on this machine account for.
  package let explained: Double

  package init(seconds: Double, explained: Double) {
    self.seconds = seconds
    self.explained = explained
  }

  /// What is left of it, in seconds.
  package var unexplained: Double { max(0, seconds - explained) }
}
