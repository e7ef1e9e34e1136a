import Foundation
import Testing

/// The table of docs/architecture.md, and what the sources really import.
private struct ImportTable {
  /// What each module may import, ours and besides.
  private(set) var allowed: [String: Set<String>] = [:]

  /// Rows look like: | `Module` | is | ours, ours | besides |
  init(markdown: String) {
    for line in markdown.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 4 else { continue }
      let names = (cells[2] + "," + cells[3]).split(separator: ",")
        .map { $0.trimmingCharacters(in: .whitespaces) }
      allowed[cells[0].trimmingCharacters(in: ["`"])] = Set(names).subtracting(["–", ""])
    }
  }

  /// What a module's source imports and may not; `nil` for a module that the table does not know.
  func forbidden(in source: String, of module: String) -> Set<String>? {
    allowed[module].map { imports(in: source).subtracting($0) }
  }
}

/// The modules a source imports, whatever stands before and behind the word.
private func imports(in source: String) -> Set<String> {
  let kinds = "struct|class|enum|protocol|typealias|func|let|var"
  let form = #"(?m)^\s*(?:(?:@\w+(?:\([^)]*\))?|package|public|internal|private|fileprivate)\s+)*"#
  guard
    let expression = try? NSRegularExpression(
      pattern: form + #"import\s+(?:(?:\#(kinds))\s+)?([A-Za-z_]\w*)"#)
  else { return [] }
  let text = source as NSString
  let matches = expression.matches(in: source, range: NSRange(location: 0, length: text.length))
  return Set(matches.map { text.substring(with: $0.range(at: 1)) })
}

private let project = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

@Suite("The import table")
struct ImportTableTests {
  private func table() throws -> ImportTable {
    let file = project.appendingPathComponent("docs/architecture.md")
    return ImportTable(markdown: try String(contentsOf: file, encoding: .utf8))
  }

  private func modules() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: project.appendingPathComponent("Sources"), includingPropertiesForKeys: nil)
  }

  private func sources(of module: URL) throws -> [URL] {
    let found = try #require(
      FileManager.default.enumerator(at: module, includingPropertiesForKeys: nil))
    return found.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
  }

  @Test("no source imports what the table does not allow its module")
  func keepsTable() throws {
    let table = try table()
    var checkedCount = 0
    for module in try modules() {
      let name = module.lastPathComponent
      for file in try sources(of: module) {
        let text = try String(contentsOf: file, encoding: .utf8)
        // A module that the table does not name is the next test's to find.
        let forbidden = table.forbidden(in: text, of: name) ?? []
        checkedCount += 1
        #expect(forbidden.isEmpty, "\(name)/\(file.lastPathComponent) imports \(forbidden)")
      }
    }
    #expect(checkedCount > 100, "the sources were not found")
  }

  @Test("the table names the modules that are there and no others")
  func namesModules() throws {
    let names = try modules().map(\.lastPathComponent).filter { !$0.hasPrefix(".") }
    #expect(Set(try table().allowed.keys) == Set(names))
  }

  @Test("only the ledger may import the database, only recognition the readers")
  func keepsWallsOfDesign() throws {
    let allowed = try table().allowed
    #expect(allowed.filter { $0.value.contains("GRDB") }.map(\.key) == ["Ledger"])
    #expect(allowed.filter { $0.value.contains("CTesseract") }.map(\.key) == ["Recognition"])
    #expect(allowed["Screening"] == ["Receipts"])
  }

  static let spellings: [(String, Set<String>)] = [
    ("import GRDB", ["GRDB"]), ("package import GRDB\nimport Receipts", ["GRDB", "Receipts"]),
    ("import struct Foundation.Date", ["Foundation"]), ("@testable import Ledger", ["Ledger"]),
    ("@_spi(Inner) public import A", ["A"]), ("  import B", ["B"]), ("// import C", []),
    ("let text = \"import\"", []), ("important()", []), ("", []),
  ]

  @Test("an import is found however it is spelt", arguments: spellings)
  func findsImports(source: String, expected: Set<String>) {
    #expect(imports(in: source) == expected)
  }

  @Test("an import that the table does not allow is found")
  func findsForbidden() {
    let table = ImportTable(markdown: "| `A` | is | B, C | Foundation |\n| `B` | is | – | – |")
    #expect(table.forbidden(in: "import B\nimport GRDB", of: "A") == ["GRDB"])
    #expect(table.forbidden(in: "import Foundation", of: "B") == ["Foundation"])
    #expect(table.forbidden(in: "import C", of: "C") == nil)
  }
}
