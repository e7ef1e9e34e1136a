import Receipts

extension MetaStyle {
  static func drawn(
    _ family: Family, script: Script, number: NumberGrammar?, dates: DateGrammar,
    chance: inout Chance
  ) -> MetaStyle {
    let labels = MetaLabels(script: script)
    var parts: [Part] = []
    if number != nil { parts.append(.number) }
    let hidesTime = number?.tellsTime == true && chance.happens(0.15)
    let times = hidesTime ? [] : drawnTimes(family, dates, &chance)
    parts += times
    let hasSecond = number != nil && chance.happens(0.22)
    if hasSecond { parts.append(.secondNumber) }
    parts += drawnDetails(family, &chance)
    if chance.happens(0.4) { parts = chance.some(parts.count, of: parts) }
    let isSole = !times.contains(.opened) && !times.contains(.ordered) && !times.contains(.printed)
    var used: Set<String> = []
    let rows = parts.map { part -> Row in
      let pool = labels.pool(for: part, isSoleTime: isSole)
      let free = pool.filter { !used.contains($0) }
      let label = chance.pick(free.isEmpty ? pool : free)
      if !label.isEmpty { used.insert(label) }
      return Row(part: part, label: label)
    }
    let cut = chance.happens(0.3) ? chance.below(rows.count + 1) : rows.count
    return MetaStyle(
      rows: Array(rows[..<cut]), tail: Array(rows[cut...]), isPaired: chance.happens(0.25),
      secondNumber: hasSecond ? NumberGrammar.drawn(&chance) : nil,
      hasCallNumber: chance.happens(callShare(family)),
      tillNumber: chance.word("01 02 03 001 1 8 A1 T2 P03"),
      cashiers: cashiers(script, &chance))
  }

  private static func drawnTimes(
    _ family: Family, _ dates: DateGrammar, _ chance: inout Chance
  ) -> [Part] {
    if dates.isSplit, dates.precision != .day { return [.day, .clock] }
    guard dates.precision != .day else { return [.time] }
    if family.servesTables {
      return chance.pick(weighted: [
        ([.time], 4), ([.opened, .time], 3), ([.opened, .time, .printed], 2),
        ([.ordered, .time], 2),
        ([.time, .printed], 1.5), ([.opened, .ordered, .time], 0.7),
      ])
    }
    if family == .delivery {
      return chance.pick([[.time], [.time, .expected], [.time, .printed]])
    }
    return chance.pick(weighted: [
      ([.time], 10), ([.time, .printed], 1.6), ([.ordered, .time], 0.8), ([.printed, .time], 0.6),
    ])
  }

  private static func drawnDetails(_ family: Family, _ chance: inout Chance) -> [Part] {
    let pool: [Part] =
      family.servesTables
      ? [.table, .guests, .cashier, .till, .member, .phone]
      : [.cashier, .till, .member, .shop, .unit, .phone, .payReference]
    var parts = chance.some(chance.within(0...4), of: pool)
    if family == .departmentStore || family == .cosmetics || family == .jewellery {
      if !parts.contains(.shop) { parts.append(.shop) }
    }
    return parts
  }

  private static func callShare(_ family: Family) -> Double {
    switch family {
    case .teaShop, .delivery: 0.6
    case .cafe, .bakery: 0.3
    case .restaurant, .traditional: 0.15
    case .departmentStore, .supermarket, .fashion, .cosmetics, .jewellery, .cinema, .playground,
      .cardSlip, .electronics, .pharmacy, .salon:
      0
    }
  }

  private static func cashiers(_ script: Script, _ chance: inout Chance) -> [String] {
    (0..<4).map { _ in
      if script == .english || chance.happens(0.5) {
        return chance.happens(0.6)
          ? chance.digits(chance.within(2...6))
          : chance.word("Amy Linda Kevin Tom admin Coco Jessie Chris Wing Ken")
      }
      let name =
        chance.word("王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗")
        + chance.word("芳 娟 敏 静 丽 强 磊 军 洋 艳 杰 涛 明 超 秀英 霞 平 刚 桂英 晓燕 小红")
      return script == .traditional ? name.traditional : name
    }
  }
}

/// What tills call the lines about the purchase.
struct MetaLabels {
  let script: Script

  /// `isSoleTime`: no other time is on the paper, so a label such as 打印时间 may name the paid one.
  func pool(for part: MetaStyle.Part, isSoleTime: Bool) -> [String] {
    let words = script == .english ? english(part, isSoleTime) : chinese(part, isSoleTime)
    let pool = words.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return script == .traditional ? pool.map(\.traditional) : pool
  }

  private func chinese(_ part: MetaStyle.Part, _ isSoleTime: Bool) -> String {
    switch part {
    case .number:
      "小票号,单号,流水号,订单号,账单号,销售单号,NO.,票号,交易号,小票编号,收银单号,单据号,凭证号,流水,编号,No,小票流水,结账单号,序号,销售流水号,单据编号,长订单号"
    case .secondNumber: "系统单号,外部订单号,订单编号,会员单号,内部流水,平台单号,原始单号"
    case .time:
      isSoleTime
        ? "日期,时间,交易时间,销售时间,收银时间,结账时间,消费时间,打印时间,下单时间,日期时间,销售日期,交易日期,"
          + "开单时间,结帐时间,付款时间,收款时间,消费日期,单据日期,,打单时间"
        : "结账时间,结帐时间,付款时间,支付时间,收款时间,交易时间,收银时间,买单时间,结算时间"
    case .day: "日期,销售日期,交易日期,消费日期,营业日期,,营业日"
    case .clock: "时间,交易时间,销售时间,收银时间,消费时间,"
    case .opened: "开台时间,开单时间,入座时间,开桌时间,开台"
    case .ordered: "下单时间,点单时间,点菜时间,下单,开单时间"
    case .printed: "打印时间,打单时间,打印,出单时间,打印日期"
    case .expected: "期望送达,预计送达,送达时间,预约时间"
    case .shop: "专柜,商户,店名,门店,店铺,商户名称,柜名,品牌,柜组名称,门店名称"
    case .unit: "柜号,铺位,铺位号,专柜号,柜组,商铺号,店铺号"
    case .till: "收银机,机号,款台,POS,收银台,机台号,收款台,终端"
    case .cashier: "收银员,收款员,营业员,操作员,导购,服务员,店员,收银,员工号,开票人"
    case .table: "桌号,台号,桌台,餐台,桌位,台位"
    case .guests: "人数,客人数,就餐人数,用餐人数,客数"
    case .member: "会员号,会员卡号,会员,卡号,会员手机,VIP卡号"
    case .phone: "电话,联系电话,服务电话,门店电话"
    case .payReference: "微信单号,支付单号,交易流水,商户订单,支付流水号,第三方单号"
    }
  }

  private func english(_ part: MetaStyle.Part, _ isSoleTime: Bool) -> String {
    switch part {
    case .number:
      "Receipt No,Receipt #,Invoice No,Invoice,Order #,Trans #,Bill No,Check #,No,Ticket,Order No,"
        + "Doc No,Rcpt#,Chk,Transaction No."
    case .secondNumber: "Ref No,Reference,Ext. Order,System No"
    case .time:
      isSoleTime
        ? "Date,Date/Time,Time,Date & Time,,Printed,Issued"
        : "Paid,Settled,Paid At,Closed,Payment Time"
    case .day: "Date,DATE,Business Date,"
    case .clock: "Time,TIME,"
    case .opened: "Opened,Open,Table Opened,Time In"
    case .ordered: "Ordered,Order Time,Order Placed"
    case .printed: "Printed,Print Time,Print"
    case .expected: "Deliver By,Expected"
    case .shop: "Shop,Store,Outlet,Brand,Merchant"
    case .unit: "Unit,Shop No,Counter,Lot"
    case .till: "POS,Terminal,Register,Till,POS No"
    case .cashier: "Cashier,Server,Staff,Operator,Served by,Clerk"
    case .table: "Table,Tbl,TABLE,Table No"
    case .guests: "Guests,Covers,Pax,Gst,Cover"
    case .member: "Member,Member No,Card No"
    case .phone: "Tel,Phone,TEL"
    case .payReference: "Auth Ref,Pay Ref,Txn Ref"
    }
  }
}

extension FooterStyle {
  static func drawn(_ script: Script, columns: Int, chance: inout Chance) -> FooterStyle {
    let pool =
      script == .english
      ? [
        "Thank you!", "Please come again", "THANK YOU FOR SHOPPING WITH US",
        "No refund on sale items",
        "Exchange within 7 days with receipt", "www.example.com", "Have a nice day",
        "Wi-Fi: guest / 88888888",
        "Goods sold are not returnable", "Prices incl. tax",
      ]
      : [
        "谢谢惠顾，欢迎再次光临", "谢谢光临", "请保留小票作为退换货凭证", "如需发票请于当月内开具", "扫码开具电子发票", "扫码关注公众号享优惠",
        "特价商品恕不退换", "七日内凭小票退换", "发票请在30日内开具", "欢迎下次光临", "多谢惠顾", "客服热线 400-820-1111",
        "本店提供WIFI密码88888888",
        "凭此小票可免费停车2小时", "消费满200元可兑换停车券", "最终解释权归本店所有", "祝您购物愉快", "祝您用餐愉快", "会员积分一年有效",
        "满100减20活动进行中", "技术支持 云收银", "退换货请于15天内办理", "请核对找零，离柜概不负责", "食材现做请在2小时内食用",
      ]
    let lines = chance.some(chance.within(0...4), of: pool)
    return FooterStyle(
      lines: script == .traditional ? lines.map(\.traditional) : lines,
      code: chance.pick(weighted: [(.none, 6), (.square, 2), (.bars, 1.2)]),
      printsCompany: chance.happens(0.12), isCentered: chance.happens(0.7))
  }
}
