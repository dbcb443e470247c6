package import Platform

extension HomeDirectory {
  /// The key by which the servers of this home know the questions of one another again, whoever asked them.
  package var confirmationKeyPath: String { "\(path)/confirmation.key" }

  /// Bytes of the key: as many as those of the digest that it is used with.
  private static var confirmationKeyBytes: Int { 32 }

  /// That key, which is made when it is asked for first; for its owner alone.
  package func confirmationKey() throws(SystemError) -> [UInt8] {
    try FileSystem.makeDirectories(path)
    // Two servers may ask for the first time at once. Whoever waited reads the file that has taken this one's place.
    let lock = try FileLock(waitingFor: confirmationKeyPath)
    defer { withExtendedLifetime(lock) {} }
    let kept = try FileSystem.read(confirmationKeyPath)
    if kept.count == Self.confirmationKeyBytes { return kept }
    var generator = SystemRandomNumberGenerator()
    let key = (0..<Self.confirmationKeyBytes).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    try FileSystem.replace(confirmationKeyPath, with: key, durable: false)
    return key
  }
}
