extension Migration {
  /// The feed of everything that happens in a home: events may be of a schedule, alone (`process_id` is empty then) or
  /// beside a run; and a name of its own tells one that was made anew from the one that was lost.
  static let feed = Migration(
    sql: """
      ALTER TABLE events ADD COLUMN schedule_id TEXT;
      CREATE INDEX events_by_schedule ON events(schedule_id) WHERE schedule_id IS NOT NULL;
      CREATE TABLE feed(identity TEXT NOT NULL) STRICT;
      INSERT INTO feed(identity) VALUES (lower(hex(randomblob(8))));
      """)
}
