/// Items whose lines tell how many there are and what one costs, by labels or by a sign for times, and
/// not what they come to: `数量2 单价499.00`, `红豆派1×14`.
enum CountedItems {
  private static let count = Key("数量")
  private static let price = Key("单价")
  /// In thousandths: no line tells of a hundred pieces, none costs a million.
  private static let countMax: Int64 = 99_000
  private static let priceMax: Int64 = 1_000_000_000

  /// What all of them come to, in hundredths; `nil` where there are none, and where one of their
  /// lines cannot be read so, since the others are not all then.
  static func sum(_ lines: [PrintedLine]) -> Int64? {
    sumOfLabelled(lines) ?? sumOfTimes(lines)
  }

  private static func sumOfTimes(_ lines: [PrintedLine]) -> Int64? {
    let items = lines.compactMap { line in amount(byTimesOn: line.text).map { (line.key, $0) } }
    // 代金券3×100 is what was paid with.
    let isItem = !items.contains { key, _ in notBought.contains(where: key.contains) }
    return items.isEmpty || !isItem ? nil : items.reduce(0) { $0 + $1.1 }
  }

  /// Of a name, how many, and the price of one at the line's end.
  private static func amount(byTimesOn text: PrintedText) -> Int64? {
    let characters = text.characters
    guard text.hasDigit, let sign = characters.lastIndex(where: { "xX*×".contains($0) }) else {
      return nil
    }
    let count = characters[..<sign].reversed().drop { $0 == " " }.prefix(while: \.isASCIIDigit)
      .reversed()
    let name = characters[..<sign].reversed().drop { $0 == " " }.dropFirst(count.count).reversed()
    let price = characters[(sign + 1)...].drop { " ¥".contains($0) }
    guard countDigits.contains(count.count), let last = name.last,
      !(last.isASCII && last.isLetter), !name.contains(where: \.isASCIIDigit),
      name.contains(where: \.scalar.properties.isIdeographic),
      price.allSatisfy({ $0.isASCIIDigit || $0 == "." }),
      let each = PrintedNumber(price), each.hundredths < timesPriceMax,
      let times = Int64(String(Array(count)))
    else { return nil }
    return times > 0 ? times * each.hundredths : nil
  }

  private static let notBought = ["券", "优惠", "减", "赠", "卡", "折"].map { Key($0) }
  private static let countDigits = 1...2
  /// In hundredths.
  private static let timesPriceMax: Int64 = 1_000_000

  private static func sumOfLabelled(_ lines: [PrintedLine]) -> Int64? {
    let items = lines.filter {
      $0.text.hasDigit && $0.key.contains(count) && $0.key.contains(price)
    }
    let amounts = items.compactMap { amount(on: $0.text) }
    return items.isEmpty || amounts.count < items.count ? nil : amounts.reduce(0, +)
  }

  private static func amount(on text: PrintedText) -> Int64? {
    let numbers = LabelledNumber.numbers(in: text)
    guard numbers.count == 2, numbers[0].label == count.text, numbers[1].label == price.text,
      numbers[0].thousandths <= countMax, numbers[0].thousandths % 1_000 == 0,
      numbers[1].thousandths <= priceMax
    else { return nil }
    return numbers[0].thousandths / 1_000 * (numbers[1].thousandths / 10)
  }
}
