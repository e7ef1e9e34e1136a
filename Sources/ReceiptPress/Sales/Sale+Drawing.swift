import Receipts

extension Sale {
  /// A sale such as this counter makes.
  static func drawn(
    at tenant: Tenant, settled: Moment, isRefund: Bool, chance: inout Chance
  ) -> Sale {
    let layout = tenant.layout
    let items = drawnItems(tenant, isRefund: isRefund, &chance)
    let gross = items.reduce(0) { $0 + $1.sum.minorUnits }
    var sale = Sale(
      items: items, currency: tenant.currency, gross: gross, discount: 0, coupon: 0, rounding: 0,
      deposit: 0, serviceCharge: 0, tax: 0, paid: gross, payments: [], tendered: nil,
      storedBalance: nil, pointsEarned: 0, pointsTotal: chance.within(20...98_000),
      guests: chance.within(1...10), opened: settled, ordered: settled, settled: settled,
      printed: settled, isRefund: isRefund)
    sale.draw(deductions: layout.settlement, tenant.family, &chance)
    sale.drawPayments(layout, &chance)
    sale.drawTimes(tenant.family, &chance)
    if isRefund { sale.negateItems() }
    return sale
  }

  private static func drawnItems(
    _ tenant: Tenant, isRefund: Bool, _ chance: inout Chance
  ) -> [Item] {
    let range = Self.itemCounts(tenant.family)
    let count = isRefund ? 1 : chance.within(range)
    return chance.some(count, of: tenant.menu).map { good in
      let thousandths: Int
      if good.isWeighed {
        thousandths = chance.within(120...2400)
      } else {
        thousandths = 1000 * chance.pick(weighted: [(1, 7.0), (2, 2.0), (3, 0.7), (4, 0.3)])
      }
      let sum = (good.price.minorUnits * Int64(thousandths) + 500) / 1000
      return Item(
        good: good, thousandths: thousandths,
        sum: Money(minorUnits: max(1, sum), currency: tenant.currency))
    }
  }

  private static func itemCounts(_ family: Family) -> ClosedRange<Int> {
    switch family {
    case .supermarket: 2...16
    case .restaurant, .traditional: 2...11
    case .teaShop, .bakery, .cafe, .delivery, .pharmacy: 1...5
    case .fashion, .departmentStore, .cosmetics, .cinema, .playground: 1...4
    case .jewellery, .cardSlip, .electronics, .salon: 1...2
    }
  }

  private mutating func draw(
    deductions settlement: Settlement, _ family: Family, _ chance: inout Chance
  ) {
    let unit = currency.minorUnitsPerUnit
    if settlement.has(.serviceCharge) {
      serviceCharge =
        family == .delivery
        ? Int64(chance.within(2...9)) * unit : (gross / 10 + unit / 2) / unit * unit
      paid += serviceCharge
    }
    if settlement.has(.discount), chance.happens(0.6) {
      let percent = Int64(chance.pick([5, 10, 12, 15, 20, 30, 50]))
      discount = chance.happens(0.5) ? gross * percent / 100 : gross * percent / 100 / unit * unit
      paid -= discount
    }
    if settlement.has(.coupon), paid > 60 * unit, chance.happens(0.5) {
      coupon = Int64(chance.pick([5, 10, 20, 30, 50])) * unit
      paid -= coupon
    }
    if settlement.has(.deposit), paid > 400 * unit, chance.happens(0.6) {
      deposit = Int64(chance.pick([50, 100, 200, 300])) * unit
      paid -= deposit
    }
    if settlement.has(.rounding), unit > 1, chance.happens(0.75) {
      rounding = paid % (chance.happens(0.7) ? unit : 10)
      paid -= rounding
    }
    if paid <= 0 {
      paid += discount + rounding
      (discount, rounding) = (0, 0)
    }
    tax = (paid * 6 + 53) / 106
  }

  private mutating func drawPayments(_ layout: Layout, _ chance: inout Chance) {
    let method = isRefund ? chance.pick([.wechat, .alipay, .cash]) : chance.pick(layout.methods)
    payments = [Payment(method: method, amount: paid)]
    if !isRefund, layout.settlement.splitsPayments, paid > 2000, chance.happens(0.25) {
      let part = paid * Int64(chance.within(2...7)) / 10
      let other = chance.pick(layout.methods.filter { $0 != method } + [.voucher])
      payments = [
        Payment(method: method, amount: paid - part), Payment(method: other, amount: part),
      ]
    }
    if payments.count == 1, method == .cash, !isRefund { tendered = handedOver(&chance) }
    if payments.contains(where: { $0.method == .storedValue }) || layout.settlement.showsBalance {
      storedBalance =
        Int64(chance.within(1...3000)) * currency.minorUnitsPerUnit
        + (currency.minorUnitsPerUnit > 1 ? Int64(chance.pick([0, 0, 50, 80, 12])) : 0)
    }
    pointsEarned = Int(paid / currency.minorUnitsPerUnit)
  }

  /// Bank notes that cover what is to be paid.
  private func handedOver(_ chance: inout Chance) -> Int64 {
    let unit = currency.minorUnitsPerUnit * (currency.minorUnitsPerUnit == 1 ? 100 : 1)
    let notes: [Int64] = [1, 5, 10, 20, 50, 100].map { $0 * unit }
    let note = chance.pick(notes.suffix(chance.happens(0.8) ? 3 : 6))
    return chance.happens(0.15) ? paid : (paid + note - 1) / note * note
  }

  private mutating func drawTimes(_ family: Family, _ chance: inout Chance) {
    let stay = family.servesTables ? chance.within(20...120) * 60 : chance.within(1...9) * 60
    opened = settled.advanced(bySeconds: -stay - chance.within(30...600))
    ordered = settled.advanced(bySeconds: -stay)
    printed = settled.advanced(bySeconds: chance.within(2...240))
  }

  private mutating func negateItems() {
    for index in items.indices {
      items[index].thousandths = -items[index].thousandths
      items[index].sum.minorUnits = -items[index].sum.minorUnits
    }
  }
}
