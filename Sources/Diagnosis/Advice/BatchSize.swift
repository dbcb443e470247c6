/// The batch size that a command asks for, and what to make of it.
struct BatchSize {
  private let flag: String?
  private let value: Int?

  init(_ scene: FailureScene) {
    var found: (flag: String, value: Int)?
    for (index, argument) in scene.command.enumerated()
    where argument.hasPrefix("-") || argument.contains("=") {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      let name = parts[0].lowercased()
      guard name.contains("batch"), !name.contains("eval"), !name.contains("val_") else { continue }
      let next = parts.count == 2 ? parts[1] : index + 1 < scene.command.count ? scene.command[index + 1] : ""
      if let value = Int(next) {
        found = (parts[0], value)
        break
      }
    }
    flag = found?.flag
    value = found?.value
  }

  /// What to do so that a training takes less memory.
  ///
  /// - Parameters:
  ///   - need: how many times what there is was needed, 1 or more; what does not depend on the batch is not known, so it
  ///     is halved at least.
  ///   - reason: what makes it necessary.
  func smaller(by need: Double, because reason: String? = nil) -> [String] {
    let begin = reason.map { "\($0): " } ?? ""
    func sentence(_ text: String) -> String {
      begin.isEmpty ? text.prefix(1).uppercased() + text.dropFirst() : begin + text
    }
    guard let flag, let value else {
      return [sentence("halve the batch size, and double gradient accumulation.")]
    }
    guard value > 1 else {
      return [sentence("the batch size is \(value) already (\(flag)), so only less for each example helps.")]
    }
    let most = max(1, min(value / 2, Int(Double(value) / need)))
    var smaller = 1
    while smaller * 2 <= most { smaller *= 2 }
    return [
      sentence(
        "lower \(flag) from \(value) to \(smaller), and raise gradient accumulation \((value + smaller - 1) / smaller) times."
      )
    ]
  }
}
