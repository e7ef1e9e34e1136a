import Receipts

/// What tells a counter besides its name: its unit's code, its telephone, its branch.
extension CounterReader {
  func addCodes(_ lines: [PrintedLine], to found: inout [Int: CounterSighting]) {
    var first: [Int: (order: Int, reader: Int)] = [:]
    // Whose code another reader, or another line, has as well.
    var again: Set<Int> = []
    let codes = UnitCodes(chinese: register.codeCharacters)
    for (order, line) in lines.enumerated() {
      let isPlace = CounterLabel.isAbout(unitOn: line.key)
      for (reader, text) in line.texts.enumerated() {
        for word in codes.words(on: text) {
          let exact = register.counter(withCode: word)
          guard let index = exact ?? (isPlace ? register.counter(withCodeLike: word) : nil) else {
            continue
          }
          let hasLetter = word.contains { $0.isLetter }
          let isEdge = order < 6 || order >= lines.count - Self.footLines
          guard isPlace || hasLetter || isEdge else { continue }
          if found[index]?.hasCode == true {
            // Of one print two readers only prove the letters, unless it is named for a place.
            if exact != nil, let here = first[index], here != (order, reader),
              here.order != order || isPlace
            {
              again.insert(index)
            }
            continue
          }
          let code =
            isPlace && exact != nil
            ? "counter_code" : hasLetter ? "counter_code_alone" : "counter_code_digits"
          first[index] = (order, reader)
          for tenant in register.tenants(of: index) {
            // 桌号:A12 is no unit, 友谊路88号B1F06 is one.
            if exact != nil, isPlace || hasLetter && Self.isBehindHouse(word, on: text) {
              found[tenant, default: CounterSighting()].hasOwnMark = true
            }
            found[tenant, default: CounterSighting()]
              .add(weights.evidence(code, word), line: line.index)
          }
        }
      }
    }
    for index in again.flatMap(register.tenants) {
      found[index]?.other.append(weights.evidence("counter_code_again"))
    }
  }

  /// A street and a house's number stand shortly before it.
  private static func isBehindHouse(_ word: String, on text: PrintedText) -> Bool {
    let line = Key(characters: text.characters)
    guard let start = line.range(of: Key(word))?.lowerBound else { return false }
    return NameSurroundings.holdsHouse(line.letters[..<start].suffix(lettersBehindHouseMax))
  }

  /// 友谊路1088号云汇天地购物中心
  private static let lettersBehindHouseMax = 18

  func addPhones(_ lines: [PrintedLine], to found: inout [Int: CounterSighting]) {
    for line in lines {
      let isHotline = Self.hotlines.contains(where: line.key.contains)
      for text in line.texts where text.hasDigit {
        let digits = text.characters.filter { !"- ()".contains($0) }
        for run in digits.split(whereSeparator: { !$0.isNumber || !$0.isASCII }) {
          let matches = register.counters(withPhone: String(run))
          let share = (isHotline ? Self.hotlineShare : 1) / Double(matches.count)
          for index in matches
          where found[index]?.other.contains(where: { $0.code == "counter_phone" }) != true {
            found[index, default: CounterSighting()].add(
              weights.evidence("counter_phone", times: share, String(run)), line: line.index)
            if share == 1 { found[index]?.hasOwnMark = true }
          }
        }
      }
    }
  }

  /// 顾客服务电话 may be the mall's, whoever of its shops gave it to the register as theirs too.
  private static let hotlines = ["服务", "投诉", "热线", "客服", "咨询", "监督", "HOTLINE"].map { Key($0) }

  private static let hotlineShare = 0.4

  /// The branch tells one shop of a brand from another.
  func addBranches(_ lines: [PrintedLine], to found: inout [Int: CounterSighting]) {
    let head = lines.prefix(Self.headLines)
    let whole = head.map(\.key)
    // 月里奶茶(南广场 and below it 店): a branch may be parted.
    let places =
      whole
      + zip(head, head.dropFirst()).map {
        Key(characters: $0.text.characters + $1.text.characters)
      }
    func isPrinted(_ branch: Key) -> Bool {
      // 一店 and 二店 differ by all there is.
      let isNumbered = branch.letters.contains { $0.isDigit || Self.numerals.contains($0) }
      let costMax = isNumbered ? 0 : Double(branch.count) / 6
      return places.contains { Likeness.cost(of: branch, in: $0).cost <= costMax }
    }
    func isNamesakeHere(_ other: Int, of index: Int) -> Bool {
      other != index && register.headings.areNamesakes([other, index])
        && register.branches[other].map(isPrinted) ?? false
    }
    let mall = register.mall.flatMap { isPrinted($0) ? $0 : nil }
    let isElsewhere = mall == nil && isInOtherMall(lines)
    for index in found.keys {
      let branch = register.branches[index]
      let floor = branch.flatMap { FloorOfBranch($0) }
      // Two lines side by side tell no floor that stands without the mall's name.
      let floors = floor?.place.isEmpty ?? true ? whole : places
      let isHere =
        branch.map(isPrinted) ?? false || floor.map { floors.contains(where: $0.isHere) } ?? false
      if isElsewhere, !(found[index]?.hasOwnMark ?? false) {
        // 桌号:A12 says nothing of the unit A12, and speaks for it.
        let isMarked = found[index]?.hasMark ?? false
        found[index]?.other.append(
          weights.evidence("counter_other_branch", times: isMarked ? 2 : 1))
      } else if isHere, !(found[index]?.isPartOfOther ?? false) {
        found[index]?.other.append(weights.evidence("counter_branch", branch?.text))
      } else if let floor, floors.contains(where: floor.isOther) {
        found[index]?.other.append(
          weights.evidence("counter_other_branch", branch?.text))
      } else if let mall, branch == nil, found[index]?.isWhole ?? false,
        !found.keys.contains(where: { isNamesakeHere($0, of: index) })
      {
        // Whose branch the register does not have is in the mall as the others are.
        found[index]?.other.append(weights.evidence("counter_branch", mall.text))
      }
    }
  }

  /// 星巴克(大悦城店) of another mall's 星巴克.
  private func isInOtherMall(_ lines: [PrintedLine]) -> Bool {
    guard !register.otherMalls.isEmpty else { return false }
    return lines.enumerated().contains { order, line in
      KnownMall.isNamed(
        on: line.key, isHead: order < Self.linesOfMall, among: register.otherMalls)
    }
  }

  private static let linesOfMall = 4
  private static let numerals = Set("一二三四五六七八九十".unicodeScalars)
}
