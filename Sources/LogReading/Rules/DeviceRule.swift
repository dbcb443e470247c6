/// Lines that say that the training computes on a GPU: `Using device: cuda:0`.
struct DeviceRule: LineRule {
  let triggers: [LineTraits] = [[.device]]
  var readsClaimedLines: Bool { true }

  private static let phrases: [StaticString] = [
    "device: cuda", "device:cuda", "device=cuda", "device = cuda", "device cuda", "device is cuda",
    "device: 'cuda", "device='cuda", "device(type='cuda", "device': 'cuda", "device\": \"cuda",
    "device 'cuda", "device \"cuda", "using cuda", "on cuda", "to cuda", "(cuda), used: true", " cuda:0 (",
    "loaded cudnn version",
  ]
  /// What makes of such words a wish, a question or a complaint.
  private static let otherWords: [StaticString] = [
    "not ", "n't ", " no ", "unavailable", "false", "error", "warn", "out of memory", "cpu", "fail", "if ",
  ]

  func read(_ line: LineText, _ context: inout ReadingContext, into reading: inout LineReading) {
    guard Self.phrases.contains(where: { line.find($0) != nil }),
      !Self.otherWords.contains(where: { line.find($0) != nil })
    else { return }
    reading.usesGPU = true
  }
}
