extension Migration {
  /// The command at the end of a run: `on_finish_state` is `due` until somebody claims it, `running` until its end is
  /// known, and null otherwise; `on_finish` is how it ended (`FinishOutcome+JSON.swift`).
  static let onFinish = Migration(
    sql: """
      ALTER TABLE executions ADD COLUMN on_finish_state TEXT;
      ALTER TABLE executions ADD COLUMN on_finish TEXT;
      CREATE INDEX executions_finishing ON executions(on_finish_state) WHERE on_finish_state IS NOT NULL;
      """)
}
