import ArgumentParser

@main
struct ReceiptPressCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipt-press",
    abstract: "Prints receipts of an invented mall, photographs them, and writes down the truth.",
    discussion: """
      The same seed gives the same mall, the same papers and the same bytes, on any number of
      threads. Another seed is another mall: other brands, other tills, other layouts.

      Examples:
        receipt-press mall /tmp/mall --seed 7 --counters 500 --receipts 1000
        receipt-press mall /tmp/hard --seed 7 --receipts 100 --levels 3
        receipt-press text --seed 7 --receipts 3
      """,
    subcommands: [MallCommand.self, TextCommand.self])
}
