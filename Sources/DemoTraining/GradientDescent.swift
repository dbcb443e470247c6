/// Trains a network by mini-batch gradient descent, with the room it needs for that kept between the steps.
struct GradientDescent {
  private(set) var network: Network
  private let learningRate: Double
  private let batchSize: Int
  private var gradient: Network
  private var hidden: [Double]
  private var probabilities: [Double]

  init(_ network: Network, learningRate: Double, batchSize: Int) {
    self.network = network
    self.learningRate = learningRate
    self.batchSize = batchSize
    gradient = Network(hidden: network.hiddenCount, outputs: network.outputCount)
    hidden = Array(repeating: 0, count: network.hiddenCount)
    probabilities = Array(repeating: 0, count: network.outputCount)
  }

  /// One pass over `flowers`, in the order given, a step after each batch.
  mutating func pass(over flowers: [Flower]) {
    var start = 0
    while start < flowers.count {
      let end = min(start + batchSize, flowers.count)
      for index in start..<end { accumulate(flowers[index]) }
      step(rate: learningRate / Double(end - start))
      start = end
    }
  }

  /// Adds the slope of the loss of one flower to the gradient.
  private mutating func accumulate(_ flower: Flower) {
    _ = network.forward(flower, hidden: &hidden, probabilities: &probabilities)
    // The slope of cross-entropy after softmax is the difference to the truth.
    probabilities[flower.species] -= 1
    for output in 0..<network.outputCount {
      let error = probabilities[output]
      let row = output * network.hiddenCount
      gradient.outputBiases[output] += error
      for unit in 0..<network.hiddenCount { gradient.outputWeights[row + unit] += error * hidden[unit] }
    }
    for unit in 0..<network.hiddenCount where hidden[unit] != 0 {
      var error = 0.0
      for output in 0..<network.outputCount {
        error += network.outputWeights[output * network.hiddenCount + unit] * probabilities[output]
      }
      gradient.hiddenBiases[unit] += error
      gradient.hiddenWeights[unit] += error * flower.features
    }
  }

  /// Goes down the gradient, and sets it back to 0.
  private mutating func step(rate: Double) {
    for unit in 0..<network.hiddenCount {
      network.hiddenWeights[unit] -= rate * gradient.hiddenWeights[unit]
      network.hiddenBiases[unit] -= rate * gradient.hiddenBiases[unit]
      gradient.hiddenWeights[unit] = SIMD4()
      gradient.hiddenBiases[unit] = 0
    }
    for index in network.outputWeights.indices {
      network.outputWeights[index] -= rate * gradient.outputWeights[index]
      gradient.outputWeights[index] = 0
    }
    for output in 0..<network.outputCount {
      network.outputBiases[output] -= rate * gradient.outputBiases[output]
      gradient.outputBiases[output] = 0
    }
  }
}
