/// Which points of a long curve are kept, so that it stays bounded and still looks the same.
package enum MetricThinning {
  /// Points that a metric of a run may have.
  package static let limit = 4000

  /// Neighboring points of which half are kept.
  private static let bucket = 8

  /// The places of the points that stay: the first, the last, and of every eight between them four, among which
  /// are the smallest and the largest, and of those that are no number the first and the last.
  ///
  /// - Parameter values: in the order of the log; nil is what is no number.
  package static func kept(_ values: [Double?]) -> [Int] {
    guard values.count > 2 else { return Array(values.indices) }
    var kept = [0]
    var start = 1
    let last = values.count - 1
    while start < last {
      let end = min(start + bucket, last)
      kept += half(values, start..<end)
      start = end
    }
    kept.append(last)
    return kept
  }

  private static func half(_ values: [Double?], _ range: Range<Int>) -> [Int] {
    var chosen: Set<Int> = []
    func known(_ index: Int) -> Double { values[index] ?? .nan }
    let numbers = range.filter { values[$0] != nil }
    let others = range.filter { values[$0] == nil }
    chosen.formUnion([others.first, others.last].compactMap(\.self))
    chosen.formUnion(
      [numbers.min { known($0) < known($1) }, numbers.max { known($0) < known($1) }].compactMap(\.self))
    // In the end every second one stays, those in between by turns.
    let turns = stride(from: 0, to: range.count, by: 2).map { range.lowerBound + $0 }
    for index in turns + Array(range) where chosen.count < (range.count + 1) / 2 { chosen.insert(index) }
    return chosen.sorted()
  }
}
