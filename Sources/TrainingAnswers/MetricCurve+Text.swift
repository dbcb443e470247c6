internal import JSON
package import MetricCurves

extension MetricCurve {
  /// The curve as a model reads it: a sentence, and the points in one line.
  package func textLines(points limit: Int?, from since: Int64) -> [String] {
    var facts = [role.rawValue]
    if let direction { facts.append("\(direction.rawValue) is better") }
    var sentence = "\(name) (\(facts.joined(separator: ", "))): \(points.count) values, last \(last.text)"
    if let best, best != last { sentence += ", best \(best.text)" }
    if best == nil, let smallest, let largest { sentence += ", from \(smallest.number) to \(largest.number)" }
    sentence += points.contains { $0.value == nil } ? ", some of them no numbers." : "."
    guard let limit, let new = from(since) else { return [sentence] }
    return [
      sentence, "  \(axis.words): " + new.sampled(to: limit).map { $0.pair(axis) }.joined(separator: " "),
    ]
  }
}

extension MetricCurve.Axis {
  fileprivate var words: String {
    switch self {
    case .step: "step=value"
    case .epoch: "epoch=value"
    case .stepWithinEpoch: "epoch/step=value"
    case .order: "values"
    }
  }
}

extension MetricPoint {
  /// The value with where the training was.
  fileprivate var text: String {
    var places: [String] = []
    if let epoch { places.append("epoch \(Self.short(epoch))") }
    if let step { places.append("step \(step)") }
    return places.isEmpty ? number : "\(number) at \(places.joined(separator: ", "))"
  }

  fileprivate var number: String { value.map(Self.short) ?? "no number" }

  fileprivate func pair(_ axis: MetricCurve.Axis) -> String {
    let number = value.map(Self.short) ?? "nan"
    let epoch = epoch.map(Self.short) ?? ""
    let step = step.map { "\($0)" } ?? ""
    switch axis {
    case .step: return "\(step)=\(number)"
    case .epoch: return "\(epoch)=\(number)"
    case .stepWithinEpoch: return "\(epoch)/\(step)=\(number)"
    case .order: return number
    }
  }

  private static func short(_ value: Double) -> String {
    JSONWriter.text(.number(value.rounded(toDigits: MetricCurve.digits)))
  }
}
