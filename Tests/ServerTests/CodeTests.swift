import JSON
import Platform
import TestSupport
import Testing
import TranscriptReplay

/// A run tells what its code was.
@Suite(.timeLimit(.minutes(10))) struct CodeTests {
  /// Makes a repository with a script that fails, in the yard.
  static func repository(in yard: Yard) throws -> String {
    let path = "\(yard.root)/project"
    try FileSystem.makeDirectories(path)
    try FileSystem.replace("\(path)/train.sh", with: Array("echo broken >&2; exit 3\n".utf8), durable: false)
    for arguments in [["init", "-q"], ["add", "."], ["commit", "-q", "-m", "A step"]] {
      try git(arguments, in: path)
    }
    return path
  }

  static func git(_ arguments: [String], in directory: String) throws {
    let person = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
    let null = try FileDescriptor.open("/dev/null", .updating)
    let pid = try ChildProcess.launch(
      ProgramLaunch(
        path: try Program.find("git"), arguments: ["git"] + person + arguments, environment: .current,
        directory: directory, descriptors: [null.number, null.number, null.number]))
    try #require(ChildProcess.wait(for: pid) == .exited(code: 0))
  }

  @Test func theCommitAndTheChangesAreTold() throws {
    let yard = try Yard()
    let project = try Self.repository(in: yard)
    let command: JSONValue = ["sh", "train.sh"]
    // Faster than git: the conclusion waits for it.
    let picture = try yard.end(of: try yard.startRun(command, ["cwd": .string(project)]))
    #expect(picture["code"]?["commit"]?.string?.utf8.count == 40)
    #expect(picture["code"]?["dirty"] == false)
    #expect(picture["code"]?["root"] == .string(project))
    try FileSystem.replace("\(project)/more.py", with: [], durable: false)
    let id = try yard.startRun(command, ["cwd": .string(project)])
    let changed = try yard.end(of: id)
    #expect(changed["code"]?["dirty"] == true)
    #expect(changed["code"]?["changes"] != nil)
    let later = try Yard(sharing: yard)
    #expect(try later.end(of: id)["code"] == changed["code"])
  }

  /// It is told as soon as it has ended, and its code as soon as git has.
  @Test func aSuccessThatIsFasterThanGitHasItsCodeLater() throws {
    let yard = try Yard()
    let project = try Self.repository(in: yard)
    let id = try yard.startRun(["true"], ["cwd": .string(project)])
    _ = try yard.end(of: id)
    try blockUntil("the code is told") { try yard.status("status", id)["code"]?["dirty"] == false }
  }

  @Test func whereThereIsNoRepositoryNothingIsSaid() throws {
    let yard = try Yard()
    let picture = try yard.end(of: try yard.startRun(["false"]))
    #expect(picture["process_status"] == "failed")
    #expect(picture["code"] == nil)
    #expect(try yard.complaints().isEmpty)
  }
}
