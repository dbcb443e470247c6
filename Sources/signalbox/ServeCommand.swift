internal import AgentProtocol
internal import CommandLineOptions
internal import EmbeddedFiles
internal import JSON
internal import JSONRPC
internal import Platform
internal import StdioTransport
internal import TrainPrompts
internal import TrainResources
internal import TrainTools
internal import TrainingModel
internal import TrainingService
internal import ZoneInfo

/// `signalbox serve`: wires the server together and runs it until its client is gone.
struct ServeCommand {
  private let options: ServeOptions

  init(_ arguments: [String]) throws(UsageError) { options = try ServeOptions(arguments) }

  /// Returns the exit code when the server has ended.
  func run() throws -> Int32 {
    // First of all, so that nothing can reach the frames.
    let output = try StandardStreams.claimOutput()
    let input = try StandardStreams.claimInput()
    let signals = try SignalPipe(catching: [.hangUp, .interrupt, .terminate])
    let wiring = try ServiceWiring(command: "serve", roots: options.roots, isReadOnly: options.isReadOnly)
    let (loop, registry, shutdown) = (wiring.loop, wiring.registry, wiring.shutdown)
    let mirror = try options.mirror.map { path in
      try TranscriptMirror(path: path, complain: Complaints.sayOnStandardError)
    }

    let writer = try FrameWriter(output: output) { _ in shutdown.begin(.outputClosed) }
    let surroundings = TriggerSurroundings(zones: .system()) {
      Timestamp(nanoseconds: SystemClock.wallNanoseconds())
    }
    let news = TrainListenSource(registry: registry)
    let prompts = TrainPrompts.all(registry)
    let icons = [Icon(png: EmbeddedFile.icon.bytes)]
    let session = AgentSession(
      identity: ServerIdentity(
        name: "signalbox", title: "Signalbox", version: Program.version,
        instructions: EmbeddedFile.serverInstructions.text,
        description:
          "Starts machine-learning trainings, watches them, says why they fail, and stops or schedules them.",
        icons: icons),
      features: [
        ToolFeature(
          [
            TrainStartTool(registry: registry), TrainStatusTool(registry: registry),
            ScheduleCreateTool(registry: registry, surroundings: surroundings),
            ScheduleListTool(registry: registry),
            ScheduleUpdateTool(registry: registry, surroundings: surroundings),
            ScheduleDeleteTool(registry: registry), SchedulePauseTool(registry: registry),
            ScheduleResumeTool(registry: registry), ScheduleHistoryTool(registry: registry),
            SchedulePreviewTool(surroundings: surroundings),
          ], icons: icons
        ).asking(wiring.questions),
        TaskFeature(RunTasks(registry: registry)),
        PromptFeature(prompts, icons: icons),
        CompletionFeature(TrainCompletions(prompts, registry: registry)),
        ResourceFeature(TrainResourceCatalog(registry: registry), source: news, executor: loop),
        SubscriptionFeature([news, RunTaskListenSource(registry: registry)]),
        LoggingFeature(),
      ],
      executor: loop,
      send: { message in
        let frame = message.frame
        mirror?.record(frame[...], from: .server)
        writer.send(frame, message.delivery)
      }, isCongested: { writer.isCongested }, complain: wiring.complaints.say)
    wiring.complaints.tell { [weak session] line in
      session?.log(LogMessage(.error, logger: "signalbox", .string(line)))
    }
    shutdown.attach(session)

    let inputNumber = input.number
    try writer.start()
    try FrameReader(input: input).start { event in
      switch event {
      case .frame(let frame):
        if let mirror { Self.record(frame, in: mirror) }
        session.receive(frame)
        writer.waitForRoom(orEndOf: inputNumber)
      case .end: shutdown.begin(.inputEnded)
      }
    }
    try shutdown.watch(signals)
    try wiring.run { await $0.recover() }
    writer.flush(until: shutdown.deadline)
    return 0
  }

  private static func record(_ frame: FrameSplitter.Frame, in mirror: TranscriptMirror) {
    switch frame {
    case .line(let line): mirror.record(line, from: .client)
    case .tooLong(let bytes): mirror.record(tooLong: bytes)
    }
  }
}
