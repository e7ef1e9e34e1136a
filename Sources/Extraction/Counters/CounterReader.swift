import Receipts

/// Decides which counter of the register printed a paper.
struct CounterReader {
  let weights: Weights
  let register: CounterIndex
  /// For each counter that has a layout, which part of its own lines stands on the paper.
  let shares: [CounterCode: Double]
  /// Of the paper those that confirmed papers of one counter alone have.
  let learned: [LearnedHeading]

  /// A name is looked for in this many lines from the top, and in the last few.
  private static let headLines = 14
  private static let footLines = 8
  /// Two Chinese letters, or four Latin ones.
  private static let shortPart = 2.0
  /// How much more a slip in such a part of a name counts.
  private static let slipOfShortPart = 5.0
  private static let sureCharacters = 0.95
  /// A part of a name of as many characters tells as much as a whole: 华溪烘焙 of Old Bakehouse 华溪烘焙.
  private static let tellingWeight = 3.0

  /// A name as it stands on a line.
  fileprivate struct Name {
    var text: String
    var isExact: Bool
    var evidence: [Evidence]

    var score: Double { evidence.reduce(0) { $0 + $1.weight } }
    /// All that a line says, or a word of it.
    var isWhole: Bool { evidence.contains { $0.code == "counter_name_whole" } }
  }

  fileprivate struct Found {
    var names: [Key: Name] = [:]
    var other: [Evidence] = []
    var lines: Set<Int> = []

    /// One of its names is all that a line says.
    var isWhole: Bool {
      names.values.contains { $0.isWhole && $0.isExact }
    }

    /// One of its names stands there letter by letter.
    var isExact: Bool { names.values.contains(where: \.isExact) }

    var hasCode: Bool { other.contains { $0.code.hasPrefix("counter_code") } }

    /// Its unit code or telephone stands there.
    var hasMark: Bool {
      let marks = ["counter_code", "counter_code_alone", "counter_phone"]
      return other.contains { marks.contains($0.code) }
    }

    private func isLatin(_ key: Key) -> Bool { key.letters.allSatisfy { $0.isLatin || $0.isDigit } }

    /// The name that tells most, a part of the next, another name of the same counter, and the rest.
    func evidence(_ weights: Weights) -> [Evidence] {
      let sorted = names.sorted { ($0.value.score, $0.key.text) > ($1.value.score, $1.key.text) }
      guard let first = sorted.first else { return other }
      let rest = sorted.dropFirst()
      let second = rest.first.map {
        weights.evidence("counter_second_name", times: max(0, $0.value.score), $0.value.text)
      }
      // LEGO, and 乐高 on its own besides: each says what the other does.
      let beside = rest.first { name in
        name.value.isExact && name.value.isWhole && first.value.isExact
          && isLatin(name.key) != isLatin(first.key) && !name.key.contains(first.key)
          && !first.key.contains(name.key)
      }
      .map { weights.evidence("counter_name_beside", $0.value.text) }
      return first.value.evidence + [second, beside].compactMap(\.self) + other
    }
  }

  /// What a paper prints of the register's counters.
  struct Sightings {
    fileprivate var found: [Int: Found] = [:]
  }

  func sightings(_ lines: [PrintedLine]) -> Sightings {
    var found: [Int: Found] = [:]
    addNames(lines, to: &found)
    addCodes(lines, to: &found)
    addPhones(lines, to: &found)
    addBranches(lines, to: &found)
    return Sightings(found: found)
  }

  /// - Parameter day: of the purchase, which tells a shop from the one that had its name before;
  ///   `nil` where it is not known.
  func field(_ sightings: Sightings, day: Day?) -> Field<CounterMatch> {
    var found = sightings.found
    addTenancies(on: day, to: &found)
    addLayouts(to: &found)
    addLearnedHeadings(to: &found)
    weighTwins(&found)
    var ballot = Ballot<CounterMatch>()
    let weighed = found.map { index, found in
      let evidence = found.evidence(weights)
      return (index: index, evidence: evidence, score: evidence.reduce(0) { $0 + $1.weight })
    }
    let best = weighed.sorted { ($0.score, $1.index) > ($1.score, $0.index) }.prefix(6)
    for (index, evidence, _) in best {
      let counter = register.counters[index]
      let match = CounterMatch(code: counter.code, name: counter.name)
      ballot.add(match, evidence)
      for line in (found[index]?.lines ?? []).sorted() { ballot.add(match, [], line: line) }
    }
    return ballot.field(noneScore: weights("counter_none"))
  }

  /// A shop that calls itself otherwise than the register does is known by its heading, once papers of
  /// it were confirmed: where nothing on the paper is another counter's.
  private func addLearnedHeadings(to found: inout [Int: Found]) {
    let owners = Set(learned.compactMap { register.index(of: $0.counter) })
    guard let index = owners.first, owners.count == 1, hasOneTenant(index),
      !isOfSeveral(index, among: found),
      !found.contains(where: { $0.key != index && ($0.value.isExact || $0.value.hasMark) })
    else { return }
    let own = learned.filter { heading in
      !CounterName.holdsCompanyForm(heading.line.key.letters[...])
        && !register.isPlace(heading.line.key.letters)
        && !register.headings.isNamed(
          heading.line.text.characters, besides: index, register.isPlace)
    }
    guard let heading = own.first else { return }
    found[index, default: Found()].other.append(
      weights.evidence("counter_layout_heading", heading.line.key.text))
    found[index]?.lines.insert(heading.line.index)
  }

  /// A till is known by what it prints, even where its name is a picture.
  private func addLayouts(to found: inout [Int: Found]) {
    for (code, share) in shares {
      guard let index = register.index(of: code) else { continue }
      // Lines that nobody else's layout has yet may still be the whole mall's.
      guard hasOneTenant(index), !isOfSeveral(index, among: found) else { continue }
      let code = found[index] == nil ? "counter_layout_alone" : "counter_layout_lines"
      found[index, default: Found()].other.append(weights.evidence(code, times: share))
    }
  }

  /// Of several it is not known whose papers a layout was learned from.
  private func hasOneTenant(_ index: Int) -> Bool { register.tenants(of: index).count == 1 }

  /// Another counter of its name stands on the paper too, and nothing is known of what it prints: two
  /// shops of one brand print the same lines.
  private func isOfSeveral(_ index: Int, among found: [Int: Found]) -> Bool {
    let name = register.counters[index].name
    return found.keys.contains { other in
      other != index && register.counters[other].name == name
        && shares[register.counters[other].code] == nil
    }
  }

  /// Where one name of the register stands letter by letter, another that is like it is its twin's.
  /// Unless it is the other's code or telephone that stands there: 荼 is easily read as 茶.
  private func weighTwins(_ found: inout [Int: Found]) {
    let exact = found.values.filter(\.isExact)
    guard !exact.isEmpty else { return }
    let isMarked = exact.contains(where: \.hasMark)
    for (index, other) in found where !other.isExact && !other.names.isEmpty {
      if other.hasMark, !isMarked { continue }
      found[index]?.other.append(weights.evidence("counter_beside_exact"))
    }
  }

  private func addNames(_ lines: [PrintedLine], to found: inout [Int: Found]) {
    let usualHeight = lines.usualHeight
    let surroundings = NameSurroundings(lines, register: register)
    let trades = trades(inHeadOf: lines)
    for (order, line) in lines.enumerated() {
      guard order < Self.headLines || order >= lines.count - Self.footLines else { continue }
      let isPriced = MoneyScanner.tokens(in: line.text).contains { $0.decimals > 0 }
      for text in line.texts {
        for match in NameMatch.matches(on: text, of: line.index, in: register, surroundings) {
          let name = register.names[match.name]
          // Who reads best has seen another name in its place.
          let isOther = match.likeness == 1 && isSurelyOther(name.key, at: match.range, on: line)
          if isOther { continue }
          let isLarge = line.height > 1.4 * usualHeight
          var evidence = evidence(
            of: match, name, order: order, isLarge: isLarge,
            isTradeBeside: name.isTrimmed
              && isOtherTrade(trades, beside: order, than: name.counter))
          // 小龙虾 4 367.60 is a dish, whoever is called so.
          if isPriced { evidence.append(weights.evidence("counter_name_priced")) }
          let other =
            match.sureOthers(of: name.key, on: text, confidence: Self.sureCharacters)
          if other > 0 {
            evidence.append(weights.evidence("counter_name_other", times: Double(min(2, other))))
          }
          let here = Name(
            text: name.key.text, isExact: match.likeness == 1, evidence: evidence)
          let known = found[name.counter]?.names[name.key]?.score ?? -.infinity
          if here.score > known { found[name.counter, default: Found()].names[name.key] = here }
          found[name.counter, default: Found()].lines.insert(line.index)
        }
      }
    }
    addHeading(lines, trades, to: &found)
    addHeadName(lines, to: &found)
    addLongerNames(lines, trades, to: &found)
  }

  /// Whether who reads a line best is sure of other letters than a worse reader saw there.
  private func isSurelyOther(_ key: Key, at range: Range<Int>, on line: PrintedLine) -> Bool {
    NameMatch.sureOthers(
      of: key, at: range, seenBy: line.text, confidence: Self.sureCharacters) > 0
  }

  /// 影城 below 太平洋, which is not 太平洋咖啡 then.
  private func trades(inHeadOf lines: [PrintedLine]) -> [Set<Int>] {
    lines.prefix(Self.headingLines + 1).map { line in
      line.text.hasDigit || line.text.characters.contains(":")
        ? [] : ShopTrade.trades(in: line.key)
    }
  }

  /// - Parameter order: of a line that is not asked; `nil`: all are.
  private func isOtherTrade(
    _ trades: [Set<Int>], beside order: Int? = nil, than counter: Int
  ) -> Bool {
    let own = register.headings.trades(of: counter)
    return trades.indices.contains {
      $0 != order && !trades[$0].isEmpty && trades[$0].isDisjoint(with: own)
    }
  }

  /// 南京大牌档, and below it 民国风味·小吃: where 南京大牌档·小吃 is a counter too, the paper may be either's.
  private func addLongerNames(
    _ lines: [PrintedLine], _ trades: [Set<Int>], to found: inout [Int: Found]
  ) {
    let head = lines.prefix(Self.headingLines + 1).map(\.key)
    let exact = found.flatMap { index, here in
      // Of COACH OUTLET, which COACH is a part of, the whole.
      let exact = here.names.filter(\.value.isExact)
      return exact.filter { key, name in
        name.isWhole && CounterName.weight(of: key.letters) >= Self.shortPart
          && !exact.keys.contains { $0.count > key.count && $0.contains(key) }
      }
      .map { (counter: index, key: $0.key, name: $0.value) }
    }
    for (counter, key, name) in exact {
      for number in register.names(goingOnBehind: key) {
        let longer = register.names[number]
        let tail = Key(letters: longer.key.letters[key.count...])
        guard longer.counter != counter, CounterName.weight(of: tail.letters) >= Self.shortPart,
          head.contains(where: { $0.contains(tail) && !$0.contains(key) }),
          found[longer.counter]?.names[longer.key]?.score ?? -.infinity < name.score
        else { continue }
        // 小满 over 照相馆 is 小满摄影's rather than 小满童装's.
        if !register.headings.trades(of: counter).isEmpty,
          isOtherTrade(trades, than: counter), !isOtherTrade(trades, than: longer.counter)
        {
          found[counter]?.other.append(weights.evidence("counter_name_other", times: 2))
        }
        // As likely as the other, and no more.
        found[longer.counter, default: Found()].names[longer.key] = Name(
          text: longer.key.text, isExact: true, evidence: name.evidence)
      }
    }
  }

  /// A heading stands in so many lines.
  private static let headingLines = 2

  /// A heading that is nothing but a counter's name, and what may stand around every name.
  private func addHeading(
    _ lines: [PrintedLine], _ trades: [Set<Int>], to found: inout [Int: Found]
  ) {
    let whole = Set(found.filter(\.value.isWhole).map(\.key))
    var told: [(counter: Int, core: Key, order: Int)] = []
    var forOthers: Set<Int> = []
    for (order, line) in lines.prefix(Self.labelledLines).enumerated() {
      let others = lines.filter { $0.index != line.index }
      let texts = line.texts.filter {
        let key = Key(characters: $0.characters)
        return !isSurelyOther(key, at: 0..<key.count, on: line)
      }
      let whole = order < Self.headingLines ? texts.map { $0.characters[...] } : []
      for text in whole + texts.compactMap({ Self.shop(namedOn: $0.characters) }) {
        guard let heading = ShopHeading(text, isPlace: register.isPlace) else { continue }
        forOthers.formUnion(register.headings.counters(forOthersThan: heading))
        let counter = register.headings.counter(
          under: heading, others, below: lines[safe: order + 1],
          isShared: { register.isShared($0.letters) }, isPlace: register.isPlace,
          isTradeBeside: { isOtherTrade(trades, beside: order, than: $0) })
        if let counter { told.append((counter, heading.core, order)) }
      }
    }
    for other in forOthers {
      found[other]?.other.append(weights.evidence("counter_name_other", times: 4))
    }
    // 百丽鞋业有限公司 over STACCATO is either's.
    guard let (counter, core, order) = told.first,
      whole.union(told.map(\.counter)) == [counter]
    else { return }
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
    let here = Name(
      text: core.text, isExact: true,
      evidence: evidence(of: match, name, order: order, isLarge: false, isTradeBeside: false))
    let known = found[counter]?.names[core]?.score ?? -.infinity
    if here.score > known { found[counter, default: Found()].names[core] = here }
    found[counter, default: Found()].lines.insert(lines[order].index)
  }

  /// ZWILLING双立人 of 专柜:ZWILLING双立人.
  private static func shop(
    namedOn characters: [PrintedCharacter]
  ) -> ArraySlice<PrintedCharacter>? {
    guard let colon = characters.firstIndex(of: ":"),
      labels.contains(Key(characters: characters[..<colon]))
    else { return nil }
    return characters[(colon + 1)...].drop { $0 == " " }.prefix { $0 != " " }
  }

  /// Who printed a paper below the mall's name stands in so many lines.
  private static let labelledLines = 8
  private static let labels: Set<Key> = Set(
    [
      "专柜", "专柜名称", "柜组", "柜组名称", "柜台", "品牌", "品牌名称", "商户", "商户名称", "商家", "店名", "店铺", "店铺名称",
      "商铺", "商铺名称", "门店", "门店名称",
    ].map { Key($0) })

  /// Nothing more where the name stands there letter by letter anyway, nor where another's does.
  private func addHeadName(_ lines: [PrintedLine], to found: inout [Int: Found]) {
    guard !found.values.contains(where: { $0.isWhole }) else { return }
    for (order, line) in lines.prefix(Self.headingLines).enumerated() {
      for text in line.texts {
        guard let head = HeadName(on: text, of: line.index, among: lines, in: register)
        else { continue }
        let name = register.names[head.name]
        var known = found[name.counter, default: Found()]
        if known.names[name.key] == nil {
          let match = NameMatch(
            name: head.name, likeness: 1, range: head.range, coverage: head.share)
          known.names[name.key] = Name(
            text: name.key.text, isExact: false,
            evidence: evidence(
              of: match, name, order: order, isLarge: false, isTradeBeside: false))
        }
        known.names[name.key]?.evidence.append(
          weights.evidence("counter_name_sole", times: head.share))
        known.lines.insert(line.index)
        found[name.counter] = known
        return
      }
    }
  }

  private func evidence(
    of match: NameMatch, _ name: CounterName, order: Int, isLarge: Bool, isTradeBeside: Bool
  ) -> [Evidence] {
    let isWhole = match.coverage > NameMatch.wholeCoverage
    // In the heading a half that is nobody else's says all.
    let isPart =
      name.isPart
      && !(isWhole && match.likeness == 1 && order < Self.headingLines
        && (name.isOwnHalf || name.isTrimmed && !isTradeBeside))
    var evidence = [
      weights.evidence(
        isWhole ? "counter_name_whole" : "counter_name_within", name.key.text),
      weights.evidence("counter_name_length", times: min(6, name.weight)),
    ]
    // The whole registered name, letter by letter, with nothing beside it.
    let isOfOtherTrade = name.isTrimmed && isTradeBeside
    if isWhole, match.likeness == 1, !isPart || isTelling(name) && !isOfOtherTrade {
      evidence.append(weights.evidence("counter_name_exact"))
    }
    if !isWhole {
      evidence.append(weights.evidence("counter_name_coverage", times: match.coverage))
    }
    if match.likeness < 1 {
      // A short part of a name is another word as soon as it has a slip: None is no NOME.
      let doubt = name.isPart && name.weight <= Self.shortPart ? Self.slipOfShortPart : 1
      evidence.append(weights.evidence("counter_name_slip", times: (match.likeness - 1) * doubt))
    }
    let height = max(0, 1 - Double(order) / Double(Self.headLines))
    if height > 0 { evidence.append(weights.evidence("counter_name_head", times: height)) }
    if isLarge { evidence.append(weights.evidence("counter_name_large")) }
    if isPart { evidence.append(weights.evidence("counter_name_part")) }
    return evidence
  }

  /// A Chinese part of so many characters; Latin words are many shops'.
  private func isTelling(_ part: CounterName) -> Bool {
    part.weight >= Self.tellingWeight && !part.key.letters.contains(where: \.isLatin)
  }

  // MARK: Codes and phones

  private static let places = [
    "门店", "店名", "店铺", "商铺", "店号", "专柜", "柜组", "柜号", "柜台", "商户", "铺位", "单元", "铺号", "号铺", "SHOP",
    "STORE",
    "UNIT",
    "COUNTER",
    "MERCHANT", "LOT", "SUITE",
  ].map { Key($0) }

  private func addCodes(_ lines: [PrintedLine], to found: inout [Int: Found]) {
    var first: [Int: (order: Int, reader: Int)] = [:]
    // Whose code another reader, or another line, has as well.
    var again: Set<Int> = []
    for (order, line) in lines.enumerated() {
      let isPlace = Self.places.contains { line.key.contains($0) }
      for (reader, text) in line.texts.enumerated() {
        let words = Self.words(of: text) + Self.joinedWords(of: text) + chineseCodes(in: text)
        for word in words {
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
            found[tenant, default: Found()].other.append(weights.evidence(code, word))
            found[tenant, default: Found()].lines.insert(line.index)
          }
        }
      }
    }
    for index in again.flatMap(register.tenants) {
      found[index]?.other.append(weights.evidence("counter_code_again"))
    }
  }

  /// Runs of Latin letters and digits that no date, amount or longer number holds.
  private static func words(of text: PrintedText) -> [String] {
    var words: [String] = []
    var word = ""
    var isJoined = false
    for character in text.characters + [" "] {
      if character.isASCII, character.isLetter || character.isNumber {
        word.append(character)
        continue
      }
      let joins = "-./:,#*¥$".contains(character)
      if word.count >= 3, !isJoined, !joins { words.append(word.uppercased()) }
      if !word.isEmpty || !joins { isJoined = joins && character != ":" }
      word = ""
    }
    return words
  }

  /// Units that are written with a dash: L2-69; right behind a word for a place 2-060, too, and no
  /// day, 11-03 12:37.
  private static func joinedWords(of text: PrintedText) -> [String] {
    guard text.characters.contains("-") else { return [] }
    let runs = text.characters.split {
      !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-"))
    }
    return runs.compactMap { run -> String? in
      let word = String(run).uppercased()
      guard word.contains("-"), word.contains(where: \.isNumber) else { return nil }
      if word.contains(where: \.isLetter) { return word }
      let before = Self.withoutNumberWord(Key(characters: text.characters[..<run.startIndex]).text)
      let rest = text.characters[run.endIndex...].drop { $0 == " " }
      let isBeforeClock = rest.prefix(3).contains(":") && rest.first?.isNumber ?? false
      return places.contains { before.hasSuffix($0.text) } && !isBeforeClock ? word : nil
    }
  }

  /// Units that are written with a Chinese word for the floor: 3楼A53, 负2楼C43.
  private func chineseCodes(in text: PrintedText) -> [String] {
    guard !register.codeCharacters.isEmpty, text.hasDigit else { return [] }
    let folded = CounterIndex.folded(String(text.characters))
    return folded.split { character in
      !(character.isASCII && (character.isLetter || character.isNumber || character == "-")
        || register.codeCharacters.contains(character))
    }
    .map { String($0) }.filter { word in word.contains { !$0.isASCII } }
  }

  /// 铺位号: names an 铺位.
  private static func withoutNumberWord(_ text: String) -> String {
    let word = ["编号", "号", "NO"].first(where: text.hasSuffix)
    return word.map { String(text.dropLast($0.count)) } ?? text
  }

  private func addPhones(_ lines: [PrintedLine], to found: inout [Int: Found]) {
    for line in lines {
      let isHotline = Self.hotlines.contains(where: line.key.contains)
      for text in line.texts where text.hasDigit {
        let digits = text.characters.filter { !"- ()".contains($0) }
        for run in digits.split(whereSeparator: { !$0.isNumber || !$0.isASCII }) {
          let matches = register.counters(withPhone: String(run))
          for index in matches
          where found[index]?.other.contains(where: { $0.code == "counter_phone" }) != true {
            found[index, default: Found()].other.append(
              weights.evidence(
                "counter_phone",
                times: (isHotline ? Self.hotlineShare : 1) / Double(matches.count), String(run)))
            found[index, default: Found()].lines.insert(line.index)
          }
        }
      }
    }
  }

  /// 顾客服务电话 may be the mall's, whoever of its shops gave it to the register as theirs too.
  private static let hotlines = ["服务", "投诉", "热线", "客服", "咨询", "监督", "HOTLINE"].map { Key($0) }
  private static let hotlineShare = 0.4

  // MARK: Shops of one name

  /// The branch tells one shop of a brand from another.
  private func addBranches(_ lines: [PrintedLine], to found: inout [Int: Found]) {
    let head = lines.prefix(Self.headLines)
    // 月里奶茶(南广场 and below it 店): a branch may be parted.
    let places =
      head.map(\.key)
      + zip(head, head.dropFirst()).map {
        Key(characters: $0.text.characters + $1.text.characters)
      }
    for index in found.keys {
      guard let branch = register.branches[index] else { continue }
      // 一店 and 二店 differ by all there is.
      let isNumbered = branch.letters.contains { $0.isDigit || Self.numerals.contains($0) }
      let costMax = isNumbered ? 0 : Double(branch.count) / 6
      let isPrinted = places.contains { Likeness.cost(of: branch, in: $0).cost <= costMax }
      if isPrinted {
        found[index]?.other.append(weights.evidence("counter_branch", branch.text))
      } else if let own = FloorOfBranch(branch), places.contains(where: own.isOther) {
        found[index]?.other.append(
          weights.evidence("counter_other_branch", branch.text))
      }
    }
  }

  private static let numerals = Set("一二三四五六七八九十".unicodeScalars)

  /// Of two of one name, or of one unit, the one that had its place that day.
  private func addTenancies(on day: Day?, to found: inout [Int: Found]) {
    guard let day else { return }
    for index in found.keys where !register.counters[index].isOpen(on: day) {
      let counter = register.counters[index]
      let hasRival = found.keys.contains {
        let other = register.counters[$0]
        return $0 != index && (other.name == counter.name || other.code == counter.code)
          && other.isOpen(on: day)
      }
      if hasRival { found[index]?.other.append(weights.evidence("counter_not_open")) }
    }
  }
}
