import Testing
import TrainingHealth

/// What nvidia-smi prints, and what is made of it.
@Suite struct NvidiaSMITests {
  private static let uuid = "GPU-5c1d6b4e-1f5a-2a0c-9a3e-0d6f5b1c2e77"

  @Test func twoGPUs() {
    let answer = """
      0, GPU-5c1d6b4e-1f5a-2a0c-9a3e-0d6f5b1c2e77, 3, 31245, 81559
      1, GPU-aa0e8cf3-55b1-4f0e-8d0d-77c9ab1e2f10, 100, 4, 81559

      """
    #expect(
      NvidiaSMI.gpus(in: answer) == [
        GPUState(index: 0, uuid: Self.uuid, utilization: 3, usedMemory: 31245, totalMemory: 81559),
        GPUState(
          index: 1, uuid: "GPU-aa0e8cf3-55b1-4f0e-8d0d-77c9ab1e2f10", utilization: 100, usedMemory: 4,
          totalMemory: 81559),
      ])
  }

  /// What it does not know: a GPU that is split (MIG), an old one, one that shares its memory with the system.
  @Test(arguments: ["[N/A]", "[Not Supported]", "[Unknown Error]", "N/A", "[GPU requires reset]"])
  func whatIsNotKnownIsNoNumber(word: String) {
    let gpu = GPUState(index: 0, uuid: Self.uuid, utilization: nil, usedMemory: 14, totalMemory: nil)
    #expect(NvidiaSMI.gpus(in: "0, \(Self.uuid), \(word), 14, \(word)\n") == [gpu])
    let process = GPUProcess(uuid: Self.uuid, pid: 77, usedMemory: nil)
    #expect(NvidiaSMI.processes(in: "\(Self.uuid), 77, \(word)\r\n") == [process])
  }

  /// What it says on standard output when something is wrong.
  @Test(arguments: [
    "No devices were found",
    "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest NVIDIA "
      + "driver is installed and running.\n",
    "Failed to initialize NVML: Driver/library version mismatch\nNVML library version: 550.90\n",
    "Failed to initialize NVML: Unknown Error",
    "Unable to determine the device handle for GPU 0000:C1:00.0: GPU is lost.  Reboot the system to recover this GPU",
    "Field \"gpu_uuid\" is not a valid field to query.\n", "a, b, c, d, e", ", , , ,", "\0\u{FF},\n,,,,\n",
  ])
  func complaintsAreNoAnswer(answer: String) {
    #expect(NvidiaSMI.gpus(in: answer) == nil)
    #expect(NvidiaSMI.processes(in: answer) == nil)
  }

  @Test func withoutProcessesTheAnswerIsEmpty() {
    #expect(NvidiaSMI.processes(in: "") == [])
    #expect(NvidiaSMI.processes(in: "\n") == [])
    #expect(NvidiaSMI.gpus(in: "") == nil)
  }

  @Test func oneLostGPUDoesNotHideTheOthers() {
    let answer = "Unable to determine the device handle for GPU1: 0000:C1:00.0: Unknown Error\n"
    #expect(NvidiaSMI.gpus(in: answer + "0, \(Self.uuid), 50, 1, 2\n")?.map(\.index) == [0])
  }
}
