import Receipts

/// What is particular to one paper besides the sale it is about.
struct Ticket: Hashable, Sendable {
  var kind: TruthKind
  var number: String?
  var secondNumber: String?
  var callNumber: String
  var payReference: String
  var memberNumber: String
  var cashier: String
  var table: String
  var originalNumber: String
  /// When a reprint was made.
  var reprinted: Moment
  var card: String
  var bank: String
  var slipVoucher: String
  var slipBatch: String
  var slipAuthorisation: String
  var slipMerchant: String
  var slipTerminal: String
  var codeSeed: UInt64

  static func drawn(
    _ kind: TruthKind, at tenant: Tenant, _ sale: Sale, serial: Int, chance: inout Chance
  ) -> Ticket {
    let number = tenant.layout.number.map {
      $0.number(at: sale.settled, serial: serial, chance: &chance)
    }
    let isTraditional = tenant.script == .traditional
    let bank = chance.word("工商银行 建设银行 招商银行 农业银行 中国银行 交通银行 浦发银行 平安银行")
    return Ticket(
      kind: kind, number: number,
      secondNumber: tenant.layout.meta.secondNumber.map {
        $0.number(at: sale.settled, serial: serial + 7, chance: &chance)
      },
      callNumber: tenant.layout.family == .delivery
        ? "#\(serial % 180 + 1)" : chance.pick(["", "A", "B", "K"]) + padded(serial % 1000, to: 3),
      payReference: "4200" + chance.digits(24),
      memberNumber: "1" + chance.digits(2) + "****" + chance.digits(4),
      cashier: chance.pick(tenant.layout.meta.cashiers),
      table: chance.pick(["A", "B", "", "V", "大厅", "包"]) + padded(chance.within(1...68)),
      originalNumber: tenant.layout.number?.number(
        at: sale.settled.advanced(bySeconds: -86_400 * chance.within(1...5)),
        serial: serial + 331, chance: &chance) ?? chance.digits(8),
      reprinted: sale.settled.advanced(bySeconds: chance.within(300...90_000)),
      card: chance.pick(["6222", "6217", "6228", "6214"]) + chance.digits(2) + "******"
        + chance.digits(4),
      bank: isTraditional ? bank.traditional : bank, slipVoucher: padded(serial % 1_000_000, to: 6),
      slipBatch: padded(chance.within(1...400), to: 6), slipAuthorisation: chance.digits(6),
      slipMerchant: tenant.slipNumber(15), slipTerminal: tenant.slipNumber(8),
      codeSeed: chance.next())
  }
}

extension Tenant {
  /// Numbers a bank gave the counter's terminal; they stay.
  fileprivate func slipNumber(_ count: Int) -> String {
    var chance = Chance(seed: 0x51, counter.code.rawValue + counter.name, count)
    return chance.digits(count)
  }
}
