import Testing

@testable import Commands

@Suite("Rendering")
struct RenderingTests {
  @Test("JSON keeps the order of its members and escapes what it must")
  func json() {
    let value: JSON = [
      "z": "a\"b\\c\n\u{1}\u{2028}汉🧋", "a": .null, "n": .integer(-5),
      "list": .array([.truth(true), .number(0.5), .object([])]),
    ]
    #expect(
      value.encoded
        == #"{"z":"a\"b\\c\n\u0001\u2028汉🧋","a":null,"n":-5,"list":[true,0.5,{}]}"#)
  }

  @Test(
    "numbers have at most four decimals, and what is not certain is never 1",
    arguments: [
      (0.0, "0"), (1, "1"), (0.998, "0.998"), (0.12346, "0.1235"), (0.99999, "0.9999"),
      (0.5, "0.5"), (0.00001, "0"),
    ])
  func probabilities(value: Double, expected: String) {
    #expect(JSON.probability(value).encoded == expected)
  }

  @Test("numbers that JSON does not know become null")
  func noNumbers() {
    #expect(JSON.number(.nan).encoded == "null")
    #expect(JSON.number(.infinity).encoded == "null")
    #expect(JSON.number(-1.25).encoded == "-1.25")
  }

  @Test(
    "wide characters take two cells, combining ones none",
    arguments: [
      ("abc", 3), ("本汕", 4), ("ｶﾅ", 2), ("ＡＢ", 4), ("e\u{301}", 1), ("🧋", 2), ("￥1,0", 5), ("¥", 1),
      ("한글", 4), ("（）", 4), ("", 0),
    ])
  func widths(text: String, cells: Int) { #expect(DisplayWidth.of(text) == cells) }

  @Test("a cut never splits a wide character and says that it cut")
  func cutting() {
    #expect("本汕牛肉".cut(toCells: 8) == "本汕牛肉")
    #expect("本汕牛肉".cut(toCells: 7) == "本汕牛…")
    #expect("本汕牛肉".cut(toCells: 6) == "本汕…")
    #expect("abc".cut(toCells: 2) == "a…")
    #expect("abc".cut(toCells: 0) == "")
  }

  @Test("a table lines its columns up and fits", arguments: [40, 60, 80])
  func table(width: Int) {
    var table = TextTable([
      .init("file", isFlexible: true), .init("counter", isFlexible: true),
      .init("points", isNumber: true),
    ])
    table.rows = [
      [.init("a-very-long-file-name-of-a-photograph.jpg"), .init("本汕牛肉火锅旗舰店"), .init("1")],
      [.init("b.jpg"), .init("Café"), .init("12345", .green)],
    ]
    let lines = table.lines(columns: width, hasColour: false)
    #expect(lines.count == 3)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    // Numbers end in the same cell.
    #expect(Set(lines.map { DisplayWidth.of($0) }).count == 1)
    #expect(lines[2].hasSuffix("12345"))
    let coloured = table.lines(columns: width, hasColour: true)
    #expect(coloured[2].contains("\u{1B}[32m"))
  }

  @Test("a column that wraps goes on below, and cuts no word")
  func wrapping() {
    var table = TextTable([.init("file"), .init("reasons", isFlexible: true, wraps: true)])
    table.rows = [
      [.init("a.jpg"), .init("amount_uncertain time_uncertain counter_unknown")], ["b.jpg", ""],
    ]
    let lines = table.lines(columns: 40, hasColour: false)
    #expect(
      lines == [
        "file   reasons", "a.jpg  amount_uncertain time_uncertain", "       counter_unknown",
        "b.jpg",
      ])
    #expect(table.lines(columns: 10, hasColour: false)[1] == "a.jpg  amount_uncertain")
  }

  @Test("what would steer a terminal is shown as a question mark")
  func steering() {
    #expect("a\u{1B}[31m\u{7}b\u{202E}".printable == "a?[31m?b?")
    #expect(TextTable.Cell("a\nb").text == "a?b")
  }

  @Test("progress tells count, rate and the time left")
  func progress() {
    let line = ProgressBar.line(done: 12, total: 60, elapsed: .seconds(4), columns: 80)
    #expect(
      line == "[" + String(repeating: "#", count: 8) + String(repeating: ".", count: 32)
        + "] 12/60  3.0/s  16 s left")
    #expect(
      ProgressBar.line(done: 1, total: 2, elapsed: .seconds(1), columns: 30)
        == "1/2  1.0/s  1 s left")
    #expect(ProgressBar.duration(59) == "59 s")
    #expect(ProgressBar.duration(245) == "4 min 05 s")
    #expect(ProgressBar.duration(7_800) == "2 h 10 min")
  }

  @Test("a share that is not whole is never shown as whole")
  func percent() {
    #expect(Percent.text(0.99999) == " 99.9 %")
    #expect(Percent.text(1) == "100.0 %")
    #expect(Percent.text(0.0) == "  0.0 %")
  }
}
