package import JSON
package import MetricCurves

extension MetricCurve {
  /// Digits that a value is shown with: a model pays for each.
  package static let digits = 6

  /// The curve for an answer.
  ///
  /// - Parameters:
  ///   - limit: points at most; nil leaves them out.
  ///   - since: points only of what the log said from this byte on.
  package func json(points limit: Int?, from since: Int64) -> JSONObject {
    var object: JSONObject = ["name": .string(name), "role": .string(role.rawValue)]
    object.append("better", ifKnown: direction.map { .string($0.rawValue) })
    object.append("count", .integer(Int64(points.count)))
    object.append("last", .object(last.json))
    object.append("best", ifKnown: best.map { .object($0.json) })
    object.append("smallest", ifKnown: smallest?.value.map(Self.number))
    object.append("largest", ifKnown: largest?.value.map(Self.number))
    let lost = points.count { $0.value == nil }
    if lost > 0 { object.append("not_a_number", .integer(Int64(lost))) }
    if let limit, let new = from(since) {
      let axis = axis
      object.append("columns", .array((axis.columns + ["value"]).map(JSONValue.string)))
      object.append("points", .array(new.sampled(to: limit).map { .array($0.row(axis)) }))
    }
    return object
  }

  fileprivate static func number(_ value: Double) -> JSONValue { .number(value.rounded(toDigits: digits)) }
}

extension MetricCurve.Axis {
  /// What the numbers in front of a value are.
  fileprivate var columns: [String] {
    switch self {
    case .step: ["step"]
    case .epoch: ["epoch"]
    case .stepWithinEpoch: ["epoch", "step"]
    case .order: []
    }
  }
}

extension MetricPoint {
  fileprivate var json: JSONObject {
    var object: JSONObject = ["value": value.map(MetricCurve.number) ?? .null]
    object.append("epoch", ifKnown: epoch.map(MetricCurve.number))
    object.append("step", ifKnown: step.map { .integer(Int64($0)) })
    return object
  }

  fileprivate func row(_ axis: MetricCurve.Axis) -> [JSONValue] {
    let value = value.map(MetricCurve.number) ?? .null
    let epoch = epoch.map(MetricCurve.number) ?? .null
    let step = step.map { JSONValue.integer(Int64($0)) } ?? .null
    switch axis {
    case .step: return [step, value]
    case .epoch: return [epoch, value]
    case .stepWithinEpoch: return [epoch, step, value]
    case .order: return [value]
    }
  }
}
