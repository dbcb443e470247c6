import Testing

@testable import DemoTraining

@Suite struct FourDecimalsTests {
  @Test(
    arguments: [
      (0, "0.0000"), (0.5, "0.5000"), (0.00004, "0.0000"), (0.00006, "0.0001"), (0.99996, "1.0000"),
      (12.34567, "12.3457"), (-0.25, "-0.2500"), (-0.00001, "0.0000"), (1_000_000, "1000000.0000"),
      (1e300, "1e+300"), (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"),
    ] as [(Double, String)])
  func writesFourDecimals(value: Double, expected: String) {
    #expect(value.fourDecimals == expected)
  }
}
