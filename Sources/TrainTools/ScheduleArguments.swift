internal import AgentProtocol
internal import JSON
internal import Scheduling
internal import TrainingService

/// The arguments that say what a schedule is to be; in a change each may be left out.
struct ScheduleArguments {
  private let object: JSONObject
  let arguments: Arguments

  init(_ object: JSONObject) {
    self.object = object
    arguments = Arguments(object)
  }

  /// The trigger, with what is wrong with it; nil when none is given, or no object.
  func trigger(_ surroundings: TriggerSurroundings) -> TriggerReading? {
    object["trigger"]?.object.map {
      TriggerReading($0, zones: surroundings.zones, setAt: surroundings.now)
    }
  }

  /// What is wrong with what is to be started.
  var startProblems: [ArgumentProblem] {
    object["start"]?.object.map { StartArguments($0, at: "start.").problems } ?? []
  }

  /// What is wrong with what is to happen around a run.
  var followUpProblems: [ArgumentProblem] {
    (object["retry"]?.object.map { RetryArguments($0).problems } ?? [])
      + (object["after"]?.object.map { AfterArguments($0).problems } ?? [])
      + (object["on_finish"]?.object.map { OnFinishArguments($0).problems } ?? [])
  }

  var start: TrainingCommand? { object["start"]?.object.map { StartArguments($0).training } }

  /// The policy of a schedule that is created.
  var policy: SchedulePolicy {
    var policy = SchedulePolicy()
    // One out of range is refused by the schema, but looked at together with the rest before that.
    if let misfireGrace { policy.misfireGrace = max(0, misfireGrace) }
    if let catchUp { policy.catchUp = catchUp }
    if let overlap { policy.overlap = overlap }
    policy.maxRuns = arguments.integer("max_runs")
    policy.retry = retry
    return policy
  }

  /// A schedule that is created with a trigger.
  func definition(_ trigger: TriggerSpecification, _ start: TrainingCommand) -> ScheduleDefinition {
    ScheduleDefinition(
      name: arguments.string("name") ?? "", description: arguments.string("description"), trigger: trigger,
      start: start, training: training, scope: arguments.string("scope"), policy: policy, after: after,
      onFinish: onFinish)
  }

  /// What is to be another.
  func changes(_ trigger: TriggerSpecification?) -> ScheduleChanges {
    var changes = ScheduleChanges()
    changes.name = arguments.string("name")
    changes.trigger = trigger
    changes.start = start
    changeTraining(&changes)
    changes.misfireGrace = misfireGrace
    changes.catchUp = catchUp
    changes.overlap = overlap
    // Given as null they are taken away.
    if arguments.has("description") { changes.description = .some(arguments.string("description")) }
    if arguments.has("scope") { changes.scope = .some(arguments.string("scope")) }
    if arguments.has("max_runs") { changes.maxRuns = .some(arguments.integer("max_runs")) }
    if arguments.has("retry") { changes.retry = .some(retry) }
    if arguments.has("after") { changes.after = .some(after) }
    if arguments.has("on_finish") { changes.onFinish = .some(onFinish) }
    return changes
  }

  private var retry: RetryPolicy? { object["retry"]?.object.flatMap { RetryArguments($0).policy } }
  private var after: ChainCondition? { object["after"]?.object.flatMap { AfterArguments($0).condition } }
  private var onFinish: FinishCommand? {
    object["on_finish"]?.object.flatMap { OnFinishArguments($0).command }
  }
  private var misfireGrace: Int? { arguments.integer("misfire_grace_s") }
  private var catchUp: CatchUpPolicy? { arguments.string("catch_up").flatMap(CatchUpPolicy.init) }
  private var overlap: OverlapPolicy? { arguments.string("overlap").flatMap(OverlapPolicy.init) }
}
