import Receipts

/// Papers of shops that are not in the register, and that have a name of it letter by letter.
extension CounterReader {
  /// Speaks against counters whose name stands on another's paper: one that sells many brands, 丝芙兰
  /// over 兰蔻, one whose own name heads it and theirs stands at the foot, 优惠券 海底捞, and one that sold
  /// something else, 足金 under 老凤祥 where 老凤祥（眼镜） is registered.
  func weighOthersPapers(
    _ lines: [PrintedLine], _ head: PaperHead, _ found: inout [Int: CounterSighting]
  ) {
    let exact = found.filter { $0.value.isExact && !$0.value.hasMark }
    guard !exact.isEmpty else { return }
    let heads = lines.prefix(head.lines).map(\.key)
    // 南京东路店 is none of 京东's.
    let seller = OtherParty.sellers.first { seller in
      heads.contains { $0.letters.starts(with: seller.letters) }
    }
    let firstTotal = Self.firstTotal(on: lines, below: head)
    for (index, sighting) in exact {
      let names = sighting.names.filter(\.value.isExact)
      let isOfSeller = seller.map { seller in
        !(names.keys + [Key(register.counters[index].name)]).contains { $0.contains(seller) }
      }
      let isAtFoot =
        names.values.allSatisfy { $0.isBelow(firstTotal) } && isHeaded(heads, besides: names.keys)
      if isOfSeller ?? false || isAtFoot || register.headings.isOfOtherGoods(lines, than: index) {
        found[index]?.other.append(weights.evidence("counter_name_other", times: 4))
      }
    }
  }

  /// Whether a name stands in the head that is none of some, and no misread one of them: 北安品 of
  /// 北安甜品.
  private func isHeaded(_ heads: [Key], besides names: some Collection<Key>) -> Bool {
    let own = heads.filter { LearnedHeading.isName($0) && !register.isPlace($0.letters) }
    // Over 海底捞 may stand the company that runs it.
    return !own.isEmpty && !heads.contains { CounterName.holdsCompanyForm($0.letters[...]) }
      && !own.contains { head in
        let letters = Set(head.letters)
        return names.contains { Set($0.letters).intersection(letters).count * 2 >= $0.count }
      }
  }

  /// The first line that tells of a total, below the head.
  private static func firstTotal(on lines: [PrintedLine], below head: PaperHead) -> Int? {
    lines.indices.dropFirst(head.lines).first { index in
      lines[index].text.hasDigit
        && AmountFacts.finder.exactMatches(in: lines[index].key).contains { $0.meaning == .total }
        && MoneyScanner.tokens(in: lines[index].text).contains { $0.decimals > 0 }
    }
  }
}
