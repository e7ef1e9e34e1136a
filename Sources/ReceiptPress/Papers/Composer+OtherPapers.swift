import Receipts

extension Composer {
  /// Papers that members photograph instead of a receipt, and that never are points: each is
  /// composed by itself, in the print and the numbers of the counter's till.
  mutating func putOtherPaper(_ kind: TruthKind) {
    var chance = Chance(seed: ticket.codeSeed, "other paper")
    switch kind {
    case .order: putOrder(&chance)
    case .topUp: putTopUp(&chance)
    case .invoice: putInvoice(&chance)
    case .parking: putParking(&chance)
    case .other: putStray(&chance)
    case .sale, .duplicate, .refund, .prebill, .tampered, .reprint: break
    }
  }

  /// A heading of twice the height, which says what the paper is.
  private mutating func putHeading(_ text: String) {
    var style = setter.plain
    style.heightMultiple = 2
    style.widthMultiple = text.cells * 2 <= setter.columns ? 2 : 1
    setter.put(isEnglish ? text : spelt(text), .center, style: style, field: .kind)
    setter.feed(dots: 8)
  }

  private mutating func putRow(_ label: String, _ value: String) {
    setter.pair(isEnglish ? label : spelt(label), value, layout.pairs, layout.pairs.meta)
  }

  private mutating func putAmount(_ label: String, _ minorUnits: Int64) {
    setter.pair(
      isEnglish ? label : spelt(label),
      layout.amounts.total(Money(minorUnits: minorUnits, currency: sale.currency)), layout.pairs,
      layout.pairs.settlement)
  }

  private func pick(_ chance: inout Chance, _ chinese: [String], _ english: [String]) -> String {
    chance.pick(isEnglish ? english : chinese)
  }

  private var moment: String { layout.dates.text(of: sale.settled) }

  // MARK: - What a kitchen is to make

  private mutating func putOrder(_ chance: inout Chance) {
    if chance.happens(0.25) {
      putQueueNumber(&chance)
      return
    }
    if chance.happens(0.5) { putHeader() }
    putHeading(
      pick(
        &chance,
        ["点菜单", "出品单", "厨房联", "后厨制作单", "传菜单", "点单小票", "热菜间", "加菜单", "水吧出品", "下单凭据", "制作联"],
        ["KITCHEN ORDER", "ORDER SLIP", "ORDER TICKET", "KITCHEN COPY", "BAR ORDER"]))
    putRow(isEnglish ? "Table" : chance.pick(["桌号", "台号", "餐台"]), ticket.table)
    putRow(isEnglish ? "Order" : "单号", ticket.callNumber)
    putRow(
      isEnglish ? "Ordered" : chance.pick(["下单时间", "点单时间", "落单", "打印时间"]),
      layout.dates.text(of: sale.ordered))
    if chance.happens(0.5) { putRow(isEnglish ? "Waiter" : "服务员", ticket.cashier) }
    setter.separate(layout.print.separator)
    let printsPrices = chance.happens(0.4)
    for item in sale.items {
      let count = item.quantity + (isEnglish ? "" : chance.pick(["", "份", ""]))
      var columns: [(text: String, at: Double, side: Typesetter.Side)] = [
        (item.good.name, 0, .leading), (count, printsPrices ? 0.72 : 1, .trailing),
      ]
      if printsPrices { columns.append((layout.amounts.detail(item.sum), 1, .trailing)) }
      setter.row(columns)
      if chance.happens(0.2) {
        setter.put(
          "  " + pick(&chance, ["[少辣]", "[免葱]", "[打包]", "备注:少冰"], ["[no ice]", "[to go]"]))
      }
    }
    setter.separate(layout.print.separator)
    if printsPrices {
      putAmount(isEnglish ? "Total" : chance.pick(["合计", "小计", "金额"]), sale.gross)
    } else {
      putRow(isEnglish ? "Items" : chance.pick(["共计数量", "合计份数"]), String(sale.quantity))
    }
    if chance.happens(0.4) {
      setter.put(pick(&chance, ["请尽快出菜", "叫起", "**先上凉菜**"], ["FIRE NOW", "HOLD"]), .center)
    }
  }

  private mutating func putQueueNumber(_ chance: inout Chance) {
    putHeader()
    putHeading(pick(&chance, ["排队取号", "等位小票", "排号单"], ["QUEUE NUMBER", "WAITING TICKET"]))
    var style = setter.plain
    (style.widthMultiple, style.heightMultiple) = (3, 3)
    setter.put(ticket.callNumber, .center, style: style)
    setter.feed(dots: 10)
    putRow(isEnglish ? "Guests" : "就餐人数", String(sale.guests))
    putRow(isEnglish ? "Waiting" : "前面等待", "\(chance.within(1...40))" + (isEnglish ? "" : "桌"))
    putRow(isEnglish ? "Taken at" : "取号时间", moment)
    setter.put(pick(&chance, ["过号请重新取号", "扫码查看排队进度"], ["Please wait to be seated"]), .center)
  }

  // MARK: - Money put on a card

  private mutating func putTopUp(_ chance: inout Chance) {
    putHeader()
    let amount = Int64(chance.pick([100, 200, 300, 500, 1000, 2000, 5000])) * 100
    let gift = chance.happens(0.5) ? amount / 10 : 0
    let before = Int64(chance.within(0...80_000))
    putHeading(
      pick(
        &chance,
        ["会员储值凭证", "储值卡充值单", "充值小票", "会员卡充值", "购卡凭证", "储值单据", "预付卡充值凭条"],
        ["TOP-UP RECEIPT", "CARD RELOAD", "STORED VALUE TOP UP", "GIFT CARD ACTIVATION"]))
    putRow(isEnglish ? "Card" : chance.pick(["卡号", "会员卡号"]), ticket.memberNumber)
    if let number = ticket.number { putRow(isEnglish ? "No" : chance.pick(["单号", "流水号"]), number) }
    putRow(isEnglish ? "Time" : chance.pick(["交易时间", "充值时间", "日期"]), moment)
    setter.separate(layout.print.separator)
    putAmount(isEnglish ? "Top-up" : chance.pick(["充值金额", "储值金额", "本次储值", "本金"]), amount)
    if gift > 0 { putAmount(isEnglish ? "Bonus" : chance.pick(["赠送金额", "赠金"]), gift) }
    if chance.happens(0.6) {
      putAmount(isEnglish ? "Balance before" : chance.pick(["充值前余额", "原余额"]), before)
    }
    putAmount(
      isEnglish ? "Balance" : chance.pick(["充值后余额", "卡内余额", "当前余额"]),
      before + amount + gift)
    putAmount(isEnglish ? "Paid" : chance.pick(["实收", "应收金额", "支付金额", "微信支付"]), amount)
    setter.separate(layout.print.secondSeparator)
    setter.put(pick(&chance, ["储值卡一经售出概不退换", "谢谢惠顾"], ["Thank you"]), .center)
  }

  // MARK: - An invoice of a purchase that has a receipt too

  private mutating func putInvoice(_ chance: inout Chance) {
    let code = chance.digits(12)
    let number = chance.digits(chance.pick([8, 20]))
    putHeading(
      pick(
        &chance,
        ["电子发票(普通发票)", "增值税普通发票", "通用机打发票", "增值税电子普通发票", "通用定额发票", "卷式发票"],
        ["TAX INVOICE", "VAT INVOICE"]))
    if number.count == 8 { putRow(isEnglish ? "Code" : "发票代码", code) }
    putRow(isEnglish ? "Invoice No" : "发票号码", number)
    putRow(isEnglish ? "Date" : "开票日期", layout.dates.text(ofDay: sale.settled.day))
    setter.separate(layout.print.separator)
    let seller = tenant.brand.company
    let taxNumber = "91" + chance.digits(15) + chance.pick(["A", "X", "3", "K"])
    putRow(isEnglish ? "Seller" : chance.pick(["销售方名称", "销售方", "收款单位"]), seller)
    putRow(isEnglish ? "Tax ID" : chance.pick(["纳税人识别号", "税号"]), taxNumber)
    putRow(
      isEnglish ? "Buyer" : chance.pick(["购买方名称", "购买方", "付款单位(个人)"]),
      pick(&chance, ["个人", "华联商贸有限公司", "上海思远科技有限公司"], ["Individual", "Acme Trading Ltd"]))
    setter.separate(layout.print.separator)
    let tax = sale.paid * 6 / 106
    setter.put(pick(&chance, ["*餐饮服务*餐费", "*服装*上衣", "*日用杂品*商品"], ["Goods and services"]))
    putAmount(isEnglish ? "Net" : "金额", sale.paid - tax)
    putAmount(isEnglish ? "VAT" : "税额", tax)
    if !isEnglish { putRow("价税合计(大写)", paid.inChineseWords) }
    putAmount(isEnglish ? "Total" : chance.pick(["价税合计(小写)", "合计", "(小写)"]), sale.paid)
    if chance.happens(0.6), !isEnglish { putRow("开票人", ticket.cashier) }
    if chance.happens(0.5), !isEnglish { putRow("校验码", chance.digits(20)) }
  }

  // MARK: - A car park's paper

  private mutating func putParking(_ chance: inout Chance) {
    let minutes = chance.within(25...420)
    let fee = Int64((minutes + 59) / 60) * Int64(chance.pick([300, 500, 800]))
    let place = tenant.mall.city + tenant.mall.name
    setter.put(isEnglish ? tenant.mall.name : spelt(place + "停车场"), .center)
    putHeading(
      pick(
        &chance, ["停车缴费凭证", "停车收费小票", "停车费收据", "车辆出场凭证", "临停缴费单"],
        ["PARKING TICKET", "PARKING RECEIPT", "CAR PARK"]))
    let plate =
      chance.pick(["浙A", "沪B", "粤B", "京N", "苏E"]) + chance.pick(["·", ""])
      + chance.pick(["A", "D", "K", "8"]) + chance.digits(4)
    putRow(isEnglish ? "Plate No" : chance.pick(["车牌号", "车牌", "车号"]), plate)
    let entered = sale.settled.advanced(bySeconds: -60 * minutes)
    putRow(
      isEnglish ? "Entry" : chance.pick(["入场时间", "进场时间", "驶入时间"]),
      layout.dates.text(of: entered))
    putRow(isEnglish ? "Exit" : chance.pick(["出场时间", "缴费时间", "离场时间"]), moment)
    putRow(
      isEnglish ? "Duration" : chance.pick(["停车时长", "停放时间", "停留时长"]),
      isEnglish ? "\(minutes / 60)h \(minutes % 60)m" : "\(minutes / 60)小时\(minutes % 60)分")
    if chance.happens(0.5) { putAmount(isEnglish ? "Fee" : "应收金额", fee) }
    putAmount(isEnglish ? "Paid" : chance.pick(["实收金额", "停车费", "缴费金额", "实收"]), fee)
    if chance.happens(0.6) {
      putRow(
        isEnglish ? "Method" : "支付方式", pick(&chance, ["微信支付", "支付宝", "无感支付"], ["VISA", "WALLET"]))
    }
    setter.put(pick(&chance, ["请在15分钟内离场", "一路平安"], ["Please leave within 15 minutes"]), .center)
  }

  // MARK: - Anything else

  private mutating func putStray(_ chance: inout Chance) {
    if chance.happens(0.5) { putHeader() }
    let (heading, rows): (String, [(String, String)]) =
      isEnglish
      ? chance.pick([
        ("LUCKY DRAW COUPON", [("Coupon", chance.digits(8)), ("Valid until", moment)]),
        ("CLOAKROOM", [("Locker", chance.digits(2)), ("Taken", moment)]),
        ("DELIVERY NOTE", [("Parcel", chance.digits(12)), ("Date", moment)]),
      ])
      : chance.pick([
        ("抽奖券", [("券号", chance.digits(8)), ("开奖时间", moment)]),
        ("行李寄存单", [("柜号", chance.digits(2)), ("存包时间", moment), ("押金", "20.00")]),
        ("维修单", [("送修时间", moment), ("预计费用", "\(chance.within(50...900)).00")]),
        ("快递单", [("运单号", "SF" + chance.digits(12)), ("寄件时间", moment)]),
        ("预约单", [("预约时间", moment), ("到店人数", String(sale.guests))]),
        ("代金券", [("面值", "50元"), ("有效期至", moment)]),
        ("定金单", [("日期", moment), ("定金", "\(chance.within(1...9))00.00")]),
      ])
    putHeading(heading)
    for (label, value) in rows { putRow(label, value) }
    setter.separate(layout.print.secondSeparator)
    setter.put(
      pick(&chance, ["最终解释权归商场所有", "请妥善保管，遗失不补"], ["Please keep this ticket"]), .center)
  }
}
