import ArgumentParser
import Foundation
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

  @Option(help: "How many pictures are made at once (the number of cores).")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "No picture is longer than this, in pixels.")
  var longSide = 2400

  @Option(help: "No picture has a better JPEG quality than this; the level sets lower ones.")
  var quality = 100

  func validate() throws {
    guard (1...256).contains(jobs) else {
      throw ValidationError("--jobs is \(jobs); it must be 1 to 256")
    }
    guard (400...8000).contains(longSide) else {
      throw ValidationError("--long-side is \(longSide); it must be 400 to 8000 pixels")
    }
    guard (20...100).contains(quality) else {
      throw ValidationError("--quality is \(quality); it must be 20 to 100")
    }
  }

  func run() async throws {
    let roll = try options.roll()
    let set = try LabelledSet(directory: directory)
    try set.write(roll, indices: options.indices)
    let progress = Progress(total: options.receipts)
    try await set.photograph(
      roll, indices: options.indices, jobs: jobs,
      limits: PictureLimits(longSidePixels: longSide, quality: quality),
      progress: { progress.show($0) })
    progress.end()
  }
}
