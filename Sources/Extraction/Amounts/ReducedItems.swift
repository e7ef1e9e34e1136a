/// Items whose lines tell by labels what they cost before and after a discount, below their names:
/// `吊牌259.00折后199.00`.
enum ReducedItems {
  private static let before = ["吊牌", "吊牌价", "原价", "标价", "零售价", "牌价"].map { Key($0) }
  private static let after = [
    "折后", "折后价", "现价", "实价", "优惠价", "成交价", "会员价", "实售", "实售价",
  ].map { Key($0) }
  /// A single line of the kind may be what they come to.
  private static let linesMin = 2
  /// In thousandths: none costs a million.
  private static let priceMax: Int64 = 1_000_000_000

  /// What all of them come to, in hundredths; `nil` where there are fewer than two, where their
  /// labels differ, and where one of their lines cannot be read so, since the others are not all
  /// then.
  static func sum(_ lines: [PrintedLine]) -> Int64? {
    let items = lines.filter { line in
      line.text.hasDigit && before.contains { line.key.range(of: $0)?.lowerBound == 0 }
        && after.contains(where: line.key.contains)
    }
    let numbers = items.map { LabelledNumber.numbers(in: $0.text) }
    guard items.count >= linesMin, let first = numbers.first?.map(\.label),
      before.contains(where: { $0.text == first.first }),
      after.contains(where: { $0.text == first.last })
    else { return nil }
    var sum: Int64 = 0
    for pair in numbers {
      guard pair.count == 2, pair.map(\.label) == first,
        pair[1].thousandths <= min(pair[0].thousandths, priceMax)
      else { return nil }
      sum += pair[1].thousandths / 10
    }
    return sum
  }
}
