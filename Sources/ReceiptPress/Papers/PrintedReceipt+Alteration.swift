import Receipts

extension PrintedReceipt {
  /// Changes the paid amount's digits as a cheat would, and returns what the paper then says.
  mutating func alter(_ amount: Money, chance: inout Chance) -> Money {
    var changed = amount
    changed.minorUnits = Self.inflated(amount, &chance)
    let count = runs(of: .amount).count
    // A careless cheat changes one of two places.
    let altersAll = count < 2 || chance.happens(0.6)
    let only = chance.below(max(1, count))
    var seen = 0
    for line in lines.indices {
      for index in lines[line].runs.indices where lines[line].runs[index].field == .amount {
        if altersAll || seen == only {
          lines[line].runs[index].alter(from: amount, to: changed, &chance)
        } else {
          lines[line].runs[index].field = nil
        }
        seen += 1
      }
    }
    return changed
  }

  /// More than was paid: a digit raised or one put before.
  private static func inflated(_ amount: Money, _ chance: inout Chance) -> Int64 {
    let unit = amount.currency.minorUnitsPerUnit
    let whole = amount.minorUnits / unit
    var digits = Array(String(whole)).map(String.init)
    if digits.count < 4, chance.happens(0.35) {
      digits.insert(String(chance.within(1...9)), at: 0)
    } else {
      let leading = Int(digits[0]) ?? 1
      if leading < 9 {
        digits[0] = String(chance.within((leading + 1)...9))
      } else {
        digits.insert("1", at: 0)
      }
    }
    let inflated = Int64(digits.joined()) ?? whole + 100
    return inflated * unit + amount.minorUnits % unit
  }
}

extension Run {
  fileprivate mutating func alter(from amount: Money, to changed: Money, _ chance: inout Chance) {
    let original = text
    text = Self.text(text, from: amount, to: changed)
    let typefaces: [Typeface] = [.latinSans, .monoSans, .sans, .latinSerif, style.typeface]
    alteration = Alteration(
      original: original, typeface: chance.pick(typefaces), shiftXDots: chance.within(-4.0...4.0),
      shiftYDots: chance.within(-3.0...3.0), scale: chance.within(0.9...1.14),
      patchShade: chance.within(-0.07...0.05), darkness: chance.within(0.75...1.25))
  }

  /// The number exchanged in whichever way this run writes it.
  private static func text(_ text: String, from amount: Money, to changed: Money) -> String {
    for isGrouped in [true, false] {
      for decimals in AmountGrammar.Decimals.allCases {
        let grammar = AmountGrammar(
          prefix: "", suffix: "", isGrouped: isGrouped, decimals: decimals, negative: .before,
          isFullWidth: false, marksTotalOnly: false)
        let old = grammar.plain(amount)
        let new = grammar.plain(changed)
        if text.hasNumber(old) { return text.replacing(old, with: new) }
        if text.hasNumber(old.fullWidth) {
          return text.replacing(old.fullWidth, with: new.fullWidth)
        }
      }
    }
    return text
  }
}

extension String {
  /// Whether the number stands in it whole, no further digit before or after.
  fileprivate func hasNumber(_ number: String) -> Bool {
    guard let range = firstRange(of: number) else { return false }
    let before = range.lowerBound > startIndex ? self[index(before: range.lowerBound)] : " "
    let after = range.upperBound < endIndex ? self[range.upperBound] : " "
    let isBound = { (mark: Character) in !mark.isNumber && mark != "." && mark != "．" && mark != ","
    }
    return isBound(before) && isBound(after)
  }
}
