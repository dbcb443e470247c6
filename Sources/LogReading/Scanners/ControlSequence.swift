/// Takes ECMA-48 control sequences out of a stream of characters.
struct ControlSequence {
  /// What a character amounts to.
  enum Effect {
    case nothing
    case print(Unicode.Scalar)
    /// A control character that moves the cursor.
    case control(UInt32)
    /// 0: to the end of the line, 1: to its start, 2: all of it.
    case eraseInLine(Int)
  }

  private enum State {
    case text
    case escape
    /// After `ESC [`, with the first parameter.
    case sequence(Int)
    /// Inside a string that ends with BEL or `ESC \`.
    case string
    case stringEscape
  }

  private var state = State.text

  /// Moves on by one character.
  mutating func take(_ scalar: Unicode.Scalar) -> Effect {
    let code = scalar.value
    switch state {
    case .text: return text(scalar)
    case .escape:
      switch code {
      case 0x5B: state = .sequence(0)
      case 0x5D, 0x50, 0x58, 0x5E, 0x5F: state = .string
      case 0x20...0x2F: break
      default: state = .text
      }
    case .sequence(let parameter):
      switch code {
      case 0x30...0x39: state = .sequence(min(parameter * 10 + Int(code) - 0x30, 9999))
      case 0x20...0x3F: break
      case 0x4B:
        state = .text
        return .eraseInLine(parameter)
      case 0x40...0x7E: state = .text
      default:
        // A broken sequence: what follows is text again.
        state = .text
        return text(scalar)
      }
    case .string:
      if code == 0x07 || code == 0x9C { state = .text } else if code == 0x1B { state = .stringEscape }
    case .stringEscape:
      state = code == 0x5C ? .text : .string
    }
    return .nothing
  }

  private mutating func text(_ scalar: Unicode.Scalar) -> Effect {
    switch scalar.value {
    case 0x1B: state = .escape
    case 0x9B: state = .sequence(0)
    case 0x9D, 0x90: state = .string
    case 0x08, 0x09, 0x0D: return .control(scalar.value)
    case 0..<0x20, 0x7F..<0xA0: break
    default: return .print(scalar)
    }
    return .nothing
  }
}
