/// Finds shapes in a message: whole numbers in brackets, such as `[2, 64, 64]`, `(2, 32)` or `torch.Size([8])`.
enum ShapeText {
  /// How many shapes a message names.
  static func count(in text: String) -> Int {
    var count = 0
    var inside: (digits: Int, commas: Int)?
    for byte in text.utf8.prefix(2000) {
      switch byte {
      case 0x28, 0x5B: inside = (0, 0)
      case 0x29, 0x5D:
        // One number in brackets may be a count or a code; with a comma it is a list.
        if let found = inside, found.digits > 0, found.commas > 0 { count += 1 }
        inside = nil
      case 0x30...0x39: inside?.digits += 1
      case 0x2C: inside?.commas += 1
      case 0x20, 0x2D: break
      default: inside = nil
      }
    }
    return count
  }
}
