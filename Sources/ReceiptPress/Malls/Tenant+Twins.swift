import Receipts

extension Tenant {
  /// Makes it easily taken for another counter: a branch of the same brand, a name that differs
  /// in one character, a name that contains the other, or the same shop before it moved.
  mutating func becomeTwin(
    of other: Tenant, names: Set<String>, until: Day, _ chance: inout Chance
  ) {
    guard let base = other.brand.chinese, other.counter.branch == nil, !other.isTwin,
      brand.chinese != nil, other.script == script, script != .english
    else { return }
    switch chance.below(5) {
    case 0, 1:
      rename(to: oneOff(base, names, &chance))
    case 2:
      rename(to: base + chance.pick(["KIDS", "小馆", "HOME", "·悦", "PLUS", "儿童", "生活"]))
    case 3:
      takeNames(of: other)
      counter.branch = "\(counter.floor ?? "1F")店"
    default:
      takeNames(of: other)
      let moved = until.advanced(byDays: -chance.within(5...40))
      counter.openedOn = moved.advanced(byDays: 1)
    }
    isTwin = true
  }

  /// The one before it in the directory that it shares its register name with.
  func twinIndex(in tenants: [Tenant]) -> Int? {
    guard isTwin else { return nil }
    return tenants.firstIndex { $0.counter.name == counter.name && !$0.isTwin }
  }

  /// The elder of two of one name: another branch, or the place the shop moved from.
  mutating func settleTwin(_ younger: Tenant) {
    isTwin = true
    if younger.counter.branch == nil {
      counter.closedOn = younger.counter.openedOn?.advanced(byDays: -1)
    } else {
      counter.branch =
        "\(counter.floor ?? "2F")\(counter.floor == younger.counter.floor ? "南" : "")店"
    }
  }

  private mutating func takeNames(of other: Tenant) {
    brand = other.brand
    counter.name = other.counter.name
    counter.aliases = other.counter.aliases
    counter.category = other.counter.category
    printedName = other.printedName
  }

  private mutating func rename(to name: String) {
    brand.chinese = name
    counter.name = name.simplified
    printedName = script == .traditional ? name.traditional : name
    counter.aliases = []
    brand.latin = nil
  }

  /// The name with one character exchanged for one that looks like it, where there is one.
  private func oneOff(_ name: String, _ names: Set<String>, _ chance: inout Chance) -> String {
    let pairs = NamePools.lookalikes.split(separator: " ").map(Array.init)
    var letters = Array(name)
    let places = letters.indices.filter { index in pairs.contains { $0.contains(letters[index]) } }
    let place = places.isEmpty ? letters.count - 1 : chance.pick(places)
    let partner = pairs.first { $0.contains(letters[place]) }?.first { $0 != letters[place] }
    letters[place] = partner ?? Character(chance.word(NamePools.brandSecond))
    let changed = String(letters)
    return names.contains(changed) ? changed + "记" : changed
  }
}
