import ArgumentParser
import Claiming
import Foundation
import Receipts

struct TrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Learn how much evidence weighs.",
    discussion: """
      From labelled malls it learns the weights under which their truths are most probable, and \
      from others, which the weights never saw, how often fields are right that are said to be so \
      likely right. Writes both as a file for people. Pages are kept in pages/ of each mall, so \
      that a second training takes minutes.

      Without DIR only the calibration is learned, for the readers in use, and the rest of the file \
      is kept.

      EXAMPLES
        xiaopiao train mall21 mall22 --calibrate mall23 --output models/weights.toml
        scripts/train
      """)

  @Argument(help: "Labelled malls to learn weights from.", completion: .directory)
  var directories: [String] = []
  @Option(
    name: .customLong("calibrate"),
    help: ArgumentHelp("A labelled mall to calibrate with; may be given again.", valueName: "dir"),
    completion: .directory)
  var calibrations: [String]
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var output: String
  @Option(
    help: ArgumentHelp(
      "Under which name of directory in each mall its recognised pages are kept.",
      valueName: "name"))
  var pagesIn = "pages"
  @OptionGroup var work: WorkOptions

  func validate() throws {
    if calibrations.isEmpty { throw ValidationError("name a mall with --calibrate") }
    if work.pages != nil { throw ValidationError("pages are kept in each mall: see --pages-in") }
    if !Set(directories).isDisjoint(with: calibrations) {
      throw ValidationError("what is learned from must not calibrate: name different malls")
    }
  }

  func run() async throws {
    let previous = FileManager.default.contents(atPath: output).map {
      String(decoding: $0, as: UTF8.self)
    }
    let learned = try malls(directories)
    let calibrating = try malls(calibrations)
    var settings = calibrating[0].settings
    if let workers = work.workers { settings.workers = workers }
    let logger = work.logger()
    let all = learned + calibrating
    let isRead = all.allSatisfy { mall in
      let saved = SavedPages(directory: pages(of: mall.directory))
      return mall.set.files.allSatisfy(saved.hasPage)
    }
    let made = made(previous: previous)
    let run: @Sendable (PageSource?) async throws -> Training.Result = { source in
      func withPages(_ malls: [Named]) -> [Training.Mall] {
        malls.map { mall in
          Training.Mall(
            set: mall.set, settings: mall.settings,
            source: SavedPages(directory: pages(of: mall.directory)).source(over: source))
        }
      }
      return try await Training().run(
        malls: withPages(learned), calibrations: withPages(calibrating), previous: previous,
        made: made
      ) { Terminal.note($0) }
    }
    let result: Training.Result
    if isRead {
      result = try await run(nil)
    } else {
      result = try await Reader(settings: settings.recognition, logger: logger).run {
        try await run($0)
      }
    }
    do {
      try Data(result.text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
    } catch {
      throw ClaimingError.inputUnusable(
        path: output, why: "cannot be written: \(error.localizedDescription)")
    }
    for (field, share) in result.right.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      Terminal.print("\(field.rawValue.padded(toCells: 12)) \(share.part) of \(share.all) right")
    }
    Terminal.print(
      "\(output): weights of \(result.papers) papers, calibrated with \(result.calibrationPapers)")
  }

  private struct Named: Sendable {
    var directory: String
    var settings: Settings
    var set: LabelledSet
  }

  private func malls(_ directories: [String]) throws -> [Named] {
    let environment = ProcessInfo.processInfo.environment
    return try directories.map { directory in
      let settings = try LabelledSet.settings(of: directory, environment: environment)
      return Named(
        directory: directory, settings: settings,
        set: try LabelledSet(path: directory, settings: settings))
    }
  }

  private func pages(of directory: String) -> String { directory + "/" + pagesIn }

  /// - Parameter previous: the file's text before, whose account of its weights is kept where no
  ///   new ones are learned.
  private func made(previous: String?) -> [String] {
    func names(_ directories: [String]) -> String {
      directories.map { URL(fileURLWithPath: $0).lastPathComponent }.joined(separator: ", ")
    }
    let readers = ProcessInfo.processInfo.environment["XIAOPIAO_RECOGNITION_READERS"] ?? "best"
    let calibrated =
      "Calibrated with \(names(calibrations)), which the weights never saw (readers: \(readers))."
    guard directories.isEmpty else {
      return [
        "Made by `xiaopiao train` (scripts/train). Weights learned from \(names(directories)).",
        "The malls are printed by receipt-press with the seeds of their names.", calibrated,
      ]
    }
    let lines = (previous ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let before = lines.prefix { $0.hasPrefix("# ") }
    return before.map { String($0.dropFirst(2)) } + [calibrated]
  }
}
