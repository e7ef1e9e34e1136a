import ArgumentParser
import Claiming

/// A word on the command line that stands where a command's name should, and is none.
struct MisspeltCommand {
  var word: String
  /// `xiaopiao review approve`.
  var meant: String

  /// - Returns: `nil` where the words name a command, or resemble none.
  init?(in arguments: [String], of root: any ParsableCommand.Type) {
    var command = root
    var path = [root._commandName]
    for argument in arguments {
      let known = command.configuration.subcommands.filter { $0.configuration.shouldDisplay }
      guard !known.isEmpty, !argument.hasPrefix("-") else { return nil }
      if let next = known.first(where: { $0._commandName == argument }) {
        command = next
        path.append(argument)
        continue
      }
      guard
        let name = Spelling.nearest(to: argument.lowercased(), among: known.map { $0._commandName })
      else { return nil }
      word = argument
      meant = (path + [name]).joined(separator: " ")
      return
    }
    return nil
  }
}
