/// Why the demo training cannot start or cannot go on.
package enum DemoTrainingError: Error, Hashable {
  case data(FlowerTableError)
  case epochs(Int)
  case learningRate(Double)
  /// The loss is no number any more.
  case diverged(epoch: Int, learningRate: Double)
}

extension DemoTrainingError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .data(let error): "training data, \(error)"
    case .epochs(let epochs): "the number of epochs must be 1 or more, not \(epochs)"
    case .learningRate(let rate): "the learning rate must be a number above 0, not \(rate)"
    case .diverged(let epoch, let rate):
      "loss is nan or inf in epoch \(epoch): training diverged, the learning rate \(rate) is too high"
    }
  }
}
