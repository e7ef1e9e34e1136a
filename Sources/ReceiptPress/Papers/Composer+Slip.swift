import Receipts

extension Composer {
  /// The lines of a card slip: who was paid, by which card, and the bank's numbers.
  mutating func putSlip() {
    setter.separate(layout.print.separator)
    for (label, value, field) in slipLines { putSlipLine(label, value, field) }
    putSlipAmount()
    setter.separate(layout.print.secondSeparator)
    setter.put(isEnglish ? "REFERENCE" : spelt("备注:"))
    setter.feed(dots: 20)
    setter.put(isEnglish ? "CARDHOLDER SIGNATURE" : spelt("持卡人签名:"))
    setter.feed(dots: 60)
    setter.put(
      isEnglish
        ? "I AGREE TO PAY ABOVE TOTAL AMOUNT"
        : spelt("本人确认以上交易，同意将其记入本卡账户"))
    let copies = ["商户存根 MERCHANT COPY", "持卡人存根 CUSTOMER COPY", "-----客户联-----"]
    setter.put(isEnglish ? "CUSTOMER COPY" : spelt(copies[layout.methodWording]), .center)
  }

  private var slipLines: [(String, String, FieldName?)] {
    let words = SlipWords(script: layout.script, wording: layout.methodWording)
    var lines: [(String, String, FieldName?)] = [
      (
        words.merchant, tenant.printedName + (tenant.counter.branch.map { "(\($0))" } ?? ""),
        .counter
      ),
      (words.merchantNumber, ticket.slipMerchant, nil),
      (words.terminal, ticket.slipTerminal, nil),
      (words.teller, layout.meta.tillNumber, nil),
      (words.issuer, ticket.bank, nil),
      (words.card, ticket.card + (layout.methodWording == 1 ? " /C" : ""), nil),
      (words.type, spelt(words.typeValue(ticket.kind)), ticket.kind == .sale ? nil : .kind),
      (words.batch, ticket.slipBatch, nil),
      (words.voucher, ticket.slipVoucher, nil),
      (words.authorisation, ticket.slipAuthorisation, nil),
    ]
    let dates = layout.dates
    if dates.isSplit, dates.precision != .day {
      lines.append((words.day, dates.text(ofDay: sale.settled.day), .time))
      lines.append((words.clock, dates.text(ofClock: sale.settled), .time))
    } else {
      lines.append((words.time, dates.text(of: sale.settled), .time))
    }
    if let number = ticket.number { lines.append((words.reference, number, .receiptNumber)) }
    return lines
  }

  /// Some terminals put a value below its label.
  private mutating func putSlipLine(_ label: String, _ value: String, _ field: FieldName?) {
    if layout.pairs.meta == .tabbed, field != .time {
      setter.put(label + ":")
      setter.put(value, .leading, field: field)
    } else {
      setter.pair(label, value, layout.pairs, .adjacent, field: field)
    }
  }

  private mutating func putSlipAmount() {
    let words = SlipWords(script: layout.script, wording: layout.methodWording)
    var amounts = layout.amounts
    if amounts.prefix.isEmpty, amounts.suffix.isEmpty {
      amounts.prefix = paid.currency == .cny ? "RMB " : "\(paid.currency) "
    }
    var style = setter.plain
    style.heightMultiple = layout.print.totalHeight
    style.widthMultiple = layout.print.totalWidth
    setter.pair(
      words.amount, amounts.total(paid), layout.pairs, layout.pairs.settlement, valueStyle: style,
      field: .amount)
  }
}

/// What terminals call the lines of a card slip.
private struct SlipWords {
  let script: Script
  let wording: Int

  private func pick(_ chinese: [String], _ english: String) -> String {
    guard script != .english else { return english }
    let word = chinese[wording % chinese.count]
    return script == .traditional ? word.traditional : word
  }

  var merchant: String { pick(["商户名称", "商户名", "商户名称(MERCHANT NAME)"], "MERCHANT") }
  var merchantNumber: String { pick(["商户编号", "商户号", "商户号(MERCHANT NO)"], "MID") }
  var terminal: String { pick(["终端编号", "终端号", "终端号(TERMINAL ID)"], "TID") }
  var teller: String { pick(["操作员号", "操作员", "操作员(OPERATOR)"], "OPERATOR") }
  var issuer: String { pick(["发卡行", "发卡机构", "发卡行(ISSUER)"], "ISSUER") }
  var card: String { pick(["卡号", "卡 号", "卡号(CARD NO)"], "CARD NO") }
  var type: String { pick(["交易类型", "交易类别", "交易类型(TRANS TYPE)"], "TRANS TYPE") }
  var batch: String { pick(["批次号", "批次", "批次号(BATCH NO)"], "BATCH") }
  var voucher: String { pick(["凭证号", "票据号", "凭证号(VOUCHER NO)"], "TRACE NO") }
  var authorisation: String { pick(["授权码", "授权号", "授权码(AUTH NO)"], "APPR CODE") }
  var reference: String { pick(["参考号", "交易参考号", "参考号(REF NO)"], "REF NO") }
  var time: String { pick(["日期时间", "交易时间", "日期/时间(DATE/TIME)"], "DATE/TIME") }
  var day: String { pick(["日期", "交易日期", "日期(DATE)"], "DATE") }
  var clock: String { pick(["时间", "交易时间", "时间(TIME)"], "TIME") }
  var amount: String { pick(["金额", "交易金额", "金额(AMOUNT)"], "AMOUNT") }

  func typeValue(_ kind: TruthKind) -> String {
    switch kind {
    case .sale, .duplicate, .tampered, .reprint, .order, .topUp, .invoice, .parking, .other:
      pick(["消费", "消费 SALE", "消费(SALE)"], "SALE")
    case .refund: pick(["退货", "退货 REFUND", "退货(REFUND)"], "REFUND")
    case .prebill: pick(["预授权", "预授权 PRE-AUTH", "预授权(AUTH)"], "PRE-AUTH")
    }
  }
}
