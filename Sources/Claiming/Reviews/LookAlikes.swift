package import Ledger
import Receipts

/// Claims that may be of one purchase: of one counter, amount and moment. Of two photographs of one
/// paper the first that is approved is credited, and the other rejected.
package enum LookAlikes {
  package static func of(_ record: ClaimRecord, among others: [ClaimRecord]) -> [ClaimRecord] {
    guard let reading = record.reading else { return [] }
    return others.filter { other in
      other.id != record.id && other.reading.map(reading.tellsPurchase) ?? false
    }
  }

  /// Those of more than one claim, in the order of their first.
  package static func groups(of records: [ClaimRecord]) -> [[ClaimRecord]] {
    let keyed = Dictionary(grouping: records) { $0.reading?.counterAndAmount }
    var grouped: Set<ClaimID> = []
    return records.compactMap { record in
      guard let key = record.reading?.counterAndAmount, !grouped.contains(record.id) else {
        return nil
      }
      let others = of(record, among: keyed[key] ?? []).filter { !grouped.contains($0.id) }
      guard !others.isEmpty else { return nil }
      let group = [record] + others
      grouped.formUnion(group.map(\.id))
      return group
    }
  }
}

extension Reading {
  fileprivate struct CounterAndAmount: Hashable {
    var counter: CounterCode
    var amount: Money
  }

  fileprivate var counterAndAmount: CounterAndAmount? {
    guard let counter = counter.best?.value.code, let amount = amount.best?.value else {
      return nil
    }
    return CounterAndAmount(counter: counter, amount: amount)
  }

  /// Whether two papers tell of one counter, one amount and one moment.
  fileprivate func tellsPurchase(of other: Reading) -> Bool {
    guard let purchase = counterAndAmount, let time = time.best?.value else { return false }
    return other.counterAndAmount == purchase
      && other.time.best.map { $0.value.agrees(with: time) } ?? false
  }
}
