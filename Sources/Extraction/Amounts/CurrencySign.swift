import Receipts

/// A currency's sign or code beside a number.
struct CurrencySign: Sendable {
  /// `nil` for a sign that many currencies use: `$`, 元.
  var currency: Currency?
  var range: Range<Int>

  private static let before: [(String, Currency?)] = [
    ("HK$", .hkd), ("HKD", .hkd), ("NT$", .twd), ("TWD", .twd), ("US$", .usd), ("USD", .usd),
    ("MOP$", .mop), ("MOP", .mop), ("RMB", .cny), ("CNY", .cny), ("S$", .sgd), ("SGD", .sgd),
    ("EUR", .eur), ("GBP", .gbp), ("JPY", .jpy), ("KRW", .krw), ("MYR", .myr), ("RM", .myr),
    ("M$", .mop), ("¥", nil), ("€", .eur), ("£", .gbp), ("₩", .krw), ("$", nil),
  ]
  private static let after: [(String, Currency?)] = [
    ("元", nil), ("圆", nil), ("RMB", .cny), ("EUR", .eur), ("€", .eur), ("CNY", .cny),
    ("HKD", .hkd), ("USD", .usd), ("TWD", .twd), ("MOP", .mop), ("港币", .hkd), ("港元", .hkd),
  ]

  static func around(_ run: Range<Int>, in characters: [Character]) -> CurrencySign? {
    var end = run.lowerBound
    while end > 0, " -:".contains(characters[end - 1]), run.lowerBound - end < 2 { end -= 1 }
    for (text, currency) in before {
      let sign = Array(text)
      let start = end - sign.count
      if start >= 0, characters[start..<end].map(upper) == sign {
        if text == "RM", start > 0, characters[start - 1].isLetter { continue }
        return CurrencySign(currency: currency, range: start..<run.upperBound)
      }
    }
    var start = run.upperBound
    if start < characters.count, characters[start] == " " { start += 1 }
    for (text, currency) in after {
      let sign = Array(text)
      let end = start + sign.count
      if end <= characters.count, characters[start..<end].map(upper) == sign {
        return CurrencySign(currency: currency, range: run.lowerBound..<end)
      }
    }
    return nil
  }

  private static func upper(_ character: Character) -> Character {
    character.uppercased().first ?? character
  }
}
