import Receipts

/// Papers of shops that are not in the register, and that have a name of it letter by letter.
extension CounterReader {
  /// Speaks against counters whose name stands on another's paper: one that sells many brands, 丝芙兰
  /// over 兰蔻, one whose own name heads it and theirs stands at the foot, 优惠券 海底捞, and one that sold
  /// something else, 足金 under 老凤祥 where 老凤祥（眼镜） is registered.
  func weighOthersPapers(
    _ lines: [PrintedLine], _ head: PaperHead, _ found: inout [Int: CounterSighting]
  ) {
    let exact = found.filter { $0.value.isExact && !$0.value.hasOwnMark }
    guard !exact.isEmpty else { return }
    let heads = lines.prefix(head.lines)
    let seller = heads.lazy.compactMap { OtherParty.seller(heading: $0.key) }.first
    let firstTotal = Self.firstTotal(on: lines, below: head)
    lazy var headed = heads.compactMap(nameOfShop)
    for (index, sighting) in exact {
      let names = sighting.names.filter(\.value.isExact)
      let counter = register.counters[index]
      let own = names.keys + [counter.name, counter.branch ?? ""].map { Key($0) }
      let isOfSeller = seller.map { seller in !own.contains { $0.contains(seller) } }
      let isAtFoot =
        names.values.allSatisfy { $0.isBelow(firstTotal) }
        && Self.areOthers(headed, than: names.keys)
      if isOfSeller ?? false || isAtFoot || register.headings.isOfOtherGoods(lines, than: index) {
        // Nor does a code that is like its unit's, B101 for 8101, say that it is its paper.
        found[index]?.other.append(
          weights.evidence("counter_name_other", times: sighting.hasMark ? 8 : 4))
      }
    }
  }

  /// A paper of 肯德基's without a word of a kiosk is not 肯德基(B1甜品站)'s, whether or not the register
  /// has the other; nor a ticket, of a seat in a hall, 星幕影城（卖品）'s.
  func weighSideShops(_ lines: [PrintedLine], _ found: inout [Int: CounterSighting]) {
    func stands(_ words: [String]) -> Bool {
      lines.contains { line in words.contains(where: line.key.text.contains) }
    }
    let isTicket = stands(SideShop.wordsOfTickets) && !stands(SideShop.snackBars)
    let words = SideShop.kiosks + (isTicket ? SideShop.snackBars : [])
    for (index, sighting) in found where sighting.isExact && !sighting.hasMark {
      let name = Key(register.counters[index].name).text
      let own = words.filter(name.contains)
      let isNamed = sighting.names.contains { key, name in
        name.isExact && own.contains(where: key.text.contains)
      }
      if !own.isEmpty, !isNamed {
        found[index]?.other.append(weights.evidence("counter_name_other", times: 4))
      }
    }
  }

  /// Whether names stand in the head, none of them one of some, nor a misread one: 北安品 of 北安甜品.
  private static func areOthers(_ heads: [Key], than names: some Collection<Key>) -> Bool {
    !heads.isEmpty
      && !heads.contains { head in
        let letters = Set(head.letters)
        return names.contains { Set($0.letters).intersection(letters).count * 2 >= $0.count }
      }
  }

  /// What a line of the head calls a shop, with its branch: 遇见小面(春熙路店), 外婆家 No.1. `nil` of companies, since
  /// over 海底捞 may stand who runs it, of places, and of what tells no shop.
  private func nameOfShop(_ line: PrintedLine) -> Key? {
    let key = line.key
    guard !CounterName.holdsCompanyForm(key.letters[...]), !register.isPlace(key.letters) else {
      return nil
    }
    let isService =
      Self.services.contains(where: key.contains)
      || key.letters.contains("市") && key.letters.contains("区")
      || register.isPlace(key.letters.prefix { !$0.isDigit })
    guard !isService else { return nil }
    if LearnedHeading.isName(key) { return key }
    let characters = line.text.characters
    let core = ShopHeading(characters) { register.isPlace($0) }?.core
    if let core, !register.isPlace(core.letters) {
      let isBranch = core.letters.last == "店"
      let name = isBranch ? Key(letters: core.letters.dropLast()) : core
      guard !isBranch || core.count >= Self.lettersOfNameAndBranch else { return nil }
      return LearnedHeading.isName(name) ? name : nil
    }
    let letters = Key(letters: key.letters.filter { !$0.isDigit })
    let isNumbered =
      !characters.contains(":") && !characters.contains("#")
      && key.count - letters.count <= Self.digitsOfShopMax
      && letters.letters.count { !$0.isLatin } >= Self.lettersOfNumbered
    return isNumbered && LearnedHeading.isName(letters) ? letters : nil
  }

  /// What a paper says of how it was ordered and where one sat.
  private static let services = [
    "取餐", "收银", "点餐", "打包", "大厅", "贵宾厅", "结账", "桌", "台号",
  ].map { Key($0) }
  private static let lettersOfNameAndBranch = 6
  private static let digitsOfShopMax = 2
  private static let lettersOfNumbered = 3

  /// Whether a department store or a mall heads the paper: 紫金百货销售小票.
  static func isOfStore(_ lines: [PrintedLine], _ head: PaperHead) -> Bool {
    lines.prefix(head.lines).contains { line in
      kindsOfStores.contains(where: line.key.contains)
        && !kindsOfShops.contains(where: line.key.contains)
    }
  }

  private static let kindsOfStores = ["百货", "商场", "购物中心", "商厦", "大厦"].map { Key($0) }
  private static let kindsOfShops = ["超市", "便利", "店"].map { Key($0) }

  /// The first line that tells of a total, below the head.
  private static func firstTotal(on lines: [PrintedLine], below head: PaperHead) -> Int? {
    lines.indices.dropFirst(head.lines).first { index in
      lines[index].text.hasDigit
        && AmountFacts.finder.exactMatches(in: lines[index].key).contains { $0.meaning == .total }
        && MoneyScanner.tokens(in: lines[index].text).contains { $0.decimals > 0 }
    }
  }
}
