/// Whether a training starts from nothing or goes on from the last success.
package enum TrainingMode: String, CaseIterable, Hashable, Sendable {
  case full
  case incremental
}
