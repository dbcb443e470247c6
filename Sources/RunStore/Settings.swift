package import TrainingModel

/// What a person has set for a home: the content of `settings.json`.
package struct Settings: Hashable, Sendable {
  /// Bytes of log that are kept of a run, its head and its tail; nil for all of it.
  package var maximumLogBytes: Int64? = 2 << 30
  /// How many runs are kept; without limits nothing ever goes by itself.
  package var recordRetention = RetentionLimits()
  /// How many logs are kept of the runs that are.
  package var logRetention = RetentionLimits()

  /// Seconds between two looks at the memory and the GPUs of trainings; nil for none.
  package var healthInterval: Double? = 30

  /// Whether anything goes by itself.
  package var hasRetention: Bool {
    recordRetention != RetentionLimits() || logRetention != RetentionLimits()
  }

  /// The settings of a home without a file.
  package init() {}
}
