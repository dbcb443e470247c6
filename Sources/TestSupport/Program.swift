package import Platform

/// Running other programs and reading what they print.
package enum Program {
  /// How a program ended, and what it had to say.
  package struct Output: Sendable {
    /// nil when somebody else took it off the process table.
    package let termination: ChildProcess.Termination?
    package let text: String
    package let errorText: String
  }

  /// A program of `PATH`.
  ///
  /// - Throws: when there is none: python3 and the like are needed by the tests, and none is skipped.
  package static func find(_ name: String) throws -> String {
    guard let path = ProgramSearch.path(of: name, in: .current) else {
      throw SystemError(call: "execve", path: name, code: 2)
    }
    return path
  }

  /// Runs python3, which the tests need, with `arguments`.
  package static func python(
    _ arguments: [String], environment: Environment = .current, directory: String? = nil,
    input: [UInt8] = [], newSession: Bool = false
  ) async throws -> Output {
    let environment = environment.merging(["PYTHONDONTWRITEBYTECODE": "1"])
    let path = try find("python3")
    return try await run(
      ProgramLaunch(
        path: path, arguments: [path] + arguments, environment: environment, directory: directory,
        descriptors: [], newSession: newSession),
      input: input)
  }

  /// Runs a program to its end; its descriptors 0, 1 and 2 are pipes to here, whatever `launch` says.
  package static func run(_ launch: ProgramLaunch, input: [UInt8] = []) async throws -> Output {
    let started = try Started(launch)
    async let written: Void = onOwnThread { try started.feed(input) }
    async let text = onOwnThread { try started.output.readToEnd() }
    async let errorText = onOwnThread { try started.errors.readToEnd() }
    try await written
    let (output, errors) = try await (text, errorText)
    let termination = try await onOwnThread { ChildProcess.wait(for: started.pid) }
    return Output(
      termination: termination, text: String(decoding: output, as: UTF8.self),
      errorText: String(decoding: errors, as: UTF8.self))
  }

  private final class Started: Sendable {
    let pid: Int32
    let input: OpenFile
    let output: OpenFile
    let errors: OpenFile

    init(_ launch: ProgramLaunch) throws {
      let input = try Pipe()
      let output = try Pipe()
      let errors = try Pipe()
      var launch = launch
      launch.descriptors = [input.reading.number, output.writing.number, errors.writing.number]
      pid = try ChildProcess.launch(launch)
      self.input = OpenFile(try input.writing.duplicate())
      self.output = OpenFile(try output.reading.duplicate())
      self.errors = OpenFile(try errors.reading.duplicate())
    }

    /// Gives the program its input, as much of it as it wants.
    func feed(_ bytes: [UInt8]) throws {
      BrokenPipe.ignoreSignal()
      do throws(SystemError) { try input.write(bytes) } catch {
        guard error.kind == .noReader else { throw error }
      }
      input.close()
    }
  }
}
