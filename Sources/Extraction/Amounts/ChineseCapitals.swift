/// Amounts in Chinese capitals (大写), as cheques and jewellers write them: 壹仟贰佰叁拾元伍角整.
enum ChineseCapitals {
  private static let digits: [PrintedCharacter: Int64] = [
    "零": 0, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
    "貳": 2, "參": 3, "陸": 6,
  ]
  /// What readers take them for; 染百元 is what a hairdresser advertises, so that they count among
  /// true ones only.
  private static let likeDigits: [PrintedCharacter: Int64] = [
    "渠": 7, "染": 7, "柴": 7, "武": 2, "贡": 2, "叄": 3, "参": 3, "隆": 6, "玫": 9, "肄": 4,
  ]
  private static let units: [PrintedCharacter: Int64] = ["拾": 10, "佰": 100, "仟": 1_000]
  private static let likeUnits: [PrintedCharacter: Int64] = [
    "恰": 10, "伯": 100, "百": 100, "阡": 1_000, "千": 1_000,
  ]

  private static let wholes: Set<PrintedCharacter> = ["元", "圆", "圓"]
  private static let signs = Set(digits.keys).union(units.keys).union(likeDigits.keys)
    .union(likeUnits.keys).union(wholes).union(["万", "萬", "角", "分", "整", "正"])

  /// The amount in hundredths; `nil` where the text holds none, or one that is not well-formed.
  static func hundredths(in text: [PrintedCharacter]) -> Int64? {
    guard text.contains(where: wholes.contains) else { return nil }
    var best: [PrintedCharacter] = []
    var current: [PrintedCharacter] = []
    // 贰口玖佰元: what stands before the unread sign is a part of the amount.
    var (isTorn, isBestTorn, gap) = (false, false, Int.max)
    for character in text + [" "] {
      if signs.contains(character) {
        if current.isEmpty { isTorn = (1...2).contains(gap) }
        current.append(character)
        gap = 0
      } else {
        if current.count > best.count { (best, isBestTorn) = (current, isTorn) }
        current = []
        gap = gap < .max && character.isLetter ? gap + 1 : .max
      }
    }
    guard !isBestTorn else { return nil }
    guard best.count >= 3, best.contains(where: wholes.contains) else { return nil }
    let alike = best.count { likeDigits[$0] != nil || likeUnits[$0] != nil }
    guard alike == 0 || alike < best.count(where: { digits[$0] != nil || units[$0] != nil })
    else { return nil }
    return value(of: best)
  }

  private static func value(of text: [PrintedCharacter]) -> Int64? {
    var (total, section, digit): (Int64, Int64, Int64) = (0, 0, 0)
    var (hasWhole, hasDigit) = (false, false)
    for character in text {
      if let value = digits[character] ?? likeDigits[character] {
        guard digit == 0 else { return nil }
        (digit, hasDigit) = (value, true)
      } else if let unit = units[character] ?? likeUnits[character] {
        let isTen = unit == 10 && !hasDigit && section == 0
        // 仟玖佰元: how many thousands, nobody could read.
        guard hasDigit || isTen else { return nil }
        section += (isTen ? 1 : digit) * unit
        (digit, hasDigit) = (0, false)
      } else {
        switch character {
        case "万", "萬":
          total += (section + digit) * 10_000 * 100
          (section, digit, hasDigit) = (0, 0, false)
        case "元", "圆", "圓":
          total += (section + digit) * 100
          (section, digit, hasWhole) = (0, 0, true)
        case "角":
          guard hasWhole else { return nil }
          total += digit * 10
          digit = 0
        case "分":
          guard hasWhole else { return nil }
          total += digit
          digit = 0
        default: break
        }
      }
    }
    return hasWhole && digit == 0 && section == 0 && total > 0 ? total : nil
  }
}
