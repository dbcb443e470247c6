extension Migration {
  /// Why an occurrence was not started that could have been, what is to be known of one that was, and the data that
  /// it found, in the form of `DataState+JSON.swift`.
  static let executionReason = Migration(
    sql: """
      ALTER TABLE executions ADD COLUMN reason TEXT;
      ALTER TABLE executions ADD COLUMN warning TEXT;
      ALTER TABLE executions ADD COLUMN data TEXT;
      """)
}
