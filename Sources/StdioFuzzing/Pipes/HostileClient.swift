internal import JSON
internal import JSONRPC
internal import Platform
internal import TestSupport
internal import TranscriptReplay

/// One conversation with a server, through pipes that are treated as nobody should treat them.
struct HostileClient {
  /// Seconds in which a server must answer what waits for nothing.
  private static let patience = 90.0
  /// Seconds after which a server that takes nothing, of a client that reads nothing, is taken for full.
  private static let quiet = 0.5
  /// Bytes of an identifier that is echoed: a flood of them fills what a server lets wait.
  private static let floodBytes = 1 << 16
  /// Frames of a flood: half as many bytes again as a server lets wait.
  private static let floodFrames = 400

  let pipes: ServerPipes
  let manners: ClientManners
  private(set) var ledger = ReplyLedger()
  /// Of the generator's, those that were to be sent.
  private(set) var frames = 0
  private(set) var bytes = 0
  /// Whether the server reads no more.
  private var takesNothing = false
  /// Whether the server has closed its output.
  private var saysNothing = false

  private var generator: FrameGenerator
  private var random: SeededGenerator
  private var splitter = FrameSplitter()
  private var lines = LineBuffer()
  private var unsent: ArraySlice<UInt8> = []
  private var writing: ClientWriting
  private var reading: ClientReading
  private var readsNow: Bool
  private var lastNumber = 0

  init(_ pipes: ServerPipes, _ manners: ClientManners, _ corpus: FrameCorpus, seed: UInt64) {
    self.pipes = pipes
    self.manners = manners
    generator = FrameGenerator(corpus, seed: seed)
    random = SeededGenerator(seed: ~seed)
    writing = manners.writing
    reading = manners.reading
    readsNow = manners.reading == .steady || manners.reading == .crumbs
  }

  private var isOver: Bool { takesNothing || saysNothing }

  // MARK: What is said

  /// Sends frames, or fewer when the server takes no more.
  mutating func send(frames count: Int) throws {
    var left = count
    while left > 0, !isOver {
      repeat {
        unsent += generator.next()
        frames += 1
        left -= 1
      } while left > 0 && !isBurstFull
      guard try flush() else { return }
    }
  }

  /// Sends frames for as long as the server takes any.
  mutating func goOn(until deadline: MonotonicInstant) throws {
    while !takesNothing, SystemClock.monotonic() < deadline {
      unsent += generator.next()
      // What is answered for sure: who writes nothing does not learn that nobody reads.
      _ = try request("ping", [:])
    }
  }

  /// Sends a request of our own; its identifier is no one's that the generator makes.
  ///
  /// - Returns: the identifier.
  @discardableResult
  mutating func request(_ method: String, _ params: JSONObject, id: String? = nil) throws -> String {
    lastNumber += 1
    let id = id ?? "own \(lastNumber)"
    unsent += JSONWriter.bytes([
      "jsonrpc": "2.0", "id": .string(id), "method": .string(method), "params": .object(params),
    ])
    unsent.append(UInt8(ascii: "\n"))
    _ = try flush()
    return id
  }

  /// Asks for more than a server lets wait for somebody who does not read.
  mutating func flood() throws {
    let padding = String(repeating: "f", count: Self.floodBytes)
    // In pieces it would take for ever.
    writing = .frames
    for number in 0..<Self.floodFrames where !isOver {
      try request("ping", [:], id: "\(padding) \(number)")
      // Part of it is left: the server takes no more.
      guard unsent.isEmpty else { return }
    }
  }

  /// Sends the beginning of a frame, and perhaps nothing of it.
  mutating func sendPart() throws {
    let frame = generator.next()
    unsent += frame.prefix(Int.random(in: 0..<min(frame.count, 1 << 16), using: &random))
    _ = try flush()
  }

  private var isBurstFull: Bool {
    switch writing {
    case .frames: true
    case .pieces(let most): unsent.count >= most
    case .bursts(let bytes): unsent.count >= bytes
    }
  }

  /// Writes what is to be sent, and reads as its manners are.
  ///
  /// - Returns: whether all of it was written; not when the server is full or has ended.
  private mutating func flush() throws -> Bool {
    while !unsent.isEmpty, !isOver {
      let limit = SystemClock.monotonic().advanced(bySeconds: readsNow ? Self.patience : Self.quiet)
      let ready = try pipes.ready(reading: readsNow, writing: true, until: limit)
      if ready.writing { try writePiece() }
      // A few bytes now and then; but whoever can do nothing else does that.
      let isTurn = reading != .crumbs || !ready.writing || Int.random(in: 0..<8, using: &random) == 0
      if ready.reading, isTurn { try readPiece() }
      guard !ready.reading, !ready.writing, SystemClock.monotonic() >= limit else { continue }
      if readsNow {
        ledger.note("the server hangs: it neither reads nor writes")
        takesNothing = true
      } else if manners.reading == .late {
        readsNow = true
      } else {
        return false
      }
    }
    return !isOver
  }

  private mutating func writePiece() throws {
    var piece = unsent
    if case .pieces(let most) = writing, piece.count < 1 << 20 {
      piece = piece.prefix(Int.random(in: 1...most, using: &random))
      if Bool.random(using: &random) { Thread.yield() }
    }
    do throws(ServerError) {
      let count = try pipes.write(piece)
      // What went into the pipe is owed an answer, whether or not the rest of it will go.
      let sent = unsent.prefix(count)
      for frame in sent.withUnsafeBytes({ splitter.append($0) }) { ledger.expect(frame) }
      unsent = unsent.dropFirst(count)
      bytes += count
    } catch {
      takesNothing = true
    }
  }

  // MARK: What is heard

  /// Waits until all is answered that waits for nothing.
  mutating func settle() throws {
    readsNow = true
    let last = try request("ping", [:])
    let deadline = SystemClock.monotonic().advanced(bySeconds: Self.patience)
    while ledger.owes(last) || ledger.owesPromptly, !saysNothing {
      guard try pipes.ready(reading: true, writing: false, until: deadline).reading else {
        guard SystemClock.monotonic() >= deadline else { continue }
        ledger.note("the server hangs: it does not answer")
        return
      }
      try readPiece()
    }
  }

  /// Waits for the reply to a request.
  ///
  /// - Returns: its result; nil when there is none.
  mutating func result(of id: String) throws -> JSONObject? {
    let deadline = SystemClock.monotonic().advanced(bySeconds: Self.patience)
    var found: JSONObject?
    while ledger.owes(id), !saysNothing, SystemClock.monotonic() < deadline {
      guard try pipes.ready(reading: true, writing: false, until: deadline).reading else { continue }
      try readPiece { message in
        if message["id"] == .string(id), message["method"] == nil { found = message["result"]?.object }
      }
    }
    return found
  }

  /// The end of input: what was sent without a line end is a line as well.
  ///
  /// A server waits for its reader no longer than it takes to end, so whoever wants all of it hurries from now on.
  mutating func closeInput() {
    if isOver { ledger.note("the server has ended before its client") }
    pipes.closeInput()
    reading = .steady
    unsent = []
    if let frame = splitter.finish() { ledger.expect(frame) }
  }

  /// Reads no more, and tells the server so.
  mutating func closeOutput() {
    if isOver { ledger.note("the server has ended before its client") }
    pipes.closeOutput()
    readsNow = false
  }

  /// Enters that something was wrong.
  mutating func note(_ what: String) { ledger.note(what) }

  /// Reads until the server closes its output; then all that was sent must have been answered.
  mutating func readToTheEnd(until deadline: MonotonicInstant) throws {
    while !saysNothing, SystemClock.monotonic() < deadline {
      if try pipes.ready(reading: true, writing: false, until: deadline).reading { try readPiece() }
    }
    guard saysNothing else { return ledger.note("the server does not end") }
    if let rest = lines.finish() {
      ledger.note(
        "the output ends in the middle of a frame: \(String(decoding: rest, as: UTF8.self).prefix(80))")
    }
    ledger.close()
  }

  private mutating func readPiece(_ look: (JSONValue) -> Void = { _ in }) throws {
    let limit = reading == .crumbs ? Int.random(in: 1...64, using: &random) : 1 << 16
    let piece = try pipes.read(atMost: limit)
    saysNothing = piece.isEmpty
    lines.append(piece)
    while let line = lines.next() {
      do throws(JSONSyntaxError) {
        let message = try JSONParser.parse(line)
        look(message)
        ledger.take(message)
      } catch {
        ledger.note("a line that is no JSON: \(String(decoding: line, as: UTF8.self).prefix(80))")
      }
    }
  }
}
