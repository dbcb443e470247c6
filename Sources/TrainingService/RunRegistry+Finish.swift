internal import JSON
internal import Platform
internal import RunHistory
internal import RunStore
internal import Scheduling
internal import TrainingModel

/// Runs the commands that schedules ask for at the end of their runs, beside everything else.
extension RunRegistry {
  /// How many are run at once; the others wait.
  private static let finishLimit = 8

  /// Starts what is due, as far as there is room.
  func runFinishCommands() async {
    while finishing.count < Self.finishLimit, !isShuttingDown, let order = await archive.claimFinish() {
      finishing[order.due.execution] = FinishingCommand(order)
      // Its picture may have to be read from a long log.
      Task(executorPreference: loop) { await self.begin(order) }
    }
  }

  private func begin(_ order: FinishOrder) async {
    do {
      let picture = await picture(of: try await known(order.due.run.rawValue))
      let directory = home.directory(of: order.due.run)
      var environment = self.environment.merging(order.start.environment)
      environment["SIGNALBOX_RUN_ID"] = order.due.run.rawValue
      environment["SIGNALBOX_RUN_DIR"] = directory.path
      var object = forms.picture(picture)
      object.append("schedule_id", .string(order.due.schedule.rawValue))
      object.append("execution_id", .string(order.due.execution))
      // Who fires may not have started the run, and then does not know its secrets by itself.
      let text = SecretMask(environment: environment).mask(JSONWriter.bytes(.object(object)))
      try FileSystem.replace(directory.finishInputPath, with: text + [UInt8(ascii: "\n")], durable: false)
      // It counts as claimed and not ended: whoever holds the lease next says so.
      guard !isShuttingDown else { return }
      try startFinish(order, in: directory, environment)
    } catch ServiceError.unknownRun {
      await end(order, .error("The run was removed before it could be run."))
    } catch {
      await end(order, .error("It could not be run: \(error)"))
    }
  }

  private func startFinish(
    _ order: FinishOrder, in directory: RunDirectory, _ environment: Environment
  ) throws {
    let lifeline = try Pipe()
    let report = try Pipe()
    let null = try FileDescriptor.open("/dev/null", .reading)
    _ = try ChildProcess.launch(
      ProgramLaunch(
        path: supervisorProgram,
        arguments: [
          "signalbox", "finish", directory.path, "\(order.command.timeout)",
          order.start.workingDirectory ?? "/",
        ] + order.command.command,
        environment: environment, directory: "/",
        descriptors: [
          null.number, null.number, null.number, lifeline.reading.number, report.writing.number,
        ], newSession: true))
    let id = order.due.execution
    let writing = try lifeline.writing.duplicate()
    let reading = try report.reading.duplicate()
    let token = try loop.watch(reading.number) { [self] in assumeIsolated { $0.readFinish(of: id) } }
    finishing[id]?.process = FinishingCommand.Process(lifeline: writing, report: reading, token: token)
  }

  private func readFinish(of id: String) {
    guard let command = finishing[id], let report = command.process?.report.number else { return }
    var buffer = [UInt8](repeating: 0, count: 4_096)
    // What cannot be read is an end without a word.
    let count = buffer.withUnsafeMutableBytes { (try? command.process?.report.read(into: $0)) ?? 0 }
    if count > 0 {
      command.told += buffer[..<count]
      return
    }
    if let token = command.process?.token { loop.unwatch(token, descriptor: report) }
    command.process = nil
    // Anything but an outcome is none.
    let outcome = (try? JSONParser.parse(command.told)).flatMap { FinishOutcome(json: $0) }
    let order = command.order
    Task(executorPreference: loop) {
      await self.end(order, outcome?.result ?? .error("Its supervisor ended without saying how it ended."))
    }
  }

  private func end(_ order: FinishOrder, _ result: FinishOutcome.Result) async {
    let outcome = FinishOutcome(result, endedAt: now)
    await archive.endFinish(order, outcome)
    finishing[order.due.execution] = nil
    if let problem = outcome.problem {
      complain("The on_finish command of \(order.due.run) (\(order.due.schedule)): \(problem)")
    }
    lookSoon()
  }
}
