package import Receipts

/// How a till writes an amount of money.
package struct AmountGrammar: Hashable, Codable, Sendable {
  package enum Decimals: String, Codable, Hashable, Sendable, CaseIterable {
    /// `132.00`
    case always
    /// `132`, but `131.50`
    case whenNeeded
    /// `132.0`, but `131.55`
    case atLeastOne
  }

  package enum Negative: String, Codable, Hashable, Sendable, CaseIterable {
    case before = "-5.00"
    case after = "5.00-"
    case parentheses = "(5.00)"
  }

  /// Before the number: `¥`, `￥`, `RMB`, `CNY `, `HK$`, or nothing.
  package var prefix: String
  /// After it: `元`, ` HKD`, or nothing.
  package var suffix: String
  /// `1,234.50`
  package var isGrouped: Bool
  package var decimals: Decimals
  package var negative: Negative
  /// `１２３．００`
  package var isFullWidth: Bool
  /// Sign and full width at the total only; plain digits elsewhere.
  package var marksTotalOnly: Bool

  /// As a line of the settlement prints it.
  func total(_ amount: Money) -> String {
    let text = signed(number(amount), isNegative: amount.minorUnits < 0)
    return isFullWidth ? text.fullWidth : text
  }

  /// As an item's line or a detail prints it.
  func detail(_ amount: Money) -> String {
    guard marksTotalOnly else { return total(amount) }
    return number(amount, isNegative: amount.minorUnits < 0)
  }

  /// Without a sign of currency.
  func plain(_ amount: Money) -> String {
    number(amount, isNegative: amount.minorUnits < 0)
  }

  private func signed(_ number: String, isNegative: Bool) -> String {
    guard isNegative else { return prefix + number + suffix }
    return switch negative {
    case .before: "\(prefix.isEmpty ? "-" : "-\(prefix)")\(number)\(suffix)"
    case .after: "\(prefix)\(number)-\(suffix)"
    case .parentheses: "(\(prefix)\(number))\(suffix)"
    }
  }

  private func number(_ amount: Money, isNegative: Bool) -> String {
    let number = number(amount)
    guard isNegative else { return number }
    return switch negative {
    case .before: "-\(number)"
    case .after: "\(number)-"
    case .parentheses: "(\(number))"
    }
  }

  /// The magnitude in half-width digits.
  private func number(_ amount: Money) -> String {
    let unit = amount.currency.minorUnitsPerUnit
    let magnitude = Int64(amount.minorUnits.magnitude)
    let whole = grouped(String(magnitude / unit))
    guard unit > 1 else { return whole }
    let fraction = padded(Int(magnitude % unit))
    return switch decimals {
    case .always: "\(whole).\(fraction)"
    case .whenNeeded: fraction == "00" ? whole : "\(whole).\(fraction)"
    case .atLeastOne: "\(whole).\(fraction.hasSuffix("0") ? String(fraction.prefix(1)) : fraction)"
    }
  }

  private func grouped(_ digits: String) -> String {
    guard isGrouped, digits.count > 3 else { return digits }
    let head = digits.dropLast(3)
    return grouped(String(head)) + "," + digits.suffix(3)
  }
}

extension Money {
  /// 大写: 壹仟零肆拾贰元零陆分, as shops write amounts in words.
  package var inChineseWords: String {
    let digits = Array("零壹贰叁肆伍陆柒捌玖")
    let cents = Int(minorUnits.magnitude) * (currency.minorUnitsPerUnit == 1 ? 100 : 1)
    let fraction = cents % 100
    var words = Self.wholeInWords(cents / 100)
    words += "元"
    if fraction == 0 { return words + "整" }
    if fraction >= 10 { words += "\(digits[fraction / 10])角" } else { words += "零" }
    if fraction % 10 > 0 { words += "\(digits[fraction % 10])分" }
    return words
  }

  private static func wholeInWords(_ number: Int) -> String {
    guard number > 0 else { return "零" }
    let tenThousands = number / 10_000
    let rest = number % 10_000
    var words = tenThousands > 0 ? wholeInWords(tenThousands) + "万" : ""
    if tenThousands > 0, rest > 0, rest < 1000 { words += "零" }
    var isPendingZero = false
    for (unit, name) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
      let digit = rest / unit % 10
      if digit == 0 {
        isPendingZero = isPendingZero || rest >= unit
      } else {
        words += (isPendingZero ? "零" : "") + String(Array("零壹贰叁肆伍陆柒捌玖")[digit]) + name
        isPendingZero = false
      }
    }
    return words
  }
}
