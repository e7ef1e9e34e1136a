import Foundation
import Receipts

/// A directory in the form that evaluation reads: images/, truth.jsonl, counters.csv, members.csv
/// and claims.csv.
package struct LabelledSet: Sendable {
  package let directory: String

  /// Makes the directory; it must be new or empty.
  package init(directory: String) throws(PressError) {
    self.directory = directory
    let files = FileManager.default
    do {
      try files.createDirectory(
        atPath: directory + "/images", withIntermediateDirectories: true)
      let found = try files.contentsOfDirectory(atPath: directory).filter { $0 != "images" }
      let pictures = try files.contentsOfDirectory(atPath: directory + "/images")
      guard found.isEmpty, pictures.isEmpty else { throw PressError.notEmpty(directory) }
    } catch let error as PressError {
      throw error
    } catch {
      throw .notWritable(directory, error.localizedDescription)
    }
  }

  /// Everything but the pictures.
  package func write(_ roll: ReceiptRoll, indices: Range<Int>) throws(PressError) {
    let receipts = indices.map { roll.receipt(at: $0) }
    var truths = ""
    for receipt in receipts { truths += try receipt.truth.json + "\n" }
    try write(truths, to: "truth.jsonl")
    try write(RegisterFile.text(roll.mall.counters), to: "counters.csv")
    try write(RegisterFile.text(roll.members), to: "members.csv")
    try write(RegisterFile.text(receipts, seed: roll.mall.plan.seed), to: "claims.csv")
  }

  /// The pictures, by so many workers at once. `progress` is told after each how many are done.
  package func photograph(
    _ roll: ReceiptRoll, indices: Range<Int>, jobs: Int, limits: PictureLimits,
    progress: @escaping @Sendable (Int) -> Void
  ) async throws {
    let queue = IndexQueue(indices)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<max(1, min(jobs, indices.count)) {
        group.addTask {
          let studio = try Studio(seed: roll.mall.plan.seed, limits: limits)
          while let index = queue.next() {
            try Task.checkCancellation()
            let receipt = roll.receipt(at: index)
            let picture = try studio.picture(of: receipt)
            try write(Data(picture), to: "images/" + receipt.truth.file)
            progress(queue.finish())
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private func write(_ text: String, to name: String) throws(PressError) {
    try write(Data(text.utf8), to: name)
  }

  private func write(_ data: Data, to name: String) throws(PressError) {
    let path = directory + "/" + name
    do {
      try data.write(to: URL(filePath: path))
    } catch {
      throw .notWritable(path, error.localizedDescription)
    }
  }
}

extension Truth {
  /// One line of truth.jsonl, its keys in alphabetical order.
  package var json: String {
    get throws(PressError) {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      do {
        return String(decoding: try encoder.encode(self), as: UTF8.self)
      } catch {
        throw .notEncodable("\(error)")
      }
    }
  }
}
