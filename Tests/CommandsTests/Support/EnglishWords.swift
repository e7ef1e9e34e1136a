import Receipts

/// The words of a table that are neither codes nor names nor paths nor options, by their Latin
/// letters.
func englishWords(in output: String) -> [String] {
  let known = Set(
    Reason.allCases.map(\.rawValue)
      + ["CNY", "ms", "png", "gold", "xiaopiao", "counters", "list", "tester", "test"])
  var words: [String] = []
  for line in output.split(separator: "\n") {
    // Evidence is told by its codes.
    if line.contains(#/^ {22,24}[+-]/#) { continue }
    let text = line.replacing(#/\/\S+|--[a-z-]+/#, with: "")
    words += text.matches(of: /[A-Za-z_]{2,}/).map { String($0.output) }
  }
  return words.filter { !$0.contains("_") && !known.contains($0) }
}
