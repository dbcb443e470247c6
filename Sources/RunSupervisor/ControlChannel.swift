internal import Platform
internal import RunStore

/// The FIFO through which anybody who may open it can ask the run to stop.
struct ControlChannel: ~Copyable {
  private let fifo: FileDescriptor
  private var pending: [UInt8] = []

  init(path: String) throws(SystemError) {
    try FileSystem.makeFIFO(path)
    fifo = try FileDescriptor.open(path, .fifoOwner)
  }

  /// The descriptor to wait on.
  var descriptor: Int32 { fifo.number }

  /// The requests that have come since the last call.
  mutating func take() -> [StopRequest] {
    var buffer = [UInt8](repeating: 0, count: 4096)
    // Nothing there is no error.
    let count = buffer.withUnsafeMutableBytes { (try? fifo.read(into: $0)) ?? 0 }
    pending += buffer[..<count]
    var requests: [StopRequest] = []
    while let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
      if let request = StopRequest(line: pending[..<end]) { requests.append(request) }
      pending.removeSubrange(...end)
    }
    if pending.count > 4096 { pending = [] }
    return requests
  }
}
