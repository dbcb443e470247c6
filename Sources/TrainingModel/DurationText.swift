/// Seconds in words for a person.
package enum DurationText {
  /// `12 ms`, `3.2 s`, `4 min 10 s`, `2 h 5 min`.
  package static func words(_ seconds: Double) -> String {
    // A log may print any number as its remaining time.
    guard abs(seconds) < 1e9 else { return "more than 30 years" }
    guard seconds >= 1 else { return "\(Int((seconds * 1_000).rounded())) ms" }
    guard seconds >= 60 else { return "\((seconds * 10).rounded() / 10) s" }
    let whole = Int(seconds.rounded())
    return whole < 3_600
      ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3_600) h \(whole % 3_600 / 60) min"
  }
}
