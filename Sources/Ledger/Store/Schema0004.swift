/// Who had a counter's unit before it: the counters as a JSON array, the last first.
enum Schema0004 {
  static let statements = [
    "ALTER TABLE counter ADD COLUMN former TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(former))"
  ]
}
