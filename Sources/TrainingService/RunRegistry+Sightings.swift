internal import RunHistory
internal import TrainingModel

/// What is seen of runs besides what their logs say: it is told once it is kept, so that all servers tell the same.
extension RunRegistry {
  /// Takes what this server has seen.
  func report(_ sighting: Sighting, of run: ManagedRun) {
    run.sightings.ask()
    Task { tell(await archive.keep(sighting, of: run.id), run) }
  }

  /// Takes a warning that this server has come to, unless it is told already.
  func report(_ warning: RunWarning, of run: ManagedRun) {
    if let sighting = run.sightings.sighting(warning) { report(sighting, of: run) }
  }

  /// Takes what others have seen so far.
  func inheritSightings(of run: ManagedRun) {
    run.sightings.ask()
    Task {
      tell(await archive.sightings(of: run.id), run)
      // When the rate fell, this server did not look: it cannot say when that is over, either.
      run.sightings.noteRecovery()
    }
  }

  private func tell(_ kept: Sightings, _ run: ManagedRun) {
    run.sightings.take(kept)
    // One that has ended is told as it was concluded.
    if live[run.id] === run { notify(run) }
  }
}
