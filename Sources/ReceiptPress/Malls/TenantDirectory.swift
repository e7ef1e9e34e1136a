import Receipts

/// Draws the tenants of one mall, keeping what must be unique unique and making some alike on
/// purpose.
struct TenantDirectory {
  private let plan: MallPlan
  private let mall: MallName
  private let unitStyle: Int
  private let areaCode: String
  private let street: String
  private var names: Set<String> = []
  private var codes: Set<String> = []
  private var phones: Set<String> = []
  /// Those drawn so far; a later one may still give an earlier one a branch or a last day.
  private(set) var tenants: [Tenant] = []

  init(plan: MallPlan, name: MallName, chance: inout Chance) {
    self.plan = plan
    mall = name
    unitStyle = chance.below(5)
    areaCode = chance.pick([
      "021", "010", "020", "0755", "0571", "028", "023", "027", "025", "0512",
    ])
    street =
      chance.word("人民 中山 解放 建设 长江 世纪 滨江 新华 文化 科技 湖滨 天河 南山")
      + chance.pick(["路", "大道", "中路", "东路", "北路"]) + "\(chance.within(1...1999))号"
  }

  /// Draws one more.
  mutating func addTenant(at index: Int, isRegistered: Bool) {
    var chance = Chance(seed: plan.seed, "tenant", index)
    var tenant = stranger(isRegistered: isRegistered, &chance)
    let kin = tenants.filter { $0.family == tenant.family }
    if isRegistered, chance.happens(0.12), !kin.isEmpty {
      // Their tills stay as drawn; only names, branch and days are made alike.
      tenant.becomeTwin(of: chance.pick(kin), names: names, until: plan.until, &chance)
      if let first = tenant.twinIndex(in: tenants) { tenants[first].settleTwin(tenant) }
    }
    names.insert(tenant.counter.name)
    tenants.append(tenant)
  }

  /// A tenant unlike those before it.
  private mutating func stranger(isRegistered: Bool, _ chance: inout Chance) -> Tenant {
    let family = chance.pick(weighted: Family.allCases.map { ($0, $0.share) })
    let script = drawnScript(family, &chance)
    let currency = drawnCurrency(script, &chance)
    var brand = Brand.drawn(family, script: script, chance: &chance)
    while names.contains(where: { $0.hasPrefix(brand.common) || brand.common.hasPrefix($0) }) {
      brand = Brand.drawn(family, script: script, chance: &chance)
    }
    let floor = chance.pick(["B2", "B1", "1", "1", "2", "2", "3", "3", "4", "5", "6"])
    let naming = Naming.drawn(
      brand, script: script, mallCurrency: plan.currency, mall: mall, &chance)
    var layout = Layout.drawn(
      family, script: script, currency: currency, mallCurrency: plan.currency, chance: &chance)
    let counter = Counter(
      code: CounterCode(freeCode(floor: floor, &chance)), name: naming.registered, branch: nil,
      category: family.category, floor: floor.hasPrefix("B") ? floor : "\(floor)F",
      aliases: naming.aliases, phone: freePhone(&chance), openedOn: drawnOpening(&chance))
    let isTold = layout.header.parts.contains(.phone) || layout.header.parts.contains(.unit)
    if !naming.isTelling, !isTold { layout.header.parts.append(chance.pick([.phone, .unit])) }
    return Tenant(
      counter: counter, isRegistered: isRegistered, brand: brand, family: family,
      currency: currency, layout: layout,
      menu: Good.menu(family, script: script, currency: currency, chance: &chance),
      printedName: naming.printed, mall: mall, isTwin: false,
      address: drawnAddress(floor, layout.script, counter.code))
  }

  private func drawnAddress(_ floor: String, _ script: Script, _ code: CounterCode) -> String {
    let text = "\(mall.city)市\(street)\(mall.name)\(floor)层\(code)"
    return script == .traditional ? text.traditional : text
  }

  private func drawnScript(_ family: Family, _ chance: inout Chance) -> Script {
    let isChinaMall = plan.currency == .cny
    let isChineseMall = isChinaMall || [.hkd, .twd, .mop].contains(plan.currency)
    guard isChineseMall else { return .english }
    switch family {
    case .traditional: return .traditional
    case .cafe: return chance.happens(0.75) ? .english : isChinaMall ? .simplified : .traditional
    case .departmentStore, .supermarket, .restaurant, .teaShop, .bakery, .fashion, .cosmetics,
      .jewellery, .cinema, .playground, .cardSlip, .delivery, .electronics, .pharmacy, .salon:
      if chance.happens(0.06) { return .english }
      return isChinaMall ? .simplified : chance.happens(0.85) ? .traditional : .english
    }
  }

  private func drawnCurrency(_ script: Script, _ chance: inout Chance) -> Currency {
    if plan.currency == .cny, script == .traditional {
      return chance.pick(weighted: [(.cny, 7), (.hkd, 3), (.twd, 0.7), (.mop, 0.5)])
    }
    guard chance.happens(0.015) else { return plan.currency }
    return chance.pick([.usd, .hkd, .eur, .jpy, .sgd].filter { $0 != plan.currency })
  }

  private mutating func freeCode(floor: String, _ chance: inout Chance) -> String {
    while true {
      let number = chance.within(1...189)
      let level = floor.hasPrefix("B") ? floor : unitStyle == 1 ? "L\(floor)" : floor
      let wing = chance.word("A B C D E F")
      let code =
        switch unitStyle {
        case 0: "\(level)\(wing)\(padded(number, to: 3))"
        case 1: "\(level)-\(padded(number, to: 2))\(chance.happens(0.1) ? "A" : "")"
        case 2: "\(wing)\(level)\(padded(number, to: 2))"
        case 3: "\(level)\(padded(number, to: 3))"
        default: "\(wing)-\(level)-\(padded(number, to: 3))"
        }
      if codes.insert(code).inserted { return code }
    }
  }

  private mutating func freePhone(_ chance: inout Chance) -> String {
    while true {
      let phone =
        switch chance.below(6) {
        case 0: "1" + chance.pick(["3", "5", "8", "7"]) + chance.digits(9)
        case 1: "400-\(chance.digits(3))-\(chance.digits(4))"
        case 2: "\(areaCode)\(chance.digits(8))"
        default: "\(areaCode)-\(chance.digits(8))"
        }
      if phones.insert(phone).inserted { return phone }
    }
  }

  private func drawnOpening(_ chance: inout Chance) -> Day? {
    chance.happens(0.35) ? plan.until.advanced(byDays: -chance.within(60...2600)) : nil
  }
}
