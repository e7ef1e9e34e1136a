/// A jeweller's row: weight, price a gram, work and what they come to, `11.23 1014.00 430.00
/// 11817.22`, often so close that readers see no gaps.
enum WeighedRow {
  /// What the row comes to, in hundredths, where its numbers prove each other; `nil` of other rows.
  static func amount(in text: PrintedText) -> Int64? {
    guard text.hasDigit else { return nil }
    let numbers = Settlement.numbersWithCents(in: text.characters).suffix(4)
    guard numbers.count == 4, numbers.allSatisfy({ $0 <= numberMax }),
      let weight = numbers.first, let amount = numbers.last, weight > 0
    else { return nil }
    let (price, work) = (numbers[numbers.startIndex + 1], numbers[numbers.startIndex + 2])
    let metal = (weight * price + 50) / 100
    return abs(metal + work - amount) <= 1 && metal > 0 ? amount : nil
  }

  /// Ten million, in hundredths: the product of two stays far below what fits.
  private static let numberMax: Int64 = 1_000_000_000
}
