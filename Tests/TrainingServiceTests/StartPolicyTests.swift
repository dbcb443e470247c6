import Platform
import Testing

@testable import TrainingService

@Suite struct StartPolicyTests {
  @Test func theServersDirectoryIsTheDefaultRoot() throws {
    let policy = StartPolicy(roots: [], startDirectory: "/usr", isReadOnly: false)
    #expect(policy.roots == ["/usr"])
    #expect(try policy.directory(for: nil) == "/usr")
    #expect(try policy.directory(for: "share") == "/usr/share")
  }

  @Test func aServerInTheRootDirectoryHasNoRoot() {
    let policy = StartPolicy(roots: [], startDirectory: "/", isReadOnly: false)
    #expect(throws: ServiceError.noRoot) { try policy.directory(for: "/tmp") }
  }

  @Test func theRootDirectoryMayBeNamed() throws {
    let policy = StartPolicy(roots: ["/"], startDirectory: "/", isReadOnly: false)
    #expect(try policy.directory(for: "/usr") == "/usr")
  }

  @Test(arguments: ["/etc", "/usr/../etc", "/usrlocal", "../etc", "/usr/share/../../etc"])
  func outsideIsRefused(directory: String) {
    let policy = StartPolicy(roots: ["/usr"], startDirectory: "/usr", isReadOnly: false)
    #expect(throws: ServiceError.self) { try policy.directory(for: directory) }
  }

  @Test func aLinkThatLeadsOutsideIsRefused() throws {
    let root = try FileSystem.makeTemporaryDirectory(prefix: "root-")
    defer { try? FileSystem.removeTree(root) }  // in the system's place for temporary files
    let pid = try ChildProcess.launch(
      ProgramLaunch(
        path: "/bin/ln", arguments: ["ln", "-s", "/etc", root + "/link"], environment: Environment(),
        descriptors: [0, 1, 2]))
    #expect(ChildProcess.wait(for: pid) == .exited(code: 0))
    let policy = StartPolicy(roots: [root], startDirectory: "/usr", isReadOnly: false)
    #expect(throws: ServiceError.self) { try policy.directory(for: "link") }
    #expect(try policy.directory(for: "missing") == FileSystem.resolve(root).map { $0 + "/missing" })
  }

  @Test func withoutACwdTheFirstRootIsUsedWhenTheServerIsOutside() throws {
    let policy = StartPolicy(roots: ["/usr/share", "/usr/lib"], startDirectory: "/", isReadOnly: false)
    #expect(try policy.directory(for: nil) == "/usr/share")
  }

  @Test func readOnlyStartsNothing() {
    let policy = StartPolicy(roots: ["/usr"], startDirectory: "/usr", isReadOnly: true)
    #expect(throws: ServiceError.readOnly) { try policy.directory(for: nil) }
  }

  @Test(arguments: [
    ("a/b", "/r/a/b"), ("/x//y/./z/..", "/x/y"), ("../../../..", "/"), (".", "/r"), ("a/../../q", "/q"),
  ])
  func pathsAreNormalized(path: String, expected: String) {
    #expect(LexicalPath.normalize(path, in: "/r") == expected)
  }
}
