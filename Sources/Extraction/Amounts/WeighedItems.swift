import Receipts

/// What a jeweller's items come to: so many grams at so much a gram, and the work.
///
/// `金重:3.22克 金价:1057.00/克`, `工费:40.00 金额:3443.54`: 3.22 × 1057 + 40 is 3443.54. That the
/// product comes out to the cent is proof that its numbers were read right and that none was
/// changed.
struct WeighedItems: Sendable {
  /// In hundredths; `nil` where there is none, or one does not add up.
  let sum: Int64?

  /// Lines with numbers below the weight on which the rest of an item may stand.
  private static let linesBelow = 2

  init(lines: [PrintedLine]) {
    var sum: Int64 = 0
    var isWhole = true
    var count = 0
    for order in lines.indices {
      guard let weight = Self.weight(on: lines[order]) else { continue }
      let below = lines[(order + 1)...].prefix { Self.weight(on: $0) == nil }
        .filter(\.text.hasDigit).prefix(Self.linesBelow)
      let numbers = ([lines[order]] + below).flatMap { LabelledNumber.numbers(in: $0.text) }
      guard let amount = Self.amount(of: weight, numbers) else {
        isWhole = false
        continue
      }
      sum += amount
      count += 1
    }
    self.sum = isWhole && count > 0 ? sum : nil
  }

  private static let weights = ["金重", "克重", "净重", "重量", "WEIGHT"]
  private static let weightKeys = weights.map { Key($0) }
  private static let prices = ["金价", "克价", "单价", "PRICE"]
  private static let works = ["工费", "WORK", "LABOUR", "LABOR"]
  private static let wholes = ["总", "合计", "TOTAL"]
  /// No item of a jeweller's weighs ten kilograms, none costs a million a gram: in thousandths.
  private static let weightMax: Int64 = 10_000_000
  private static let priceMax: Int64 = 1_000_000_000

  /// In thousandths of a gram.
  private static func weight(on line: PrintedLine) -> Int64? {
    guard line.text.hasDigit, weightKeys.contains(where: line.key.contains) else { return nil }
    let weight = LabelledNumber.numbers(in: line.text).first { $0.isNamed(weights) }
    guard let weight, !weight.isNamed(wholes), (1...weightMax).contains(weight.thousandths)
    else { return nil }
    return weight.thousandths
  }

  /// What the item costs, in hundredths: a number behind the price that is weight times price, and
  /// the work on it.
  private static func amount(of weight: Int64, _ numbers: [LabelledNumber]) -> Int64? {
    let named = numbers.firstIndex { $0.isNamed(prices) && !$0.isNamed(weights) }
    // 金重11.95克 x 1071 12,798.45
    let unnamed = numbers.indices.first {
      $0 > 0 && numbers[$0 - 1].isNamed(weights) && !numbers[$0].isNamed(works)
    }
    guard let price = named ?? unnamed, numbers[price].thousandths <= priceMax else { return nil }
    let metal = (weight * numbers[price].thousandths + 5_000) / 10_000
    let rest = numbers[(price + 1)...]
    let work = rest.filter { $0.isNamed(works) }.reduce(0) { $0 + $1.thousandths / 10 }
    let others = rest.filter { !$0.isNamed(works) }.map { $0.thousandths / 10 }
    return others.first { $0 > 0 && abs(metal + work - $0) <= 1 }
      // The metal by itself, and the work on a line of its own.
      ?? others.first { $0 > 0 && abs(metal - $0) <= 1 }.map { $0 + work }
  }
}
