import ArgumentParser
import ReceiptPress

struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Shows papers as text with their truth, without pictures.",
    discussion: """
      Examples:
        receipt-press text --seed 7 --receipts 3
        receipt-press text --seed 7 --kinds refund --receipts 5
      """)

  @OptionGroup var options: RollOptions

  func run() throws {
    let roll = try options.roll()
    for index in options.indices {
      let receipt = roll.receipt(at: index)
      print(try receipt.truth.json)
      print(receipt.paper.text)
      print()
    }
  }
}
