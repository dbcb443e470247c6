/// Four inputs, one hidden layer with max(0, x), one softmax output for each species.
struct Network {
  let hiddenCount: Int
  let outputCount: Int
  /// One row of four for each hidden unit.
  var hiddenWeights: [SIMD4<Double>]
  var hiddenBiases: [Double]
  /// One row of `hiddenCount` for each species, one after the other.
  var outputWeights: [Double]
  var outputBiases: [Double]

  /// All weights 0: the shape of a gradient.
  init(hidden: Int, outputs: Int) {
    hiddenCount = hidden
    outputCount = outputs
    hiddenWeights = Array(repeating: SIMD4(), count: hidden)
    hiddenBiases = Array(repeating: 0, count: hidden)
    outputWeights = Array(repeating: 0, count: hidden * outputs)
    outputBiases = Array(repeating: 0, count: outputs)
  }

  /// Random weights, small enough that no unit starts out saturated.
  init(hidden: Int, outputs: Int, random: inout SplitMix64) {
    self.init(hidden: hidden, outputs: outputs)
    // He's rule, √(6 / inputs), for a layer with max(0, x); Glorot's for the one before the softmax.
    let hiddenSpread = 1.5.squareRoot()
    for unit in 0..<hidden {
      for index in 0..<4 { hiddenWeights[unit][index] = random.signedUnit() * hiddenSpread }
    }
    let outputSpread = (6 / Double(hidden + outputs)).squareRoot()
    for index in outputWeights.indices { outputWeights[index] = random.signedUnit() * outputSpread }
  }

  /// Fills in the hidden values and the probabilities for one flower; returns its loss.
  ///
  /// - Parameters:
  ///   - flower: what the network sees.
  ///   - hidden: room for `hiddenCount` values.
  ///   - probabilities: room for `outputCount` values.
  /// - Returns: the cross-entropy, 0 when the network is certain and right.
  func forward(_ flower: Flower, hidden: inout [Double], probabilities: inout [Double]) -> Double {
    for unit in 0..<hiddenCount {
      let value = (hiddenWeights[unit] * flower.features).sum() + hiddenBiases[unit]
      // Not max(0, value): a NaN must stay one, or a diverged training would look alive.
      hidden[unit] = value < 0 ? 0 : value
    }
    var top = -Double.infinity
    for output in 0..<outputCount {
      var score = outputBiases[output]
      let row = output * hiddenCount
      for unit in 0..<hiddenCount { score += outputWeights[row + unit] * hidden[unit] }
      probabilities[output] = score
      top = score > top ? score : top
    }
    // The largest score is taken off first, so that no exponential overflows.
    var sum = 0.0
    for output in 0..<outputCount {
      let power = Exponential.exp(probabilities[output] - top)
      probabilities[output] = power
      sum += power
    }
    for output in 0..<outputCount { probabilities[output] /= sum }
    let right = probabilities[flower.species]
    return -Exponential.log(right < .leastNormalMagnitude ? .leastNormalMagnitude : right)
  }

  /// How well the network does on `flowers`, without learning from them.
  func score(on flowers: [Flower]) -> Score {
    var hidden = Array(repeating: 0.0, count: hiddenCount)
    var probabilities = Array(repeating: 0.0, count: outputCount)
    var loss = 0.0
    var hits = 0
    for flower in flowers {
      loss += forward(flower, hidden: &hidden, probabilities: &probabilities)
      let right = probabilities[flower.species]
      // With NaN among them nothing satisfies this: a diverged network is never right.
      if probabilities.allSatisfy({ right >= $0 }) { hits += 1 }
    }
    return Score(loss: loss / Double(flowers.count), accuracy: Double(hits) / Double(flowers.count))
  }
}
