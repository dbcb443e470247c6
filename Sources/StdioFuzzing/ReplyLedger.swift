internal import JSON
internal import JSONRPC

/// What is owed to a client and what it got: every request is answered once, a cancelled one once at most.
///
/// What a line is, a request or something else, it takes from the decoder of the server itself: held against that is
/// what becomes of it.
struct ReplyLedger {
  private typealias Subject = (method: String, name: String)

  private struct Account {
    /// Replies that must come.
    var least = 0
    /// Replies that may come.
    var most = 0
    var got = 0
    /// What was asked for last: a method, and the name of a tool or a prompt.
    private(set) var subject: Subject = ("", "")
    /// Whether an answer may have to wait for what somebody else does.
    private var mayWait = false

    var isOwed: Bool { got < least }

    /// - Returns: by how many more such accounts are owed what waits for nothing.
    mutating func change(_ body: (inout Account) -> Void) -> Int {
      let before = isOwed && !mayWait
      body(&self)
      return (isOwed && !mayWait ? 1 : 0) - (before ? 1 : 0)
    }

    /// Enters a request.
    ///
    /// One that waits is not forgotten when its name is used again.
    mutating func owe(isSure: Bool, _ subject: Subject) {
      mayWait = Self.mayWait(subject) || mayWait && isOwed
      self.subject = subject
      most += 1
      if isSure { least += 1 }
    }

    private static func mayWait(_ subject: Subject) -> Bool {
      switch subject.method {
      case "subscriptions/listen": true
      case "tools/call": subject.name == "train_start" || subject.name == "train_status"
      default: false
      }
    }
  }

  private var accounts: [RequestID: Account] = [:]
  /// How many of them are owed what waits for nothing.
  private var promptlyOwed = 0
  /// Of what could not be read so far as to know its identifier.
  private var nameless = Account()
  private(set) var violations: [String] = []
  private(set) var replies = 0

  /// Requests whose replies have not come.
  var pending: [RequestID] { accounts.filter(\.value.isOwed).map(\.key) }

  /// Whether something is owed that waits for nothing.
  var owesPromptly: Bool { promptlyOwed > 0 || nameless.isOwed }

  /// Enters what was sent.
  mutating func expect(_ frame: FrameSplitter.Frame) {
    switch frame {
    case .line(let line): expect(IncomingMessage(frame: line), isSure: true)
    case .tooLong: owe(nil, isSure: true)
    }
  }

  private mutating func expect(_ message: IncomingMessage, isSure: Bool) {
    switch message {
    case .request(let request):
      owe(request.id, isSure: isSure, (request.method, request.params["name"]?.string ?? ""))
    case .malformed(_, let id): owe(id, isSure: isSure)
    case .response: break
    case .notification(let notification):
      guard notification.method == "notifications/cancelled",
        let id = notification.params["requestId"].flatMap(RequestID.init)
      else { return }
      forgive(id)
    case .batch(let messages):
      // One error, or a reply to each: that hangs on the revision of the handshake, if there was one.
      nameless.most += 1
      for message in messages { expect(message, isSure: false) }
    }
  }

  private mutating func owe(_ id: RequestID?, isSure: Bool, _ subject: Subject = ("", "")) {
    guard let id else {
      nameless.most += 1
      if isSure { nameless.least += 1 }
      return
    }
    promptlyOwed += accounts[id, default: Account()].change { $0.owe(isSure: isSure, subject) }
  }

  /// What is cancelled need not be answered.
  ///
  /// What came stays entered, so that it is no answer to a later request of this name.
  private mutating func forgive(_ id: RequestID) {
    guard let index = accounts.index(forKey: id) else { return }
    promptlyOwed += accounts.values[index].change { $0.least = min($0.least, $0.got) }
  }

  /// Enters what the server wrote.
  mutating func take(_ message: JSONValue) {
    guard let object = message.object, object["jsonrpc"] == "2.0" else { return note("no message", message) }
    if object["method"] != nil {
      if object["result"] != nil || object["error"] != nil { note("a request with a result", message) }
      return
    }
    guard (object["result"] != nil) != (object["error"] != nil) else { return note("no reply", message) }
    replies += 1
    guard let json = object["id"] else {
      nameless.got += 1
      if nameless.got > nameless.most {
        note("an error without an identifier that nobody asked for", message)
      }
      return
    }
    guard let id = RequestID(json), let index = accounts.index(forKey: id) else {
      return note("a reply to no request", message)
    }
    promptlyOwed += accounts.values[index].change { $0.got += 1 }
    if accounts.values[index].got > accounts.values[index].most { note("answered twice", message) }
  }

  /// Enters frames that a session has sent.
  mutating func take(_ frames: [[UInt8]]) {
    for frame in frames {
      guard frame.last == UInt8(ascii: "\n"), !frame.dropLast().contains(UInt8(ascii: "\n")),
        let message = try? JSONParser.parse(frame)  // what is wrong with it shows in the text
      else {
        note("a frame that is no line of JSON", .string(String(decoding: frame, as: UTF8.self)))
        continue
      }
      take(message)
    }
  }

  /// Whether a request with this identifier has no reply yet.
  func owes(_ id: String) -> Bool {
    accounts[RequestID(ours: id)]?.isOwed ?? false
  }

  /// Enters that something else was wrong.
  mutating func note(_ what: String) { violations.append(what) }

  /// Enters that no more will come.
  mutating func close() {
    for (id, account) in accounts where account.got < account.least {
      violations.append(
        "\(account.least - account.got) of \(account.least) not answered: \(JSONWriter.text(id.json)), "
          + "\(account.subject.method) \(account.subject.name.prefix(40))")
    }
    if nameless.got < nameless.least {
      violations.append("\(nameless.least - nameless.got) malformed lines were not answered")
    }
  }

  private mutating func note(_ what: String, _ message: JSONValue) {
    violations.append("\(what): \(JSONWriter.text(message).prefix(300))")
  }
}
