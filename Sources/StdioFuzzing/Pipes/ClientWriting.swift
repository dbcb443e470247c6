internal import TestSupport

/// How a client cuts what it sends into writes.
package enum ClientWriting: Hashable, Sendable {
  /// A frame a write.
  case frames
  /// Pieces of so many bytes at most, torn anywhere; others may run in between.
  case pieces(most: Int)
  /// As many frames as make so many bytes at least, in one write.
  case bursts(bytes: Int)

  init(_ random: inout SeededGenerator) {
    self =
      switch Int.random(in: 0..<4, using: &random) {
      case 0: .frames
      case 1: .pieces(most: 7)
      case 2: .pieces(most: 5_000)
      default: .bursts(bytes: 1 << Int.random(in: 14...18, using: &random))
      }
  }
}

extension ClientWriting: CustomStringConvertible {
  package var description: String {
    switch self {
    case .frames: "writes frame by frame"
    case .pieces(let most): "writes at most \(most) bytes at once"
    case .bursts(let bytes): "writes \(bytes) bytes at once"
    }
  }
}
