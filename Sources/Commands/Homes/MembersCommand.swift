import ArgumentParser
import Claiming
import Foundation
import Ledger

struct MembersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "members", abstract: "The members.", subcommands: [Import.self])

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take the members from a CSV file.",
      discussion: """
        Columns: member_id and optionally tier. UTF-8. Nothing is taken unless every row is good. \
        Members that the file does not name stay as they are, and so do all tiers where it has no \
        such column; an empty tier takes the member's away. A member_id names a directory of the \
        inbox: at most 64 characters, no slash, no dot at the beginning.

        EXAMPLES
          xiaopiao members import members.csv
        """)

    @Argument(help: "The members.", completion: .file(extensions: ["csv"]))
    var file: String
    @OptionGroup var home: HomeOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let members = try MembersFile(path: file)
      let ledger = try home.ledger()
      let count = try await stored { () throws(LedgerError) in
        try await ledger.importMembers(members.members, keepingTiers: !members.hasTiers)
      }
      Terminal.warn(of: members.warnings, in: file)
      let language = output.language(of: home)
      Terminal.noteOfKept(members.hasTiers ? [] : ["tier"], in: file, after: count, language)
      output.print(ImportReport(what: "members", count: count, language: language))
    }
  }
}
