import Receipts

/// What a heading tells of a shop, beyond the names that stand in it.
extension CounterReader {
  func addHeadings(
    _ lines: [PrintedLine], _ head: PaperHead, to found: inout [Int: CounterSighting]
  ) {
    let trades = trades(in: head, of: lines)
    addHeading(lines, head, trades, to: &found)
    addHeadName(lines, head, to: &found)
    addLongerNames(lines, head, trades, to: &found)
  }

  /// A heading that is nothing but a counter's name, and what may stand around every name.
  private func addHeading(
    _ lines: [PrintedLine], _ head: PaperHead, _ trades: [Set<Int>],
    to found: inout [Int: CounterSighting]
  ) {
    let whole = Set(found.filter(\.value.isWhole).map(\.key))
    var told: [(counters: [Int], core: Key, order: Int)] = []
    var forOthers: Set<Int> = []
    for (order, line) in lines.prefix(Self.labelledLines).enumerated() {
      let others = lines.filter { $0.index != line.index }
      let texts = line.texts.filter {
        let key = Key(characters: $0.characters)
        return !isSurelyOther(key, at: 0..<key.count, on: line)
          && !(CounterName.weight(of: key.letters) < Self.shortPart
            && Self.isDoubted(0..<key.count, of: $0))
      }
      let isNamed = lines[safe: order - 1].map(Self.isLabelOfShop) ?? false
      let whole =
        order < head.lines || isNamed
        ? texts.map {
          Self.closed(NameMatch.withZerosAsO($0.characters), by: lines[safe: order + 1])[...]
        } : []
      let untitled = whole.map(NameSurroundings.untitled).filter { !whole.contains($0) }
      let besideSlogan = whole.compactMap(NameSurroundings.withoutSlogan)
      let labelled = texts.compactMap {
        Self.shop(namedOn: NameMatch.withZerosAsO($0.characters))
      }
      let named =
        (whole + besideSlogan).map { (text: $0, isUntitled: false, isLabelled: false) }
        + untitled.map { (text: $0, isUntitled: true, isLabelled: false) }
        + labelled.map { (text: $0, isUntitled: false, isLabelled: true) }
      for (text, isUntitled, isLabelled) in named {
        guard var heading = ShopHeading(text, isPlace: register.isPlace) else { continue }
        (heading.isUntitled, heading.isLabelled) = (isUntitled, isLabelled)
        forOthers.formUnion(register.headings.counters(forOthersThan: heading))
        let counters = register.headings.counters(
          under: heading, others, below: lines[safe: order + 1],
          isShared: { register.isShared($0.letters) }, isGone: register.isGone,
          isPlace: register.isPlace,
          isTradeBeside: { isOtherTrade(trades, beside: order, than: $0) },
          goingOn: { core in register.names(goingOnBehind: core).map { register.names[$0] } })
        if !counters.isEmpty { told.append((counters, heading.core, order)) }
      }
    }
    for other in forOthers {
      found[other]?.other.append(weights.evidence("counter_name_other", times: 4))
    }
    // 百丽鞋业有限公司 over STACCATO is either's.
    guard let (counters, core, order) = told.first,
      whole.union(told.flatMap(\.counters)) == Set(counters)
    else { return }
    for counter in counters { addHeading(core, of: counter, on: lines, order, head, to: &found) }
  }

  private func addHeading(
    _ core: Key, of counter: Int, on lines: [PrintedLine], _ order: Int, _ head: PaperHead,
    to found: inout [Int: CounterSighting]
  ) {
    // Its whole name stands there anyway.
    let isKnown =
      found[counter]?.names.values.contains { name in
        name.isExact && name.evidence.contains { $0.code == "counter_name_exact" }
      } ?? false
    guard !isKnown else { return }
    let name = CounterName(
      counter: counter, key: core, weight: CounterName.weight(of: core.letters), isPart: false,
      core: 0..<core.count)
    let match = NameMatch(name: 0, likeness: 1, range: 0..<core.count, coverage: 1)
    let here = CounterSighting.Name(
      text: core.text, isExact: true,
      evidence: evidence(
        of: match, name, order: order, head, isLarge: false, isTradeBeside: false))
    found[counter, default: CounterSighting()].add(here, core, line: lines[order].index)
  }

  /// 古茗(郑州云汇天 and below it 地店): brackets that go on below.
  private static func closed(
    _ characters: [PrintedCharacter], by below: PrintedLine?
  ) -> [PrintedCharacter] {
    guard let open = characters.lastIndex(of: "("), !characters[open...].contains(")"),
      let rest = below?.text.characters, let end = rest.firstIndex(of: ")"), end <= lettersBelowMax
    else { return characters }
    return characters + rest[...end]
  }

  private static let lettersBelowMax = 8

  /// Nothing more where the name stands there letter by letter anyway, nor where another's does.
  private func addHeadName(
    _ lines: [PrintedLine], _ paper: PaperHead, to found: inout [Int: CounterSighting]
  ) {
    guard !found.values.contains(where: { $0.isWhole }) else { return }
    for (order, line) in lines.prefix(paper.lines).enumerated() {
      for text in line.texts {
        guard let head = HeadName(on: text, of: line.index, among: lines, in: register)
        else { continue }
        let name = register.names[head.name]
        var known = found[name.counter, default: CounterSighting()]
        if known.names[name.key] == nil {
          let match = NameMatch(
            name: head.name, likeness: 1, range: head.range, coverage: head.share)
          known.names[name.key] = CounterSighting.Name(
            text: name.key.text, isExact: false,
            evidence: evidence(
              of: match, name, order: order, paper, isLarge: false, isTradeBeside: false))
        }
        known.names[name.key]?.evidence.append(
          weights.evidence("counter_name_sole", times: head.share))
        known.lines.insert(line.index)
        found[name.counter] = known
        return
      }
    }
  }

  /// 南京大牌档, and below it 民国风味·小吃: where 南京大牌档·小吃 is a counter too, the paper may be either's.
  private func addLongerNames(
    _ lines: [PrintedLine], _ paper: PaperHead, _ trades: [Set<Int>],
    to found: inout [Int: CounterSighting]
  ) {
    let head = lines.prefix(paper.lines + 1).map(\.key)
    let exact = found.flatMap { index, here in
      // Of COACH OUTLET, which COACH is a part of, the whole.
      let exact = here.names.filter(\.value.isExact)
      return exact.filter { key, name in
        CounterName.weight(of: key.letters) >= Self.shortPart
          && !exact.keys.contains { $0.count > key.count && $0.contains(key) }
      }
      .map { (counter: index, key: $0.key, name: $0.value) }
    }
    var outdone: Set<Int> = []
    for (counter, key, name) in exact {
      for number in register.names(goingOnBehind: key) {
        let longer = register.names[number]
        let tail = Key(letters: longer.key.letters[key.count...])
        let known = found[longer.counter]?.names[longer.key]
        // 老乡鸡·面 is a beginning of 老乡鸡面馆.
        let isBegun = head.contains { line in
          line.count > key.count && line.letters.starts(with: key.letters)
            && longer.key.letters.starts(with: line.letters)
        }
        guard longer.counter != counter,
          !register.headings.areNamesakes([counter, longer.counter]),
          CounterName.weight(of: tail.letters) >= Self.shortPart,
          isBegun
            || name.isWhole && head.contains(where: { $0.contains(tail) && !$0.contains(key) }),
          isBegun || known?.score ?? -.infinity < name.score
        else { continue }
        // 小满 over 照相馆 is 小满摄影's rather than 小满童装's.
        if !register.headings.trades(of: counter).isEmpty,
          isOtherTrade(trades, than: counter), !isOtherTrade(trades, than: longer.counter)
        {
          found[counter]?.other.append(weights.evidence("counter_name_other", times: 2))
        }
        if isBegun { outdone.insert(counter) }
        // As likely as the other, and no more, but for what stands there of it anyway.
        let best = known.map { $0.score > name.score ? $0.evidence : name.evidence }
        found[longer.counter, default: CounterSighting()].names[longer.key] = CounterSighting.Name(
          text: longer.key.text, isExact: true, evidence: best ?? name.evidence, isAssumed: true)
      }
    }
    for counter in outdone {
      found[counter]?.other.append(weights.evidence("counter_name_other", times: 2))
    }
  }

  /// 影城 below 太平洋, which is not 太平洋咖啡 then.
  func trades(in head: PaperHead, of lines: [PrintedLine]) -> [Set<Int>] {
    lines.prefix(head.lines + 1).map { line in
      line.text.hasDigit || line.text.characters.contains(":")
        ? [] : ShopTrade.trades(in: line.key)
    }
  }

  /// - Parameter order: of a line that is not asked; `nil`: all are.
  func isOtherTrade(
    _ trades: [Set<Int>], beside order: Int? = nil, than counter: Int
  ) -> Bool {
    let own = register.headings.trades(of: counter)
    return trades.indices.contains {
      $0 != order && !trades[$0].isEmpty && trades[$0].isDisjoint(with: own)
    }
  }

  /// ZWILLING双立人 of 专柜:ZWILLING双立人, whatever stands before it: 专柜号:2841 专柜:Marisfrolg.
  private static func shop(
    namedOn characters: [PrintedCharacter]
  ) -> ArraySlice<PrintedCharacter>? {
    let colon = characters.indices.last { index in
      guard characters[index] == ":" else { return false }
      let words = characters[..<index].reversed().prefix { $0 != " " && !$0.isASCIIDigit }
      let label = Key(characters: words.reversed())
      // 货号:8821 品牌:耐克 is of an item.
      return CounterLabel.namesShop(label)
        && (words.count == index || !CounterLabel.isOfGoods(label))
    }
    // 商户名称花点时间花店, as terminals print it in columns.
    guard let start = colon.map({ $0 + 1 }) ?? CounterLabel.end(beforeNameIn: characters) else {
      return nil
    }
    var value = characters[start...].drop { $0 == " " }
    // 收钱吧-螺状元螺蛳粉: through whom it was paid
    if let dash = value.firstIndex(of: "-"),
      providers.contains(Key(characters: value[..<dash]))
    {
      value = value[(dash + 1)...].drop { $0 == " " }
    }
    // 柜组:L2-01 ONLY
    if let gap = value.firstIndex(of: " "), value[..<gap].contains(where: \.isASCIIDigit),
      value[..<gap].allSatisfy({ $0.isASCII })
    {
      value = value[gap...].drop { $0 == " " }
    }
    // VICTORIA'S SECRET 店员:08, 耐克 POS:03
    let end = value.indices.first { index in
      guard value[index] == " " else { return false }
      let word = value[(index + 1)...].prefix { $0 != " " }
      return word.contains { $0 == ":" || !$0.isASCII || $0.isNumber }
    }
    return value[..<(end ?? value.endIndex)]
  }

  /// Through whom the money goes.
  private static let providers = Set(
    ["收钱吧", "拉卡拉", "乐刷", "富友", "银联", "银联商务", "美团", "微信", "支付宝", "云闪付"].map { Key($0) })

  /// 商户名称(MERCHANT NAME): over the name.
  private static func isLabelOfShop(_ line: PrintedLine) -> Bool {
    guard line.text.characters.last == ":" else { return false }
    let words = line.text.characters.prefix { $0 != ":" && $0 != "(" }
    return CounterLabel.namesShop(Key(characters: words))
  }

  /// Who printed a paper below the mall's name stands in so many lines.
  private static let labelledLines = 8
}
