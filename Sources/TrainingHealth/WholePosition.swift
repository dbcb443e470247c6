/// How much of a whole training is done.
struct WholePosition: Hashable, Sendable {
  /// What the whole is counted in.
  enum Basis: Hashable, Sendable {
    case epochs(total: Double)
    case steps(total: Int)
    case percent
  }

  let basis: Basis
  /// 0 to 1.
  let share: Double

  init?(_ basis: Basis, _ share: Double) {
    guard share.isFinite else { return nil }
    self.basis = basis
    self.share = min(1, max(0, share))
  }
}
