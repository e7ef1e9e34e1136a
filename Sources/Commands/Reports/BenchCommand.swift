import ArgumentParser
import Claiming
import Foundation
import Logging

struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measure the reader on this machine.",
    discussion: """
      Each picture goes the whole way, from the file to the stored decision, through one worker \
      in a temporary home; one picture at a time. With --against the same picture goes through \
      another command in turn, with one OpenMP thread. The first picture is done once by \
      everybody before anything is measured.

      Speed is pictures for each second of processor time, so that what else the machine does \
      counts little. "Found" says that the true value stands in the recognised text: the same \
      simple check for all, of pictures in the images/ of a labelled set.

      EXAMPLES
        xiaopiao bench fixtures/images/*
        xiaopiao bench fixtures/images/* --against tesseract --svg speed.svg
        xiaopiao bench photos/*.jpg --runs 3 --against 'tesseract {} - -l eng --psm 6'
      """)

  @Argument(help: "Pictures, JPEG or PNG.", completion: .file(extensions: ["jpg", "jpeg", "png"]))
  var images: [String]
  @Option(help: "How often each picture is measured.")
  var runs = 1
  @Option(
    help: ArgumentHelp(
      "Another command, {} for the picture; may be given again. \"tesseract\" alone: as a page.",
      valueName: "command"))
  var against: [String] = []
  @Option(
    help: ArgumentHelp(
      "Another reader that keeps running: a path a line in, a line of JSON out; may be given again.",
      valueName: "command"))
  var serve: [String] = []
  @Option(
    help: ArgumentHelp("Draw the result.", valueName: "file.svg"),
    completion: .file(extensions: ["svg"]))
  var svg: String?
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...1_000).contains(runs) else {
      throw ValidationError("--runs must be from 1 to 1000, not \(runs)")
    }
    if let command = against.first(where: { ForeignCommand($0) == nil }) {
      throw ValidationError("--against '\(command)' has no {} for the picture")
    }
  }

  func run() async throws {
    let benchmark = try Benchmark(
      paths: images, runs: runs, commands: against.compactMap { ForeignCommand($0) },
      servers: serve.compactMap { ForeignServer($0) },
      environment: ProcessInfo.processInfo.environment)
    let progress = BenchProgress(total: benchmark.count)
    var logger = Logger(
      label: "xiaopiao", factory: { StreamLogHandler.standardError(label: $0) })
    logger.logLevel = .warning
    let performances = try await benchmark.performances(logger: logger) {
      await progress.advance()
    }
    await progress.clear()
    let report = BenchmarkReport(
      performances: performances, pictures: benchmark.pictures.count, runs: runs,
      language: output.language(Settings()))
    output.print(report)
    guard let svg else { return }
    do {
      let text = BenchmarkChart(performances: performances, caption: report.caption).svg
      try Data(text.utf8).write(to: URL(fileURLWithPath: svg))
    } catch {
      throw ClaimingError.inputUnusable(
        path: svg, why: "cannot be written: \(error.localizedDescription)")
    }
  }
}

/// The bar, for measurements that are told from any task.
private actor BenchProgress {
  private let bar: ProgressBar

  init(total: Int) { bar = ProgressBar(total: total, terminal: Terminal()) }

  func advance() { bar.advance() }
  func clear() { bar.clear() }
}
