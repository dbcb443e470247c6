internal import Platform
internal import TrainingHealth

/// What nvidia-smi says of all GPUs at one moment.
struct GPUSurvey: Sendable {
  let gpus: [GPUState]
  let processes: [GPUProcess]

  /// What became of asking.
  enum Finding: Sendable {
    /// There is no nvidia-smi in PATH.
    case noTool
    /// It hangs, has no driver, sees no GPU, or says what nobody understands.
    case failed(tool: String)
    case seen(GPUSurvey, tool: String)
  }

  /// Seconds that nvidia-smi gets for one answer: without a daemon that keeps the driver awake it takes some.
  private static let patience = 10.0

  /// Asks nvidia-smi, in child processes that may hang; for a thread that may.
  ///
  /// - Parameter tool: where it is; nil to look for it.
  static func take(tool: String?, environment: Environment) -> Finding {
    guard let tool = tool ?? ProgramSearch.path(of: "nvidia-smi", in: environment) else { return .noTool }
    func answer(_ query: [String]) -> String? {
      let deadline = SystemClock.monotonic().advanced(bySeconds: patience)
      // What cannot be started gives no answer either.
      return (try? CommandOutput.text(of: tool, query, in: environment, until: deadline)) ?? nil
    }
    guard let gpus = answer(NvidiaSMI.gpuQuery).flatMap(NvidiaSMI.gpus(in:)),
      let processes = answer(NvidiaSMI.processQuery).flatMap(NvidiaSMI.processes(in:))
    else { return .failed(tool: tool) }
    return .seen(GPUSurvey(gpus: gpus, processes: processes), tool: tool)
  }
}
