extension Migration {
  /// What a schedule comes after: the `process_id` or `schedule_id`, to find those that wait when it comes to an end.
  static let comesAfter = Migration(
    sql: """
      ALTER TABLE schedules ADD COLUMN comes_after TEXT;
      CREATE INDEX schedules_by_predecessor ON schedules(comes_after) WHERE comes_after IS NOT NULL;
      """)
}
