import Receipts

/// How many of an item, what one costs and, behind it, what they come to: `1 x 679 645.05`. Something
/// may have been taken off, nothing put on: an amount above the product was changed.
struct PricedRow {
  private let count: Int64
  /// What stands behind the sign, parted where the readers saw a gap.
  private let numbers: [String]

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
    let digits = before.prefix(while: \.isASCIIDigit)
    let isCode = before.dropFirst(digits.count).first.map { $0.isASCII && $0 != " " } ?? false
    guard !digits.isEmpty, digits.count <= Self.countDigitsMax, !isCode,
      let count = Int64(String(digits.reversed())), count > 0
    else { return nil }
    self.count = count
    numbers = characters[(sign + 1)...].prefix { $0.isASCIIDigit || $0 == "." || $0 == " " }
      .split(separator: " ").map { String($0) }
  }

  /// Whether the row's amount is that value, in hundredths, and more than its pieces cost.
  func exceeds(_ value: Int64) -> Bool {
    let amount = "\(value / 100).\((value % 100 / 10))\(value % 10)"
    let price: String
    if numbers.count == 2, numbers[1] == amount {
      price = numbers[0]
    } else if numbers.count == 1, numbers[0].hasSuffix(amount) {
      price = String(numbers[0].dropLast(amount.count))
      guard price.count >= Self.gluedDigitsMin, price.allSatisfy(\.isASCIIDigit) else {
        return false
      }
    } else {
      return false
    }
    guard let each = PrintedNumber(Array(price)[...]) else { return false }
    let (product, isTooLarge) = each.hundredths.multipliedReportingOverflow(by: count)
    return !isTooLarge && value > product + 100
  }
}
