package import Ledger
import Receipts

/// Claims that may be of one purchase: of one counter, amount and moment. Of two photographs of one
/// paper the first that is approved is credited; the other is rejected, or asked about again.
package enum LookAlikes {
  package static func of(_ record: ClaimRecord, among others: [ClaimRecord]) -> [ClaimRecord] {
    guard let reading = record.reading else { return [] }
    return others.filter { other in
      other.id != record.id && other.reading.map(reading.tellsPurchase) ?? false
    }
  }

  /// Those of more than one claim that tell the same minute, or the same day and no clock, in the
  /// order of their first.
  package static func groups(of records: [ClaimRecord]) -> [[ClaimRecord]] {
    var places: [Reading.Moment: Int] = [:]
    var groups: [[ClaimRecord]] = []
    for record in records {
      guard let moment = record.reading?.moment else { continue }
      if let place = places[moment] {
        groups[place].append(record)
      } else {
        places[moment] = groups.count
        groups.append([record])
      }
    }
    return groups.filter { $0.count > 1 }
  }
}

extension Reading {
  fileprivate struct Moment: Hashable {
    var counter: CounterCode
    var amount: Money
    var day: Day
    /// Of the day; `nil` where no clock is printed.
    var minute: Int?
  }

  fileprivate var moment: Moment? {
    guard let counter = counter.best?.value.code, let amount = amount.best?.value,
      let time = time.best?.value
    else { return nil }
    return Moment(
      counter: counter, amount: amount, day: time.day,
      minute: time.clock.map { $0.hour * 60 + $0.minute })
  }

  /// Whether two papers tell of one counter, one amount and one moment.
  fileprivate func tellsPurchase(of other: Reading) -> Bool {
    guard let own = moment, let its = other.moment, let time = time.best?.value,
      let otherTime = other.time.best?.value
    else { return false }
    return own.counter == its.counter && own.amount == its.amount && time.agrees(with: otherTime)
  }
}
