package import TrainingModel
package import ZoneInfo

/// What a written trigger is read with.
package struct TriggerSurroundings: Sendable {
  let zones: ZoneFiles
  private let clock: @Sendable () -> Timestamp

  /// - Parameter clock: The clock on the wall.
  package init(zones: ZoneFiles, clock: @escaping @Sendable () -> Timestamp) {
    self.zones = zones
    self.clock = clock
  }

  var now: Timestamp { clock() }
}
