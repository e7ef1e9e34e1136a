import Receipts
import Testing

@Suite("Amounts as files and commands write them")
struct MoneyTests {
  @Test(
    "a plain decimal is read to the minor unit, and nothing is guessed",
    arguments: [
      ("1042.06", Currency.cny, 104_206), ("-3", .cny, -300), ("0.5", .cny, 50),
      ("2442", .jpy, 2_442), ("2442.00", .jpy, 2_442), ("2442.0", .jpy, 2_442),
      ("99999999.99", .cny, 9_999_999_999),
      // A thousand, or one: nobody knows.
      ("1.000", .cny, nil), ("1.000", .jpy, nil), ("2442.50", .jpy, nil), ("1,042.06", .cny, nil),
      ("1042.", .cny, nil), (".5", .cny, nil), ("¥5", .cny, nil), ("100000000.00", .cny, nil),
      ("", .cny, nil), ("-", .cny, nil),
    ] as [(String, Currency, Int64?)])
  func decimals(text: String, currency: Currency, minorUnits: Int64?) {
    #expect(Money(decimal: text, currency: currency)?.minorUnits == minorUnits, "\(text)")
  }
}
