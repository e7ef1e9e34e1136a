import Receipts

/// Finds numbers that can be money.
struct MoneyScanner {
  /// Units that make the number before them something else than money.
  private static let otherUnits: Set<PrintedCharacter> = [
    "件", "份", "个", "瓶", "杯", "张", "位", "人", "桌", "折", "克", "分", "枚", "只", "盒", "包", "袋", "台", "号",
    "楼", "层", "日", "月", "年", "时", "点", "天", "次", "%", "条", "支", "双", "套", "例", "串", "壶", "碗", "盘",
    "米", "斤", "升", "枝", "束", "朵", "副", "根", "颗", "粒", "罐", "听", "桶", "卷", "册", "期", "項", "项", "個",
    "張", "號", "樓", "對", "对", "样", "道", "笔",
  ]
  private static let otherLatinUnits: Set<String> = [
    "G", "KG", "H", "ML", "L", "CM", "MM", "PCS", "PC", "CT", "STK", "ST", "OZ", "LB", "X",
    "ITEMS",
    "ITEM", "AM",
    "PM", "D", "GB", "W", "V",
  ]

  private let text: PrintedText
  private let characters: [PrintedCharacter]
  private let repairs: [Bool]

  static func tokens(in text: PrintedText) -> [MoneyToken] {
    guard text.hasDigit else { return [] }
    let scanner = MoneyScanner(text)
    var tokens: [MoneyToken] = []
    var index = 0
    while index < scanner.characters.count {
      guard scanner.isDigit(index) else {
        index += 1
        continue
      }
      let run = scanner.run(from: index)
      index = run.upperBound
      tokens += scanner.parts(of: run).compactMap(scanner.token)
    }
    return tokens
  }

  /// The numbers that differ from those that were read in one digit, of which the reader says what
  /// else it may be.
  static func secondGuesses(in text: PrintedText) -> [MoneyToken] {
    guard text.hasDigit else { return [] }
    return text.signs.indices.flatMap { index -> [MoneyToken] in
      let sign = text.signs[index]
      guard sign.character.isNumber else { return [] }
      return sign.alternatives.prefix(secondGuessesMax).flatMap { other -> [MoneyToken] in
        guard other.confidence >= secondGuessMin, let digit = other.text.first,
          other.text.count == 1, digit.isASCII, digit.isNumber
        else { return [] }
        let changed = text.with(PrintedCharacter(digit), at: index, confidence: other.confidence)
        return tokens(in: changed).filter { $0.range.contains(index) }.map { token in
          var guess = token
          guess.isSecondGuess = true
          return guess
        }
      }
    }
  }

  private static let secondGuessesMax = 2
  /// A guess that the reader trusts less is none.
  private static let secondGuessMin = 0.02

  private init(_ text: PrintedText) {
    self.text = text
    (characters, repairs) = Digits.repaired(text.characters)
  }

  private func character(_ index: Int) -> PrintedCharacter? {
    characters.indices.contains(index) ? characters[index] : nil
  }

  private func isDigit(_ index: Int) -> Bool {
    character(index).map { Digits.value(of: $0) != nil } ?? false
  }

  private func isOne(of signs: String, _ index: Int) -> Bool {
    character(index).map(signs.contains) ?? false
  }

  /// Digits with the separators between them; a space only beside a separator.
  private func run(from start: Int) -> Range<Int> {
    var end = start
    while true {
      if isDigit(end) {
        end += 1
      } else if isOne(of: ".,", end), isDigit(end + 1) {
        end += 1
      } else if isOne(of: ".,", end), isOne(of: ".,", end + 1), isDigit(end + 2) {
        end += 1
      } else if isOne(of: ".,", end), isOne(of: " ", end + 1), isDigit(end + 2),
        isDigit(end + 3), !isDigit(end + 4)
      {
        end += 2
      } else if isOne(of: " ", end), isOne(of: ".,", end + 1), isDigit(end + 2) {
        end += 1
      } else if isLastCent(end) {
        end += 2
      } else if (start + 1...start + 3).contains(end), isTornBehindMinus(start, end) {
        end += 1
      } else if isGroup(before: end), isOne(of: " ", end), isDigit(end + 1), isDigit(end + 2),
        !isDigit(end + 3), !isOne(of: ".,", end + 3)
      {
        end += 3
      } else if (start + 1...start + 3).contains(end), isSpacedGroup(end), isBehindSign(start) {
        end += 4
      } else if (start + 1...start + 3).contains(end), isOne(of: ",", end), isSpacedGroup(end + 1),
        isOne(of: "¥￥$xX*", start - 1) || isOne(of: " ", start - 1) && isOne(of: "¥￥$", start - 2)
          || isBehindTotal(start) || isBehindCount(start)
          || isOne(of: " ", start - 1) && isBehindLetters(start - 1)
      {
        end += 5
      } else {
        return start..<end
      }
    }
  }

  /// A space, and at the end of the text the second decimal, a zero: `28.0 0`. Any other digit may
  /// be a count behind a price with one decimal.
  private func isLastCent(_ index: Int) -> Bool {
    isOne(of: " ", index) && isOne(of: "0", index + 1) && index + 2 == characters.count
      && isDigit(index - 1) && isOne(of: ".", index - 2) && isDigit(index - 3)
  }

  /// A space, and the last three digits of a whole part: ` 447.00`.
  private func isSpacedGroup(_ index: Int) -> Bool {
    isOne(of: " ", index) && (1...3).allSatisfy { isDigit(index + $0) }
      && isOne(of: ".,", index + 4) && isDigit(index + 5) && isDigit(index + 6)
      && !isDigit(index + 7)
  }

  /// `30% -6 56.70`: a share of a price is no count of pieces.
  private func isTornBehindMinus(_ start: Int, _ end: Int) -> Bool {
    guard isOne(of: "-", start - 1), start == 1 || isOne(of: " :", start - 2),
      isOne(of: " ", end), (start..<end).allSatisfy(isDigit), characters[..<start].contains("%")
    else { return false }
    let digits = characters[(end + 1)...].prefix { $0.isASCIIDigit }.count
    let point = end + 1 + digits
    return (1...3).contains(digits) && isOne(of: ".", point) && isDigit(point + 1)
      && isDigit(point + 2) && !isDigit(point + 3)
  }

  /// `x1 2, 163.00`: the count is told already.
  private func isBehindCount(_ start: Int) -> Bool {
    guard isOne(of: " ", start - 1) else { return false }
    let count = characters[..<(start - 1)].reversed().prefix { $0.isASCIIDigit }.count
    return (1...2).contains(count) && isOne(of: "xX*×", start - 2 - count)
  }

  /// `CNY18 447.00` groups its digits with spaces; 合计 3 588.00 tells a count.
  private func isBehindSign(_ start: Int) -> Bool {
    characters[..<start].last.map("¥￥".contains) ?? false || isBehindLetters(start)
  }

  /// 应收金额:13, 754.00, WeChat1, 651.00; 合计2, 588.00 and 数量:2, 588.00 may tell a count.
  private func isBehindTotal(_ start: Int) -> Bool {
    // 微信1, 959.00, 合计金额2, 799.00, 现金支付6, 900.00, 支付宝扫码1, 797.00
    if isOne(of: "信宝", start - 1) { return true }
    // 数量/金额2, 588.00 tells a count.
    if isOne(of: "额付", start - 1) || isOne(of: "码", start - 1) && isOne(of: "扫款", start - 2) {
      return !characters[..<start].contains { "数件量".contains($0) }
    }
    if isOne(of: ":", start - 1) { return isOne(of: "额收付", start - 2) }
    // Net Amount 1, 439.00, at the far end of the line
    if isOne(of: " ", start - 1), isDigit(start), start > 1 {
      let word = characters[..<(start - 1)].reversed().prefix { $0.isASCII && $0.isLetter }
      return Self.wordsOfTotal.contains(Key(characters: word.reversed()).text)
    }
    return character(start - 1).map { $0.isASCII && $0.isLetter && !"xX".contains($0) } ?? false
      && wordLength(endingAt: start - 1) >= 3
  }

  private static let wordsOfTotal: Set<String> = [
    "AMOUNT", "TOTAL", "SUBTOTAL", "PAID", "DUE", "NET", "CASH",
  ]

  private func isBehindLetters(_ start: Int) -> Bool {
    ["CNY", "RMB"].contains(String(characters[..<start].suffix(3)).uppercased())
  }

  /// Three digits behind a separator end there: what follows a gap are the decimals of `5,560 00`.
  private func isGroup(before end: Int) -> Bool {
    isOne(of: ".,", end - 4) && (1...3).allSatisfy { isDigit(end - $0) } && isDigit(end - 5)
  }

  /// Two amounts between which no reader saw a gap, each with two decimals: `338.00338.00`.
  private func parts(of run: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = run.lowerBound
    var points = run.filter { characters[$0] == "." }[...]
    guard points.count > 1, run.allSatisfy({ isDigit($0) || characters[$0] == "." }) else {
      return [run]
    }
    while let point = points.popFirst(), let next = points.first {
      // Three digits between two points are a group of thousands.
      guard next - point > 4 else { return [run] }
      parts.append(start..<point + 3)
      start = point + 3
    }
    return parts + [start..<run.upperBound]
  }

  private func token(_ run: Range<Int>) -> MoneyToken? {
    let sign = CurrencySign.around(run, in: characters)
    guard !isPartOfCode(run),
      let number = PrintedNumber(characters[run], isMoney: sign != nil)
    else { return nil }
    guard sign != nil || !isCount(run) else { return nil }
    let previous = run.lowerBound - 1
    if sign == nil, let before = character(previous), before.isASCII, before.isLetter,
      !"Xx".contains(before), number.decimals != 2 || wordLength(endingAt: previous) < 3
    {
      return nil
    }
    let range =
      sign.map {
        min($0.range.lowerBound, run.lowerBound)..<max($0.range.upperBound, run.upperBound)
      } ?? run
    // 88元/斤 is what one costs.
    if isOne(of: "/", range.upperBound), character(range.upperBound + 1)?.isLetter ?? false {
      return nil
    }
    let (isMinus, isBracketed) = (isMinus(run, range), isBracketed(range))
    return MoneyToken(
      hundredths: number.hundredths, isNegative: isMinus || isBracketed,
      isBracketed: isBracketed && !isMinus, isPlus: isOne(of: "+", run.lowerBound - 1),
      currency: sign?.currency,
      hasSign: sign != nil, decimals: number.decimals, range: range, span: text.span(of: run),
      leastConfidence: text.leastConfidence(in: run),
      isRepaired: repairs[run].contains(true) || number.isGuessed,
      isUneven: text.isUneven(in: run),
      support: Support(text.reader, confidence: text.leastConfidence(in: run)),
      isOpen: number.decimals == 0 && isOne(of: ".,", run.upperBound))
  }

  /// How many Latin letters end there: `TOTAL88.00` is a label that the readers saw no gap behind,
  /// `A88.00` a code.
  private func wordLength(endingAt index: Int) -> Int {
    characters[...index].reversed().prefix { $0.isASCII && $0.isLetter }.count
  }

  /// Part of a date, a time, a range or a code.
  private func isPartOfCode(_ run: Range<Int>) -> Bool {
    let (before, after) = (run.lowerBound - 1, run.upperBound)
    // 39.90*4 is a price and how many.
    let isPrice = isOne(of: "*", after) && run.count > 3 && isOne(of: ".", after - 3)
    if isOne(of: ":/-#_*", after), isDigit(after + 1), !isPrice { return true }
    // 让利 3407.00-元
    if isOne(of: "-/", after), !isOne(of: "元", after + 1),
      character(after + 1).map({ $0.isLetter }) ?? false
    {
      return true
    }
    if isOne(of: "*", after), isOne(of: "*", after + 1) { return true }
    if isMasked(from: after, by: 1) || isMasked(from: before, by: -1) { return true }
    if isOne(of: ":/#_", before), isDigit(before - 1) { return true }
    if isOne(of: "#", before) { return true }
    // 店长微信:yeren_825 is somebody's name.
    let hasCents = run.count > 3 && isOne(of: ".", after - 3)
    if isOne(of: "_", before), isLatin(before - 1), !hasCents { return true }
    if isOne(of: "*", before), isOne(of: "*", before - 1) { return true }
    // 抹零-0.81 is no code: 零 is a word here.
    return isOne(of: "-", before) && !isTimes(endingAt: before - 1)
      && !(isMark(before - 1) && run.count > 3 && isOne(of: ".", after - 3))
      && (isDigit(before - 1) || isLatin(before - 1))
  }

  /// 8801 **1752: beside it stand stars, and behind those more digits.
  private func isMasked(from index: Int, by step: Int) -> Bool {
    var at = index
    while character(at) == " " { at += step }
    let first = at
    while character(at) == "*" { at += step }
    guard abs(at - first) >= 2 else { return false }
    while character(at) == " " { at += step }
    return isDigit(at)
  }

  private func isLatin(_ index: Int) -> Bool {
    character(index).map { $0.isASCII && $0.isLetter } ?? false
  }

  /// A stroke between a word and its minus: 积分抵现l-3.00.
  private func isMark(_ index: Int) -> Bool {
    isOne(of: "lI|", index)
      && character(index - 1).map { !$0.isASCII && $0.isLetter } ?? false
  }

  private func isCount(_ run: Range<Int>) -> Bool {
    // 合计(2) 1044.00
    if run.count <= 2, isOne(of: "(", run.lowerBound - 1), isOne(of: ")", run.upperBound),
      character(run.lowerBound - 2).map({ !$0.isASCII && $0.isLetter }) ?? false
    {
      return true
    }
    // (4 件商品): in brackets a word may go on behind the unit.
    if isOne(of: "(", run.lowerBound - 1), isOne(of: " ", run.upperBound),
      character(run.upperBound + 1).map(Self.otherUnits.contains) ?? false
    {
      return true
    }
    return hasOtherUnit(after: run.upperBound)
  }

  private func hasOtherUnit(after index: Int) -> Bool {
    var start = index
    if isOne(of: " ", start) { start += 1 }
    guard let next = character(start) else { return false }
    if Self.otherUnits.contains(next) {
      // 88.00 人民币; 88 日期: words that begin with a unit's character.
      let following = character(start + 1)
      if start == index { return !(next == "人" && following == "民") }
      return !(following.map { $0.isLetter } ?? false)
    }
    guard next.isASCII, next.isLetter else { return false }
    let word = String(characters[start...].prefix { $0.isASCII && $0.isLetter }).uppercased()
    if start > index { return word != "D" && word != "X" && Self.otherLatinUnits.contains(word) }
    // A single letter behind the number is a tax code, more are a unit or a code; nothing is left
    // that an x at the line's end could multiply.
    let isTimes = word == "X" && isOne(of: ".,", index - 3) && isCount(after: start + 1)
    // 会员优惠 -2.70L: what is taken off is no volume.
    let isTakenOff = isOne(of: ".", index - 3) && isMinusBefore(numberEndingAt: index)
    let isUnit = "GHL".contains(word) && !isTakenOff || word == "X"
    let isTaxCode = word.count == 1 && !isDigit(start + 1) && !isUnit
    return !isTaxCode && !isTimes
  }

  private func isMinusBefore(numberEndingAt end: Int) -> Bool {
    var start = end
    while isDigit(start - 1) || isOne(of: ".,", start - 1) { start -= 1 }
    return start < end && isOne(of: "-", start - 1)
  }

  /// Nothing more stands there, or how many: of `23.00x 1` the ` 1`, of `23.00x1` its end.
  private func isCount(after index: Int) -> Bool {
    guard index < characters.count else { return true }
    let digits = characters[index...].drop { $0 == " " }.prefix(while: \.isASCIIDigit)
    let isApart = characters[index] == " " || digits.endIndex == characters.count
    return (1...2).contains(digits.count) && !isOne(of: ".,", digits.endIndex) && isApart
  }

  private func isMinus(_ run: Range<Int>, _ range: Range<Int>) -> Bool {
    for start in [range.lowerBound - 1, run.lowerBound - 1] where !isLetterOfCurrency(start, run) {
      // A tilde is how readers slip on a minus; between two numbers it is a range.
      if isOne(of: "-~", start), !isDigit(start - 1) || isTimes(endingAt: start - 1) {
        return true
      }
    }
    return isOne(of: "-", run.upperBound) && !isDigit(run.upperBound + 1)
  }

  /// e-CNY 88.00 is money of another kind.
  private func isLetterOfCurrency(_ index: Int, _ run: Range<Int>) -> Bool {
    index < run.lowerBound - 1 && isOne(of: "eE", index - 1)
      && !(character(index - 2).map { $0.isASCII && $0.isLetter } ?? false)
  }

  /// Digits behind a sign for times: 券核销x1-200.00 takes 200.00 off, and TX2-35 is a code.
  private func isTimes(endingAt index: Int) -> Bool {
    var start = index
    while isDigit(start) { start -= 1 }
    let isCode = character(start - 1).map { $0.isASCII && ($0.isLetter || $0.isNumber) } ?? false
    return start < index && start >= index - 2 && isOne(of: "xX*", start) && !isCode
  }

  private func isBracketed(_ range: Range<Int>) -> Bool {
    isOne(of: "(", range.lowerBound - 1) && isOne(of: ")", range.upperBound)
  }
}

/// A run of digits and separators as a decimal: `1,234.50`, `1.234,50`, `1234.5`, `88`, `0,.80`.
struct PrintedNumber {
  let hundredths: Int64
  let decimals: Int
  /// A separator was doubled or stood apart.
  let isGuessed: Bool

  /// - Parameter isMoney: a sign of a currency stands beside it: three decimals are one too many.
  init?(_ run: ArraySlice<PrintedCharacter>, isMoney: Bool = false) {
    var parts: [String] = [""]
    var separators: [PrintedCharacter] = []
    var isGuessed = false
    for character in run {
      if character == " " {
        isGuessed = true
        // `5,560 00`: the point between them was lost.
        if parts.count > 1, parts[parts.count - 1].count == 3 {
          separators.append(".")
          parts.append("")
        }
      } else if ".,".contains(character) {
        if parts[parts.count - 1].isEmpty {
          isGuessed = true
        } else {
          separators.append(character)
          parts.append("")
        }
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    let first = parts[0]
    guard !first.isEmpty, first.count == 1 || !first.hasPrefix("0") else { return nil }
    var whole = first
    var fraction = ""
    if parts.count > 1 {
      let last = parts[parts.count - 1]
      let middle = parts[1..<(parts.count - 1)]
      guard middle.allSatisfy({ $0.count == 3 }), middle.isEmpty || first.count <= 3 else {
        return nil
      }
      whole += middle.joined()
      if last.count == 3, first.count <= 3, separators.last == "," {
        whole += last
      } else if last.count <= 2 {
        fraction = last
      } else if last.count == 3, isMoney || !middle.isEmpty {
        // ¥5,685.000, ¥411.863: what stands behind was read as a digit.
        fraction = String(last.prefix(2))
        isGuessed = true
      } else {
        return nil
      }
    }
    let digits = whole + fraction + String(repeating: "0", count: 2 - fraction.count)
    guard whole.count <= 8, let value = Int64(digits) else { return nil }
    self.hundredths = value
    self.decimals = fraction.count
    self.isGuessed = isGuessed
  }
}
