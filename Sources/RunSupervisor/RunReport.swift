internal import Platform

/// Tells the server that started the run that there is news; nothing is lost when nobody listens any more.
struct RunReport: ~Copyable {
  let descriptor: FileDescriptor

  func send() {
    // The server may be gone.
    try? descriptor.write([UInt8(ascii: ".")])
  }
}
