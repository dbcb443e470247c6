/// One row of the data.
struct Flower: Hashable {
  /// Sepal length, sepal width, petal length, petal width: centimeters, or deviations once scaled.
  var features: SIMD4<Double>
  /// Where its species stands in the table's list.
  let species: Int
}
