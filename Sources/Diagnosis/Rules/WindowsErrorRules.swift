import TrainingModel

/// What the numbers of Windows' system errors stand for, as Python prints them: `[WinError 5]`.
///
/// Microsoft, "System Error Codes" (0-15999).
enum WindowsErrorRules {
  private static let families: [(type: FailureType, weight: Int, numbers: [Int])] = [
    (.fileNotFound, 6, [2, 3, 15, 53, 67, 123, 206, 267]),
    (.permissionDenied, 6, [5, 19, 1314, 1920]),
    (.hostOutOfMemory, 8, [8, 14, 1450, 1453, 1454, 1455]),
    (.diskFull, 8, [39, 112]),
    (.resourceLocked, 7, [32, 33, 170]),
    (.storageQuota, 9, [1295, 1816]),
    (.missingDependency, 7, [126]),
    (.dependencyConflict, 7, [127, 182, 193, 1114]),
    (.rendezvousOrPort, 7, [10013, 10048, 10049]),
    (.networkError, 6, [64, 121, 10051, 10053, 10054, 10060, 10061, 10065, 11001, 11002]),
  ]

  static let all: [FailureRule] = families.map { family in
    .general(
      family.type, weight: family.weight,
      words: family.numbers.flatMap { [["[winerror \($0)]"], ["(os error \($0))", "windows"]] })
  }
}
