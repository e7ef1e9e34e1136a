import Foundation
import Intake
package import Receipts
import Recognition

/// What was read on a picture, drawn on it: every line, and where each field stands.
package struct Annotation: Sendable {
  package let marks: [PictureMark]

  /// - Parameter share: how a probability is written; in ASCII, as all that is drawn.
  package init(page: Page, reading: Reading, share: (Double) -> String) {
    var marks = page.lines.map { PictureMark(outline: $0.outline, role: .line) }
    func add<Value>(
      _ role: PictureMark.Role, _ name: String, _ field: Field<Value>,
      _ text: (Value) -> String
    ) {
      guard let best = field.best else { return }
      for line in best.lines where page.lines.indices.contains(line) {
        let isFirst = line == best.lines.first
        marks.append(
          PictureMark(
            outline: page.lines[line].outline, role: role,
            caption: isFirst ? "\(name) \(text(best.value)) \(share(best.probability))" : name))
      }
    }
    add(.counter, "counter", reading.counter) { $0.code?.rawValue ?? "" }
    add(.amount, "amount", reading.amount) { "\($0.currency.rawValue) \($0.decimal)" }
    add(.time, "time", reading.time) { $0.iso }
    add(.receiptNumber, "receipt no", reading.receiptNumber) { $0.rawValue }
    if reading.kind.best?.value != .sale {
      add(.kind, "kind", reading.kind) { $0.rawValue }
    }
    self.marks = marks
  }

  /// That a picture can be written there: told before the work, not after it.
  ///
  /// - Parameter isDirectory: a directory, made where there is none, that pictures are written
  ///   into.
  package static func checkTarget(_ target: String, isDirectory: Bool) throws(ClaimingError) {
    let files = FileManager.default
    let parent = URL(fileURLWithPath: target).deletingLastPathComponent().path
    let directory = isDirectory ? target : parent
    if isDirectory, !files.fileExists(atPath: target) {
      do {
        try files.createDirectory(atPath: target, withIntermediateDirectories: true)
      } catch {
        throw .inputUnusable(path: target, why: "cannot be made a directory here")
      }
    }
    guard PathKind(at: directory) == .directory else {
      throw .inputUnusable(path: target, why: "cannot be written: \(directory) is no directory")
    }
    guard files.isWritableFile(atPath: directory) else {
      throw .inputUnusable(
        path: target, why: "cannot be written: \(directory) may not be written to")
    }
    guard isDirectory || PathKind(at: target) != .directory else {
      throw .inputUnusable(path: target, why: "is a directory; name a .png file")
    }
  }

  /// The picture at `path` with the marks, written as a PNG.
  ///
  /// - Throws: ``ClaimingError/inputUnusable(path:why:)`` when the picture cannot be drawn or the
  ///   file cannot be written.
  package func write(
    over path: String, to target: String, source: PageSource, settings: Settings
  ) async throws(ClaimingError) {
    let image: IntakeImage
    do throws(ImageRefusal) {
      image = try Intake.image(at: path, limits: settings.intake)
    } catch {
      throw .inputUnusable(path: path, why: error.message)
    }
    let png: Data
    switch await source.drawing(image, marks) {
    case .success(let data): png = data
    case .failure(let failure):
      throw .inputUnusable(path: path, why: "cannot be drawn: \(failure.description)")
    }
    do {
      try png.write(to: URL(fileURLWithPath: target), options: .atomic)
    } catch {
      throw .inputUnusable(path: target, why: "cannot be written: \(error.localizedDescription)")
    }
  }
}
