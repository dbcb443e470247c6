extension Migration {
  /// What failures are known again by: `ended_at` in nanoseconds since 1970, the `fingerprint` of the failure, and
  /// `start_digest`, the same for runs that were started the same way, of the same code.
  ///
  /// Runs that were concluded before have none of them, and are the same as no other.
  static let sameness = Migration(
    sql: """
      ALTER TABLE runs ADD COLUMN ended_at INTEGER;
      ALTER TABLE runs ADD COLUMN fingerprint TEXT;
      ALTER TABLE runs ADD COLUMN start_digest TEXT;
      CREATE INDEX runs_by_fingerprint ON runs(fingerprint, ended_at, process_id) WHERE fingerprint IS NOT NULL;
      CREATE INDEX runs_by_start ON runs(start_digest, ended_at, process_id, fingerprint, status)
        WHERE start_digest IS NOT NULL;
      """)
}
