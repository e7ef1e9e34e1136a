/// When the layouts of a counter last changed what is read: a number that grows.
enum Schema0003 {
  static let statements = [
    """
    CREATE TABLE layout_change (
      id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      counter_code TEXT NOT NULL UNIQUE REFERENCES counter (code)
    ) STRICT;

    INSERT INTO layout_change (counter_code)
    SELECT DISTINCT counter_code FROM layout ORDER BY counter_code;

    -- Whether a paper agreed was kept without saying which it was.
    UPDATE layout SET recent = '[]';
    """
  ]
}
