import Receipts

/// How many of an item, what one costs and, behind them, what they come to: `1 x 679 645.05`,
/// `369*1 324.72`. Something may have been taken off, nothing put on: an amount above the product
/// was changed.
struct PricedRow {
  private let name: [PrintedCharacter]
  /// What stands before the sign for times.
  private let first: String
  /// What stands behind it, parted where the readers saw a gap.
  private let numbers: [String]
  /// Something else stands behind them.
  private let goesOn: Bool

  private static let countDigitsMax = 2
  /// A price that ran into the amount behind it has so many digits at least.
  private static let gluedDigitsMin = 2

  /// `nil` where the line tells no count and price.
  init?(_ text: PrintedText) {
    let characters = text.characters
    guard text.hasDigit, let sign = characters.firstIndex(where: { "xX×*".contains($0) }) else {
      return nil
    }
    let before = characters[..<sign].reversed().drop { $0 == " " }
    let number = before.prefix { Self.isOfNumber($0) }
    let isCode = before.dropFirst(number.count).first.map { $0.isASCII && $0.isLetter } ?? false
    guard !number.isEmpty, !isCode else { return nil }
    name = before.dropFirst(number.count).reversed()
    first = String(number.reversed())
    let rest = characters[(sign + 1)...]
    let run = rest.prefix { Self.isOfNumber($0) || $0 == " " }
    numbers = run.split(separator: " ").map { String($0) }
    goesOn = run.count < rest.count
  }

  private var isCountFirst: Bool {
    first.count <= Self.countDigitsMax && first.allSatisfy(\.isASCIIDigit)
  }

  /// What so many come to, in hundredths, where the line tells a name, how many and what one costs, and
  /// not their amount: `红豆派1×14`.
  var product: Int64? {
    guard !goesOn, isCountFirst, numbers.count == 1, !name.contains(where: \.isASCIIDigit),
      name.contains(where: \.scalar.properties.isIdeographic), let count = Int64(first), count > 0,
      let each = PrintedNumber(PrintedCharacter.array(numbers[0])[...]),
      each.hundredths < Self.priceMax
    else { return nil }
    return count * each.hundredths
  }

  /// In hundredths.
  private static let priceMax: Int64 = 1_000_000

  private static func isOfNumber(_ character: PrintedCharacter) -> Bool {
    character.isASCIIDigit || character == "."
  }

  /// Whether the row's amount is that value, in hundredths, and more than its pieces cost.
  func exceeds(_ value: Int64) -> Bool {
    let amount = "\(value / 100).\(value % 100 / 10)\(value % 10)"
    let second: String
    if numbers.count == 2, numbers[1] == amount {
      second = numbers[0]
    } else if numbers.count == 1, numbers[0].hasSuffix(amount) {
      second = String(numbers[0].dropLast(amount.count))
      guard !second.isEmpty, second.allSatisfy(\.isASCIIDigit) else { return false }
    } else {
      return false
    }
    guard isCountFirst ? second.count >= Self.gluedDigitsMin : second.count <= Self.countDigitsMax,
      let count = Int64(isCountFirst ? first : second), count > 0,
      let each = PrintedNumber(PrintedCharacter.array(isCountFirst ? second : first)[...])
    else { return false }
    let (product, isTooLarge) = each.hundredths.multipliedReportingOverflow(by: count)
    return !isTooLarge && value > product + 100
  }
}
