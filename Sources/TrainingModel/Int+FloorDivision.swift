extension Int {
  /// The quotient rounded toward negative infinity, so that times before 1970 divide like those after it.
  ///
  /// - Parameter divisor: Greater than zero.
  package func floorDivided(by divisor: Int) -> Int {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
