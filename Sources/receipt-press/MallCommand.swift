import ArgumentParser
import ReceiptPress

struct MallCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mall",
    abstract: "Writes a labelled set: pictures, truth, register, members and claims.",
    discussion: """
      The directory gets images/, truth.jsonl, counters.csv, members.csv and claims.csv.

      Examples:
        receipt-press mall /tmp/mall --seed 7 --counters 500 --receipts 1000
        receipt-press mall /tmp/mall --seed 8 --receipts 50 --levels 1:2,2:5,3:1 --kinds sale
      """)

  @Argument(help: "The directory to write; it must be new or empty.")
  var directory: String

  @OptionGroup var options: RollOptions

  func run() async throws {
    let roll = try options.roll()
    let set = try LabelledSet(directory: directory)
    try set.write(roll, indices: options.indices)
  }
}
