internal import Digests
internal import Platform
internal import TrainingModel

/// Digests of the variables that callers set: values never reach the disk, but whether they are the same is to be told.
extension HomeDirectory {
  private var environmentKeyPath: String { "\(path)/environment.key" }
  private static let keyBytes = 16

  /// A digest of variables; nil where there are none, or the home can keep no key.
  package func environmentDigest(of variables: [String: String]) -> String? {
    guard !variables.isEmpty, let key = readKey() ?? makeKey() else { return nil }
    var digest = PieceDigest(key: key)
    for variable in variables.sorted(by: { $0.key < $1.key }) {
      digest.add(variable.key)
      digest.add(variable.value)
    }
    return digest.text
  }

  private func readKey() -> [UInt8]? {
    // Not there before the first use; what is not whole is made anew.
    guard let bytes = try? FileSystem.read(environmentKeyPath), bytes.count == Self.keyBytes else {
      return nil
    }
    return bytes
  }

  private func makeKey() -> [UInt8]? {
    var generator = SystemRandomNumberGenerator()
    let bytes = (0..<Self.keyBytes).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    // Without a key nothing is lost but that variables can be compared; another server may have been faster.
    try? FileSystem.makeDirectories(path)
    try? FileSystem.replace(environmentKeyPath, with: bytes, durable: false)
    return readKey()
  }
}
