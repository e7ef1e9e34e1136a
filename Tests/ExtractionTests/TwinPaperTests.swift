import Receipts
import Testing

@testable import Extraction

/// Papers that a person is asked about, each beside one that is like it and is not.
@Suite("Twins of papers")
struct TwinPaperTests {
  private static let meta = ["单号:202611150012345", "时间:2026-11-15 18:31:22"]
  private static let bought = ["品名 数量 单价 金额", "商品甲 1 88.00 88.00", "商品乙 1 40.00 40.00"]
  private static let paid = ["实收:128.00", "微信支付:128.00", "找零:0.00"]
  private static let mall = [
    counter("2-001", "周大福"), counter("2-002", "优衣库"), counter("2-003", "海马体"),
    counter("2-004", "北安甜品"),
  ]

  private static func counter(
    _ code: String, _ name: String, branch: String? = "云汇天地", category: String? = nil
  ) -> Counter {
    Counter(code: CounterCode(code), name: name, branch: branch, category: category)
  }

  private static func reading(
    _ head: [String], meta: [String] = meta, bought: [String] = bought,
    total: String = "合计:128.00", paid: [String] = paid, foot: [String] = ["谢谢惠顾"],
    in register: [Counter] = []
  ) -> Reading {
    let names = Set(register.map(\.name))
    return Extractor.reading(
      head + meta + bought + [total] + paid + foot,
      counters: register + mall.filter { !names.contains($0.name) })
  }

  /// Nothing of it asks a person, as far as the reading goes.
  private static func isCertain(_ reading: Reading) -> Bool {
    let codes = Set(reading.signals.map(\.code))
    return reading.kind.best?.value == .sale && (reading.kind.best?.probability ?? 0) >= 0.97
      && reading.counter.probability >= 0.97
      && reading.amount.best?.value.currency == .cny
      && codes.isDisjoint(with: ["payment_unconfirmed", "sum_mismatch", "day_mismatch"])
  }

  @Test(
    "where in another mall a shop is says that it is in another mall",
    arguments: [
      (["星巴克(大悦城一楼店)"], false), (["星巴克大悦城朝阳店"], false), (["星巴克(太古里南区店)"], false),
      (["星巴克(万象城二期店)"], false), (["星巴克(通州万达广场二店)"], false), (["星巴克", "天河城负一楼店"], false),
      (["星巴克", "大悦城1F"], false), (["星巴克", "门店:大悦城L1-05"], false), (["星巴克", "店铺:万象城A座"], false),
      (["星巴克 无锡荟聚中心店"], false), (["星巴克", "大悦城美食广场"], false),
      (["星巴克", "大悦城一楼中庭"], false), (["星巴克(SKP店)"], false), (["星巴克(恒隆店)"], false),
      (["星巴克(云汇天地店)", "地址:万象城路18号"], true),
      (["星巴克", "荟聚天下好茶"], true), (["星巴克(云汇天地店)", "近万达广场100米"], true),
    ])
  func otherMalls(head: [String], isOwn: Bool) {
    let register = [Self.counter("1-001", "星巴克", category: "咖啡")]
    #expect(Self.isCertain(Self.reading(head, in: register)) == isOwn)
  }

  @Test(
    "who mends, cleans or sells others' goods is told by the end of a name, or by its own",
    arguments: [
      ("象王洗衣", "兰蔻", false), ("福奈特洗衣店", "李宁", false), ("华强维修中心", "华为", false),
      ("红布林寄卖", "李宁", false), ("鑫源典当", "周大福", false), ("小美代购", "兰蔻", false),
      ("上海丝芙兰化妆品", "兰蔻", false), ("深圳市万宁", "兰蔻", false), ("欢迎光临丝芙兰", "兰蔻", false),
      ("S丝芙兰", "兰蔻", false), ("北京国美", "华为", false), ("重庆永辉超市", "李宁", false),
      ("京东之家", "华为", false), ("顺丰速运", "华为", false),
      ("爱回收", "华为", false), ("手机维修站", "华为", false), ("钟表修理", "华为", false), ("迪信通", "华为", false),
      ("京东小时购", "李宁", true), ("京东闪送 #12", "李宁", true), ("顺丰骑手 #3", "李宁", true),
      ("专柜免费干洗", "李宁", true), ("永辉路店", "李宁", true), ("南京东路店", "李宁", true), ("京东到家#12", "华为", true),
      ("京东秒送#12", "华为", true), ("海尔洗衣机专卖", "海尔", true), ("顺丰同城#12", "华为", true),
    ])
  func sellers(heading: String, name: String, isOwn: Bool) {
    let register = [Self.counter("1-001", name)]
    #expect(Self.isCertain(Self.reading([heading, name], in: register)) == isOwn)
  }

  @Test(
    "below another's heading stands an advertisement, with whatever branch or company it has",
    arguments: [
      (["遇见小面", "北京遇见小面餐饮管理有限公司"], false), (["北京华联商厦股份有限公司", "永和大王"], false),
      (["遇见小面(春熙路店)"], false), (["遇见小面春熙路店"], false), (["外婆家 No.1"], false),
      (["四川海底捞餐饮股份有限公司"], true), (["北京新派餐饮管理有限公司"], true), (["取餐号 08"], true), (["前台收银 01"], true),
      (["一楼大厅08"], true), (["云汇天地1层"], true), (["成都市锦江区旗舰店"], true), (["桌号:12"], true),
    ])
  func advertisements(head: [String], isOwn: Bool) {
    let register = [Self.counter("1-001", "海底捞", category: "餐饮")]
    let reading = Self.reading(head, foot: ["凭此小票可领优惠券", "海底捞"], in: register)
    #expect((reading.counter.probability >= 0.97) == isOwn)
  }

  @Test(
    "who is named behind words for persons and buyers is no shop",
    arguments: [
      "收款人:李宁", "单位名称:李宁", "客户经理:李宁", "值班店长:李宁", "收银员姓名:李宁", "收银员A01:李宁", "操作人:李宁",
      "销售员:李宁", "主管:李宁", "骑手:李宁", "付款人:李宁", "收银员:AB01 李宁", "收银员工号001 李宁", "经销商:李宁",
      "合作商户:李宁", "供应商:李宁",
    ])
  func persons(line: String) {
    let register = [Self.counter("1-001", "李宁", category: "服饰")]
    #expect(!Self.isCertain(Self.reading(["汇美超市"], meta: Self.meta + [line], in: register)))
    #expect(Self.isCertain(Self.reading(["李宁"], meta: Self.meta + [line], in: register)))
  }

  @Test("a department store's suppliers are its counters, and no shop's are")
  func suppliers() {
    let register = [Self.counter("1-001", "李宁", category: "服饰")]
    for head in ["小米商城", "海澜之家(云汇广场店)", "汇美百货超市", "广场便利"] {
      let reading = Self.reading([head], meta: Self.meta + ["供应商:李宁"], in: register)
      #expect(!Self.isCertain(reading), "\(head)")
    }
    let reading = Self.reading(["云汇天地购物中心"], meta: Self.meta + ["供应商:李宁"], in: register)
    #expect(Self.isCertain(reading))
  }

  @Test(
    "what one lives with parts a brand's shops, and what one wears does not",
    arguments: [
      ("红豆（家纺）", "红豆", ["男士衬衫", "西装"], false), ("雅戈尔·家居", "雅戈尔", ["西装", "西装"], false),
      ("百丽（箱包）", "百丽", ["单鞋", "单鞋"], false), ("迪士尼（乐园）", "迪士尼", ["T恤", "T恤"], false),
      ("红黄蓝（早教）", "红黄蓝", ["奶粉", "奶粉"], false), ("李宁（运动）", "李宁", ["T恤", "运动鞋"], true),
      ("巴拉巴拉（童装）", "巴拉巴拉", ["连衣裙", "童鞋"], true),
    ])
  func goods(name: String, heading: String, items: [String], isOwn: Bool) {
    let bought = ["品名 数量 单价 金额", "\(items[0]) 1 88.00 88.00", "\(items[1]) 1 40.00 40.00"]
    let reading = Self.reading([heading], bought: bought, in: [Self.counter("1-001", name)])
    #expect(Self.isCertain(reading) == isOwn)
  }

  @Test(
    "a place behind a company's name is no shop's name",
    arguments: [
      ("上海云汇商贸有限公司 云汇天地店", ["ZARA", "云汇天地店"], false), ("上海亿珂商贸有限公司 上海店", ["ZARA", "上海店"], false),
      ("成都春熙商贸有限公司 春熙路店", ["ZARA", "春熙路店"], false), ("上海小馆餐饮管理有限公司 小馆茶铺", ["小馆茶铺"], true),
    ])
  func companies(name: String, head: [String], isOwn: Bool) {
    let reading = Self.reading(head, in: [Self.counter("1-001", name)])
    #expect(Self.isCertain(reading) == isOwn)
  }

  @Test(
    "a code that may be either of two units' is nobody's, and one that is like a unit's no proof")
  func codes() {
    let two = [Self.counter("1201", "星巴克"), Self.counter("L2-01", "瑞幸咖啡")]
    #expect(!Self.isCertain(Self.reading(["销售单", "铺位号:L201"], in: two)))
    #expect(!Self.isCertain(Self.reading(["星巴克(大悦城店)", "铺位号:L201"], in: two)))
    #expect(Self.isCertain(Self.reading(["瑞幸咖啡", "铺位号:L2-01"], in: two)))
    let one = [Self.counter("8101", "兰蔻")]
    #expect(!Self.isCertain(Self.reading(["丝芙兰", "铺位号:B101", "兰蔻"], in: one)))
    #expect(Self.isCertain(Self.reading(["兰蔻", "铺位号:B101"], in: one)))
    // A table's number is no unit's, whatever its letters.
    let table = [Self.counter("A12", "星巴克")]
    #expect(!Self.isCertain(Self.reading(["星巴克(大悦城店)", "桌号:A12"], in: table)))
    #expect(Self.isCertain(Self.reading(["星巴克", "铺位号:A12"], in: table)))
  }

  @Test(
    "who runs the mall is none of its shops",
    arguments: ["奥特莱斯皮鞋", "世纪金源影城", "新世界眼镜", "王府井珠宝"])
  func owners(name: String) {
    let register = [Self.counter("1-001", name)]
    let owner = String(name.dropLast(2))
    #expect(!Self.isCertain(Self.reading(["\(owner)(云汇天地店)"], in: register)))
    #expect(Self.isCertain(Self.reading([name], in: register)))
  }

  @Test("of many namesakes with names of their own none lends another's")
  func manyNamesakes() {
    let names = (0..<12).map { "品牌" + String(UnicodeScalar(0x4E10 + $0 * 7)!) + "家" }
    let register =
      names.enumerated().map { number, alias in
        Counter(
          code: CounterCode("3-\(number)"), name: "滔搏运动", branch: "\(number)楼店", aliases: [alias])
      } + [Counter(code: CounterCode("3-99"), name: "滔搏运动", branch: "云汇天地")]
    #expect(Self.reading([names[3], "云汇天地店"], in: register).codeText != "3-99")
  }

  @Test("a paper in dollars is not in yuan, and one that tells what gold costs is")
  func dollars() {
    for line in ["合计(美元):128.00", "美元合计:128.00"] {
      #expect(!Self.isCertain(Self.reading(["优衣库"], total: line)), "\(line)")
    }
    #expect(!Self.isCertain(Self.reading(["优衣库"], meta: Self.meta + ["币种:美元"])))
    #expect(!Self.isCertain(Self.reading(["优衣库"], paid: ["实收美金:128.00"])))
    #expect(Self.isCertain(Self.reading(["周大福", "今日国际金价:4080.50美元/盎司"])))
    #expect(Self.isCertain(Self.reading(["优衣库"], foot: ["今日汇率 100美元=710.00元"])))
  }

  @Test(
    "words of a payment that did not come about, or is still to be made",
    arguments: [
      ["微信支付超时 128.00"], ["微信支付 128.00 支付超时"], ["微信支付:128.00 支付异常"], ["实收:128.00", "微信支付异常"],
      ["应付:128.00", "实付:128.00", "支付超时,请重新扫码"], ["应收:128.00", "请以现金支付128.00"], ["请以实付128.00结账"],
      ["模拟支付:128.00"], ["微信(模拟):128.00"], ["模拟银行卡 128.00"],
      ["微信支付 2026-11-15 18:50前完成"], ["微信支付 2026-11-15 18:20 下单"], ["支付宝 2026-11-15 18:32"],
      ["实收:128.00", "微信支付:128.00", "退差价 28.00"], ["实收:128.00", "微信支付:128.00", "退押 100.00"],
      ["实收:128.00", "微信支付:128.00", "返差价 28.00"], ["实收:128.00", "微信支付:128.00", "退瓶费:12.00"],
      ["实收美元:128.00 汇率:7.10"],
      ["实收:128.00", "微信支付:128.00", "退瓶费 28.00"],
    ])
  func payments(lines: [String]) {
    #expect(!Self.isCertain(Self.reading(["优衣库"], paid: lines)))
  }

  @Test(
    "the same words where they say nothing of this payment",
    arguments: [
      (paid + ["退瓶费 2.00"], "谢谢惠顾"), (paid, "如遇支付异常请联系客服"),
      (["实收:128.00", "付款码支付:128.00"], "谢谢惠顾"),
      (paid, "图片仅供参考请以实物为准"), (["微信支付 2026-11-15 18:32"], "谢谢惠顾"), (paid, "退换货请保留小票"),
      (paid, "换货保留吊牌"), (paid, "最晚退货日期:2026-11-22"), (paid, "退货截止日期:2026-11-22"),
      (paid, "保留原小票号以便查询"), (paid, "换货凭原单号办理"),
      (paid, "最美金秋大促"), (["实收:128.00(请以实际支付为准)", "微信支付:128.00"], "谢谢惠顾"), (paid, "凭小票7天内换货"),
    ])
  func usualWords(paid: [String], foot: String) {
    #expect(Self.isCertain(Self.reading(["优衣库"], paid: paid, foot: [foot])))
  }

  @Test(
    "an exchange, a refund and a training are no purchase",
    arguments: [
      "换货 退货时间:2026-11-15 18:31", "换货原单号:2026111400088", "换货原交易日期:2026-11-10",
      "交易类型:换货", "换货小票", "换货补差", "调换单", "EXCHANGE", "换货 请保留小票 原单号2026111400088",
      "商家保留联 退款日期 2026-11-15", "换货", "模拟收银", "模拟小票",
    ])
  func noPurchases(line: String) { #expect(!Self.isCertain(Self.reading(["优衣库", line]))) }

  @Test("a voucher that was sold is none that was spent")
  func vouchers() {
    for item in [
      "100元代金券 1 128.00 128.00", "代金卷100型 1 128.00 128.00", "月饼券 1 128.00 128.00",
      "购物券 1 128.00 128.00",
    ] {
      #expect(!Self.isCertain(Self.reading(["优衣库"], bought: [item])), "\(item)")
    }
    let spent = ["品名 数量 单价 金额", "商品甲 1 88.00 88.00", "商品乙 1 60.00 60.00"]
    for voucher in ["代金券 -20.00", "代金券:20.00"] {
      let paid = [voucher, "微信支付:128.00", "实收:128.00"]
      let reading = Self.reading(["优衣库"], bought: spent, total: "合计:148.00", paid: paid)
      #expect(Self.isCertain(reading), "\(voucher)")
    }
    for goods in ["模拟飞机", "模拟收银机玩具", "盐酸美金刚片", "甜美元宵"] {
      let reading = Self.reading(["优衣库"], bought: ["\(goods) 1 128.00 128.00"])
      #expect(Self.isCertain(reading), "\(goods)")
    }
  }

  @Test(
    "a day without its year is the purchase's where words say so, or nothing stands beside it",
    arguments: [
      ("11月14日 10:00 新店开业", false), ("店庆11月14日10:00", false), ("抽奖时间:11月14日 10:00", false),
      ("11月14日 20:00 直播间见", false), ("新品11月14日 10:00上市", false), ("月销11-10 12:00", false),
      ("提货日期:11/14 10:00", false), ("上映时间:11-14 19:30", false), ("抢购时间:11月14日 10:00", false),
      ("入场时间:11/14 10:00", false), ("日期:11/18 10:00", true),
      ("11月14日 10:00", true), ("下单时间:11月14日 10:00", true), ("下单时间:11-14 10:00", true),
      ("前台结账时间:11-10 10:00", true), ("交易时间:11/18 10:00", true), ("交易时间:11/10 10:00", false),
    ])
  func daysWithoutYears(line: String, isTold: Bool) {
    let reading = Self.reading(["优衣库"], meta: ["单号:0012345", line])
    #expect((reading.time.best != nil) == isTold)
  }

  @Test("a day alone on a line is no purchase's where another line has the clock")
  func announcedDay() {
    let reading = Self.reading(
      ["优衣库"], meta: ["单号:0012345", "时间:14:32"], foot: ["新店开业", "11月14日 10:00"])
    #expect(reading.time.best == nil)
  }

  @Test("that a day is recent says something where it is in a receipt's number, not in a bank's")
  func numbersOfBanks() {
    func codes(_ line: String) -> Set<String> {
      let time = Self.reading(["优衣库"], meta: [line]).time
      return Set(time.best?.evidence.map(\.code) ?? [])
    }
    #expect(codes("参考号:20261110183122").contains("time_year_assumed"))
    #expect(codes("订单号:20261110183122").contains("time_recent"))
  }

  @Test("an hour beside the day that nobody could read is a clock that was lost")
  func lostHour() {
    func probability(_ line: String) -> Double {
      Self.reading(["优衣库"], meta: ["单号:0012345", line]).time.probability
    }
    #expect(probability("结帐时间:2026/11/1420时335") < probability("结帐时间:2026/11/14"))
  }
}
