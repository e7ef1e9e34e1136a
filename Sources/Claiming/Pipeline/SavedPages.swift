import Foundation
import Receipts
import Recognition

/// Pages kept as files, `NAME.page.json` for the picture `NAME`: read once, used often.
package struct SavedPages: Sendable {
  private let directory: String

  package init(directory: String) { self.directory = directory }

  package func path(for file: String) -> String {
    directory + "/" + file.replacingOccurrences(of: "/", with: "_") + ".page.json"
  }

  package func hasPage(for file: String) -> Bool {
    FileManager.default.fileExists(atPath: path(for: file))
  }

  /// A source that takes saved pages, and saves those it has to read; without a reader a page that
  /// is not saved is ``RecognitionFailure/unavailable(_:)``.
  package func source(over reader: PageSource?) -> PageSource {
    var source = PageSource(workers: reader?.workers ?? 2) { image, file, linesThatMatter in
      if let saved = page(for: file) { return saved }
      guard let reader else {
        return .failure(.unavailable("there is no saved page \(path(for: file))"))
      }
      let result = await reader.page(image, file, linesThatMatter)
      if case .success(let read) = result, let problem = save(read.page, for: file) {
        return .failure(.unavailable(problem))
      }
      return result
    }
    if let reader { source.drawing = reader.drawing }
    return source
  }

  private func page(for file: String) -> Result<ReadPage, RecognitionFailure>? {
    guard let bytes = FileManager.default.contents(atPath: path(for: file)) else { return nil }
    do {
      return .success(ReadPage(try JSONDecoder().decode(Page.self, from: bytes)))
    } catch {
      return .failure(.unavailable("the saved page \(path(for: file)) is damaged; remove it"))
    }
  }

  /// What went wrong, or `nil`.
  private func save(_ page: Page, for file: String) -> String? {
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      try encoder.encode(page).write(
        to: URL(fileURLWithPath: path(for: file)), options: .atomic)
      return nil
    } catch {
      return "the page cannot be saved as \(path(for: file)): \(error.localizedDescription)"
    }
  }
}
