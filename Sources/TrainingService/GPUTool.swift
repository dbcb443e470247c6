/// Whether nvidia-smi is worth asking.
enum GPUTool {
  /// Failures in a row after which it is not asked again while this server lives.
  static let patience = 3

  /// Nobody has looked for it yet.
  case unknown
  case found(path: String, failures: Int)
  /// There is none, or it has failed too often.
  case useless

  /// Takes what became of asking.
  mutating func note(_ finding: GPUSurvey.Finding) {
    switch finding {
    case .noTool: self = .useless
    case .seen(_, let tool): self = .found(path: tool, failures: 0)
    case .failed(let tool):
      let failures = if case .found(_, let failures) = self { failures + 1 } else { 1 }
      self = failures < Self.patience ? .found(path: tool, failures: failures) : .useless
    }
  }
}
