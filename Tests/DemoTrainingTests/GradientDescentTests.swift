import Testing

@testable import DemoTraining

@Suite struct GradientDescentTests {
  /// The derivation by hand against the slope of the loss itself, for every weight of a small network.
  @Test func gradientIsTheSlopeOfTheLoss() {
    var random = SplitMix64(seed: 3)
    var network = Network(hidden: 5, outputs: 3, random: &random)
    for unit in 0..<5 { network.hiddenBiases[unit] = random.signedUnit() }
    for output in 0..<3 { network.outputBiases[output] = random.signedUnit() }
    let flowers = (0..<6).map { index in
      Flower(
        features: SIMD4((0..<4).map { _ in 2 * random.signedUnit() }), species: index % 3)
    }
    // One batch with learning rate 1 takes off exactly the gradient.
    var descent = GradientDescent(network, learningRate: 1, batchSize: flowers.count)
    descent.pass(over: flowers)
    let after = descent.network

    func check(_ weight: WritableKeyPath<Network, Double>) {
      let step = 1e-6
      var above = network
      var below = network
      above[keyPath: weight] += step
      below[keyPath: weight] -= step
      let slope = (above.score(on: flowers).loss - below.score(on: flowers).loss) / (2 * step)
      #expect(abs(network[keyPath: weight] - after[keyPath: weight] - slope) < 1e-7)
    }
    for unit in 0..<5 {
      check(\.hiddenBiases[unit])
      for index in 0..<4 { check(\.hiddenWeights[unit][index]) }
    }
    for index in network.outputWeights.indices { check(\.outputWeights[index]) }
    for output in 0..<3 { check(\.outputBiases[output]) }
  }

  @Test func aLastSmallBatchIsNotLost() {
    var random = SplitMix64(seed: 3)
    let network = Network(hidden: 2, outputs: 2, random: &random)
    let flower = Flower(features: [1, 1, 1, 1], species: 1)
    var three = GradientDescent(network, learningRate: 0.1, batchSize: 2)
    three.pass(over: [flower, flower, flower])
    var two = GradientDescent(network, learningRate: 0.1, batchSize: 2)
    two.pass(over: [flower, flower])
    #expect(three.network.score(on: [flower]).loss < two.network.score(on: [flower]).loss)
  }
}
