package import JSONRPC
package import Platform

/// Reads frames from an input on a thread of its own that blocks in the system: nothing is polled.
package final class FrameReader: Sendable {
  /// What the reader has to tell, in the order of the input.
  package enum Event: Sendable {
    case frame(FrameSplitter.Frame)
    /// No more will come; the error when it was none of the peer's doing.
    case end(SystemError?)
  }

  private let input: FileDescriptor

  /// Takes over `input`.
  package init(input: consuming FileDescriptor) { self.input = input }

  /// Starts the thread; `handle` is called on it, one event after the other, `.end` last.
  package func start(_ handle: @escaping @Sendable (Event) -> Void) throws(SystemError) {
    try Thread.start(name: "stdin") { [self] in run(handle) }
  }

  private func run(_ handle: (Event) -> Void) {
    var splitter = FrameSplitter()
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      do throws(SystemError) {
        let count = try input.read(into: buffer)
        if count == 0 { break }
        for frame in splitter.append(UnsafeRawBufferPointer(rebasing: buffer[..<count])) {
          handle(.frame(frame))
        }
      } catch {
        handle(.end(error))
        return
      }
    }
    // A last line without a line end was still asked for.
    if let frame = splitter.finish() { handle(.frame(frame)) }
    handle(.end(nil))
  }
}
