import Diagnosis
import LogReading
import Testing
import TrainingModel

/// What is asked of the machine when a run has failed, and what is made of the answer.
@Suite struct SurroundingsTests {
  private func summary(
    _ type: FailureType, _ message: String, rule: String? = nil, suggestions: [String] = ["Look."]
  ) -> ErrorSummary {
    ErrorSummary(
      failureType: type, message: message, suggestions: suggestions, confidence: .high,
      retry: .uselessUnchanged, rule: rule)
  }

  @Test(arguments: [
    ("FileNotFoundError: [Errno 2] No such file or directory: 'data/trian.csv'", "data/trian.csv"),
    (
      "python3: can't open file '/work dir/trian.py': [Errno 2] No such file or directory",
      "/work dir/trian.py"
    ),
    ("OSError: Unable to open file out/model.h5", "out/model.h5"),
  ])
  func aMissingFileMakesOneLookForIt(message: String, path: String) {
    #expect(FailureInquiry(about: summary(.fileNotFound, message)) == .path(path))
  }

  @Test(arguments: [
    "RuntimeError: The server socket has failed to listen on any local network address. port: 29500, EADDRINUSE",
    "OSError: [Errno 98] Address already in use: ('0.0.0.0', 29500)",
    "bind: localhost:29500 is in use",
  ])
  func aTakenPortMakesOneAskForItsHolder(message: String) {
    #expect(FailureInquiry(about: summary(.rendezvousOrPort, message)) == .port(29500))
  }

  @Test(arguments: [
    ["--port", "8080"], ["--master_port=8080"], ["train.py", "--dist-port=8080", "--lr", "1"],
  ])
  func aFlagNamesThePortWhereTheMessageDoesNot(command: [String]) {
    let failure = summary(.rendezvousOrPort, "OSError: [Errno 98] Address already in use")
    #expect(FailureInquiry(about: failure, of: command) == .port(8080))
    #expect(FailureInquiry(about: failure, of: ["--port"]) == nil)
  }

  @Test func whatTheMachineCannotAnswerIsNotAsked() {
    #expect(FailureInquiry(about: summary(.codeError, "KeyError: 'data/train.csv'")) == nil)
    #expect(FailureInquiry(about: summary(.fileNotFound, "the dataset was not found")) == nil)
    #expect(FailureInquiry(about: summary(.fileNotFound, "no such file: 's3://bucket/train.csv'")) == nil)
    #expect(FailureInquiry(about: summary(.rendezvousOrPort, "timed out waiting for host:29500")) == nil)
    #expect(FailureInquiry(about: summary(.resourceLocked, "database is locked: 'a:8080'")) == nil)
    #expect(FailureInquiry(about: summary(.commandNotFound, "python4 was not found")) == nil)
    let places = "There is no program python4 in PATH (/usr/local/bin:/usr/bin:/bin)."
    #expect(FailureInquiry(about: summary(.commandNotFound, places)) == nil)
    let file = "There is no file /home/a/trian.sh."
    #expect(FailureInquiry(about: summary(.commandNotFound, file)) == .path("/home/a/trian.sh"))
    // A person's advice stands as it was written.
    #expect(FailureInquiry(about: summary(.fileNotFound, "no such file 'a.csv'", rule: "ours")) == nil)
  }

  @Test(arguments: [
    (
      MissingPath.near("data/train.csv"),
      "data/trian.csv is not there, but data/train.csv is: correct the path."
    ),
    (
      .missing(name: "trian.csv", in: "/home/a/data", beside: []),
      "/home/a/data is there, but holds no trian.csv: correct the path, or put there what is missing."
    ),
    (
      .missing(name: "trian.csv", in: "/home/a/data", beside: ["cifar10", "coco"]),
      "/home/a/data is there, but holds no trian.csv, only cifar10, coco: correct the path, or put there what is missing."
    ),
  ])
  func whatIsThereIsSaidFirst(finding: MissingPath, suggestion: String) {
    let completed = summary(.fileNotFound, "m").adding(finding, of: "data/trian.csv")
    #expect(completed.suggestions == [suggestion, "Look."])
    #expect(completed.retry == .uselessUnchanged)
  }

  @Test func whatIsThereNowIsSaidOfWhatWasMissedOnly() {
    let missed = summary(.fileNotFound, "[Errno 2] No such file or directory: 'a.csv'").adding(
      .isThere, of: "a.csv")
    #expect(missed.suggestions.first?.hasPrefix("a.csv is there now: ") == true)
    let other = summary(.fileNotFound, "'data' is not a file").adding(.isThere, of: "data")
    #expect(other.suggestions == ["Look."])
    let mode = summary(.notExecutable, "bash: ./train.sh: Permission denied")
    #expect(FailureInquiry(about: mode) == nil)
  }

  @Test func whoHoldsAPortIsSaidFirst() {
    let failure = summary(.rendezvousOrPort, "m", suggestions: ["1", "2", "3", "4", "5"])
    let held = failure.adding(.process(pid: 42, name: "python3", run: "run-1"), of: 29500)
    #expect(
      held.suggestions == [
        "Port 29500 is held by process 42 (python3) of the run run-1: wait for its end, stop it, or use another port.",
        "1", "2", "3", "4",
      ])
    #expect(held.retry == .uselessUnchanged)
    let free = failure.adding(.nobody, of: 29500)
    #expect(free.suggestions.first == "Nobody listens on port 29500 any more: start it again.")
    #expect(free.retry == .mayHelp)
    let other = failure.adding(.otherUser(id: 1001), of: 29500)
    #expect(
      other.suggestions.first == "Port 29500 is held by a process of user 1001: use another port.")
  }

  // MARK: Full disks

  private func verdict(
    _ lines: [String], outcome: RunOutcome = .exited(code: 1),
    full: [FullDisk] = [FullDisk(path: "/data", shortage: .bytes)]
  ) -> ErrorSummary? {
    var offset: Int64 = 0
    let log = lines.map { text in
      defer { offset += Int64(text.utf8.count + 1) }
      return LogLine(offset: offset, text: text)
    }
    return FailureDiagnosis.summary(
      of: FailureFacts(outcome: outcome, command: ["python", "train.py"], log: log, fullDisks: full))
  }

  @Test func aFullDiskExplainsAWriteThatFailedForNoReasonThatIsTold() {
    let lines = [
      "Traceback (most recent call last):", #"  File "train.py", line 9, in <module>"#, "    save(model)",
      "RuntimeError: writing went wrong",
    ]
    let summary = verdict(lines)
    #expect(summary?.failureType == .diskFull)
    #expect(summary?.message == "RuntimeError: writing went wrong")
    #expect(summary?.suggestions.first == "/data is full: no space is left on its file system.")
    #expect(verdict(lines, full: [])?.failureType != .diskFull)
    #expect(verdict([])?.failureType == .diskFull)
    #expect(
      verdict([], full: [FullDisk(path: "/dev/shm", shortage: .bytes)])?.failureType == .sharedMemoryExhausted
    )
  }

  @Test func aFullDiskExplainsNoErrorOfTheCode() {
    let lines = [
      "Traceback (most recent call last):", #"  File "train.py", line 9, in <module>"#, "    x = a['b']",
      "KeyError: 'b'",
    ]
    #expect(verdict(lines)?.failureType == verdict(lines, full: [])?.failureType)
    #expect(verdict(lines)?.failureType != .diskFull)
  }

  @Test func whichDiskIsFullIsSaidWhereTheLogSaysThatOneIs() {
    let files = verdict(
      ["OSError: [Errno 28] No space left on device: 'out/model.pt'"],
      full: [FullDisk(path: "/data", shortage: .files)])
    #expect(files?.failureType == .diskFull)
    #expect(
      files?.suggestions.first == "/data is full: its file system has no inode left for another file.")
  }

  @Test func aMappedPageForWhichThereIsNoRoomIsNoFaultOfTheCode() {
    let signal = RunOutcome.signalled(Signal(number: 7, name: "SIGBUS"))
    #expect(verdict([], outcome: signal)?.failureType == .diskFull)
    #expect(verdict([], outcome: signal, full: [])?.failureType == .segfault)
  }
}
