/// Schedules, as callers ask for them.
extension RunRegistry {
  /// Creates a schedule; it is active at once.
  ///
  /// - Throws: `ServiceError.badSchedule` with every problem, `outsideRoots`, `readOnly`, `schedulesUnavailable`.
  package func createSchedule(_ draft: ScheduleDraft) async throws -> SchedulePicture {
    throw ServiceError.schedulesUnavailable(reason: "this build cannot keep schedules yet")
  }

  /// The schedules of the home.
  package func schedules(_ query: ScheduleList.Query) async throws -> ScheduleList {
    throw ServiceError.schedulesUnavailable(reason: "this build cannot keep schedules yet")
  }

  /// One schedule, with its next times.
  package func schedule(_ text: String) async throws -> SchedulePicture {
    throw ServiceError.unknownSchedule(text)
  }

  /// Changes a schedule: runs that are under way are not touched, and its history stays.
  package func updateSchedule(_ text: String, _ changes: ScheduleChanges) async throws -> SchedulePicture {
    throw ServiceError.unknownSchedule(text)
  }

  /// Deletes a schedule and its history: runs stay, and those under way go on.
  package func deleteSchedule(_ text: String) async throws -> ScheduleDeletion {
    throw ServiceError.unknownSchedule(text)
  }

  /// Pauses a schedule; one that is paused stays so.
  package func pauseSchedule(_ text: String) async throws -> SchedulePicture {
    throw ServiceError.unknownSchedule(text)
  }

  /// Goes on with a paused schedule, without making up what it missed; one that is active stays so.
  package func resumeSchedule(_ text: String) async throws -> SchedulePicture {
    throw ServiceError.unknownSchedule(text)
  }

  /// What became of the occurrences of a schedule.
  package func history(of text: String, _ query: ExecutionList.Query) async throws -> ExecutionList {
    throw ServiceError.unknownSchedule(text)
  }
}
