/// What the names of metrics tell, found out once for each: the same few come with every line of a log.
///
/// It is no state, so that one is equal to any other.
struct MetricTraitsCache: Hashable, Sendable {
  /// Names past this are read each time anew: a log that invents names must not grow the server.
  private static let capacity = 100

  private var known: [String: MetricTraits] = [:]

  mutating func traits(of name: String) -> MetricTraits {
    if let traits = known[name] { return traits }
    let traits = MetricTraits(ofMetric: name)
    if known.count < Self.capacity { known[name] = traits }
    return traits
  }

  static func == (_: MetricTraitsCache, _: MetricTraitsCache) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
