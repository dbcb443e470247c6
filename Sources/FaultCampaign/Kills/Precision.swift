/// How exactly the campaign tells when something happened, and expects others to.
package struct Precision: Hashable, Sendable {
  /// Seconds within which the order of two events cannot be told: signals are taken and clocks are read one after
  /// the other.
  package let moment: Double
  /// Seconds by which a duration may be wrong on a machine that has nothing else to do.
  package let tolerance: Double

  package init(moment: Double, tolerance: Double) {
    self.moment = moment
    self.tolerance = tolerance
  }

  /// For a campaign that has the machine to itself.
  package static let measuring = Precision(moment: 0.06, tolerance: 0.05)
  /// For one that runs beside whatever else the machine does: it proves what is recorded, and measures nothing.
  ///
  /// What is off by the time until somebody looked, or by a step of a clock, is off by more all the same.
  package static let besideOthers = Precision(moment: 1, tolerance: 5)
}
