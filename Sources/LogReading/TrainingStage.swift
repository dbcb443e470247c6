/// A part of the work that a training announced.
package struct TrainingStage: Hashable, Sendable {
  package var name: String
  /// Its place among all stages, as the log counts: mostly from 1.
  package var index: Int?
  /// How many stages there are.
  package var total: Int?

  package init(name: String, index: Int? = nil, total: Int? = nil) {
    self.name = name
    self.index = index
    self.total = total
  }
}
