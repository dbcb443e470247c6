import TrainingModel

/// What the system's error numbers stand for, as Python, Rust and C libraries print them (Linux, errno(3)).
enum ErrnoRules {
  private struct Family {
    let type: FailureType
    let weight: Int
    let numbers: [Int]
    /// What strerror(3) says, in small letters.
    let texts: [String]
  }

  private static let families = [
    Family(type: .permissionDenied, weight: 6, numbers: [1, 13, 30], texts: []),
    Family(
      type: .fileNotFound, weight: 5, numbers: [2, 20, 21, 40, 116],
      texts: ["not a directory", "is a directory:", "stale file handle"]),
    Family(type: .notExecutable, weight: 8, numbers: [8], texts: ["exec format error"]),
    Family(
      type: .resourceLocked, weight: 6, numbers: [16, 26, 37],
      texts: ["text file busy", "no locks available"]),
    Family(
      type: .osResourceLimit, weight: 5, numbers: [7, 11, 23, 24],
      texts: ["too many open files in system", "argument list too long"]),
    Family(type: .hostOutOfMemory, weight: 8, numbers: [12], texts: []),
    Family(type: .diskFull, weight: 8, numbers: [27, 28], texts: ["file too large"]),
    Family(type: .storageQuota, weight: 9, numbers: [122], texts: []),
    Family(
      type: .rendezvousOrPort, weight: 7, numbers: [98, 99], texts: ["cannot assign requested address"]),
    Family(
      type: .networkError, weight: 5, numbers: [-2, -3, -5, 32, 100, 101, 103, 104, 110, 111, 112, 113],
      texts: ["no route to host", "host is down", "connection reset by peer", "network is down"]),
  ]

  static let all: [FailureRule] = families.map { family in
    let forms = family.numbers.flatMap {
      ["[errno \($0)]", "(os error \($0))", "errno = \($0),", "errno: \($0))"]
    }
    return .general(
      family.type, weight: family.weight, words: (forms + family.texts).map { [$0] },
      unless: ["dlerror", "gloo", "nccl"], readsLines: false)
  }
}
