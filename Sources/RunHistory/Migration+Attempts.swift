extension Migration {
  /// Further attempts at an occurrence.
  ///
  /// `process_id` is the run of the last attempt, `earlier_runs` those before it, oldest first, with blanks between;
  /// `retry_at` is set while the next attempt is waited for.
  static let attempts = Migration(
    sql: """
      ALTER TABLE executions ADD COLUMN attempts INTEGER NOT NULL DEFAULT 1;
      ALTER TABLE executions ADD COLUMN earlier_runs TEXT NOT NULL DEFAULT '';
      ALTER TABLE executions ADD COLUMN retry_at INTEGER;
      """)
}
