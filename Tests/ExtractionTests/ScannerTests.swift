import Receipts
import Testing

@testable import Extraction

@Suite("Scanners")
struct ScannerTests {
  @Test(
    "numbers in columns are apart, however short the name before them",
    arguments: [
      "油碟                 5          30", "啤酒                 2          12",
      "凉茶                 3           9",
    ])
  func columns(line: String) {
    #expect(
      PaperText.text(line).text
        == line.split(separator: " ").joined(separator: " "))
  }

  @Test(
    "money is read in hundredths, and only money",
    arguments: [
      ("¥1,234.50", [123_450]), ("1.234,50", [123_450]), ("1234.5", [123_450]), ("88", [8_800]),
      ("12:40", []), ("2026-11-03", []), ("0755-28840636", []), ("3件", []), ("3 件", []),
      ("6%", []), ("2.30g", []), ("1x30.0", [3_000]), ("0.80", [80]), ("0,.80", [80]),
      ("007", []), ("159****4332", []), ("#1234", []), ("A12", []), ("12. 50", [1_250]),
      ("123456789.00", []), ("RM15.00", [1_500]), ("28.0 0", [2_800]),
      ("28.0 0 1", [2_800, 0, 100]), ("57.5 4", [5_750, 400]),
      ("TOTAL RMB 3 588.00", [300, 58_800]),
      ("RMB 8, 002.00", [800_200]), ("RMB8, 002.00", [800_200]), ("24,23 C", [2_423]),
      ("88.00人民币", [8_800]),
      ("20-Nov", []), ("O.80", [80]), ("88.O0", [8_800]),
    ])
  func money(_ text: String, _ expected: [Int64]) {
    #expect(MoneyScanner.tokens(in: PaperText.text(text)).map(\.hundredths) == expected)
  }

  @Test(
    "a minus or brackets make a number negative",
    arguments: ["-5.00", "-¥5.00", "¥-5.00", "5.00-", "(5.00)", "（5.00）"])
  func negative(_ text: String) {
    #expect(MoneyScanner.tokens(in: PaperText.text(text)).map(\.isNegative) == [true])
  }

  @Test(
    "signs of currency are understood",
    arguments: [
      ("HK$12.00", Currency.hkd), ("NT$120", .twd), ("€4,50", .eur), ("RM15.00", .myr),
      ("12.00 HKD", .hkd), ("RMB12.00", .cny), ("12.00 EUR", .eur),
    ])
  func currency(_ text: String, _ currency: Currency) {
    #expect(MoneyScanner.tokens(in: PaperText.text(text)).first?.currency == currency)
  }

  @Test(
    "$ and ¥ and 元 say no currency of their own", arguments: ["$12.00", "¥12.00", "12.00元"])
  func openSigns(_ text: String) throws {
    let token = try #require(MoneyScanner.tokens(in: PaperText.text(text)).first)
    #expect(token.hasSign)
    #expect(token.currency == nil)
  }

  @Test(
    "amounts in capitals are read",
    arguments: [
      ("壹仟零肆拾贰元零陆分", 104_206), ("壹万陆仟肆佰叁拾捌元整", 1_643_800), ("人民币(大写): 贰仟柒佰捌拾叁元整", 278_300),
      ("捌仟陆佰玖拾壹元叁角", 869_130), ("拾元整", 1_000), ("壹佰万零伍元整", 100_000_500),
      ("叁拾伍圓陸角整", 3_560),
    ])
  func capitals(_ text: String, _ hundredths: Int64) {
    #expect(ChineseCapitals.hundredths(in: PrintedCharacter.array(text)) == hundredths)
  }

  @Test(
    "what is not well-formed in capitals is nothing",
    arguments: ["元整", "壹贰元", "壹仟", "伍角", "零元整", "人民币"])
  func badCapitals(_ text: String) {
    #expect(ChineseCapitals.hundredths(in: PrintedCharacter.array(text)) == nil)
  }

  @Test(
    "labels are told by the word that decides",
    arguments: [
      ("优惠合计", AmountLabel.discount as AmountLabel?), ("合计优惠", .discount), ("消费积分", .points),
      ("储值卡余额", .balance),
      ("储值卡", .means), ("實收金額", .received), ("实付合计", .paid), ("总数量", .quantity), ("应付金额", .due),
      ("BALANCE DUE", .due), ("Card Balance", .balance), ("Grand Total", .total),
      ("Sub-Total", .subtotal), ("Total Savings", .saved), ("TOTAL INCL. GST", .total),
      ("Incl. Tax", .inclusiveTax), ("收银员", .identifier), ("找零金额", .change), ("微信支付", .means),
      ("含计", .total), ("买付金额", .paid), ("Bath Bomb", nil), ("BATCH", .identifier),
    ])
  func labels(_ text: String, _ label: AmountLabel?) {
    let finder = LabelFinder(Lexicon.amounts, vague: Lexicon.vagueAmounts)
    #expect(finder.match(in: Key(text))?.meaning == label)
  }

  @Test("Traditional and full-width print is folded to one spelling")
  func folding() {
    #expect(Key("實收金額：１２３　ａｂ").text == "实收金额123AB")
    #expect(Key("帳單號").text == "账单号")
  }

  @Test("two digits alike that a recogniser set apart are one number")
  func alikeDigits() {
    // As PP-OCRv6's tiny recogniser told `2026/11/01 07:05 PM` of a press receipt.
    let places = [
      0.2192, 0.2528, 0.3100, 0.3581, 0.3905, 0.4319, 0.4599, 0.5192, 0.5474, 0.5786, 0.6144,
    ]
    let glyphs = zip("2026/11/01 ", places).filter { $0.0 != " " }.map { character, middle in
      Glyph(
        text: String(character), start: middle - 0.0157, end: middle + 0.0157, confidence: 0.99)
    }
    let text = PrintedText(
      Transcript(reader: .paddleTiny, glyphs: glyphs, confidence: 0.99), aspect: 16)
    #expect(text.text == "2026/11/01")
  }

  @Test(
    "the paper's edge behind a number that is whole is none of its digits",
    arguments: [
      ("蛋白棒1 18.001", 0.4, "蛋白棒1 18.00"), ("蛋白棒1 18.001", 0.97, "蛋白棒1 18.001"),
      ("72.00|", 0.97, "72.00"), ("11:49|", 0.97, "11:49"), ("11:491", 0.4, "11:49"),
      ("净重1.081", 0.4, "净重1.081"), ("12:34l", 0.97, "12:34l"), ("单号 0012|", 0.97, "单号 0012|"),
      ("24.01", 0.4, "24.01"),
    ])
  func edge(printed: String, confidence: Double, text: String) throws {
    var transcript = try #require(PaperText.page([printed]).lines[0].transcripts.first)
    transcript.glyphs[transcript.glyphs.count - 1].confidence = confidence
    #expect(PrintedText(transcript, aspect: Double(printed.count)).text == text)
  }

  @Test("a digit lost between others leaves a gap that is seen")
  func uneven() {
    #expect(!PaperText.text("1234.50").isUneven(in: 0..<7))
    let text = PaperText.text("12 4.50")
    #expect(text.isUneven(in: text.signs.indices))
  }
}
