/// Layouts of counters: what was learned, from which claims, and what became of it.
enum Schema0002 {
  static let statements = [
    """
    CREATE TABLE layout (
      counter_code TEXT NOT NULL REFERENCES counter (code),
      version INTEGER NOT NULL CHECK (version > 0),
      state TEXT NOT NULL CHECK (state IN ('shadow', 'deciding', 'demoted', 'retired')),
      lessons TEXT NOT NULL CHECK (json_valid(lessons)),
      recent TEXT NOT NULL CHECK (json_valid(recent)),
      PRIMARY KEY (counter_code, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE layout_lesson (
      claim_id TEXT NOT NULL PRIMARY KEY REFERENCES claim (id),
      learned_at INTEGER NOT NULL,
      unlearned_at INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE layout_event (
      id INTEGER NOT NULL PRIMARY KEY,
      counter_code TEXT NOT NULL REFERENCES counter (code),
      version INTEGER NOT NULL,
      event TEXT NOT NULL
        CHECK (event IN ('began', 'decides', 'demoted', 'retired', 'doubted')),
      detail TEXT NOT NULL,
      happened_at INTEGER NOT NULL
    ) STRICT;

    CREATE INDEX layout_event_counter ON layout_event (counter_code, id);

    CREATE TRIGGER layout_event_is_kept BEFORE UPDATE ON layout_event
    BEGIN SELECT RAISE (ABORT, 'what became of a layout is never changed'); END;
    CREATE TRIGGER layout_event_stays BEFORE DELETE ON layout_event
    BEGIN SELECT RAISE (ABORT, 'what became of a layout is never deleted'); END;
    """
  ]
}
