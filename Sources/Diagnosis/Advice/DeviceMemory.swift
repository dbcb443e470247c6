/// The memory of a GPU when it ran out, as PyTorch tells it.
struct DeviceMemory {
  let gpu: String
  let asked: ByteAmount
  let total: ByteAmount
  let free: ByteAmount
  /// In tensors; nil where it is not told.
  let allocated: ByteAmount?
  /// Held by PyTorch, and in no tensor; nil where it is not told.
  let unused: ByteAmount?

  /// Parts of all the memory from which on something is worth a word.
  private static let notable = 0.1

  init?(_ names: [String: String]) {
    func amount(_ name: String) -> ByteAmount? { names[name].flatMap(ByteAmount.init) }
    guard let gpu = names["gpu"], let asked = amount("asked"), let total = amount("total"),
      let free = amount("free")
    else { return nil }
    self.gpu = gpu
    self.asked = asked
    self.total = total
    self.free = free
    let allocated = amount("allocated")
    self.allocated = allocated
    unused =
      amount("unused")
      ?? amount("reserved").flatMap { reserved in
        allocated.map { ByteAmount(bytes: max(0, reserved.bytes - $0.bytes)) }
      }
  }

  func advice(_ scene: FailureScene) -> [String] {
    let told = "GPU \(gpu) had \(free.text) free of \(total.text), and \(asked.text) more was asked for"
    return [neighbor(scene), fragments, monster].compactMap(\.self)
      + BatchSize(scene).smaller(by: need, because: told) + Self.lessAtAll
  }

  /// What helps whatever the batch is.
  static let lessAtAll = [
    "Use mixed precision (bf16 or fp16) and gradient checkpointing; shorten sequences or shrink images.",
    "Train fewer weights (LoRA), or use an optimizer that keeps less (8-bit Adam, Adafactor).",
  ]

  /// How many times what there is was needed.
  private var need: Double {
    guard let allocated else { return 1 }
    return (allocated.bytes + asked.bytes) / max(1, allocated.bytes + free.bytes)
  }

  /// Another process on the GPU.
  private func neighbor(_ scene: FailureScene) -> String? {
    // Without it nobody can tell which process it is that is named.
    guard scene.lower.has("this process has"),
      let match = MessageTemplate("Process {pid#} has {held} memory in use").match(scene.text),
      let pid = match["pid"], let held = match["held"].flatMap(ByteAmount.init),
      held.bytes >= total.bytes * Self.notable
    else { return nil }
    return "Process \(pid) holds \(held.text) of GPU \(gpu) as well: stop it, or choose another GPU with "
      + "CUDA_VISIBLE_DEVICES."
  }

  private var fragments: String? {
    guard let unused, unused >= asked || unused.bytes >= total.bytes * Self.notable else { return nil }
    return "\(unused.text) is reserved but in no tensor, and \(asked.text) was asked for: set "
      + "PYTORCH_CUDA_ALLOC_CONF=expandable_segments:True, so that the pieces can be used."
  }

  private var monster: String? {
    guard asked > total else { return nil }
    return
      "One tensor of \(asked.text) is more than the whole GPU: look for what grows with the square of a length "
      + "(attention, all pairs) or is made for everything at once."
  }
}
