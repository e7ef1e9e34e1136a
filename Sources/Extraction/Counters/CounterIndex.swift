package import Receipts

/// The register, made ready to be searched by what a paper prints.
package struct CounterIndex: Sendable {
  /// Each tenant of a unit by itself, the last before those that had its code before.
  package let counters: [Counter]
  let names: [CounterName]
  /// By counter; `nil` where it has none.
  let branches: [Key?]
  /// What its branches are called, each once: most hold the mall's name.
  let places: [Key]
  /// What most of its counters have for a branch, which all its shops may print; `nil` where there
  /// is no such.
  let mall: Key?

  /// Malls that the register's is none of; empty where it is not known which that is.
  let otherMalls: [Key]

  /// The names by what headings have of them.
  let headings: HeadingIndex

  private let placeBeginnings: Set<[Unicode.Scalar]>
  private let pairs: [Pair: [Int32]]
  private let singles: [Unicode.Scalar: [Int32]]
  private let byCode: [String: Int]
  /// By the code with look-alikes as one, 81F-78 for B1F-78; several where codes differ in nothing
  /// else.
  private let byShape: [String: [Int]]
  /// The same without dashes, of codes that have one.
  private let byDashlessShape: [String: [Int]]
  /// Chinese characters of unit codes: 楼 of 3楼A53.
  let codeCharacters: Set<Character>
  private let indices: [CounterCode: Int]
  /// By the last tenant, where there were several.
  private let tenants: [Int: [Int]]
  private let byPhone: [String: [Int]]

  /// Names and their parts by the letters that they begin with, as many as ``beginning``.
  private let byBeginning: [[Unicode.Scalar]: [Int32]]
  /// Who closed before it, as an ``Receipts/Day/ordinal``, takes no name from who is there now: no
  /// purchase of theirs can be claimed any more. `nil` where it is not known when a claim was made.
  var firstDay: Int?

  /// No two counters of a mall begin alike for so many Chinese characters by chance.
  static let beginning = 3

  private struct Pair: Hashable {
    var first: Unicode.Scalar
    var second: Unicode.Scalar
  }

  /// - Parameter mall: what the mall is called, which most branches say as well and all shops
  ///   print: no part of any name tells a shop by it. May be empty.
  /// - Complexity: linear in the length of all names, but for the halves of names in two scripts,
  ///   each of which is looked for in the names that have its rarest two letters; some milliseconds
  ///   for a thousand counters.
  package init(_ units: [Counter], mall: String = "") {
    let counters = units.flatMap(\.tenants)
    self.counters = counters
    let told = counters.compactMap(\.branch).map { Key($0) } + [Key(mall)]
    let malls = Set(told.flatMap(Self.beginnings))
    let parted = counters.map { counter in
      CounterName.branched(counter.name) ?? FloorOfBranch.parted(counter.name)
        ?? CounterName.placed(counter.name) { malls.contains(Array($0)) }
    }
    let own = zip(counters, parted).map { CounterName.withoutAsides($1?.name ?? $0.name).own }
    let namesakes = Dictionary(grouping: counters.indices, by: { Key(own[$0]) })
      .filter { $0.value.count > 1 }
    let named = Self.withAliases(of: namesakes, counters)
    // 赣江汇 of 赣江汇CGV影城 is the mall's name, which all its shops have.
    let names = Self.withoutShared(
      named.enumerated().flatMap { CounterName.names(of: $1, index: $0, own: own[$0]) }
    ).filter { name in
      // 绵阳涪江里 of CGV影城(绵阳涪江里IMAX)
      let city = CounterName.city(before: name.key.letters[...]) ?? 0
      return !name.isPart
        || ![0, city].contains { malls.contains(Array(name.key.letters.dropFirst($0))) }
    }
    // 名创优品(B1店) of 澜悦汇店: which of the two in the mall.
    let branchNames = counters.indices.map { parted[$0]?.branch ?? counters[$0].branch }
    let floors = Self.floorsThatTell(namesakes.values, counters, branches: branchNames)
    let branches = counters.indices.map { index -> Key? in
      let told = floors[index].map { floor in
        let place = branchNames[index] ?? ""
        return "\(place.hasSuffix("店") ? String(place.dropLast()) : place)\(floor)店"
      }
      return (told ?? branchNames[index]).map { Key($0) }.flatMap { $0.count >= 2 ? $0 : nil }
    }
    self.branches = branches
    let placeBeginnings = malls.union(branches.compactMap(\.self).flatMap(Self.beginnings))
    self.placeBeginnings = placeBeginnings
    let ownMall = Self.mostlyTold(counters.compactMap(\.branch), of: counters.count, or: mall)
    // Few names end as a place does.
    let endsOfPlaces = Set(placeBeginnings.compactMap(\.last))
    headings = HeadingIndex(
      named, own: own, knowsMall: ownMall != nil,
      cities: Set(
        told.compactMap { place in
          CounterName.city(before: place.letters[...]).flatMap { count in
            // 北京路店 is in a street, wherever that is.
            CounterName.isStreet(place.letters.dropFirst(count))
              ? nil : Key(letters: place.letters.prefix(count))
          }
        }),
      isPlace: { letters in
        (letters.last.map(endsOfPlaces.contains) ?? false)
          && placeBeginnings.contains(Array(letters))
      })
    // What stands in a name's brackets may be anything: no mall's name, though a heading that
    // begins so is none of a shop's either.
    places = Array(Set(told.filter { $0.count >= 2 }))
    self.mall = ownMall
    otherMalls =
      ownMall == nil ? [] : KnownMall.others(than: told + names.map(\.key) + own.map { Key($0) })
    var pairs: [Pair: [Int32]] = [:]
    var singles: [Unicode.Scalar: [Int32]] = [:]
    for (number, name) in names.enumerated() {
      for pair in Set(Self.pairs(of: name.key)) { pairs[pair, default: []].append(Int32(number)) }
      guard name.key.count <= 3 else { continue }
      for letter in Set(name.key.letters) { singles[letter, default: []].append(Int32(number)) }
    }
    self.pairs = pairs
    self.names = Self.withOwnHalves(names, own, malls, pairs)
    self.singles = singles
    byBeginning = Dictionary(
      grouping: names.indices.filter { !names[$0].isJoined }.map { Int32($0) },
      by: { Array(names[Int($0)].key.letters.prefix(Self.beginning)) })
    let indices = Dictionary(
      counters.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    self.indices = indices
    let byUnit = Dictionary(grouping: counters.indices, by: { counters[$0].code })
    tenants = Dictionary(
      byUnit.filter { $0.value.count > 1 }.map { ($0.value[0], $0.value) },
      uniquingKeysWith: { first, _ in first })
    var byCode: [String: Int] = [:]
    var byPhone: [String: [Int]] = [:]
    for (index, counter) in counters.enumerated() {
      let code = Self.folded(counter.code.rawValue)
      if code.count >= 3, code.contains(where: \.isNumber) {
        byCode[code] = indices[counter.code] ?? index
      }
      let digits = (counter.phone ?? "").filter(\.isNumber)
      if digits.count >= 7 { byPhone[String(digits.suffix(8)), default: []].append(index) }
    }
    self.byCode = byCode
    codeCharacters = Set(byCode.keys.joined().filter { !$0.isASCII })
    byShape = Dictionary(grouping: byCode.values.sorted()) {
      Self.shape(of: Self.folded(counters[$0].code.rawValue))
    }
    byDashlessShape = Dictionary(
      grouping: byCode.values.sorted().filter { counters[$0].code.rawValue.contains("-") }
    ) { Self.shape(of: Self.folded(counters[$0].code.rawValue).filter { $0 != "-" }) }
    self.byPhone = byPhone
  }

  /// By index, on which floor a counter is that has a namesake in the same branch, or without one, on
  /// another: 一点点 B1店, 瑞幸咖啡(天汇城L1店).
  private static func floorsThatTell(
    _ namesakes: some Sequence<[Int]>, _ counters: [Counter], branches: [String?]
  ) -> [Int: String] {
    var floors: [Int: String] = [:]
    for group in namesakes {
      for sharers in Dictionary(grouping: group, by: { branches[$0] }).values {
        // Of one that has none nobody knows where it is, and F6-024 on 2F is of zone F6.
        let own = sharers.compactMap { counters[$0].floor }
        let told =
          own.isEmpty
          ? sharers.compactMap { FloorOfBranch.floor(ofUnit: counters[$0].code.rawValue) } : own
        guard told.count == sharers.count, Set(told.map(FloorOfBranch.number)).count > 1 else {
          continue
        }
        for (index, floor) in zip(sharers, told) { floors[index] = floor }
      }
    }
    return floors
  }

  /// What one shop of a brand is called besides, CONVERSE, is what its others are called too, which
  /// a register names once; what goes on behind the name, 星巴克臻选, is that shop's own.
  ///
  /// - Parameter namesakes: those of one name each, by it.
  private static func withAliases(of namesakes: [Key: [Int]], _ counters: [Counter]) -> [Counter] {
    var named = counters
    for (name, alike) in namesakes {
      let aliases = alike.flatMap { counters[$0].aliases }.filter { alias in
        let key = Key(alias)
        let words = key.letters.allSatisfy(\.isLatin) ? ShopHeading.latinWords(of: key) : [key]
        return !key.isEmpty && !key.contains(name) && !key.letters.contains(where: \.isDigit)
          && key.letters.last != "店" && !words.contains(where: CounterName.isCommon)
          // Whose franchise it is, and for whom it is, differs from one to the next.
          && !CounterName.holdsCompanyForm(key.letters[...])
          && !ShopHeading.Customers.allCases.contains { $0.isNamed(on: key) }
      }
      // Of many they are the shops' own, and no names of the brand's.
      guard Set(aliases).count <= Self.aliasesOfBrandMax else { continue }
      let shared = aliases.map { (alias: $0, isLatin: Key($0).letters[0].isLatin) }
      for index in alike {
        // NIKE and ADIDAS of 滔搏运动 tell its shops apart.
        let own = counters[index].aliases
        let scripts = Set(own.compactMap { Key($0).letters.first?.isLatin })
        var known = Set(own)
        named[index].aliases += shared.filter { alias, isLatin in
          !scripts.contains(isLatin) && known.insert(alias).inserted
        }
        .map(\.alias)
      }
    }
    return named
  }

  /// 同仁堂 tells 同仁堂药店 only where no other counter's name begins with it: not beside 同仁堂健康.
  private static func withoutShared(_ names: [CounterName]) -> [CounterName] {
    let trimmed = names.filter(\.isTrimmed)
    guard !trimmed.isEmpty else { return names }
    var shared: Set<Key> = []
    let byFirst = Dictionary(grouping: names) { $0.key.letters.first }
    for name in trimmed {
      let isShared = (byFirst[name.key.letters.first] ?? []).contains {
        $0.counter != name.counter && $0.key.letters.starts(with: name.key.letters)
      }
      if isShared { shared.insert(name.key) }
    }
    // 王府井 is who runs the mall, and not 王府井珠宝.
    return names.filter {
      !$0.isTrimmed || !shared.contains($0.key) && !KnownMall.isOwner($0.key)
    }
  }

  /// Marks the halves that no other counter's names hold, and that are no place's: in brackets
  /// stands anything, Massimo Dutti(成都 Taikoo Li).
  private static func withOwnHalves(
    _ names: [CounterName], _ own: [String], _ malls: Set<[Unicode.Scalar]>,
    _ holders: [Pair: [Int32]]
  ) -> [CounterName] {
    var marked = names
    for (number, name) in names.enumerated() where name.isPart && !name.isTrimmed {
      // Of its pairs that which the fewest names have: CO begins hundreds.
      let pair = pairs(of: name.key).min { holders[$0]?.count ?? 0 < holders[$1]?.count ?? 0 }
      guard let pair, !malls.contains(name.key.letters),
        !CounterName.isCity(name.key.letters[...]),
        CounterName.isOwn(name.key, of: own[name.counter])
      else { continue }
      // 李宁 of 李宁YOUNG may be 李宁's.
      marked[number].isOwnHalf = !(holders[pair] ?? []).map { names[Int($0)] }.contains { other in
        other.counter == name.counter
          ? other.isOfBrand(name.key) : other.key.contains(name.key)
      }
    }
    return marked
  }

  /// A few rows say where a few shops are.
  private static let (countersOfMallMin, shareOfMallMin) = (3, 10)

  private static func mostlyTold(_ branches: [String], of count: Int, or mall: String) -> Key? {
    let all = branches.map { Key($0) }.filter { $0.count >= 2 }
    let most = Dictionary(grouping: all, by: \.self)
      .max { ($0.value.count, $1.key.text) < ($1.value.count, $0.key.text) }
    if let most, most.value.count * 2 > all.count,
      most.value.count >= max(countersOfMallMin, count / shareOfMallMin)
    {
      return most.key
    }
    return Key(mall).count >= 2 ? Key(mall) : nil
  }

  private static func pairs(of key: Key) -> [Pair] {
    zip(key.letters, key.letters.dropFirst()).map { Pair(first: $0, second: $1) }
  }

  /// The names that share the most with a line's text, at most `limit`, as indices into ``names``.
  func similar(to key: Key, limit: Int) -> [Int] {
    var votes: [Int32: Int] = [:]
    for pair in Self.pairs(of: key) {
      for name in pairs[pair] ?? [] { votes[name, default: 0] += 2 }
    }
    for letter in Set(key.letters) {
      for name in singles[letter] ?? [] { votes[name, default: 0] += 1 }
    }
    func share(_ vote: (key: Int32, value: Int)) -> Double {
      Double(vote.value) / Double(min(names[Int(vote.key)].key.count, max(3, key.count)))
    }
    return votes.filter { share($0) >= 0.5 }
      .sorted { (share($0), $1.key) > (share($1), $0.key) }
      .prefix(limit).map { Int($0.key) }
  }

  /// The names of the only counter that has one beginning as a line does, of which more stands
  /// there first, and the shorter of two alike: of 炉鱼·烤鱼 and 炉鱼 the one that the line has more of.
  func soleNames(beginningAs lead: some Sequence<Unicode.Scalar>, of line: Key) -> [Int] {
    let lead = Array(lead.prefix(Self.beginning))
    let alike =
      (lead.count == 2
      ? (pairs[Pair(first: lead[0], second: lead[1])] ?? []).filter {
        names[Int($0)].key.letters.starts(with: lead) && !names[Int($0)].isJoined
      } : byBeginning[lead] ?? [])
      .filter { !isGone(names[Int($0)].counter) }
    guard let first = alike.first,
      alike.allSatisfy({ names[Int($0)].counter == names[Int(first)].counter })
    else { return [] }
    func rank(_ name: Int) -> (Int, Int) {
      let key = names[name].key
      return (zip(key.letters, line.letters).prefix { $0 == $1 }.count, -key.count)
    }
    return alike.map { Int($0) }.filter { !names[$0].isPart || names[$0].isOwnHalf }.sorted {
      rank($0) > rank($1)
    }
  }

  /// Whether the names of several counters begin with letters: 太二 is 太二酸菜鱼 or 太二·炒菜.
  func isShared(_ letters: some Sequence<Unicode.Scalar>) -> Bool {
    let lead = Array(letters)
    guard lead.count >= 2 else { return true }
    let alike =
      lead.count >= Self.beginning
      ? byBeginning[Array(lead.prefix(Self.beginning))]
      : pairs[Pair(first: lead[0], second: lead[1])]
    let sharing = (alike ?? []).lazy.map { names[Int($0)] }.filter {
      $0.key.letters.starts(with: lead) && !isGone($0.counter)
    }
    guard let first = sharing.first else { return false }
    return sharing.contains { $0.counter != first.counter }
  }

  /// Names that go on behind another: 南京大牌档·小吃 for 南京大牌档.
  func names(goingOnBehind key: Key) -> [Int] {
    let alike =
      key.count >= Self.beginning
      ? byBeginning[Array(key.letters.prefix(Self.beginning))]
      : pairs[Pair(first: key.letters[0], second: key.letters[1])]
    return (alike ?? []).map { Int($0) }.filter {
      names[$0].key.count > key.count && names[$0].key.letters.starts(with: key.letters)
    }
  }

  func isGone(_ counter: Int) -> Bool {
    guard let firstDay, let closed = counters[counter].closedOn else { return false }
    return closed.ordinal < firstDay
  }

  /// Whether letters begin a branch of the register, as the mall's name does: 浦江天地 of 浦江天地店 is
  /// not the head of 浦江天地停车场.
  func isPlace(_ letters: some Sequence<Unicode.Scalar>) -> Bool {
    placeBeginnings.contains(Array(letters))
  }

  /// What branches begin with, also behind a city: 大悦城 of 北京大悦城店.
  private static func beginnings(of branch: Key) -> [[Unicode.Scalar]] {
    let letters = branch.letters
    let city = CounterName.city(before: letters[...]) ?? 0
    return Set([0, city]).flatMap { start in
      (start + 2..<max(start + 2, letters.count + 1))
        // Of COCO Park no CO, and no COC.
        .filter { end in
          end == letters.count || branch.startsWord[end] || !letters[end].isLatin
            || !letters[end - 1].isLatin
        }
        .map { Array(letters[start..<$0]) }
    }
  }

  func index(of code: CounterCode) -> Int? { indices[code] }

  /// All that had a counter's code, by the one that ``index(of:)`` tells.
  func tenants(of index: Int) -> [Int] { tenants[index] ?? [index] }

  /// The counter whose unit code a word is; of several tenants the last.
  func counter(withCode word: String) -> Int? { byCode[word] }

  /// A code as papers may print it, 3樓a53, as the register is searched for it: 3楼A53.
  static func folded(_ code: some StringProtocol) -> String {
    String(code.uppercased().map { ["樓": "楼", "層": "层", "負": "负"][$0] ?? $0 })
  }

  /// The only counter whose unit code a word is but for look-alikes, or for a dash: L201 for L2-01.
  func counter(withCodeLike word: String) -> Int? {
    let shape = Self.shape(of: word)
    let isDashless = !word.contains("-") && word.contains(where: \.isLetter)
    // Of 1201 and L2-01 nobody knows which of the two L201 is.
    let found = Set((byShape[shape] ?? []) + (isDashless ? byDashlessShape[shape] ?? [] : []))
    return found.count == 1 ? found.first : nil
  }

  private static func shape(of code: String) -> String {
    String(code.map { lookalikes[$0] ?? $0 })
  }

  private static let aliasesOfBrandMax = 8
  private static let lookalikes: [Character: Character] = [
    "B": "8", "O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "S": "5", "Z": "2", "G": "6",
  ]

  /// Counters whose phone number's last eight digits end a run of digits.
  func counters(withPhone digits: String) -> [Int] {
    guard digits.count >= 7, digits.count <= 14 else { return [] }
    return byPhone[String(digits.suffix(8))] ?? []
  }
}
