extension Migration {
  /// Runs, what happened to them, what they measured; and schedules with their executions.
  ///
  /// Times are nanoseconds since 1970. Texts that hold JSON have the forms of the files in a run's directory, or
  /// of the `+JSON.swift` file of their type. `is_concluded` says nothing new, but of a column that is computed
  /// SQLite 3.40 does not see that an index has it: the list would read the whole table.
  static let first = Migration(
    sql: """
      CREATE TABLE runs(
        process_id TEXT NOT NULL PRIMARY KEY,
        created_at INTEGER NOT NULL,
        status TEXT NOT NULL,
        tags TEXT,
        idempotency_key TEXT,
        training_started_at INTEGER,
        started_after REAL,
        log_offset INTEGER NOT NULL DEFAULT 0,
        is_concluded INTEGER NOT NULL DEFAULT 0 CHECK (is_concluded = (conclusion IS NOT NULL)),
        specification TEXT NOT NULL,
        process TEXT,
        exit TEXT,
        log_checkpoint TEXT,
        conclusion TEXT
      ) STRICT;
      CREATE INDEX runs_by_age ON runs(created_at, process_id, status, tags, is_concluded);
      CREATE UNIQUE INDEX runs_by_key ON runs(idempotency_key) WHERE idempotency_key IS NOT NULL;

      CREATE TABLE events(
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        process_id TEXT NOT NULL,
        time INTEGER NOT NULL,
        kind TEXT NOT NULL,
        offset INTEGER,
        detail TEXT NOT NULL
      ) STRICT;
      CREATE INDEX events_by_run ON events(process_id);

      CREATE TABLE metrics(
        process_id TEXT NOT NULL,
        name TEXT NOT NULL,
        offset INTEGER NOT NULL,
        epoch REAL,
        step INTEGER,
        value REAL,
        PRIMARY KEY (process_id, name, offset)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE schedules(
        schedule_id TEXT NOT NULL PRIMARY KEY,
        created_at INTEGER NOT NULL,
        name TEXT NOT NULL,
        status TEXT NOT NULL,
        handled_through INTEGER NOT NULL,
        next_due INTEGER,
        record TEXT NOT NULL
      ) STRICT;
      CREATE INDEX schedules_by_age ON schedules(created_at, schedule_id, status, name);
      CREATE INDEX schedules_by_due ON schedules(next_due) WHERE next_due IS NOT NULL;
      CREATE INDEX schedules_by_progress ON schedules(handled_through) WHERE next_due IS NOT NULL;

      CREATE TABLE executions(
        execution_id TEXT NOT NULL PRIMARY KEY,
        schedule_id TEXT NOT NULL,
        scheduled_for INTEGER NOT NULL,
        started_at INTEGER,
        completed_at INTEGER,
        status TEXT NOT NULL,
        process_id TEXT,
        output TEXT,
        error_message TEXT,
        occurrences INTEGER NOT NULL DEFAULT 1,
        UNIQUE (schedule_id, scheduled_for)
      ) STRICT;
      CREATE UNIQUE INDEX executions_by_run ON executions(process_id) WHERE process_id IS NOT NULL;
      CREATE INDEX executions_running ON executions(schedule_id) WHERE status = 'running';
      """)
}
