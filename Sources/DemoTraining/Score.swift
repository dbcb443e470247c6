/// How well a network does on some flowers.
package struct Score: Hashable, Sendable {
  /// The mean cross-entropy: 0 is perfect, ln 3 = 1.0986 is guessing among three.
  package let loss: Double
  /// The share of flowers whose species got the highest probability, 0 to 1.
  package let accuracy: Double
}
