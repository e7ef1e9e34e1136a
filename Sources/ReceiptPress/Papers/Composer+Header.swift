import Receipts

extension Composer {
  mutating func putHeader() {
    let header = layout.header
    let side: Typesetter.Side = header.isCentered ? .center : .leading
    let namesOnce = !header.parts.contains(.name)
    let isMallLarge = namesOnce && !header.parts.contains(.logo)
    for part in header.parts {
      switch part {
      case .logo: putLogo(side, isOnlyName: namesOnce)
      case .mall:
        setter.put(
          spelt(tenant.mall.city + tenant.mall.name), side, style: nameStyle(isLarge: isMallLarge))
      case .name:
        setter.put(
          tenant.printedName, side, style: nameStyle(isLarge: true), field: .counter)
      case .branch: setter.put(branchText, side)
      case .unit: setter.put(header.unitLabel + tenant.counter.code.rawValue, side)
      case .address: setter.put(header.addressLabel + tenant.address, side)
      case .phone:
        if let phone = tenant.counter.phone { setter.put(header.phoneLabel + phone, side) }
      case .greeting: setter.put(header.greeting, side)
      }
    }
    if tenant.needsBranchOnPaper, !header.parts.contains(.branch) { setter.put(branchText, side) }
    setter.feed(dots: 6)
    if layout.meta.hasCallNumber { putCallNumber() }
  }

  private var branchText: String {
    let branch = tenant.counter.branch ?? "\(tenant.mall.name)店"
    return isEnglish ? branch : spelt("(\(branch))")
  }

  private func nameStyle(isLarge: Bool) -> TextStyle {
    var style = setter.plain
    guard isLarge else { return style }
    style.widthMultiple = layout.header.nameWidth
    style.heightMultiple = layout.header.nameHeight
    style.isBold = layout.header.isNameBold || style.isBold
    return style
  }

  /// The brand as a picture-like word; the till's own name when no name line follows.
  private mutating func putLogo(_ side: Typesetter.Side, isOnlyName: Bool) {
    let text = isOnlyName ? tenant.printedName : tenant.brand.latin ?? tenant.printedName
    var style = TextStyle(typeface: layout.print.logoTypeface, isBold: true)
    switch layout.header.logo {
    case .large: (style.widthMultiple, style.heightMultiple) = (2, 2)
    case .spaced: (style.widthMultiple, style.heightMultiple, style.spacingCells) = (2, 2, 1)
    case .inverse:
      (style.widthMultiple, style.heightMultiple) = (2, 2)
      style.isInverse = true
    case .boxed:
      (style.widthMultiple, style.heightMultiple) = (2, 2)
      style.isBoxed = true
    case .tall: (style.widthMultiple, style.heightMultiple) = (2, 3)
    case .wide: (style.widthMultiple, style.heightMultiple) = (3, 2)
    }
    setter.put(text, side, style: style, field: .counter)
    setter.feed(dots: 8)
  }

  private mutating func putCallNumber() {
    var style = setter.plain
    (style.widthMultiple, style.heightMultiple) = (2, 2)
    style.isInverse = layout.header.logo == .inverse
    let words = isEnglish ? "" : layout.header.logo == .boxed ? spelt("取餐号:") : ""
    setter.put(words + ticket.callNumber, .center, style: style)
    setter.feed(dots: 6)
  }

  mutating func putMeta(_ rows: [MetaStyle.Row], isTail: Bool) {
    let printable = rows.compactMap { row in value(of: row).map { (row, $0) } }
    guard !printable.isEmpty || (ticket.kind == .refund && !isTail) else { return }
    if isTail { setter.separate(layout.print.secondSeparator) }
    if layout.meta.isPaired {
      putPaired(printable)
    } else {
      for (row, value) in printable {
        setter.pair(
          label(of: row), value.text, layout.pairs, layout.pairs.meta, field: value.field)
      }
    }
    if ticket.kind == .refund, !isTail, ticket.number != nil {
      let label = isEnglish ? "Original No" : spelt("原单号")
      setter.pair(label, ticket.originalNumber, layout.pairs, layout.pairs.meta)
    }
  }

  private mutating func putPaired(_ rows: [(MetaStyle.Row, (text: String, field: FieldName?))]) {
    var rest = rows[...]
    while let (row, value) = rest.popFirst() {
      let first =
        "\(label(of: row))\(label(of: row).isEmpty ? "" : layout.pairs.colon)\(value.text)"
      guard first.cells < setter.columns / 2, let (other, otherValue) = rest.first else {
        setter.pair(
          label(of: row), value.text, layout.pairs, layout.pairs.meta, field: value.field)
        continue
      }
      let second =
        "\(label(of: other))\(label(of: other).isEmpty ? "" : layout.pairs.colon)\(otherValue.text)"
      guard second.cells <= setter.columns / 2 else {
        setter.pair(
          label(of: row), value.text, layout.pairs, layout.pairs.meta, field: value.field)
        continue
      }
      rest.removeFirst()
      setter.halves((first, value.field), (second, otherValue.field))
    }
  }

  /// A bill that nobody paid yet names no time of payment.
  private func label(of row: MetaStyle.Row) -> String {
    guard ticket.kind == .prebill, row.part == .time else { return row.label }
    let isAboutPaying = ["结", "付", "收", "买", "支", "結", "買"].contains { row.label.contains($0) }
    return isAboutPaying ? spelt("打印时间") : isEnglish ? "Time" : row.label
  }

  private func value(of row: MetaStyle.Row) -> (text: String, field: FieldName?)? {
    let dates = layout.dates
    return switch row.part {
    case .number: ticket.number.map { ($0, .receiptNumber) }
    case .secondNumber: ticket.secondNumber.map { ($0, nil) }
    case .time: (dates.text(of: sale.settled), .time)
    case .day: (dates.text(ofDay: sale.settled.day), .time)
    case .clock: (dates.text(ofClock: sale.settled), .time)
    case .opened: (dates.text(of: sale.opened), nil)
    case .ordered: (dates.text(of: sale.ordered), nil)
    case .printed: ticket.kind == .prebill ? nil : (dates.text(of: sale.printed), nil)
    case .expected: (dates.text(of: sale.settled.advanced(bySeconds: 2700)), nil)
    case .shop:
      (
        tenant.layout.header.parts.contains(.unit)
          ? tenant.printedName : tenant.shopText, .counter
      )
    case .unit: (tenant.counter.code.rawValue, nil)
    case .till: (layout.meta.tillNumber, nil)
    case .cashier: (ticket.cashier, nil)
    case .table: (ticket.table, nil)
    case .guests: (String(sale.guests), nil)
    case .member: (ticket.memberNumber, nil)
    case .phone: tenant.counter.phone.map { ($0, nil) }
    case .payReference: (ticket.payReference, nil)
    }
  }
}

extension Tenant {
  /// Some tills name the unit beside the shop: `2F075 本汕`.
  fileprivate var shopText: String {
    layout.methodWording == 1 ? "\(counter.code) \(printedName)" : printedName
  }

  /// Whether a sibling of the same name makes the branch the only thing to go by.
  var needsBranchOnPaper: Bool { counter.branch != nil }
}
