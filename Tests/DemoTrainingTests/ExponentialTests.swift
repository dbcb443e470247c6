import Testing

@testable import DemoTraining

@Suite struct ExponentialTests {
  /// Correctly rounded values.
  @Test(
    arguments: [
      (0, 1), (1, 2.718281828459045), (-1, 0.36787944117144233), (0.5, 1.6487212707001282),
      (1e-10, 1.0000000001), (-0.34657359027997264, 0.7071067811865476), (2, 7.38905609893065),
      (10, 22026.465794806718), (-20, 2.061153622438558e-09), (100, 2.6881171418161356e+43),
      (-100, 3.720075976020836e-44), (700, 1.0142320547350045e+304), (-700, 9.859676543759770e-305),
      (709.782712893384, 1.797693134862273e+308),
    ] as [(Double, Double)])
  func exponential(x: Double, expected: Double) {
    #expect(abs(Exponential.exp(x) - expected) <= 1e-14 * expected, "\(Exponential.exp(x))")
  }

  @Test func exponentialAtTheEnds() {
    #expect(Exponential.exp(710) == .infinity)
    #expect(Exponential.exp(.infinity) == .infinity)
    #expect(Exponential.exp(-746) == 0)
    #expect(Exponential.exp(-.infinity) == 0)
    #expect(Exponential.exp(.nan).isNaN)
    // e^-745 is below half of the smallest number times three: subnormal, not 0.
    #expect(Exponential.exp(-745) == .leastNonzeroMagnitude)
  }

  @Test(
    arguments: [
      (1, 0), (2, 0.6931471805599453), (0.5, -0.6931471805599453), (2.718281828459045, 1),
      (10, 2.302585092994046), (1e-10, -23.025850929940457), (3, 1.0986122886681098),
      (1.0000000001, 1.000000082690371e-10), (0.9999, -0.00010000500033334732),
      (1.4142135623730951, 0.3465735902799727), (1e300, 690.7755278982137),
      (.leastNonzeroMagnitude, -744.4400719213812), (.leastNormalMagnitude, -708.3964185322641),
    ] as [(Double, Double)])
  func logarithm(x: Double, expected: Double) {
    #expect(abs(Exponential.log(x) - expected) <= 1e-14 * abs(expected), "\(Exponential.log(x))")
  }

  @Test func logarithmAtTheEnds() {
    #expect(Exponential.log(0) == -.infinity)
    #expect(Exponential.log(.infinity) == .infinity)
    #expect(Exponential.log(-1).isNaN)
    #expect(Exponential.log(.nan).isNaN)
  }

  @Test func oneUndoesTheOther() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<10_000 {
      let x = 700 * random.signedUnit()
      #expect(abs(Exponential.log(Exponential.exp(x)) - x) <= 1e-13 * max(1, abs(x)))
    }
  }
}
