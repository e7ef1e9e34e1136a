/// The names of one shop: what a register, a logo and a till may call it.
package struct Brand: Hashable, Codable, Sendable {
  /// `nil` for a brand that only goes by its Latin name.
  package var chinese: String?
  /// `nil` for one that only goes by its Chinese name.
  package var latin: String?
  /// The company that runs it, as invoices name it.
  package var company: String

  /// What people call it: the Chinese name where there is one.
  package var common: String { chinese ?? latin ?? company }

  static func drawn(_ family: Family, script: Script, chance: inout Chance) -> Brand {
    let chinese: String? =
      script == .english && chance.happens(0.7) ? nil : chineseName(family, &chance)
    let isBilingual = chance.happens(Self.latinShare(family))
    let latin = chinese == nil || isBilingual ? latinName(family, &chance) : nil
    let stem = chinese.map { String($0.prefix(while: { $0.isWide }).prefix(3)) } ?? ""
    let companyStem = stem.isEmpty ? chance.word(NamePools.brandFirst) + "川" : stem
    let line = chance.word("餐饮管理 商贸 服饰 贸易 商业管理 品牌管理 文化 科技 实业 食品 珠宝 化妆品")
    let company =
      chinese == nil && chance.happens(0.5)
      ? (latin ?? "") + chance.pick([" LIMITED", " CO., LTD.", " TRADING LTD", " (CHINA) CO LTD"])
      : "\(chance.word(NamePools.cities))\(companyStem)\(line)有限公司"
    return Brand(chinese: chinese, latin: latin, company: company)
  }

  private static func latinShare(_ family: Family) -> Double {
    switch family {
    case .fashion, .cosmetics, .cafe: 0.55
    case .departmentStore, .electronics, .jewellery, .teaShop, .cinema, .bakery: 0.35
    case .cardSlip, .salon, .playground, .delivery: 0.2
    case .supermarket, .restaurant, .traditional, .pharmacy: 0.1
    }
  }

  private static func stem(_ chance: inout Chance) -> String {
    let first = chance.word(NamePools.brandFirst)
    let second = chance.word(NamePools.brandSecond)
    return first + second + (chance.happens(0.28) ? chance.word(NamePools.brandThird) : "")
  }

  private static func chineseName(_ family: Family, _ chance: inout Chance) -> String {
    switch family {
    case .restaurant: restaurantName(&chance)
    case .teaShop: teaName(&chance)
    case .traditional:
      chance.word(NamePools.traditionalFirst) + chance.word(NamePools.traditionalSecond)
        + chance.word(NamePools.traditionalLast)
    case .departmentStore: named(NamePools.storeLast, 0.35, &chance)
    case .supermarket: named(NamePools.marketLast, 0.9, &chance)
    case .bakery: named(NamePools.bakeryLast, 0.7, &chance)
    case .fashion, .cardSlip: named(NamePools.fashionLast, 0.3, &chance)
    case .cosmetics: named(NamePools.cosmeticsLast, 0.35, &chance)
    case .jewellery: named(NamePools.jewelleryLast, 0.75, &chance)
    case .cinema: named(NamePools.cinemaLast, 1, &chance)
    case .playground: named(NamePools.playLast, 0.95, &chance)
    case .cafe: named("咖啡 咖啡馆 烘焙 西餐厅", 0.85, &chance)
    case .delivery: named(NamePools.deliveryLast, 0.9, &chance)
    case .electronics: named(NamePools.electronicsLast, 0.7, &chance)
    case .pharmacy: named(NamePools.pharmacyLast, 0.9, &chance)
    case .salon: named(NamePools.salonLast, 0.9, &chance)
    }
  }

  private static func named(_ last: String, _ share: Double, _ chance: inout Chance) -> String {
    stem(&chance) + (chance.happens(share) ? chance.word(last) : "")
  }

  private static func restaurantName(_ chance: inout Chance) -> String {
    let dish = chance.word(NamePools.dishes)
    let house = chance.happens(0.5) ? chance.word(NamePools.houses) : ""
    return switch chance.below(5) {
    case 0: chance.word(NamePools.places) + dish + house
    case 1: chance.word(NamePools.owners) + dish + house
    case 2: chance.word(NamePools.places) + chance.word(NamePools.owners) + dish
    case 3: stem(&chance) + "·" + dish
    default: stem(&chance) + dish + house
    }
  }

  private static func teaName(_ chance: inout Chance) -> String {
    let name = chance.word(NamePools.teaFirst) + chance.word(NamePools.teaSecond)
    return chance.happens(0.6) ? name + chance.word(NamePools.teaLast) : name + chance.word("茶 道 季")
  }

  private static func latinName(_ family: Family, _ chance: inout Chance) -> String {
    let isCafe = family == .cafe || family == .bakery || family == .restaurant
    let last = chance.word(isCafe ? NamePools.cafeLast : NamePools.shopLast)
    let invented = inventedWord(&chance)
    let name: String =
      switch chance.below(isCafe ? 6 : 9) {
      case 0: "\(chance.word(NamePools.englishWords)) \(chance.word(NamePools.englishWords))"
      case 1, 2: "\(chance.word(NamePools.englishWords)) \(last)"
      case 3: "\(invented) \(last)"
      case 4: "The \(chance.word(NamePools.englishWords)) \(last)"
      case 5: "\(invented) & \(inventedWord(&chance))"
      default: invented
      }
    return chance.happens(0.5) ? name.uppercased() : name
  }

  private static func inventedWord(_ chance: inout Chance) -> String {
    let syllables = chance.within(2...3)
    let word = (0..<syllables).map { _ in
      chance.word(NamePools.onset) + chance.word(NamePools.nucleus)
    }.joined()
    let whole = chance.happens(0.5) ? word + chance.word(NamePools.coda) : word
    return String(whole.prefix(9)).capitalizedFirst
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
