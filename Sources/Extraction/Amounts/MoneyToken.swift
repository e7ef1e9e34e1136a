import Receipts

/// A number on the paper that can be an amount of money.
struct MoneyToken: Sendable {
  /// In the mall's minor unit, positive.
  var minorUnits: Int64
  var isNegative: Bool
  /// The currency that is printed beside it; `nil`: none, or a sign that any currency uses.
  var currency: Currency?
  var hasSign: Bool
  var decimals: Int
  /// Characters of the text, the currency's included.
  var range: Range<Int>
  /// In heights of the line.
  var span: Span
  var leastConfidence: Double
  /// A letter was taken for a digit, or a separator guessed.
  var isRepaired: Bool
  /// By how many readers, and whether all that saw a number here saw this one.
  var agreement = Agreement.alone

  enum Agreement: Sendable, Hashable {
    case alone, agreed, disputed
  }
}

/// Finds numbers that can be money.
enum MoneyScanner {
  /// Units that make the number before them something else than money.
  private static let otherUnits: Set<Character> = [
    "件", "份", "个", "瓶", "杯", "张", "位", "人", "桌", "折", "克", "分", "枚", "只", "盒", "包", "袋", "台", "号",
    "楼", "层", "日", "月", "年", "时", "点", "天", "次", "%", "条", "支", "双", "套", "例", "串", "壶", "碗", "盘",
    "米", "斤", "升", "g", "G", "h",
  ]

  static func tokens(in text: PrintedText, minorDigits: Int) -> [MoneyToken] {
    let (characters, repairs) = Digits.repaired(text.characters)
    var tokens: [MoneyToken] = []
    var index = 0
    while index < characters.count {
      guard Digits.value(of: characters[index]) != nil else {
        index += 1
        continue
      }
      let run = run(from: index, in: characters)
      index = run.upperBound
      if let token = token(
        run, in: characters, text: text, isRepaired: repairs[run].contains(true),
        minorDigits: minorDigits)
      {
        tokens.append(token)
      }
    }
    return tokens
  }

  /// Digits with the separators between them; a space only beside a separator.
  private static func run(from start: Int, in characters: [Character]) -> Range<Int> {
    func isDigit(_ index: Int) -> Bool {
      characters.indices.contains(index) && Digits.value(of: characters[index]) != nil
    }
    func isSeparator(_ index: Int) -> Bool {
      characters.indices.contains(index) && ".,".contains(characters[index])
    }
    func isSpace(_ index: Int) -> Bool {
      characters.indices.contains(index) && characters[index] == " "
    }
    var end = start
    while true {
      if isDigit(end) {
        end += 1
      } else if isSeparator(end), isDigit(end + 1) || (isSeparator(end + 1) && isDigit(end + 2)) {
        end += 1
      } else if isSeparator(end), isSpace(end + 1), isDigit(end + 2), isDigit(end + 3),
        !isDigit(end + 4)
      {
        end += 2
      } else if isSpace(end), isSeparator(end + 1), isDigit(end + 2) {
        end += 1
      } else {
        return start..<end
      }
    }
  }

  private static func token(
    _ run: Range<Int>, in characters: [Character], text: PrintedText, isRepaired: Bool,
    minorDigits: Int
  ) -> MoneyToken? {
    let before = run.lowerBound - 1
    let after = run.upperBound
    func character(_ index: Int) -> Character? {
      characters.indices.contains(index) ? characters[index] : nil
    }
    // Part of a date, a time, a range or a code.
    if let next = character(after) {
      if ":/".contains(next), character(after + 1)?.isNumber == true { return nil }
      if next == "-", character(after + 1)?.isNumber == true { return nil }
      if otherUnits.contains(next) { return nil }
      if next.isASCII, next.isLetter, !isCurrencyWord(characters, at: after) {
        if !(character(after + 1).map { $0 == " " } ?? true) { return nil }
      }
    }
    if let previous = character(before) {
      if ":/".contains(previous), character(before - 1)?.isNumber == true { return nil }
      if previous == "-", let earlier = character(before - 1), earlier.isNumber || earlier.isLetter
      {
        return nil
      }
    }
    guard let (value, decimals, isGuessed) = value(of: characters[run], minorDigits: minorDigits)
    else { return nil }
    let sign = CurrencySign.around(run, in: characters)
    if sign == nil, let previous = character(before), previous.isASCII, previous.isLetter,
      previous != "X", previous != "x"
    {
      return nil
    }
    let range = sign.map { min($0.range.lowerBound, run.lowerBound)..<max($0.range.upperBound, run.upperBound) } ?? run
    let isNegative = [range.lowerBound - 1, run.lowerBound - 1].contains { index in
      character(index) == "-" && !(character(index - 1)?.isNumber ?? false)
    } || (character(after) == "-" && !(character(after + 1)?.isNumber ?? false))
    return MoneyToken(
      minorUnits: value, isNegative: isNegative, currency: sign?.currency,
      hasSign: sign != nil, decimals: decimals, range: range, span: text.span(of: run),
      leastConfidence: text.leastConfidence(in: run), isRepaired: isRepaired || isGuessed)
  }

  private static func isCurrencyWord(_ characters: [Character], at index: Int) -> Bool {
    let word = String(characters[index..<min(characters.count, index + 3)]).uppercased()
    return ["RMB", "CNY", "HKD", "EUR", "USD", "MOP", "MYR", "SGD", "TWD"].contains(word)
      || word.hasPrefix("RM")
  }

  /// `1,234.50`, `1234.5`, `88`, `0,.80`: in minor units.
  private static func value(
    of run: ArraySlice<Character>, minorDigits: Int
  ) -> (Int64, decimals: Int, isGuessed: Bool)? {
    var parts: [String] = [""]
    var separators: [Character] = []
    var isGuessed = false
    for character in run {
      if character == " " {
        isGuessed = true
      } else if ".,".contains(character) {
        if parts.last?.isEmpty == true {
          isGuessed = true
        } else {
          separators.append(character)
          parts.append("")
        }
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    guard let first = parts.first, !first.isEmpty else { return nil }
    if first.count > 1, first.hasPrefix("0") { return nil }
    var whole = first
    var fraction = ""
    if parts.count > 1 {
      let last = parts[parts.count - 1]
      let middle = parts[1..<(parts.count - 1)]
      guard middle.allSatisfy({ $0.count == 3 }), middle.isEmpty || first.count <= 3 else {
        return nil
      }
      whole += middle.joined()
      if last.count == 3, first.count <= 3, separators.last == ",", minorDigits != 3 {
        whole += last
      } else if last.count <= minorDigits {
        fraction = last
        if separators.last == "," { isGuessed = isGuessed || middle.isEmpty == false }
      } else {
        return nil
      }
    }
    guard whole.count <= 8 else { return nil }
    let digits =
      whole + fraction + String(repeating: "0", count: minorDigits - fraction.count)
    return Int64(digits).map { ($0, fraction.count, isGuessed) }
  }
}
