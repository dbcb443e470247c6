/// One line of a terminal: takes what was printed to it and holds what remains visible.
struct LineScreen {
  private var cells: [Unicode.Scalar] = []
  private var cursor = 0
  /// A carriage return was seen: the next visible character begins a new state of the line.
  private var isReturned = false
  private var wasRewritten = false

  /// What remains visible of `bytes`, which hold no line feed.
  static func visible(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: visibleBytes(bytes), as: UTF8.self)
  }

  /// What remains visible of `bytes`, in UTF-8.
  static func visibleBytes(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var screen = LineScreen()
    var parser = ControlSequence()
    for scalar in String(decoding: Array(bytes), as: UTF8.self).unicodeScalars {
      switch parser.take(scalar) {
      case .nothing: break
      case .print(let scalar): screen.put(scalar)
      case .control(let code): screen.control(code)
      case .eraseInLine(let mode): screen.erase(mode)
      }
    }
    return screen.bytes
  }

  private var bytes: [UInt8] {
    var end = cells.count
    // Bars clear what was longer with blanks: those are not part of the line.
    if wasRewritten { while end > 0, cells[end - 1] == " " { end -= 1 } }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(end + end / 4)
    for scalar in cells[..<end] {
      if scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
    return bytes
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    if isReturned {
      isReturned = false
      cells.removeAll(keepingCapacity: true)
      cursor = 0
    }
    if cursor < cells.count { cells[cursor] = scalar } else { cells.append(scalar) }
    cursor += 1
  }

  private mutating func control(_ code: UInt32) {
    switch code {
    case UInt32(ASCII.carriageReturn):
      isReturned = true
      wasRewritten = true
    case UInt32(ASCII.backspace):
      wasRewritten = true
      cursor = max(0, cursor - 1)
      // A run of backspaces back to the start is a carriage return of bars that distrust carriage returns.
      if cursor == 0, cells.count > 1 { isReturned = true }
    case UInt32(ASCII.tab): put("\t")
    default: break
    }
  }

  private mutating func erase(_ mode: Int) {
    wasRewritten = true
    if mode == 0, !isReturned {
      cells.removeSubrange(min(cursor, cells.count)...)
    } else {
      cells.removeAll(keepingCapacity: true)
      cursor = 0
      isReturned = false
    }
  }
}
