/// How far a running training is.
package enum RunPhase: String, CaseIterable, Sendable {
  /// No sign of training in its log yet.
  case starting
  case training
  /// It was asked to stop.
  case stopping
}
