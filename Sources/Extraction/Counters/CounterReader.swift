import Receipts

/// Decides which counter of the register printed a paper.
struct CounterReader {
  let weights: Weights
  let register: CounterIndex
  /// For each counter that has a layout, which part of its own lines stands on the paper.
  let shares: [CounterCode: Double]
  /// Of the paper those that confirmed papers of one counter alone have.
  let learned: [LearnedHeading]

  /// What a paper prints of the register's counters.
  struct Sightings {
    fileprivate(set) var found: [Int: CounterSighting] = [:]
  }

  func sightings(_ lines: [PrintedLine]) -> Sightings {
    var found: [Int: CounterSighting] = [:]
    let head = PaperHead(lines, isPlace: register.isPlace)
    addNames(lines, head, to: &found)
    addHeadings(lines, head, to: &found)
    addCodes(lines, to: &found)
    addPhones(lines, to: &found)
    addBranches(lines, to: &found)
    weighOthersPapers(lines, head, &found)
    weighSideShops(lines, &found)
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

  /// A shop that calls itself otherwise than the register does is known by its heading, once papers
  /// of it were confirmed: where nothing on the paper is another counter's.
  private func addLearnedHeadings(to found: inout [Int: CounterSighting]) {
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
    found[index, default: CounterSighting()].other.append(
      weights.evidence("counter_layout_heading", heading.line.key.text))
    found[index]?.lines.insert(heading.line.index)
  }

  /// A till is known by what it prints, even where its name is a picture.
  private func addLayouts(to found: inout [Int: CounterSighting]) {
    for (code, share) in shares {
      guard let index = register.index(of: code) else { continue }
      // Lines that nobody else's layout has yet may still be the whole mall's.
      guard hasOneTenant(index), !isOfSeveral(index, among: found) else { continue }
      let code = found[index] == nil ? "counter_layout_alone" : "counter_layout_lines"
      found[index, default: CounterSighting()].other.append(weights.evidence(code, times: share))
    }
  }

  /// Of several it is not known whose papers a layout was learned from.
  private func hasOneTenant(_ index: Int) -> Bool { register.tenants(of: index).count == 1 }

  /// Another counter of its name stands on the paper too, and nothing is known of what it prints:
  /// two shops of one brand print the same lines.
  private func isOfSeveral(_ index: Int, among found: [Int: CounterSighting]) -> Bool {
    let name = register.counters[index].name
    return found.keys.contains { other in
      other != index && register.counters[other].name == name
        && shares[register.counters[other].code] == nil
    }
  }

  /// Where one name of the register stands letter by letter, another that is like it is its twin's.
  /// Unless it is the other's code or telephone that stands there: 荼 is easily read as 茶.
  private func weighTwins(_ found: inout [Int: CounterSighting]) {
    let exact = found.values.filter(\.isExact)
    guard !exact.isEmpty else { return }
    weighBrands(&found)
    weighCompanies(&found)
    weighMarkedNamesakes(&found)
    let isMarked = exact.contains(where: \.hasMark)
    for (index, other) in found where !other.isExact && !other.names.isEmpty {
      if other.hasMark, !isMarked { continue }
      found[index]?.other.append(weights.evidence("counter_beside_exact"))
    }
  }

  /// 星巴克咖啡 over the unit of 星巴克(地铁层) is that shop's paper, and not 星巴克咖啡(一层)'s, whose name it has in
  /// more letters: of one brand's shops the unit's code, named for a place or in an address, or a telephone that is no
  /// hotline, tells which.
  private func weighMarkedNamesakes(_ found: inout [Int: CounterSighting]) {
    let seen = found
    let marked = seen.keys.sorted().filter { seen[$0]?.hasOwnMark ?? false }
    for index in seen.keys.sorted() {
      guard let sighting = seen[index], sighting.isExact, !sighting.hasMark else { continue }
      let exact = sighting.names.filter { $1.isExact && !$1.isAssumed }
      for other in marked where other != index {
        guard
          let (key, best) = exact.filter({ isBrand($0.key, of: other) })
            .max(by: { ($0.value.score, $0.key.text) < ($1.value.score, $1.key.text) })
        else { continue }
        found[index]?.other.append(weights.evidence("counter_name_other", times: 4))
        guard !(seen[other]?.isExact ?? false) else { continue }
        found[other]?.names[key] = CounterSighting.Name(
          text: best.text, isExact: true, evidence: best.evidence, isAssumed: true)
      }
    }
  }

  /// 星巴克咖啡 of 星巴克(地铁层): what both begin with is one of them, but for what it sells. 周大福 and 周大生
  /// have two letters alike, and are two brands.
  private func isBrand(_ printed: Key, of counter: Int) -> Bool {
    let own = Key(String(register.counters[counter].name.prefix { !"(（".contains($0) }))
    let alike = zip(printed.letters, own.letters).prefix { $0 == $1 }.map(\.0)
    let wholes = [printed, own].flatMap {
      [$0.letters[...], ShopTrade.withoutTrade($0.letters[...])]
    }
    return wholes.contains { $0.elementsEqual(alike) }
      && CounterName.weight(of: alike) >= Self.weightOfBrandMin
      && !ShopTrade.isTrade(alike[...]) && !CounterName.isCity(alike[...])
      && !register.isPlace(alike)
  }

  private static let weightOfBrandMin = 2.0

  /// NIKE over, or right below, NIKE RISE is the brand's name, and no other shop's.
  private func weighBrands(_ found: inout [Int: CounterSighting]) {
    let names = found.flatMap { index, sighting in
      sighting.names.filter { $1.isExact && $1.isWhole && !$1.isAssumed && $1.order != nil }
        .map { (counter: index, key: $0.key, order: $0.value.order ?? 0) }
    }
    for (index, sighting) in found where sighting.isExact && !sighting.hasMark {
      let isBrand = sighting.names.filter(\.value.isExact).allSatisfy { key, name in
        guard let order = name.order else { return false }
        return names.contains { longer in
          longer.counter != index && abs(longer.order - order) <= 1
            && longer.key.count > key.count && longer.key.letters.starts(with: key.letters)
            && (!longer.key.letters[key.count].isLatin || longer.key.startsWord[key.count])
        }
      }
      if isBrand { found[index]?.other.append(weights.evidence("counter_beside_exact")) }
    }
  }

  /// 利郎 over 苏州味泰商贸有限公司, which another shop has as its company's name: a company runs several.
  private func weighCompanies(_ found: inout [Int: CounterSighting]) {
    let orders = found.values.flatMap { sighting in
      sighting.names.filter { key, name in
        name.isExact && name.isWhole && !name.isAssumed && !isCompany(key)
          && !name.evidence.contains { $0.code == "counter_name_priced" }
      }
      .compactMap(\.value.order)
    }
    guard let first = orders.min() else { return }
    for (index, sighting) in found where sighting.isExact && !sighting.hasMark {
      let exact = sighting.names.filter(\.value.isExact)
      guard exact.keys.allSatisfy(isCompany), exact.values.allSatisfy({ $0.order ?? .max > first })
      else { continue }
      found[index]?.other.append(weights.evidence("counter_beside_exact", times: 2))
    }
  }

  private func isCompany(_ name: Key) -> Bool {
    CounterName.companyForms.contains { name.letters.hasSuffix($0) }
  }

  /// 序曲咖啡 is what both 序曲咖啡 OVERTURE and 序曲咖啡（旧铺） are called.
  private func isNamedAlike(
    _ one: Int, _ other: Int, among found: [Int: CounterSighting]
  ) -> Bool {
    (found[one]?.names ?? [:]).contains { key, name in
      name.isExact && found[other]?.names[key]?.isExact ?? false
    }
  }

  /// Of two of one name, or of one unit, the one that had its place that day.
  private func addTenancies(on day: Day?, to found: inout [Int: CounterSighting]) {
    guard let day else { return }
    for index in found.keys where !register.counters[index].isOpen(on: day) {
      let counter = register.counters[index]
      let hasRival = found.keys.contains {
        let other = register.counters[$0]
        return $0 != index && other.isOpen(on: day)
          && (other.name == counter.name || other.code == counter.code
            || isNamedAlike($0, index, among: found))
      }
      if hasRival { found[index]?.other.append(weights.evidence("counter_not_open")) }
    }
  }
}
