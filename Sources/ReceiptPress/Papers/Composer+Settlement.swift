import Receipts

extension Composer {
  mutating func putSettlement() {
    if kindMark != nil, layout.marks.place == .beforeSettlement { putKindMark() }
    for row in settlementRows {
      for (label, value, field) in lines(of: row) { putLine(row.role, label, value, field) }
    }
  }

  /// The rows that this paper prints: a bill that is not paid says nothing about payment.
  var settlementRows: [Settlement.Row] {
    let rows = layout.settlement.rows
    switch ticket.kind {
    case .sale, .duplicate, .tampered, .reprint, .order, .topUp, .invoice, .parking, .other:
      return rows
    case .refund:
      let kept = rows.filter {
        ![.tendered, .change, .coupon, .deposit, .pointsTotal, .saved, .words].contains($0.role)
      }
      return kept.contains { $0.role == .payable || $0.role == .paid }
        ? kept
        : kept + [Settlement.Row(role: .payable, label: isEnglish ? "Refund" : spelt("退款金额"))]
    case .prebill:
      var kept = rows.filter {
        ![.tendered, .change, .payments, .balance, .paid, .pointsEarned, .pointsTotal, .words]
          .contains($0.role)
      }
      if !kept.contains(where: { $0.role == .payable }) {
        kept.append(Settlement.Row(role: .payable, label: isEnglish ? "Amount Due" : spelt("应付金额")))
      }
      return kept
    }
  }

  private typealias Entry = (label: String, value: String, field: FieldName?)

  private func lines(of row: Settlement.Row) -> [Entry] {
    let settlement = layout.settlement
    func entry(_ minorUnits: Int64, isTotal: Bool = false) -> [Entry] {
      if minorUnits == 0, !settlement.printsZeroes, !isTotal { return [] }
      let money = sale.money(minorUnits)
      return [
        (row.label, isTotal ? layout.amounts.total(money) : layout.amounts.detail(money), nil)
      ]
    }
    func deducted(_ minorUnits: Int64) -> [Entry] {
      entry(settlement.deductionsAreNegative ? -minorUnits : minorUnits)
    }
    switch row.role {
    case .itemCount: return [(row.label, String(sale.quantity), nil)]
    case .gross: return entry(sale.gross, isTotal: true)
    case .discount: return deducted(sale.discount)
    case .coupon: return deducted(sale.coupon)
    case .rounding: return deducted(sale.rounding)
    case .deposit: return deducted(sale.deposit)
    case .serviceCharge: return entry(sale.serviceCharge)
    case .tax: return entry(sale.tax)
    case .saved: return sale.discount > 0 ? entry(sale.discount + sale.coupon) : []
    case .payable, .paid: return [(row.label, layout.amounts.total(paid), .amount)]
    case .tendered:
      guard let tendered = sale.tendered else { return unTendered(row) }
      return [(row.label, layout.amounts.total(sale.money(tendered)), nil)]
    case .change:
      let change = (sale.tendered ?? sale.paid) - sale.paid
      return sale.tendered == nil && !settlement.printsZeroes
        ? [] : [(row.label, layout.amounts.detail(sale.money(change)), nil)]
    case .payments: return paymentEntries(row)
    case .balance:
      return sale.storedBalance.map {
        [(row.label, layout.amounts.detail(Money(minorUnits: $0, currency: sale.currency)), nil)]
      } ?? []
    case .pointsEarned: return [(row.label, String(sale.pointsEarned), nil)]
    case .pointsTotal: return [(row.label, String(sale.pointsTotal), nil)]
    case .words: return [(row.label, spelt(paid.inChineseWords), nil)]
    }
  }

  /// A till with a row for cash names the other means there: `微信 56.00`, or repeats its label.
  private func unTendered(_ row: Settlement.Row) -> [Entry] {
    let isCashWord = ["现金", "現金", "Cash", "CASH"].contains { row.label.contains($0) }
    let value = layout.amounts.total(paid)
    guard isCashWord, let payment = sale.payments.first else {
      return [(row.label, value, .amount)]
    }
    return [(name(of: payment.method), value, .amount)]
  }

  private func paymentEntries(_ row: Settlement.Row) -> [Entry] {
    sale.payments.map { payment in
      let amount = layout.amounts.detail(sale.money(payment.amount))
      guard layout.settlement.paymentsHaveAmounts || sale.payments.count > 1 else {
        return (row.label, name(of: payment.method), nil)
      }
      return (name(of: payment.method), amount, payment.amount == sale.paid ? .amount : nil)
    }
  }

  func name(of method: Sale.Method) -> String {
    let wording = layout.methodWording
    if isEnglish {
      let words: [String] =
        switch method {
        case .cash: ["Cash", "CASH", "Cash"]
        case .wechat: ["WeChat Pay", "WECHAT", "WeChatPay"]
        case .alipay: ["Alipay", "ALIPAY", "AliPay"]
        case .unionPay: ["UnionPay", "UNIONPAY", "Bank Card"]
        case .storedValue: ["Gift Card", "Stored Value", "Member Card"]
        case .voucher: ["Voucher", "VOUCHER", "Gift Voucher"]
        case .octopus: ["Octopus", "OCTOPUS", "Octopus"]
        case .visa: ["VISA", "Visa", "Credit Card"]
        case .wallet: ["Paid Online", "App Pay", "Online"]
        }
      return words[wording]
    }
    let words: [String] =
      switch method {
      case .cash: ["现金", "人民币", "现金支付"]
      case .wechat: ["微信支付", "微信", "微信扫码"]
      case .alipay: ["支付宝", "支付宝支付", "支付宝扫码"]
      case .unionPay: ["银联卡", "银行卡", "刷卡"]
      case .storedValue: ["储值卡", "会员卡支付", "储值支付"]
      case .voucher: ["代金券", "抵用券", "礼品卡"]
      case .octopus: ["八达通", "八达通卡", "八达通"]
      case .visa: ["信用卡", "VISA", "信用卡"]
      case .wallet: ["在线支付", "已在线支付", "平台支付"]
      }
    if method == .cash, sale.currency != .cny { return spelt("现金") }
    return spelt(words[wording])
  }

  private mutating func putLine(
    _ role: Settlement.Role, _ label: String, _ value: String, _ field: FieldName?
  ) {
    var labelStyle = setter.plain
    var valueStyle = setter.plain
    if role == layout.settlement.emphasis {
      valueStyle.widthMultiple = layout.print.totalWidth
      valueStyle.heightMultiple = layout.print.totalHeight
      valueStyle.isBold = layout.print.isTotalBold || valueStyle.isBold
      if layout.print.enlargesTotalLabel {
        labelStyle.heightMultiple = layout.print.totalHeight
        labelStyle.isBold = valueStyle.isBold
      }
    }
    setter.pair(
      label, value, layout.pairs, layout.pairs.settlement, labelStyle: labelStyle,
      valueStyle: valueStyle, field: field)
  }
}
