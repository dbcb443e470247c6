import Platform
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Variables, signals and errors by their names.
@Suite(.timeLimit(.minutes(10))) struct EnvironmentTests {
  @Test func variablesAreSetOverOthers() {
    let base = Environment(["A": "1", "B": "2"])
    let merged = base.merging(["B": "3", "C": "4"])
    #expect(merged.sorted.map { "\($0.name)=\($0.value)" } == ["A=1", "B=3", "C=4"])
    #expect(base["B"] == "2")
    var changed = merged
    changed["A"] = nil
    #expect(changed["A"] == nil)
    #expect(changed != merged)
  }

  @Test func theVariablesOfThisProcessAreSeen() {
    #expect(Environment.current["PATH"] == getenv("PATH").map { String(cString: $0) })
    #expect(Environment.current["NONESUCH_\(getpid())"] == nil)
  }

  @Test func noVariableIsLostForItsCharacters() async {
    await #expect(processExitsWith: .success) {
      let values = ["T_EMPTY": "", "T_MARK": "\u{301}x", "T_EQUALS": "a=b=c", "T_LINES": "a\r\nb"]
      for (name, value) in values { setenv(name, value, 1) }
      for (name, value) in values {
        #expect(Environment.current[name].map { $0.utf8.elementsEqual(value.utf8) } == true, "\(name)")
      }
    }
  }

  @Test func signalsHaveTheirNames() {
    #expect(SystemSignal.name(of: SIGKILL) == "SIGKILL")
    #expect(SystemSignal.name(of: SIGSEGV) == "SIGSEGV")
    #expect(SystemSignal.name(of: SIGBUS) == "SIGBUS")
    #expect(SystemSignal.name(of: 99) == "SIG99")
  }

  @Test func errorsHaveTheirKindsAndTheWordsOfTheSystem() {
    let error = SystemError(call: "open", path: "/x", code: ENOSPC)
    #expect(error.kind == .noSpace)
    #expect(error.description == "open /x: No space left on device")
    #expect(SystemError(call: "poll", code: EAGAIN).kind == .wouldBlock)
    #expect(SystemError(call: "open", code: EROFS).kind == .readOnly)
    #expect(SystemError(call: "mkdir", code: EEXIST).kind == .exists)
    #expect(SystemError(call: "x", code: 0).kind == .other)
    #expect(!SystemError(call: "x", code: 12_345).reason.isEmpty)
  }

  /// No test can have the kernel kill for memory everywhere; that nothing is counted without one can be seen.
  @Test func withoutAKillNoneIsCounted() { #expect(OutOfMemoryCounter().killsSinceStart() == 0) }

  @Test func thisProgramIsFound() {
    #expect(ProgramPath.current.hasPrefix("/"))
    #expect(FileSystem.isExecutable(ProgramPath.current))
  }
}
