/// Items whose lines tell by labels what they cost before and after a discount, below their names:
/// `吊牌259.00折后199.00`, `原价1279.00折后1023.20x1`, `牌价999.00折率100%实价999.00`.
enum ReducedItems {
  private static let before = ["吊牌", "吊牌价", "原价", "标价", "零售价", "牌价"]
  private static let after = [
    "折后", "折后价", "现价", "实价", "优惠价", "成交价", "会员价", "实售", "实售价",
  ]
  /// What share of the price is left, in percent.
  private static let rates = ["折率", "折扣", "折扣率"]
  /// How many, behind the price of one.
  private static let times = "X"
  /// How many there are in all.
  private static let counts: Set<String> = ["件数", "数量", "总件数", "总数量", "合计件数", "合计数量"]
  private static let countOfAny = "数量"
  private static let wordsOfAll = ["合计", "总", "应", "实"]
  /// In thousandths: none costs a million, nobody buys a hundred of one.
  private static let priceMax: Int64 = 1_000_000_000
  private static let timesMax: Int64 = 99_000
  private static let one: Int64 = 1_000

  /// Words for what an item costs before a discount.
  static let keysBefore = before.map { Key($0) }
  private static let keysAfter = after.map { Key($0) }

  /// What all of them come to, in hundredths; `nil` where one of their lines cannot be read so, since
  /// the others are not all then, where their labels differ, and where there is a single one and the
  /// paper does not say that it is one: it may be what they come to.
  static func sum(_ lines: [PrintedLine]) -> Int64? {
    let items = lines.filter { line in
      line.text.hasDigit && keysBefore.contains { line.key.range(of: $0)?.lowerBound == 0 }
        && keysAfter.contains(where: line.key.contains)
    }
    let numbers = items.map { LabelledNumber.numbers(in: $0.text) }
    guard let labels = numbers.first?.map(\.label),
      numbers.allSatisfy({ $0.map(\.label) == labels }),
      items.count > 1 || lines.contains(where: tellsOne)
    else { return nil }
    let amounts = numbers.compactMap(amount)
    return amounts.count == items.count ? amounts.reduce(0, +) : nil
  }

  private static func tellsOne(_ line: PrintedLine) -> Bool {
    guard line.text.hasDigit else { return false }
    let numbers = LabelledNumber.numbers(in: line.text)
    guard let first = numbers.first, counts.contains(first.label), first.thousandths == one else {
      return false
    }
    // 数量1 alone may be an item's, 数量1 合计499.50 is of all.
    return first.label != countOfAny
      || numbers.dropFirst().contains { wordsOfAll.contains(where: $0.label.contains) }
  }

  /// In hundredths.
  private static func amount(_ numbers: [LabelledNumber]) -> Int64? {
    var rest = numbers[...]
    guard let price = rest.popFirst(), before.contains(price.label), price.thousandths <= priceMax
    else { return nil }
    let rate = rest.first.flatMap { rates.contains($0.label) ? $0.thousandths : nil }
    if rate != nil { rest.removeFirst() }
    guard let left = rest.popFirst(), after.contains(left.label),
      left.thousandths <= price.thousandths,
      rate.map({ isShare(left.thousandths, $0, of: price.thousandths) }) ?? true
    else { return nil }
    guard let count = rest.popFirst() else { return left.thousandths / 10 }
    guard rest.isEmpty, count.label == times, count.thousandths % one == 0,
      (one...timesMax).contains(count.thousandths)
    else { return nil }
    return left.thousandths / 10 * (count.thousandths / one)
  }

  /// To the cent; rates are printed in whole percents.
  private static func isShare(_ left: Int64, _ percent: Int64, of price: Int64) -> Bool {
    percent <= 100 * one && abs(price / 10 * (percent / one) - left / 10 * 100) <= 100
  }
}
