import ArgumentParser
import Claiming
import Foundation
import Logging
import Receipts

struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch", abstract: "Credit what is dropped into the inbox, until stopped.",
    discussion: """
      A photograph lies in the inbox as MEMBER_ID/anything.jpg, or under any name with a note \
      NAME.json beside it: {"member_id", "submitted_at", "claim_id"}, the last two optional. Each \
      is taken once it has settled, and told in one line. SIGTERM finishes the page in hand. One \
      process at a time watches a home; other commands run beside it.

      A rejection is final: where submitted_at was wrong (too_old, in_future), put the photograph \
      there again with a note that has the right one and a new claim_id. That of a member who was \
      not known (member_unknown) may be put there again once the member is imported; xiaopiao \
      claim tells where it is kept.

      EXAMPLES
        xiaopiao watch --home mall
        xiaopiao watch /srv/upload --home mall --format jsonl >> claims.jsonl
      """)

  @Argument(help: "The inbox. (default: that of the home)", completion: .directory)
  var directory: String?
  @OptionGroup var home: HomeOptions
  @OptionGroup var work: WorkOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let home = try home.home()
    var settings = try self.home.settings(of: home)
    if let workers = work.workers { settings.workers = workers }
    let ledger = try home.ledger()
    let lock = try WatchLock(of: home)
    let terminal = output.terminal
    let isTable = output.isTable(on: terminal)
    let logger = work.logger(.notice)
    let language = output.language(settings)
    try await StoppableService.run(logger: logger) { [directory, settings, work] in
      let reader = Reader(settings: settings.recognition, logger: logger)
      try await reader.run(saving: work.pages, files: nil) { source in
        let pipeline = ClaimingPipeline(
          home: home, ledger: ledger, settings: settings, source: source, logger: logger)
        try await pipeline.checkReady()
        let watching = try Watching(
          pipeline: pipeline, directory: directory, logger: logger
        ) { outcome in
          let line = ClaimLine(outcome: outcome, timeZone: settings.mall.timeZone)
          Terminal.print(
            isTable
              ? line.sentence(in: language, hasColour: terminal.hasColour) : line.object.encoded)
          for note in outcome.notes(in: language) {
            Terminal.note("\(outcome.claim.file): \(note)")
          }
        }
        Terminal.note(language("watching", "正在监视") + " \(directory ?? home.inboxPath)")
        try await watching.run()
      }
    }
    lock.release()
  }
}

extension ClaimLine {
  /// `credited  M000068/a.jpg  1042.06 CNY at 2F075 本汕 → 1042 points (412 ms)`.
  func sentence(in language: Language, hasColour: Bool) -> String {
    let word = language.word(outcome.state).padded(toCells: 8)
    let painted = Colour(verdict: outcome.state.rawValue)?.painted(word, if: hasColour) ?? word
    let counter = outcome.reading?.counter.best?.value
    let amount = outcome.purchase?.amount ?? outcome.reading?.amount.best?.value
    let place = [counter?.code?.rawValue, counter?.name].compactMap(\.self).joined(separator: " ")
    var parts = [painted, outcome.claim.file.printable]
    if let amount {
      let told = language("\(amount) at \(place.printable)", "\(amount) \(place.printable)")
      parts.append(place.isEmpty ? amount.description : told)
    }
    if outcome.points != .zero {
      parts.append(language("\(outcome.points) points", "\(outcome.points) 积分"))
    }
    if !outcome.reasons.isEmpty {
      parts.append(outcome.reasons.map { $0.name(in: language) }.joined(separator: " "))
    }
    parts.append("\(outcome.claim.id) (\(outcome.elapsedMilliseconds) ms)")
    return parts.joined(separator: "  ")
  }
}
