/// How a launcher says that its child ended: by a signal, or with a status of Windows that stands for a crash.
enum ChildStatus {
  /// The words in front of the number, in small letters.
  static let marks = [
    "exit status ", "exitcode: ", "exitcode  : ", "return code = ", "exit code ", "exit code: ",
    "returncode=",
    "return code ",
  ]

  /// The signal that ended the child, whatever the system calls it; nil for an ordinary exit.
  ///
  /// Windows has no signals: of its NTSTATUS codes those count that stand for the same event.
  static func signal(in scene: FailureScene) -> Int? {
    for mark in marks {
      guard let word = scene.word(after: mark.trimmedEnd), let status = number(word) else { continue }
      if status < 0, status > -65 { return -status }
      if let signal = windows[status < 0 ? status + (1 << 32) : status] { return signal }
      if (129...159).contains(status) { return status - 128 }
    }
    return nil
  }

  private static func number(_ word: String) -> Int? {
    Int(String(decoding: word.utf8.prefix { $0 == 0x2D || $0 &- 0x30 < 10 }, as: UTF8.self))
  }

  private static let windows = [
    0xC000_0005: 11, 0xC000_00FD: 11, 0xC000_0374: 11, 0xC000_0409: 6, 0xC000_001D: 4, 0xC000_013A: 2,
    0xC000_0017: 9,
  ]
}

extension String {
  fileprivate var trimmedEnd: String {
    String(
      decoding: utf8.reversed().drop { $0 == 0x20 || $0 == 0x3A || $0 == 0x3D }.reversed(), as: UTF8.self)
  }
}
