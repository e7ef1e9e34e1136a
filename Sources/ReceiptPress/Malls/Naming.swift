import Receipts

/// What the register calls a counter, and what its till does.
struct Naming {
  var registered: String
  var aliases: [String]
  var printed: String
  /// Whether the printed name leads to the register's.
  var isTelling: Bool

  static func drawn(
    _ brand: Brand, script: Script, mallCurrency: Currency, mall: MallName, _ chance: inout Chance
  ) -> Naming {
    let registered = registeredName(brand, mallCurrency, &chance)
    var aliases: [String] = []
    if let latin = brand.latin, !registered.contains(latin), chance.happens(0.75) {
      aliases.append(latin)
    }
    if let chinese = brand.chinese, !registered.contains(chinese) { aliases.append(chinese) }
    let printed = printedName(brand, registered, script: script, mall, &chance)
    var isTelling = ([registered] + aliases).contains {
      printed.simplified.contains($0.simplified) || $0.simplified.contains(printed.simplified)
    }
    if !isTelling, chance.happens(0.8) {
      aliases.append(printed)
      isTelling = true
    }
    // Two or three characters of a name may begin another's too.
    if printed.count < registered.count, printed.count < 4 { isTelling = false }
    if chance.happens(0.15) { aliases.append(brand.company) }
    return Naming(
      registered: registered, aliases: unique(aliases, besides: registered), printed: printed,
      isTelling: isTelling)
  }

  private static func unique(_ names: [String], besides name: String) -> [String] {
    var seen: Set<String> = [name]
    return names.filter { seen.insert($0).inserted }
  }

  private static func registeredName(
    _ brand: Brand, _ mallCurrency: Currency, _ chance: inout Chance
  ) -> String {
    let isChina = mallCurrency == .cny
    guard let chinese = brand.chinese else { return brand.common }
    let spelt = isChina ? chinese.simplified : chinese.traditional
    guard let latin = brand.latin else { return spelt }
    return switch chance.below(10) {
    case 0: latin
    case 1: "\(latin) \(spelt)"
    case 2: "\(spelt)\(latin)"
    case 3: "\(spelt)(\(latin))"
    default: spelt
    }
  }

  private static func printedName(
    _ brand: Brand, _ registered: String, script: Script, _ mall: MallName, _ chance: inout Chance
  ) -> String {
    let chinese = brand.chinese.map { script == .traditional ? $0.traditional : $0 }
    let company = script == .traditional ? brand.company.traditional : brand.company
    if script == .english {
      let name = brand.latin ?? registered
      return chance.pick(weighted: [(name, 8), (name.uppercased(), 3), (company, 0.8)])
    }
    let common = chinese ?? brand.latin ?? registered
    let short = String(common.prefix(common.count > 4 ? 4 : 2))
    let branch = script == .traditional ? mall.name.traditional : mall.name
    return chance.pick(weighted: [
      (common, 12), (brand.latin ?? common, 2.5), ("\(common)(\(branch)店)", 2),
      ("\(common)\(branch)店", 1.5), (company, 1.2), (common.count > 3 ? short : common, 0.8),
      (brand.latin.map { "\($0) \(common)" } ?? common, 1.2),
    ])
  }
}
