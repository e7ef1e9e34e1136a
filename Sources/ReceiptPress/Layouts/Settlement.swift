/// How a till writes down what was to be paid and what was: its rows in their order, each with
/// the label this counter uses for it. The same label means different things at different
/// counters; the role says what it means here.
package struct Settlement: Hashable, Codable, Sendable {
  package enum Role: String, Codable, Hashable, Sendable, CaseIterable {
    /// How many pieces were bought.
    case itemCount
    /// Of the items, before any deduction.
    case gross
    case discount, coupon, rounding, deposit, serviceCharge, tax
    /// All deductions together: 为您节省.
    case saved
    /// What was to be paid, which is what was paid.
    case payable
    /// What was paid.
    case paid
    /// What was handed over, and what came back.
    case tendered, change
    /// One row a means of payment.
    case payments
    case balance, pointsEarned, pointsTotal
    /// The paid amount in words: 大写.
    case words
  }

  package struct Row: Hashable, Codable, Sendable {
    package var role: Role
    package var label: String
  }

  package var rows: [Row]
  /// The row that is printed larger, if any.
  package var emphasis: Role?
  package var splitsPayments: Bool
  package var showsBalance: Bool
  /// A payment's row has the amount; otherwise only the name of the means.
  package var paymentsHaveAmounts: Bool
  /// Deductions are printed with a minus.
  package var deductionsAreNegative: Bool
  /// Rows about nothing (`优惠 0.00`) are printed all the same.
  package var printsZeroes: Bool

  func has(_ role: Role) -> Bool { rows.contains { $0.role == role } }
}

extension Settlement {
  static func drawn(_ family: Family, script: Script, chance: inout Chance) -> Settlement {
    let labels = SettlementLabels(script: script)
    let roles = chance.pick(Self.schemes(family, script))
    // Where something stands above the paid row, a label such as 应收 may stand for it.
    let hasDeductions = roles.contains { [.discount, .coupon, .rounding, .deposit].contains($0) }
    let hasPaid = roles.contains(.paid)
    var used: Set<String> = []
    var rows: [Row] = []
    for role in roles {
      let pool = labels.pool(
        for: role, family: family, isCashScheme: roles.contains(.tendered) && !hasPaid,
        isAbovePaid: hasDeductions && hasPaid)
      let free = pool.filter { !used.contains($0) }
      let label = chance.pick(free.isEmpty ? pool : free)
      used.insert(label)
      rows.append(Row(role: role, label: label))
    }
    extend(&rows, family, labels, &chance)
    return Settlement(
      rows: rows,
      emphasis: chance.pick([nil, hasPaid ? .paid : .payable, hasPaid ? .paid : .payable]),
      splitsPayments: roles.contains(.payments) && chance.happens(0.5),
      showsBalance: rows.contains { $0.role == .balance },
      paymentsHaveAmounts: chance.happens(0.7), deductionsAreNegative: chance.happens(0.6),
      printsZeroes: chance.happens(0.3))
  }

  private static func extend(
    _ rows: inout [Row], _ family: Family, _ labels: SettlementLabels, _ chance: inout Chance
  ) {
    func row(_ role: Role) -> Row {
      Row(
        role: role,
        label: chance.pick(
          labels.pool(for: role, family: family, isCashScheme: false, isAbovePaid: false)))
    }
    if chance.happens(0.3) { rows.insert(row(.itemCount), at: 0) }
    if family == .jewellery || chance.happens(0.04), labels.script != .english {
      rows.append(row(.words))
    }
    if chance.happens(0.18) { rows.append(row(.balance)) }
    if chance.happens(0.22) {
      rows.append(row(.pointsEarned))
      if chance.happens(0.6) { rows.append(row(.pointsTotal)) }
    }
    if rows.contains(where: { $0.role == .discount }), chance.happens(0.2) {
      rows.append(row(.saved))
    }
    if chance.happens(0.06) { rows.append(row(.tax)) }
  }

  /// Those that a family uses: not everybody charges for service or takes deposits.
  private static func schemes(_ family: Family, _ script: Script) -> [[Role]] {
    if family == .delivery, script != .english { return deliverySchemes }
    let all = script == .english ? englishSchemes : chineseSchemes
    let serves = family.servesTables || family == .cafe
    let takesDeposits = [.jewellery, .electronics, .fashion, .departmentStore, .salon, .playground]
      .contains(family)
    return all.filter { roles in
      (serves || !roles.contains(.serviceCharge)) && (takesDeposits || !roles.contains(.deposit))
    }
  }

  private static let deliverySchemes: [[Role]] = [
    [.gross, .serviceCharge, .discount, .paid],
    [.gross, .serviceCharge, .paid],
    [.gross, .serviceCharge, .coupon, .payable, .payments],
    [.serviceCharge, .discount, .payable],
    [.gross, .discount, .payable, .payments],
  ]

  private static let chineseSchemes: [[Role]] = [
    [.payable, .tendered, .change],
    [.payable, .tendered, .change],
    [.payable, .payments],
    [.payable, .payments, .change],
    [.payable],
    [.paid],
    [.payable, .paid],
    [.payable, .paid, .change],
    [.gross, .discount, .paid],
    [.gross, .discount, .paid, .payments],
    [.gross, .discount, .rounding, .paid],
    [.gross, .discount, .payable, .tendered, .change],
    [.gross, .discount, .payable, .payments],
    [.gross, .discount, .rounding, .payable, .paid],
    [.gross, .coupon, .paid, .payments],
    [.gross, .discount, .coupon, .payable, .paid, .payments],
    [.gross, .deposit, .payable, .paid],
    [.gross, .rounding, .payable, .tendered, .change],
    [.gross, .rounding, .paid, .payments],
    [.paid, .gross, .discount],
    [.gross, .paid, .discount],
    [.gross, .serviceCharge, .payable, .paid],
    [.discount, .payable, .tendered, .change],
    [.gross, .discount, .payable, .paid, .change, .payments],
  ]

  private static let englishSchemes: [[Role]] = [
    [.payable, .tendered, .change],
    [.gross, .tax, .payable, .tendered, .change],
    [.gross, .discount, .payable, .payments],
    [.gross, .serviceCharge, .payable, .payments],
    [.payable, .payments],
    [.payable],
    [.gross, .payable, .payments, .change],
    [.gross, .discount, .payable, .tendered, .change],
    [.gross, .discount, .rounding, .payable, .payments],
    [.gross, .serviceCharge, .discount, .payable, .payments, .tax],
  ]
}
