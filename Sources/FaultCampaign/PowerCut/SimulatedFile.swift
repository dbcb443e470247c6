/// The content of one file: what is on the medium, and what was done to it since.
struct SimulatedFile {
  /// A change that may or may not have reached the medium.
  private enum Change {
    case write(offset: Int, bytes: [UInt8])
    case resize(Int)
  }

  /// What a disk writes whole or not at all, in bytes.
  static let sector = 512

  private var durable: [UInt8] = []
  private var pending: [Change] = []

  mutating func write(_ bytes: [UInt8], at offset: Int) {
    pending.append(.write(offset: offset, bytes: bytes))
  }

  mutating func resize(to size: Int) { pending.append(.resize(size)) }

  /// Everything is on the medium.
  mutating func synchronize() {
    durable = current
    pending = []
  }

  /// What a program reads now.
  var current: [UInt8] {
    pending.reduce(into: durable) { Self.apply($1, to: &$0) }
  }

  /// What is on the medium when nothing was written back that nobody waited for.
  var afterLosingAll: [UInt8] { durable }

  /// What may be on the medium when some of it was: each sector for itself, and the size apart from the bytes, so
  /// that a part that was not written reads as zeros.
  func afterLosingSome(using generator: inout some RandomNumberGenerator) -> [UInt8] {
    guard !pending.isEmpty else { return durable }
    let share: Double = [0, 0.5, 0.9].randomElement(using: &generator) ?? 0
    var content = durable
    for change in pending {
      switch change {
      case .resize:
        if Double.random(in: 0..<1, using: &generator) < share { Self.apply(change, to: &content) }
      case .write(let offset, let bytes):
        for piece in Self.sectors(of: bytes, at: offset)
        where Double.random(in: 0..<1, using: &generator) < share {
          Self.apply(.write(offset: piece.offset, bytes: piece.bytes), to: &content)
        }
      }
    }
    if Bool.random(using: &generator) { Self.apply(.resize(max(content.count, current.count)), to: &content) }
    return content
  }

  private static func sectors(of bytes: [UInt8], at offset: Int) -> [(offset: Int, bytes: [UInt8])] {
    var pieces: [(offset: Int, bytes: [UInt8])] = []
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, ((offset + start) / sector + 1) * sector - offset)
      pieces.append((offset + start, Array(bytes[start..<end])))
      start = end
    }
    return pieces
  }

  private static func apply(_ change: Change, to content: inout [UInt8]) {
    switch change {
    case .resize(let size):
      if size < content.count {
        content.removeSubrange(size...)
      } else {
        content += [UInt8](repeating: 0, count: size - content.count)
      }
    case .write(let offset, let bytes):
      if content.count < offset + bytes.count { apply(.resize(offset + bytes.count), to: &content) }
      content.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    }
  }
}
