import Receipts

extension Layout {
  /// A layout of one counter, all its choices made. `mallCurrency` decides whether a bare `$` may
  /// stand for its money.
  static func drawn(
    _ family: Family, script: Script, currency: Currency, mallCurrency: Currency,
    chance: inout Chance
  ) -> Layout {
    let print = PrintStyle.drawn(family, script: script, chance: &chance)
    let hasNumber = chance.happens(family == .cardSlip ? 1 : 0.93)
    var dates = DateGrammar.drawn(script, chance: &chance)
    if print.columns < 44 { dates.isFullWidth = false }
    let number = hasNumber ? NumberGrammar.drawn(&chance) : nil
    let footer = FooterStyle.drawn(script, columns: print.columns, chance: &chance)
    return Layout(
      family: family, script: script, print: print,
      header: HeaderStyle.drawn(family, script: script, chance: &chance),
      blocks: drawnBlocks(family, &chance),
      meta: MetaStyle.drawn(
        family, script: script, number: number, dates: dates, chance: &chance),
      items: ItemStyle.drawn(family, script: script, columns: print.columns, chance: &chance),
      settlement: Settlement.drawn(family, script: script, chance: &chance),
      pairs: PairStyle.drawn(script, &chance),
      amounts: AmountGrammar.drawn(currency, mallCurrency: mallCurrency, script, &chance),
      dates: dates, number: number, methods: drawnMethods(family, script, currency, &chance),
      methodWording: chance.below(3), footer: footer,
      marks: KindMarks.drawn(family, script: script, chance: &chance))
  }

  private static func drawnBlocks(_ family: Family, _ chance: inout Chance) -> [Block] {
    if family == .cardSlip {
      return chance.pick([
        [.header, .title, .slip, .footer], [.title, .header, .slip, .footer],
        [.title, .slip, .bigAmount, .footer], [.header, .slip, .bigAmount, .footer],
        [.title, .header, .slip, .bigAmount, .metaTail, .footer],
      ])
    }
    let usual: [Block] = [.header, .title, .meta, .items, .settlement, .metaTail, .footer]
    return chance.pick(weighted: [
      (usual, 10),
      ([.header, .meta, .items, .settlement, .metaTail, .footer], 4),
      ([.title, .header, .meta, .items, .settlement, .metaTail, .footer], 2),
      ([.header, .title, .items, .settlement, .meta, .metaTail, .footer], 3),
      ([.header, .title, .meta, .settlement, .items, .metaTail, .footer], 1.2),
      ([.header, .bigAmount, .meta, .items, .settlement, .metaTail, .footer], 0.8),
      ([.meta, .items, .settlement, .header, .metaTail, .footer], 0.5),
      ([.header, .meta, .items, .settlement, .bigAmount, .metaTail, .footer], 0.8),
    ])
  }

  private static func drawnMethods(
    _ family: Family, _ script: Script, _ currency: Currency, _ chance: inout Chance
  ) -> [Sale.Method] {
    if family == .cardSlip { return [.unionPay] }
    if family == .delivery { return [.wallet, .wechat, .alipay] }
    if currency != .cny {
      return chance.pick([[.cash, .visa], [.cash, .octopus, .visa], [.visa, .cash, .alipay]])
    }
    return chance.pick([
      [.wechat, .alipay, .cash], [.wechat, .alipay, .cash, .unionPay], [.wechat, .alipay],
      [.cash, .wechat], [.wechat, .storedValue, .cash], [.unionPay, .wechat, .alipay, .cash],
      [.cash],
    ])
  }
}

extension DateGrammar {
  static func drawn(_ script: Script, chance: inout Chance) -> DateGrammar {
    let day: DayForm
    let clock: ClockForm
    switch script {
    case .simplified, .traditional:
      day = chance.pick(weighted: [
        (.dashed, 9), (.slashed, 4), (.slashedShort, 3), (.dotted, 1.5), (.chinese, 2),
        (.chineseShort, 1), (.compact, 0.6), (.yearShortDashed, 2), (.yearShortSlashed, 1.2),
        (.dayFirstSlashed, script == .traditional ? 5 : 0.5), (.monthFirst, 0.3),
      ])
      clock = chance.pick(weighted: [
        (.seconds, 9), (.minutes, 7), (.none, 1), (.halfDay, 0.8), (.chinese, 0.4),
        (.chineseHalfDay, 0.4), (.halfDaySeconds, 0.4),
      ])
    case .english:
      day = chance.pick(weighted: [
        (.dashed, 2), (.slashed, 2), (.dayFirstSlashed, 3), (.dayFirstDashed, 1),
        (.dayFirstNamed, 2), (.dayFirstNamedSpaced, 1.5), (.monthNamedFirst, 1.5),
        (.monthFirst, 1.5), (.dayFirstYearShort, 1),
      ])
      clock = chance.pick(weighted: [
        (.seconds, 4), (.minutes, 4), (.halfDay, 3), (.halfDaySeconds, 1.5), (.halfDayTight, 1.5),
        (.none, 1),
      ])
    }
    let isChinese = day == .chinese || day == .chineseShort
    return DateGrammar(
      day: day, clock: clock,
      gap: chance.pick(isChinese ? [" ", "", " "] : [" ", " ", " ", "  ", "   "]),
      isSplit: chance.happens(0.13), isFullWidth: script != .english && chance.happens(0.03))
  }
}

extension AmountGrammar {
  static func drawn(
    _ currency: Currency, mallCurrency: Currency, _ script: Script, _ chance: inout Chance
  ) -> AmountGrammar {
    let (prefix, suffix) = drawnSigns(currency, currency == mallCurrency, script, &chance)
    return AmountGrammar(
      prefix: prefix, suffix: suffix, isGrouped: chance.happens(0.25),
      decimals: chance.pick(weighted: [(.always, 10), (.whenNeeded, 1.3), (.atLeastOne, 0.7)]),
      negative: chance.pick(weighted: [(.before, 12), (.after, 1), (.parentheses, 0.7)]),
      isFullWidth: script != .english && chance.happens(0.04),
      marksTotalOnly: chance.happens(0.75))
  }

  private static func drawnSigns(
    _ currency: Currency, _ isMalls: Bool, _ script: Script, _ chance: inout Chance
  ) -> (String, String) {
    if currency == .cny {
      return chance.pick(weighted: [
        (("", ""), 8), (("¥", ""), 5), (("￥", ""), 4), (("", script == .english ? "" : "元"), 3),
        (("RMB", ""), 0.8), (("RMB ", ""), 0.6), (("CNY ", ""), 0.5), (("¥ ", ""), 1.5),
        (("￥：", ""), 0.1), (("", " RMB"), 0.3),
      ])
    }
    let sign =
      switch currency {
      case .hkd: "HK$"
      case .twd: "NT$"
      case .mop: "MOP$"
      case .usd: "US$"
      case .eur: "€"
      case .gbp: "£"
      case .myr: "RM"
      case .sgd: "S$"
      default: currency.rawValue + " "
      }
    let bare = isMalls && sign.hasSuffix("$") ? "$" : sign
    let plain: (String, String) = isMalls ? ("", "") : (sign, "")
    return chance.pick([
      (bare, ""), (sign, ""), ("\(currency) ", ""), ("", " \(currency)"), plain,
    ])
  }
}

extension Layout.PairStyle {
  static func drawn(_ script: Script, _ chance: inout Chance) -> Layout.PairStyle {
    Layout.PairStyle(
      settlement: chance.pick(weighted: [
        (.justified, 7), (.adjacent, 4), (.tabbed, 3), (.rightAligned, 1.5),
      ]),
      meta: chance.pick(weighted: [(.adjacent, 12), (.tabbed, 2), (.justified, 2)]),
      colon: chance.pick(
        script == .english ? [":", ": ", " ", " : ", ""] : [":", "：", ": ", ":", " ", "：", " : "]),
      tab: chance.within(0.28...0.5), spacesShortLabels: script != .english && chance.happens(0.15))
  }
}

extension Layout.KindMarks {
  static func drawn(_ family: Family, script: Script, chance: inout Chance) -> Layout.KindMarks {
    guard script != .english else {
      return Layout.KindMarks(
        title: chance.pick([
          nil, "RECEIPT", "Sales Receipt", "TAX INVOICE", "CUSTOMER COPY", "INVOICE",
        ]),
        refund: chance.pick(["REFUND", "*** REFUND ***", "RETURN", "Refund Receipt", "CREDIT NOTE"]
        ),
        prebill: chance.pick([
          "PRE-BILL", "GUEST CHECK", "NOT PAID", "UNPAID", "PROFORMA BILL - NOT A RECEIPT",
          "Bill Only - Not Paid",
        ]),
        reprint: chance.pick(["REPRINT", "** REPRINT **", "DUPLICATE COPY", "COPY", "Reprinted"]),
        place: chance.pick(Place.allCases))
    }
    let marks = Layout.KindMarks(
      title: drawnTitle(family, &chance),
      refund: chance.pick([
        "退货", "退款", "退货单", "退款单", "【退货】", "*** 退货 ***", "退货小票", "销售退货", "退款凭证", "交易类型:退货", "(退单)",
      ]),
      prebill: chance.pick([
        "预结单", "预结账单", "待支付", "未支付", "预打单", "预结帐单", "客户对账单(未结账)", "未结账", "*** 预结 ***", "待付款",
        "账单预览 未付款",
        "此单未付款",
      ]),
      reprint: chance.pick([
        "补打", "重印", "【补打】", "重打小票", "(补打)", "*** 重印 ***", "补打小票", "重打印", "第2次打印", "补打单据", "副本",
      ]),
      place: chance.pick(Place.allCases))
    guard script == .traditional else { return marks }
    return Layout.KindMarks(
      title: marks.title?.traditional, refund: marks.refund.traditional,
      prebill: marks.prebill.traditional, reprint: marks.reprint.traditional, place: marks.place)
  }

  private static func drawnTitle(_ family: Family, _ chance: inout Chance) -> String? {
    let titles: [String?] =
      switch family {
      case .restaurant, .traditional: ["结账单", "结帐单", "账单", "消费清单", "客单", "结算单", nil]
      case .teaShop, .bakery, .cafe: ["点单小票", "顾客联", "堂食", "打包", "外带", "取餐单", nil, nil]
      case .cardSlip: ["签购单", "POS签购单", "银联签购单", "POS SALES SLIP 签购单", "刷卡凭证 持卡人存根", "交易凭条"]
      case .delivery: ["外卖订单", "顾客小票", "商家小票", "#外卖 顾客联", "配送单", nil]
      case .cinema: ["电影票", "售票凭证", "购票小票", "卖品小票", nil]
      case .playground: ["门票", "消费小票", "收款凭证", nil]
      case .jewellery: ["质量保证单", "销售单", "销售凭证", "饰品销售单", nil]
      case .departmentStore, .supermarket, .fashion, .cosmetics, .electronics, .pharmacy, .salon:
        ["销售小票", "购物小票", "收银小票", "销售单", "交易凭证", "购物凭证", "收款收据", "销售凭证", nil, nil]
      }
    return chance.pick(titles)
  }
}
