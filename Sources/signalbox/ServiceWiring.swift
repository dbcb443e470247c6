internal import AgentProtocol
internal import Platform
internal import RunStore
internal import TrainingAnswers
internal import TrainingService

/// The part of a server that has no client: the home, the loops, the owner of runs.
struct ServiceWiring {
  let loop: EventLoop
  let registry: RunRegistry
  let shutdown: ServerShutdown
  /// How users are asked.
  let questions: UserQuestions
  let complaints: Complaints
  private let archiveLoop: EventLoop

  /// - Parameters:
  ///   - command: for messages.
  ///   - roots: where runs may work; none means the current directory.
  init(command: String, roots: [String], isReadOnly: Bool) throws {
    let home = try HomeDirectory.named(for: command)
    let complaints = Complaints()
    let complain: @Sendable (String) -> Void = { complaints.say($0) }
    do throws(SettingsError) { _ = try home.settings() } catch {
      complain("\(error); no run starts until that is mended")
    }
    self.complaints = complaints
    ChildProcess.forgetEndedChildren()
    loop = try EventLoop()
    archiveLoop = try EventLoop()
    registry = RunRegistry(
      loop: loop, archiveLoop: archiveLoop, home: home,
      policy: StartPolicy(
        roots: roots, startDirectory: FileSystem.currentDirectory(), isReadOnly: isReadOnly),
      supervisorProgram: ProgramPath.current, environment: .current, forms: .answers, complain: complain)
    shutdown = ServerShutdown(loop: loop, registry: registry)
    questions = Self.questions(home: home, loop: loop, complain: complain)
  }

  /// The key is the home's, so that another server of it knows the answer to a question of this one.
  private static func questions(
    home: HomeDirectory, loop: EventLoop, complain: @escaping @Sendable (String) -> Void
  ) -> UserQuestions {
    let seal = RequestSeal(
      key: {
        do throws(SystemError) { return try home.confirmationKey() } catch {
          complain("Nobody can be asked, for want of a key: \(error)")
          return nil
        }
      }, now: { SystemClock.wallNanoseconds() / 1_000_000_000 })
    return UserQuestions(seal: seal, executor: loop) { try await loop.sleep(seconds: $0) }
  }

  /// Runs until the end has begun and is over; `begin` is the first thing on the loop.
  func run(_ begin: @escaping @Sendable (RunRegistry) async -> Void) throws {
    let archiveLoop = archiveLoop
    let registry = registry
    try Thread.start(name: "archive") { archiveLoop.run() }
    Task(executorPreference: loop) { await begin(registry) }
    loop.run()
  }
}
