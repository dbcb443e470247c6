internal import Digests
import TrainingModel

/// A short text that is the same for failures that are the same, whatever varies from run to run.
///
/// It is made of the label, the exception's name, the shape of its message, and the file and function in the user's own
/// code: lines move with every edit, and directories with every checkout.
enum FailureFingerprint {
  /// Another way to make them gives others, which must not be taken for earlier ones.
  private static let version = "1"

  /// The fingerprint of what a part of the log decided.
  static func of(_ candidate: Candidate) -> String {
    let frame = candidate.scene.exception?.frames.last(where: \.isUserCode)
    let file = frame?.file.utf8.split(whereSeparator: { $0 == 0x2F || $0 == 0x5C }).last
    return of([
      candidate.rule.type.rawValue, candidate.scene.exception?.name ?? "", MessageShape.of(candidate.message),
      file.map { String(decoding: $0, as: UTF8.self) } ?? "", frame?.function ?? "",
    ])
  }

  /// The fingerprint of what the end of the run decided.
  static func of(_ type: FailureType, _ message: String, _ outcome: RunOutcome) -> String {
    let end =
      switch outcome {
      case .exited(let code): "exit code \(code)"
      case .signalled(let signal): signal.name
      case .failedToStart, .stopped, .outOfMemory, .lost: ""
      }
    return of([type.rawValue, MessageShape.of(message), end])
  }

  private static func of(_ parts: [String]) -> String {
    var digest = PieceDigest()
    digest.add(version)
    for part in parts { digest.add(part) }
    return digest.text
  }
}
