/// Every rule, in the order in which a line is shown to them.
enum FrameworkRules {
  static let all: [any LineRule] = [
    EventLineRule(),
    DarknetRule(),
    DeepSpeedRule(),
    DL4JRule(),
    ESPnetRule(),
    NamedPercentRule(),
    GensimRule(),
    TimmRule(),
    StyleGANRule(),
    NerfstudioRule(),
    RayResultRule(),
    LightningRule(),
    CountedBarRule(),
    ScikitLearnRule(),
    ClassTableRule(),
    UltralyticsRule(),
    XluaBarRule(),
    KerasBarRule(),
    TqdmBarRule(),
    RichBarRule(),
    TorchtuneRule(),
    PercentBarRule(),
    JSONLineRule(),
    DictionaryRule(),
    DictionaryRowRule(),
    ResultTableRule(),
    BoostingRule(),
    TableRule(),
    CSVTableRule(),
    PipeTableRule(),
    CellRule(),
    MetricLoggerRule(),
    EpochLineRule(),
    StepLineRule(),
    LeadingCountRule(),
    ChineseLoopRule(),
    CountedFieldsRule(),
    MetricLineRule(),
    PhraseRule(),
    StageRule(),
    ArtifactRule(),
    BestCheckpointRule(),
    TrainerSummaryRule(),
    DeviceRule(),
  ]

  /// A trigger, and the place in `all` of the rule it belongs to.
  struct Gate {
    let traits: LineTraits
    let rule: Int
  }

  /// Every trigger of every rule, in the order of the rules.
  static let gates = all.enumerated().flatMap { place, rule in
    rule.triggers.map { Gate(traits: $0, rule: place) }
  }

  /// Whether any rule reads lines with these traits.
  ///
  /// Colors may hide the start of a word from the scanner, so a line with control characters is cleaned
  /// and looked at again.
  static func isWanted(_ traits: LineTraits) -> Bool {
    if traits.contains(.control) { return true }
    for gate in gates where traits.isSuperset(of: gate.traits) { return true }
    return false
  }
}
