import Receipts

/// Composes one paper: a sale, written the way a counter's till writes.
struct Composer {
  let tenant: Tenant
  let sale: Sale
  let ticket: Ticket
  var setter: Typesetter

  static func receipt(_ tenant: Tenant, _ sale: Sale, _ ticket: Ticket) -> PrintedReceipt {
    var composer = Composer(
      tenant: tenant, sale: sale, ticket: ticket,
      setter: Typesetter(style: tenant.layout.print))
    composer.compose()
    return composer.setter.receipt(tailDots: 90)
  }

  var layout: Layout { tenant.layout }
  var isEnglish: Bool { layout.script == .english }
  var paid: Money { sale.money(sale.paid) }

  private mutating func compose() {
    guard !ticket.kind.isOtherPaper else {
      putOtherPaper(ticket.kind)
      return
    }
    if kindMark != nil, layout.marks.place == .top { putKindMark() }
    for block in layout.blocks {
      switch block {
      case .header: putHeader()
      case .title: putTitle()
      case .meta: putMeta(layout.meta.rows, isTail: false)
      case .items: putItems()
      case .settlement: putSettlement()
      case .metaTail: putMeta(layout.meta.tail, isTail: true)
      case .footer: putFooter()
      case .bigAmount: putBigAmount()
      case .slip: putSlip()
      }
    }
    if kindMark != nil, !isKindMarkPut { putKindMark() }
  }

  /// What this paper must say it is; `nil` for a plain sale.
  var kindMark: String? {
    switch ticket.kind {
    case .sale, .duplicate, .tampered, .order, .topUp, .invoice, .parking, .other: nil
    case .refund: layout.marks.refund
    case .prebill: layout.marks.prebill
    case .reprint: layout.marks.reprint
    }
  }

  /// Whether a block of this layout puts the mark at its place.
  private var isKindMarkPut: Bool {
    switch layout.marks.place {
    case .top: true
    case .title: layout.blocks.contains(.title)
    case .beforeSettlement: layout.blocks.contains(.settlement)
    case .bottom: layout.blocks.contains(.footer)
    }
  }

  mutating func putKindMark() {
    guard let kindMark else { return }
    var style = setter.plain
    style.heightMultiple = 2
    style.widthMultiple = kindMark.cells * 2 <= setter.columns ? 2 : 1
    setter.put(kindMark, .center, style: style, field: .kind)
    if ticket.kind == .reprint {
      let label = isEnglish ? "Reprinted: " : spelt("补打时间:")
      setter.put(label + DateGrammar.reprint.text(of: ticket.reprinted), .center)
    }
  }

  /// Our own words in the letters of this till.
  func spelt(_ text: String) -> String {
    layout.script == .traditional ? text.traditional : text
  }

  private mutating func putTitle() {
    if kindMark != nil, layout.marks.place == .title { putKindMark() }
    guard let title = layout.marks.title else { return }
    // A till that prints 退货单 does not print 销售小票 above it.
    if ticket.kind == .refund || ticket.kind == .prebill { return }
    setter.put(title, .center)
    setter.feed(dots: 4)
  }

  private mutating func putBigAmount() {
    var style = setter.plain
    style.heightMultiple = 2
    style.widthMultiple = 2
    var amounts = layout.amounts
    if amounts.prefix.isEmpty, amounts.suffix.isEmpty, paid.currency == .cny {
      amounts.prefix = "￥"
    }
    setter.put(amounts.total(paid), .center, style: style, field: .amount)
    setter.feed(dots: 6)
  }

  private mutating func putFooter() {
    if kindMark != nil, layout.marks.place == .bottom { putKindMark() }
    let footer = layout.footer
    let side: Typesetter.Side = footer.isCentered ? .center : .leading
    if !footer.lines.isEmpty { setter.separate(layout.print.secondSeparator) }
    for line in footer.lines { setter.put(line, side) }
    if footer.printsCompany { setter.put(spelt(tenant.brand.company), side) }
    if tenant.printsOnlyInFooter { setter.put(tenant.printedName, side, field: .counter) }
    switch footer.code {
    case .none: break
    case .bars:
      setter.mark(.bars(seed: ticket.codeSeed), heightDots: 64)
      if let number = ticket.number { setter.put(number, .center) }
    case .square: setter.mark(.square(seed: ticket.codeSeed), heightDots: 168)
    }
  }
}

extension DateGrammar {
  /// A reprint's own time is always this plain.
  static let reprint = DateGrammar(
    day: .dashed, clock: .seconds, gap: " ", isSplit: false, isFullWidth: false)
}

extension Tenant {
  /// Whether no other part of the layout prints the name.
  var printsOnlyInFooter: Bool {
    let parts = layout.header.parts
    let inHeader =
      layout.blocks.contains(.header) && (parts.contains(.logo) || parts.contains(.name))
    let inMeta = (layout.meta.rows + layout.meta.tail).contains { $0.part == .shop }
    return !inHeader && !(inMeta && layout.blocks.contains(.meta)) && !layout.blocks.contains(.slip)
  }
}
