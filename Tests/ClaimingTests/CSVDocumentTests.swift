import Testing

@testable import Claiming

@Suite("CSV files")
struct CSVDocumentTests {
  @Test(
    "rows end with LF, CR or CR LF, quoted fields may hold anything, empty lines are passed over",
    arguments: [
      ("a,b\n1,2\n", [["1", "2"]]),
      ("a,b\r\n1,2\r\n", [["1", "2"]]),
      ("a,b\r1,2", [["1", "2"]]),
      ("a,b\n\n\r\n1,2\n\n3,4", [["1", "2"], ["3", "4"]]),
      ("a,b\n\"1,\"\"x\"\"\n2\",\n", [["1,\"x\"\n2", ""]]),
      ("a,b\n,\n", [["", ""]]),
      ("a,b\n专柜,🧋\n", [["专柜", "🧋"]]),
    ])
  func rows(text: String, expected: [[String]]) throws {
    let document = try CSVDocument(text: text)
    #expect(document.header.map(\.text) == ["a", "b"])
    #expect(document.rows.map { $0.map(\.text) } == expected)
  }

  @Test("a field knows its line and column, also after line breaks inside quotes")
  func places() throws {
    let document = try CSVDocument(text: "a,b\r\n\"x\r\ny\",本汕,z")
    let row = try #require(document.rows.first)
    #expect(row.map(\.line) == [2, 3, 3])
    #expect(row.map(\.column) == [1, 4, 7])
  }

  @Test(
    "what is no CSV is named with its place",
    arguments: [
      ("a,b\n1,\"2", 2, 3, "never closed"), ("a,b\n1,2\"3", 2, 4, "a quote inside a field"),
      ("a,b\n\"1\"2,3", 2, 4, "text after a closing quote"),
    ])
  func malformed(text: String, line: Int, column: Int, message: String) {
    let problem = #expect(throws: ImportProblem.self) { try CSVDocument(text: text) }
    #expect(problem?.line == line)
    #expect(problem?.column == column)
    #expect(problem?.message.contains(message) == true)
  }

  @Test("limits on rows, columns and the length of a field hold at the limit and not past it")
  func limits() throws {
    let limits = CSVDocument.Limits(rowsMax: 2, columnsMax: 3, fieldScalarsMax: 4)
    #expect(try CSVDocument(text: "a,b,c\n1234,2,3\n1,2,3", limits: limits).rows.count == 2)
    #expect(throws: ImportProblem.self) {
      try CSVDocument(text: "a\n1\n2\n3", limits: limits)
    }
    #expect(throws: ImportProblem.self) { try CSVDocument(text: "a,b,c,d", limits: limits) }
    #expect(throws: ImportProblem.self) { try CSVDocument(text: "a\n12345", limits: limits) }
    #expect(throws: ImportProblem.self) { try CSVDocument(text: "a\n\"12345\"", limits: limits) }
  }

  @Test("an empty file is no CSV", arguments: ["", "\n\r\n"])
  func empty(text: String) {
    #expect(throws: ImportProblem.self) { try CSVDocument(text: text) }
  }
}
