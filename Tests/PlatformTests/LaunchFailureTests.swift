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

/// A program that cannot be started says at which step, and why.
@Suite(.timeLimit(.minutes(10))) struct LaunchFailureTests {
  private func failure(
    _ path: String, directory: String? = nil, descriptors: [Int32] = [2, 2, 2]
  ) throws -> LaunchError {
    let launch = ProgramLaunch(
      path: path, arguments: [path], environment: .current, directory: directory, descriptors: descriptors)
    return try #require(throws: LaunchError.self) { try ChildProcess.launch(launch) }
  }

  @Test func aFileThatIsNotThere() throws {
    let error = try failure("/nonesuch/program")
    #expect(error.stage == .execute)
    #expect(error.cause == SystemError(call: "execve", path: "/nonesuch/program", code: ENOENT))
    #expect(error.cause.kind == .notFound)
    #expect(error.cause.description == "execve /nonesuch/program: No such file or directory")
  }

  @Test func aFileThatMayNotBeRun() async throws {
    try await ScratchDirectory.with { scratch in
      let path = try scratch.write("program", "#!/bin/sh\n")
      let error = try failure(path)
      #expect(error.stage == .execute)
      #expect(error.cause.code == EACCES)
      #expect(error.cause.kind == .permissionDenied)
      #expect(try failure(scratch.path).cause.code == EACCES)
    }
  }

  @Test func aFileThatIsNoProgram() async throws {
    try await ScratchDirectory.with { scratch in
      let path = try scratch.write("program", "no program\n")
      #expect(chmod(path, 0o700) == 0)
      #expect(try failure(path).cause.kind == .notExecutable)
      try scratch.write("program", "#!/nonesuch/interpreter\n")
      #expect(chmod(path, 0o700) == 0)
      #expect(try failure(path).cause.kind == .notFound)
    }
  }

  @Test func aDirectoryThatIsNone() async throws {
    try await ScratchDirectory.with { scratch in
      let missing = try failure("/bin/sh", directory: scratch.path("nonesuch"))
      #expect(missing.stage == .changeDirectory)
      #expect(missing.cause == SystemError(call: "chdir", path: scratch.path("nonesuch"), code: ENOENT))
      let file = try scratch.write("file", "")
      #expect(try failure("/bin/sh", directory: file).cause.code == ENOTDIR)
    }
  }

  @Test func descriptorsThatAreNotOpenOrTooMany() throws {
    let closed = try failure("/bin/sh", descriptors: [2, 2, 99_999])
    #expect(closed.stage == .setup)
    #expect(closed.cause.code == EBADF)
    let many = try failure("/bin/sh", descriptors: [Int32](repeating: 2, count: 17))
    #expect(many.stage == .setup)
    #expect(many.cause.code == EINVAL)
  }

  @Test func nothingIsLeftOfAFailedStart() async {
    await #expect(processExitsWith: .success) {
      for _ in 0..<50 {
        _ = try? Launching.start(["/nonesuch"])  // that it fails is tested above
      }
      #expect(ChildProcess.reapAny() == .noChildren)
      let next = try FileDescriptor.open("/dev/null", .reading)
      #expect(next.number < 40)
    }
  }
}
