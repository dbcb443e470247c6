internal import Platform

/// The first part of an output in a file; the rest is read and dropped, so that nobody waits for it.
struct BoundedLog: ~Copyable {
  /// Bytes that are kept.
  static let limit = 262_144

  private let file: FileDescriptor
  private var written = 0

  init(_ file: consuming FileDescriptor) { self.file = file }

  /// Keeps what there is room for.
  mutating func append(_ bytes: ArraySlice<UInt8>) {
    let kept = bytes.prefix(Self.limit - written)
    guard !kept.isEmpty else { return }
    written += kept.count
    // A full disk takes the output, not the command.
    try? file.write(kept)
    if written == Self.limit { try? file.write(Array("\n[output past 256 KiB is not kept]\n".utf8)) }
  }
}
