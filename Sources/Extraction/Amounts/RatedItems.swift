/// Items whose lines tell what they cost before a discount and which share of it is left, as tills of
/// clothes and shoes print them: `牌价899 8折 数量1` over `实价 719.00`, `定价980.00 折扣9折 882.00`.
///
/// That an amount is that share of a price is proof that both were read right, and that nobody changed
/// one of them alone.
enum RatedItems {
  private static let prices = ReducedItems.keysBefore + [Key("定价")]
  private static let fold = Key("折")
  /// A yuan: tills round what is left to a whole one, or leave the cents away.
  private static let roundingMax: Int64 = 100
  /// In thousandths.
  private static let whole: Int64 = 1_000

  /// What all of them come to, in hundredths; `nil` where there are none, or no amount beside one of them
  /// is its share.
  static func sum(_ lines: [PrintedLine]) -> Int64? {
    var sum: Int64 = 0
    var isAny = false
    for (order, line) in lines.enumerated()
    where line.key.contains(fold) && prices.contains(where: line.key.contains) {
      guard let item = Item(line.text) else { return nil }
      let beside = MoneyScanner.tokens(in: line.text) + tokens(in: lines[safe: order + 1])
      guard let amount = item.amount ?? beside.map(\.hundredths).first(where: item.mayComeTo) else {
        return nil
      }
      sum += amount
      isAny = true
    }
    return isAny ? sum : nil
  }

  private static func tokens(in line: PrintedLine?) -> [MoneyToken] {
    line.map { MoneyScanner.tokens(in: $0.text) } ?? []
  }

  private struct Item {
    /// What it costs before, in hundredths, and how much of it is left, in thousandths: in several ways
    /// where they run together, 5297折 is 529 at 7.
    private let ways: [(price: Int64, rate: Int64)]
    /// `nil` where the line does not say how many they are.
    private let count: Int64?
    /// What they come to, in hundredths, where how many stands right before it: x2396.00.
    private(set) var amount: Int64?

    /// `nil` where the line tells no price with its share.
    init?(_ text: PrintedText) {
      let plain = String(text.characters.filter { $0 != " " && $0 != "¥" && $0 != "," })
      guard
        let match = plain.firstMatch(
          of:
            #/[牌定原标售]价?:?(?<price>\d[\d.]*)(?:[^\d.]*?(?<rate>\d[\d.]*))?(?<none>无|不打)?折(?<not>扣:?无)?(?:[xX*×](?<run>\d[\d.]*))?/#
        )
      else { return nil }
      if match.none != nil || match.not != nil {
        ways = Self.price(match.price).map { [($0, whole)] } ?? []
      } else if let rate = match.rate {
        let share = DiscountRate.rate(rate)
        ways = Self.price(match.price).flatMap { price in share.map { [(price, $0)] } } ?? []
      } else {
        let run = match.price
        ways = run.indices.dropFirst().compactMap { cut in
          guard let before = Self.price(run[..<cut]), let share = DiscountRate.rate(run[cut...])
          else { return nil }
          return (before, share)
        }
      }
      guard !ways.isEmpty else { return nil }
      count = plain.firstMatch(of: #/数量:?(\d{1,2})(?!\d)/#).flatMap { Int64($0.1) }
      let run = match.run ?? ""
      let amounts = (1...2).compactMap { digits -> Int64? in
        guard let many = Int64(run.prefix(digits)), many > 0,
          let amount = Self.price(run.dropFirst(digits)), comes(to: amount, of: many)
        else { return nil }
        return amount
      }
      amount = amounts.count == 1 ? amounts[0] : nil
    }

    /// Whether an amount, in hundredths, is what is left of the price of all of them.
    func mayComeTo(_ amount: Int64) -> Bool {
      // The price itself, said of nobody knows how many, proves nothing.
      (count != nil || ways.allSatisfy { $0.rate < whole }) && comes(to: amount, of: count ?? 1)
    }

    private func comes(to amount: Int64, of count: Int64) -> Bool {
      ways.contains { price, rate in
        let difference = abs(price * count * rate - amount * whole)
        // 88.00 at 9.9折 is not 88.00.
        let isRest = rate == whole || amount < price * count
        return amount > 0 && isRest
          && (amount % 100 == 0 ? difference < roundingMax * whole : difference <= whole)
      }
    }

    /// In hundredths, of digits with a point and two decimals, or none.
    private static func price(_ digits: Substring) -> Int64? {
      guard let match = digits.wholeMatch(of: #/([1-9]\d{1,5})(?:\.(\d\d))?/#) else { return nil }
      return Int64(match.1 + (match.2 ?? "00"))
    }
  }
}
