import Diagnosis
import LogReading
import TestSupport
import Testing
import TrainingModel

/// The same failure has the same fingerprint in whatever run it comes, and another failure another one.
@Suite struct FingerprintTests {
  /// What differs between two runs of the same training.
  private struct Noise {
    let checkout: String
    let line: Int
    let pid: Int
    let port: Int
    let size: String
    let address: String
    let scratch: String
    let time: String
    let uuid: String
    let lead: String

    init(_ generator: inout SeededGenerator) {
      func digits(_ count: Int, _ alphabet: String = "0123456789") -> String {
        let letters = Array(alphabet.utf8)
        return String(
          decoding: (0..<count).compactMap { _ in letters.randomElement(using: &generator) }, as: UTF8.self)
      }
      let hex = "0123456789abcdef"
      checkout =
        ["/home/ann", "/home/bob/work", "/mnt/nfs-12/users/x", "/tmp/tmp\(digits(8, "abcdefgh0123_"))"]
        .randomElement(using: &generator) ?? ""
      line = .random(in: 1...9_999, using: &generator)
      pid = .random(in: 1...4_194_304, using: &generator)
      port = .random(in: 1_024...65_535, using: &generator)
      size =
        "\(Int.random(in: 1...900, using: &generator)).\(digits(2)) "
        + (["MiB", "GiB", "KiB"].randomElement(using: &generator) ?? "MiB")
      address = "0x7f" + digits(10, hex)
      scratch = "/tmp/tmp" + digits(8, "abcdefghijklmnopqrstuvwxyz0123456789_")
      time = "2026-\(digits(2))-\(digits(2)) \(digits(2)):\(digits(2)):\(digits(2))"
      uuid = [8, 4, 4, 4, 12].map { digits($0, hex) }.joined(separator: "-")
      lead =
        Bool.random(using: &generator) ? "" : "epoch 1 loss 0.\(digits(4))\n[\(time)] step \(digits(3))\n"
    }

    func log(_ file: String, _ function: String, _ message: String) -> String {
      lead
        + "Traceback (most recent call last):\n  File \"\(checkout)/project/\(file)\", line \(line), in \(function)\n"
        + "    call()\n\(message)\n"
    }
  }

  /// Failures, each told apart from all others.
  private static let failures: [@Sendable (Noise) -> String] = [
    {
      $0.log(
        "train.py", "main", "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate \($0.size). GPU 0")
    },
    {
      $0.log(
        "eval.py", "main", "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate \($0.size). GPU 0")
    },
    {
      $0.log(
        "train.py", "step", "torch.OutOfMemoryError: CUDA out of memory. Tried to allocate \($0.size). GPU 0")
    },
    { $0.log("train.py", "main", "KeyError: 'label'") },
    { $0.log("train.py", "main", "KeyError: 'labels'") },
    { $0.log("train.py", "main", "ModuleNotFoundError: No module named 'cv2'") },
    { $0.log("train.py", "main", "ModuleNotFoundError: No module named 'yaml'") },
    {
      $0.log(
        "data.py", "load",
        "FileNotFoundError: [Errno 2] No such file or directory: '\($0.checkout)/data/a.csv'")
    },
    {
      $0.log(
        "data.py", "load",
        "FileNotFoundError: [Errno 2] No such file or directory: '\($0.checkout)/data/b.csv'")
    },
    {
      $0.log("train.py", "main", "RuntimeError: cannot write \($0.scratch)/last.pt: object at \($0.address)")
    },
    {
      $0.log("train.py", "main", "RuntimeError: worker (pid \($0.pid)) of job \($0.uuid) died at \($0.time)")
    },
    { $0.log("train.py", "main", "OSError: [Errno 98] Address already in use: ('127.0.0.1', \($0.port))") },
    { "\($0.lead)train.py: error: unrecognized arguments: --epoch\n" },
    { "\($0.lead)/bin/sh: 1: trian: not found\n" },
  ]

  private func fingerprint(_ log: String, _ outcome: RunOutcome = .exited(code: 1)) -> String? {
    FailureDiagnosis.summary(
      of: FailureFacts(outcome: outcome, command: ["python", "train.py"], log: lines(log)))?.fingerprint
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func noiseDoesNotCountAndFailuresDo(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let first = Noise(&generator)
    let second = Noise(&generator)
    var all: Set<String> = []
    for failure in Self.failures {
      let one = try #require(fingerprint(failure(first)))
      #expect(one == fingerprint(failure(second)), "\(failure(first))\n\(failure(second))")
      #expect(all.insert(one).inserted, "as another one: \(failure(first))")
    }
  }

  @Test func theEndCountsWhereTheLogSaysNothing() throws {
    let ends: [RunOutcome] = [
      .exited(code: 3), .exited(code: 4), .signalled(.kill), .signalled(.terminate), .lost,
      .outOfMemory(status: .signalled(.kill)),
      .failedToStart(StartFailure(problem: .commandNotFound, message: "There is no program trian in PATH.")),
    ]
    let all = ends.map { fingerprint("epoch 1\n", $0) }
    #expect(!all.contains(nil))
    #expect(Set(all).count == ends.count)
    #expect(fingerprint("epoch 2\n", .exited(code: 3)) == all[0])
  }

  @Test func whoeverStoppedItItIsTheSame() {
    let one = fingerprint("", .stopped(.timeLimit, status: .signalled(.terminate)))
    #expect(one != nil)
    #expect(one == fingerprint("", .stopped(.timeLimit, status: .signalled(.kill))))
  }
}
