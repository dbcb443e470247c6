import TrainingModel

/// Numbers of `cudaError_t` and `CUresult`, as Torch7, old PyTorch, Caffe and programs in C print them: `cuda runtime
/// error (59)`.
///
/// CUDA Runtime API, "CUDA Error types"; up to CUDA 10 the runtime's numbers were others than the driver's.
enum AcceleratorCodeRules {
  static let all: [FailureRule] = [
    codes([2], .cudaOutOfMemory),
    codes(
      [
        3, 35, 36, 38, 46, 48, 98, 100, 101, 102, 103, 200, 201, 209, 217, 218, 221, 222, 223, 300, 301, 302,
        303, 304, 500, 800, 801, 802, 803, 804, 805, 806, 807, 808, 809, 999,
      ], .cudaDriverOrVersion),
    codes([59, 710], .cudaDeviceAssert),
    codes([4, 73, 74, 77, 700, 701, 702, 714, 709, 715, 716, 717, 718, 719, 720, 400], .cudaIllegalAccess),
    codes([39, 214, 220], .gpuHardware),
  ]

  private static func codes(_ numbers: [Int], _ type: FailureType) -> FailureRule {
    let words = numbers.flatMap { number in
      [
        ["cuda runtime error (\(number))"], ["cuda error \(number) "], ["cuda error \(number):"],
        ["cuda error: \(number) "], ["cuda error code \(number)"], ["cuda", "failed with error \(number) "],
        ["cuda error (\(number))"],
      ]
    }
    return .general(type, weight: 8, words: words, readsLines: true)
  }
}
