/// Items whose lines tell how many there are and what one costs, by labels or by a sign for times, and
/// not what they come to: `数量2 单价499.00`, `红豆派1×14`.
enum CountedItems {
  private static let count = Key("数量")
  private static let price = Key("单价")
  /// In thousandths: no line tells of a hundred pieces, none costs a million.
  private static let countMax: Int64 = 99_000
  private static let priceMax: Int64 = 1_000_000_000

  /// What all of them come to, in hundredths; `nil` where there are none.
  static func sum(_ lines: [PrintedLine]) -> Int64? {
    sumOfLabelled(lines) ?? sumOfTimes(lines)
  }

  private static func sumOfTimes(_ lines: [PrintedLine]) -> Int64? {
    let items = lines.compactMap { line in
      PricedRow(line.text)?.product.map { (name: line.key, amount: $0) }
    }
    // 代金券3×100 is what was paid with.
    let areBought = !items.contains { item in notBought.contains(where: item.name.contains) }
    return items.isEmpty || !areBought ? nil : items.reduce(0) { $0 + $1.amount }
  }

  private static let notBought = ["券", "优惠", "减", "赠", "卡", "折"].map { Key($0) }

  /// `nil` as well where one of their lines cannot be read so, since the others are not all then.
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
