import Testing
import TrainingHealth
import TrainingModel

/// When the GPUs of a training have nothing to do.
@Suite struct GPUTrendTests {
  private static func gpu(_ index: Int, _ utilization: Double?, used: Double = 30_000) -> GPUState {
    GPUState(
      index: index, uuid: "GPU-\(index)\(index)", utilization: utilization, usedMemory: used,
      totalMemory: 80_000)
  }

  /// The training's own process on GPU 0, and somebody else's on GPU 1.
  private static let processes = [
    GPUProcess(uuid: "GPU-00", pid: 7, usedMemory: 29_500),
    GPUProcess(uuid: "GPU-11", pid: 900, usedMemory: 5),
  ]

  /// The warnings that come of looks twice a minute.
  ///
  /// - Parameters:
  ///   - steps: movements between two looks.
  ///   - look: the GPUs at the n-th look.
  private func warnings(
    looks: Int = 60, steps: Int = 4, processes: [GPUProcess] = processes, visible: String? = nil,
    isSaid: Bool = false, _ look: (Int) -> [GPUState]
  ) -> [RunWarning] {
    var trend = GPUTrend()
    return (0..<looks).compactMap { number in
      trend.note(
        GPULook(
          time: 100 + Double(number) * 30, gpus: look(number), processes: processes, pids: [6, 7, 8],
          visibleDevices: visible, isSaidToUseGPU: isSaid, movements: number * steps))
    }
  }

  @Test func aGPUThatIsHeldAndIdleIsToldOnce() throws {
    let warnings = warnings { [Self.gpu(0, $0 == 4 ? 3 : 1), Self.gpu(1, 99)] }
    #expect(warnings.count == 1)
    let warning = try #require(warnings.first)
    #expect(warning.code == .gpuIdle)
    #expect(warning.message.hasPrefix("It goes on, and its GPU has next to nothing to do: look at the"))
    #expect(
      warning.evidence
        == "GPU 0 (GPU-00): 1.1 % on average and 3 % at most in 20 looks over 9 min 30 s; it holds 29500 MiB there; "
        + "its progress moved 76 times meanwhile")
  }

  @Test func whereNothingMovesTheAdviceIsAnother() throws {
    let warning = try #require(warnings(steps: 0) { _ in [Self.gpu(0, 0)] }.first)
    #expect(warning.message.hasPrefix("Its GPU has nothing to do, and nothing moves"))
    #expect(warning.evidence?.hasSuffix("its progress did not move meanwhile") == true)
  }

  @Test func whoComputesNowAndThenIsNotIdle() {
    #expect(warnings(looks: 500) { [Self.gpu(0, $0 % 19 == 0 ? 40 : 0)] } == [])
    #expect(warnings(looks: 19) { _ in [Self.gpu(0, 0)] } == [])
  }

  @Test func oneOfSeveralThatComputesIsEnough() {
    let both = [7, 8].map { GPUProcess(uuid: $0 == 7 ? "GPU-00" : "GPU-11", pid: $0, usedMemory: nil) }
    #expect(warnings(processes: both) { _ in [Self.gpu(0, 0), Self.gpu(1, 90)] } == [])
    let found = warnings(processes: both) { _ in [Self.gpu(0, 0), Self.gpu(1, 2)] }
    #expect(found.first?.evidence?.hasPrefix("GPU 0 (GPU-00), GPU 1 (GPU-11): 2 % on average") == true)
  }

  @Test func whatTheSystemDoesNotTellIsNotGuessed() {
    #expect(warnings { _ in [Self.gpu(0, nil)] } == [])
    #expect(warnings { [Self.gpu(0, $0 % 10 == 0 ? nil : 0)] } == [])
  }

  // MARK: Trainings that hold nothing

  private static let nobody = [Self.gpu(0, 0, used: 4), Self.gpu(1, 0, used: 12)]

  @Test func whoSaysCUDAAndHoldsNothingIsTold() throws {
    let warning = try #require(warnings(processes: [], isSaid: true) { _ in Self.nobody }.first)
    #expect(warning.message.hasPrefix("It trains without a GPU, although its log says that it uses a GPU"))
    #expect(
      warning.evidence == "nothing is held of GPU 0 (GPU-00), GPU 1 (GPU-11) in 20 looks over 9 min 30 s; "
        + "its progress moved 76 times meanwhile")
  }

  @Test(arguments: ["0", "0,1", " 1", "GPU-11", "GPU-1"])
  func whoWasGivenOneAndHoldsNothingIsTold(visible: String) {
    let found = warnings(processes: [], visible: visible) { _ in Self.nobody }
    #expect(found.first?.message.contains("CUDA_VISIBLE_DEVICES gives it one") == true)
  }

  /// Hidden from it, split, or none that there is.
  @Test(arguments: ["", "-1", "NoDevFiles", "MIG-3b1", "7", "GPU-99"])
  func whoWasGivenNoneIsNotTold(visible: String) {
    #expect(warnings(processes: [], visible: visible, isSaid: true) { _ in Self.nobody } == [])
  }

  @Test func aTrainingOfTheCPUIsLeftAlone() {
    #expect(warnings(processes: []) { _ in Self.nobody } == [])
  }

  @Test func insideOfAContainerSomebodyWhoHoldsItMayBeTheTraining() {
    #expect(warnings(processes: [], visible: "0") { _ in [Self.gpu(0, 0, used: 30_000)] } == [])
    // Somebody else's number, as the system outside of the container counts.
    let other = [GPUProcess(uuid: "GPU-00", pid: 90_001, usedMemory: 30_000)]
    #expect(warnings(processes: other, visible: "0", isSaid: true) { _ in [Self.gpu(0, 0)] } == [])
  }
}
