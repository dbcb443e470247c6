internal import AgentProtocol
internal import EmbeddedFiles
internal import JSONRPC
internal import Platform
internal import StdioTransport
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
    let complain = wiring.complain
    let mirror = try options.mirror.map { path in try TranscriptMirror(path: path, complain: complain) }

    let writer = try FrameWriter(output: output) { _ in shutdown.begin(.outputClosed) }
    let surroundings = TriggerSurroundings(zones: .system()) {
      Timestamp(nanoseconds: SystemClock.wallNanoseconds())
    }
    let news = TrainListenSource(registry: registry)
    let session = AgentSession(
      identity: ServerIdentity(
        name: "signalbox", title: "Signalbox", version: Program.version,
        instructions: EmbeddedFile.serverInstructions.text),
      features: [
        ToolFeature([
          TrainStartTool(registry: registry), TrainStatusTool(registry: registry),
          ScheduleCreateTool(registry: registry, surroundings: surroundings),
          ScheduleListTool(registry: registry),
          ScheduleUpdateTool(registry: registry, surroundings: surroundings),
          ScheduleDeleteTool(registry: registry), SchedulePauseTool(registry: registry),
          ScheduleResumeTool(registry: registry), ScheduleHistoryTool(registry: registry),
          SchedulePreviewTool(surroundings: surroundings),
        ]),
        ResourceFeature(TrainResourceCatalog(registry: registry), source: news, executor: loop),
        SubscriptionFeature([news]),
      ],
      executor: loop,
      send: { message in
        let frame = message.frame
        mirror?.record(frame[...], from: .server)
        writer.send(frame, message.delivery)
      }, complain: complain)
    shutdown.attach(session)

    try writer.start()
    try FrameReader(input: input).start { event in
      switch event {
      case .frame(let frame):
        if let mirror { Self.record(frame, in: mirror) }
        session.receive(frame)
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
