/// Mean and standard deviation of each measurement: the network learns best from values around 0.
struct FeatureScale {
  let means: SIMD4<Double>
  let deviations: SIMD4<Double>

  /// Measures `flowers`, the training part alone: nothing of the others may leak into the model.
  init(of flowers: [Flower]) {
    let count = Double(flowers.count)
    let means = flowers.reduce(SIMD4<Double>()) { $0 + $1.features } / count
    let variances =
      flowers.reduce(SIMD4<Double>()) { sum, flower in
        let distance = flower.features - means
        return sum + distance * distance
      } / count
    self.means = means
    // A column that never changes says nothing; 1 keeps it at 0 instead of dividing by 0.
    deviations = variances.squareRoot().replacing(with: 1, where: variances .== 0)
  }

  /// `flower` with its measurements as deviations from the mean.
  func scaled(_ flower: Flower) -> Flower {
    Flower(features: (flower.features - means) / deviations, species: flower.species)
  }
}
