import Receipts

extension Truth {
  init(
    _ tenant: Tenant, _ sale: Sale, _ ticket: Ticket, kind: TruthKind, amount: Money,
    paper: PrintedReceipt, file: String, level: Int
  ) {
    let traps = TrapFinder(tenant: tenant, sale: sale, ticket: ticket, paper: paper, kind: kind)
    let precision: PrintedTime.Precision =
      tenant.tellsTimeInNumberOnly ? .second : tenant.layout.dates.precision
    var alternatives: [String] = []
    let layout = tenant.layout
    if layout.number != nil {
      if let second = ticket.secondNumber, layout.blocks.contains(.meta) {
        alternatives.append(second)
      }
      if layout.blocks.contains(.slip) { alternatives.append(ticket.slipVoucher) }
    }
    if layout.meta.hasCallNumber, layout.blocks.contains(.header) {
      alternatives.append(ticket.callNumber)
    }
    let isListed = tenant.isRegistered
    self.init(
      file: file, kind: kind, level: level, counter: isListed ? tenant.counter.code : nil,
      counterName: isListed ? tenant.counter.name : tenant.printedName, amount: amount,
      time: sale.settled.printed(to: precision), receiptNumber: ticket.number,
      receiptNumberAlternatives: alternatives, of: nil, family: tenant.family,
      layout: "\(tenant.family.rawValue)-\(tenant.counter.code)", printedName: tenant.printedName,
      traps: traps.found)
  }
}

extension Tenant {
  /// Whether the receipt number is the only thing on its papers that tells day and time.
  var tellsTimeInNumberOnly: Bool {
    let rows = layout.meta.rows + layout.meta.tail
    let hasTime = rows.contains { [.time, .day].contains($0.part) }
    return !hasTime && !layout.blocks.contains(.slip)
  }
}

/// Finds what on a paper trips readers.
struct TrapFinder {
  let tenant: Tenant
  let sale: Sale
  let ticket: Ticket
  let paper: PrintedReceipt
  let kind: TruthKind

  var found: [Trap] {
    let candidates = moneyTraps + timeTraps + numberTraps + paperTraps + nameTraps
    return candidates.filter(\.holds).map(\.trap).sorted()
  }

  private typealias Finding = (trap: Trap, holds: Bool)
  private var layout: Layout { tenant.layout }
  private var amounts: AmountGrammar { layout.amounts }

  private var settlement: [Settlement.Row] {
    guard layout.blocks.contains(.settlement) else { return [] }
    return Composer(
      tenant: tenant, sale: sale, ticket: ticket, setter: Typesetter(style: layout.print)
    ).settlementRows
  }

  private var moneyTraps: [Finding] {
    let rows = settlement
    let has = { (role: Settlement.Role) in rows.contains { $0.role == role } }
    let label = { (role: Settlement.Role) in rows.first { $0.role == role }?.label ?? "" }
    let change = (sale.tendered ?? sale.paid) - sale.paid
    let gross = label(.gross)
    return [
      (.tenderedCash, has(.tendered) && change > 0),
      (.receivedIsTendered, label(.tendered).contains("实收") && change > 0),
      (.dueIsGross, (gross.contains("应收") || gross.contains("应付")) && sale.gross != sale.paid),
      (.discount, has(.discount) && sale.discount > 0),
      (.coupon, has(.coupon) && sale.coupon > 0),
      (.rounding, has(.rounding) && sale.rounding > 0),
      (.deposit, has(.deposit) && sale.deposit > 0),
      (.serviceCharge, has(.serviceCharge) && sale.serviceCharge > 0),
      (.storedBalance, has(.balance) && sale.storedBalance != nil),
      (.pointsTotal, has(.pointsTotal)),
      (.splitPayment, has(.payments) && sale.payments.count > 1),
      (.amountInWords, has(.words)),
      (.negativeAmounts, sale.isRefund),
    ]
  }

  private var timeTraps: [Finding] {
    let rows = layout.meta.rows + layout.meta.tail
    let has = { (part: MetaStyle.Part) in rows.contains { $0.part == part } }
    let isSlip = layout.blocks.contains(.slip)
    let day = layout.dates.day
    return [
      (.severalTimes, !isSlip && (has(.opened) || has(.ordered) || has(.printed))),
      (.expectedTime, !isSlip && has(.expected)),
      (.dayOnly, layout.dates.precision == .day && !tenant.tellsTimeInNumberOnly),
      (.splitTime, layout.dates.isSplit && layout.dates.precision != .day),
      (.timeInNumber, tenant.tellsTimeInNumberOnly),
      (.dayFirst, day == .dayFirstSlashed || day == .dayFirstDashed || day == .dayFirstYearShort),
      (.monthFirst, day == .monthFirst),
      (
        .halfDayClock,
        [.halfDay, .halfDaySeconds, .halfDayTight, .chineseHalfDay].contains(layout.dates.clock)
      ),
    ]
  }

  private var numberTraps: [Finding] {
    [
      (.noNumber, ticket.number == nil),
      (.severalNumbers, ticket.secondNumber != nil || layout.blocks.contains(.slip)),
      (.callNumber, layout.meta.hasCallNumber),
    ]
  }

  private var paperTraps: [Finding] {
    let texts = paper.runs(of: .amount)
    return [
      (.cardSlip, layout.blocks.contains(.slip)),
      (.amountTwice, texts.count > 1),
      (.unlabelledAmount, layout.blocks.contains(.bigAmount)),
      (.noItems, layout.items.form == .none || layout.blocks.contains(.slip)),
      (.wideTotal, texts.contains { $0.style.widthMultiple > 1 }),
      (.fullWidthDigits, amounts.isFullWidth || layout.dates.isFullWidth),
      (.groupedDigits, amounts.isGrouped && abs(sale.paid) >= 100_000),
      (.trimmedDecimals, amounts.decimals != .always),
      (.foreignCurrency, sale.currency != .cny),
      (.reprintMark, kind == .reprint), (.prebillMark, kind == .prebill),
      (.refundMark, kind == .refund), (.alteredDigits, kind == .tampered),
    ]
  }

  private var nameTraps: [Finding] {
    let name = tenant.counter.name
    return [
      (
        .aliasPrinted,
        !tenant.printedName.contains(name) && tenant.printedName != tenant.brand.company
      ),
      (.companyPrinted, tenant.printedName == tenant.brand.company),
      (.nearTwin, tenant.isTwin),
      (.notInRegister, !tenant.isRegistered),
    ]
  }
}
