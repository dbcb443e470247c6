/// A trained network as JSON text: all that is needed to use it elsewhere.
enum ModelFile {
  /// The bytes of the file; every number in the shortest form that reads back as the same number.
  static func bytes(_ network: Network, scale: FeatureScale, species: [String], test: Score) -> [UInt8] {
    let columns = FlowerTable.columns.map(quoted)
    let hiddenRows = network.hiddenWeights.map { list(row($0)) }
    let outputRows = (0..<network.outputCount).map { output in
      let start = output * network.hiddenCount
      return list(network.outputWeights[start..<(start + network.hiddenCount)].map(\.description))
    }
    let text = """
      {
        "format": "signalbox-demo-network",
        "version": 1,
        "features": \(list(columns)),
        "species": \(list(species.map(quoted))),
        "scale": {
          "means": \(list(row(scale.means))),
          "deviations": \(list(row(scale.deviations)))
        },
        "hidden": {
          "activation": "relu",
          "weights": \(list(hiddenRows)),
          "biases": \(list(network.hiddenBiases.map(\.description)))
        },
        "output": {
          "activation": "softmax",
          "weights": \(list(outputRows)),
          "biases": \(list(network.outputBiases.map(\.description)))
        },
        "test": {"loss": \(test.loss), "accuracy": \(test.accuracy)}
      }

      """
    return Array(text.utf8)
  }

  private static func row(_ vector: SIMD4<Double>) -> [String] {
    vector.indices.map { vector[$0].description }
  }

  private static func list(_ items: [String]) -> String {
    "[" + items.joined(separator: ", ") + "]"
  }

  /// In quotation marks; the names that come here need no escape, `FlowerTable` sees to it.
  private static func quoted(_ name: String) -> String { "\"\(name)\"" }
}
