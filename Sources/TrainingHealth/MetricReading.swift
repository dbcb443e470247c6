internal import MetricCurves

/// One value of a metric, and how far the training was then.
package struct MetricReading: Hashable, Sendable {
  package let name: String
  /// As printed; may be NaN or infinite.
  package let value: Double
  package let epoch: Double?
  package let step: Int?

  package init(name: String, value: Double, epoch: Double? = nil, step: Int? = nil) {
    self.name = name
    self.value = value
    self.epoch = epoch
    self.step = step
  }

  /// Where the training was: ` at epoch 3, step 40`; empty when the log has not said.
  var place: String {
    var places: [String] = []
    if let epoch { places.append("epoch \(number(epoch))") }
    if let step { places.append("step \(step)") }
    return places.isEmpty ? "" : " at " + places.joined(separator: ", ")
  }
}

/// A number with few digits, whole ones without a point.
func number(_ value: Double) -> String {
  let value = value.rounded(toDigits: 4)
  if value == value.rounded(), abs(value) < 1e15 { return "\(Int(value))" }
  return "\(value)"
}
