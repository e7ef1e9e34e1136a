/// What an item comes to, where how many, the price of one and the amount stand so close that
/// readers saw no gap between them: `Latte224.9949.98` is 2 at 24.99, and 49.98; behind a bar code,
/// `69190486046731.23312.8015.78` is 1.233 kg at 12.80, and 15.78.
///
/// That the product comes out is proof that the digits were read right and cut in the right places.
struct MultipliedRow {
  /// Digits, points, and `nil` for what parts two numbers for certain.
  private let signs: [PrintedCharacter?]
  private let hasDecimals: Bool
  /// No point stands in it: some tills print decimals with the totals alone.
  private let isWhole: Bool
  /// A sign for times stands in it.
  private let hasTimes: Bool
  /// What is possible is asked for, and not what is certain.
  private let isLenient: Bool
  /// A bar code has more.
  private static let wholeRowMax = 9

  /// More of one thing nobody buys: two digits, and three decimals of a weight.
  private static let quantityDigitsMax = 2
  private static let quantityDecimals = 3
  private static let wholeDigitsMax = 7
  /// Where no decimals are printed, numbers of one digit prove nothing: `339` is not 3 at 3.
  private static let wholeMin: Int64 = 1_000
  /// A price without decimals before an amount with them has so many digits, `129911299.00`, or a
  /// sign for times behind it, `539x1539.00`.
  private static let mixedMin: Int64 = 10_000
  private static let unit: Int64 = 100

  /// - Parameter hasDecimals: the paper prints its amounts with decimals, and so its items'.
  /// - Returns: hundredths; `nil` where nothing multiplies out, or the digits can be cut in two
  ///   ways that come to different amounts.
  static func amount(in text: PrintedText, hasDecimals: Bool) -> Int64? {
    guard text.hasDigit else { return nil }
    let amounts = MultipliedRow(text.characters, hasDecimals: hasDecimals).amounts
    return amounts.count == 1 ? amounts.first : nil
  }

  /// All that a row's last number may be where it multiplies out in some way: 22.00 and 222.00 of
  /// `12222`, of which the sum of the table tells which.
  static func possibleAmounts(in text: PrintedText) -> Set<Int64> {
    guard text.hasDigit else { return [] }
    let amounts = MultipliedRow(text.characters, hasDecimals: false, isLenient: true).amounts
    return amounts.union(amount(behindLeadingCountIn: text).map { [$0] } ?? [])
  }

  /// 1茶位88.00: one at 8, and 8.00.
  static func amount(behindLeadingCountIn text: PrintedText) -> Int64? {
    let characters = text.characters
    let count = characters.prefix(while: \.isASCIIDigit)
    let run = characters.reversed().prefix { $0.isASCIIDigit || $0 == "." }.reversed()
    guard (1...quantityDigitsMax).contains(count.count), count.count + run.count < characters.count,
      let times = Int64(String(Array(count)))
    else { return nil }
    let digits = Array(run)
    let amounts = digits.indices.dropFirst().compactMap { cut -> Int64? in
      guard let price = number(digits[..<cut]), let amount = number(digits[cut...]),
        price.hundredths * times == amount.hundredths, amount.hundredths >= unit
      else { return nil }
      return amount.hundredths
    }
    return amounts.count == 1 ? amounts[0] : nil
  }

  /// `1件牌价801801` is one at 801, and 801; `数量2 零售价16.5033.00` two at 16.50.
  static func amount(behindCountIn text: PrintedText) -> Int64? {
    guard text.hasDigit, text.characters.contains("价"),
      let match = String(text.characters.filter { $0 != " " }).firstMatch(
        of:
          #/^(?:数量:?(?<named>\d{1,2})|(?<counted>\d{1,2})[件份个只双条瓶盒])?(?<label>牌价|零售价|标价|单价|原价):?¥?(?<run>[\d.]+)$/#
      )
    else { return nil }
    let told = (match.named ?? match.counted).flatMap { Int64($0) }
    // 标价 898.00898.00 of a jeweller's: one, where nothing says how many.
    guard let count = told ?? (Self.labelsOfOne.contains(match.label) ? 1 : nil), count > 0 else {
      return nil
    }
    let run = text.characters.filter { $0 != " " }.suffix(match.run.count)
    let amounts = run.indices.dropFirst().compactMap { cut -> Int64? in
      guard let price = number(run[..<cut]), let amount = number(run[cut...]),
        price.decimals == amount.decimals, price.decimals != 1, price.hundredths >= wholeMin,
        // 标价 2828 is one number.
        told != nil || price.decimals == 2,
        price.hundredths * count == amount.hundredths
      else { return nil }
      return amount.hundredths
    }
    return amounts.count == 1 ? amounts[0] : nil
  }

  private static let labelsOfOne: Set<Substring> = ["标价", "牌价", "零售价"]

  private init(
    _ characters: [PrintedCharacter], hasDecimals: Bool, isLenient: Bool = false
  ) {
    self.hasDecimals = hasDecimals
    self.isLenient = isLenient
    hasTimes = characters.contains { "xX*×".contains($0) }
    // A tax code or a unit behind the amount: 14.00A, 84.00元.
    let tail = characters.reversed().drop { !$0.isNumber }.prefix {
      Digits.value(of: $0) != nil || Self.between.contains($0)
    }
    let printed = Array(tail.reversed())
    var signs: [PrintedCharacter?] = []
    for (index, character) in printed.enumerated() {
      switch character {
      case _ where Digits.value(of: character) != nil, ".": signs.append(character)
      case "," where Self.isGroup(printed, after: index): continue
      default: signs.append(nil)
      }
    }
    self.signs = signs
    // 2026-11-02 12:24 is no 2 at 12.
    isWhole =
      !signs.contains(".") && signs.count(where: { $0 != nil }) <= Self.wholeRowMax
      && !characters.contains(where: { ":-/".contains($0) })
  }

  /// What may stand between the numbers of a row, and within them.
  private static let between: Set<PrintedCharacter> = [
    " ", ".", ",", "x", "X", "*", "¥", "$", "@", "=", ":",
  ]

  private static func isGroup(_ characters: [PrintedCharacter], after index: Int) -> Bool {
    let next = characters[(index + 1)...].prefix { $0.isNumber }
    return index > 0 && characters[index - 1].isNumber && next.count >= 3
  }

  private struct Number {
    var hundredths: Int64
    var decimals: Int
  }

  private var amounts: Set<Int64> {
    var amounts: Set<Int64> = []
    for amountStart in starts(before: signs.count) {
      guard let amount = number(amountStart..<signs.count) else { continue }
      let end = skipped(amountStart)
      for start in starts(before: end) {
        let rest = skipped(start)
        // 2 24.99 49.98
        if let price = number(start..<end), isAlike(price, amount),
          quantities(before: rest).contains(where: { isProduct($0, price, amount) })
        {
          amounts.insert(amount.hundredths)
        }
        // 24.99 2 49.98
        if let quantity = quantity(start..<end) {
          let multiplies = starts(before: rest).contains { priceStart in
            (isBoundary(priceStart) ? number(priceStart..<rest) : nil).map {
              isAlike($0, amount) && isProduct(quantity, $0, amount)
            } ?? false
          }
          if multiplies { amounts.insert(amount.hundredths) }
        }
      }
    }
    return amounts
  }

  /// A weight's product is rounded, a count's is not.
  ///
  /// - Parameter quantity: in thousandths.
  private func isProduct(_ quantity: Int64, _ price: Number, _ amount: Number) -> Bool {
    let difference = quantity * price.hundredths - amount.hundredths * 1_000
    return quantity % 1_000 == 0 ? difference == 0 : amount.decimals > 0 && abs(difference) <= 500
  }

  /// A paper prints prices and amounts alike.
  private func isAlike(_ price: Number, _ amount: Number) -> Bool {
    guard price.hundredths > 0 else { return false }
    if isLenient {
      return price.decimals == amount.decimals || price.decimals == 0 && amount.decimals == 2
    }
    if price.decimals == 0, amount.decimals == 2 {
      return price.hundredths >= Self.mixedMin && (hasTimes || !signs.contains(nil))
    }
    return price.decimals == amount.decimals
      && (amount.decimals > 0
        || (!hasDecimals || isWhole) && price.hundredths >= Self.wholeMin)
  }

  /// Where a number that ends there may begin, the nearest first.
  private func starts(before end: Int) -> [Int] {
    let run = signs[..<end].reversed().prefix { $0 != nil }.count
    return (0..<min(run, Self.wholeDigitsMax + 3)).map { end - 1 - $0 }
  }

  /// No digit runs into it from the left.
  private func isBoundary(_ start: Int) -> Bool { start == 0 || signs[start - 1] == nil }

  private func skipped(_ end: Int) -> Int {
    signs[..<end].lastIndex { $0 != nil }.map { $0 + 1 } ?? 0
  }

  /// In thousandths.
  private func quantities(before end: Int) -> [Int64] {
    starts(before: end).prefix(Self.quantityDigitsMax + 1 + Self.quantityDecimals)
      .compactMap { quantity($0..<end) }
  }

  /// A count, or a weight with all its decimals: in thousandths.
  private func quantity(_ range: Range<Int>) -> Int64? {
    let parts = signs[range].compactMap(\.self)
      .split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), (1...Self.quantityDigitsMax).contains(parts[0].count),
      parts[0].first != "0" || parts[0].count == 1,
      parts.count == 1 || parts[1].count == Self.quantityDecimals,
      range.lowerBound == 0 || signs[range.lowerBound - 1] != "."
    else { return nil }
    let digits = String(parts[0]) + (parts.count == 2 ? String(parts[1]) : "000")
    return Int64(digits).flatMap { $0 > 0 ? $0 : nil }
  }

  private func number(_ range: Range<Int>) -> Number? {
    // What stands behind a point is no number's beginning.
    guard range.lowerBound == 0 || signs[range.lowerBound - 1] != "." else { return nil }
    return Self.number(signs[range].compactMap(\.self)[...])
  }

  /// Digits with a point and one or two decimals, or none.
  private static func number(_ digits: ArraySlice<PrintedCharacter>) -> Number? {
    guard let first = digits.first, first.isNumber, digits.last != "." else { return nil }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : []
    guard parts.count <= 2, fraction.count <= 2, parts[0].count <= wholeDigitsMax,
      first != "0" || parts[0].count == 1,
      let hundredths = Int64(
        String(parts[0] + fraction) + String(repeating: "0", count: 2 - fraction.count))
    else { return nil }
    return Number(hundredths: hundredths, decimals: fraction.count)
  }
}
