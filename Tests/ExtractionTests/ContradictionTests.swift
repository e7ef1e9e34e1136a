import Receipts
import Testing

@testable import Extraction

/// What a paper says against an amount, and what only looks like it: each case once sent a receipt
/// that was read right to a person.
@Suite("What contradicts an amount")
struct ContradictionTests {
  private func mismatch(_ lines: [String]) -> Signal? {
    Extractor.reading(lines + ["时间 2026-11-03 12:40"]).signals.first {
      $0.code == "sum_mismatch"
    }
  }

  private let sale = ["牛肉面 38.00", "酸梅汤 12.00", "合计 50.00", "实付 50.00", "微信支付 50.00"]

  @Test(
    "numbers of cards, counts, promises and balances contradict nothing",
    arguments: [
      ["会员卡:69202745"], ["26C032700 圆领T恤"], ["Y2103647 足金项链"], ["满意度调研赢100元礼券"],
      ["会员余额:", "986.52"], ["986.52", "会员余额:"], ["可用积分18", "3740.56"],
    ])
  func noMoney(lines: [String]) {
    #expect(mismatch(sale + lines) == nil, "\(lines)")
    // An amount by itself does, whatever else stands there.
    #expect(mismatch(sale + lines + ["谢谢", "1,086.52"])?.detail == "1086.52", "\(lines)")
  }

  @Test("how many there are is no sum of items")
  func count() {
    let lines = ["杨枝甘露×3 ¥59.70", "茉莉奶绿×9 ¥180.28", "共12 件商品 ¥239.98", "实付 ¥239.98"]
    #expect(mismatch(lines) == nil)
    #expect(mismatch(lines + ["小计 ¥12.00"])?.ground == "subtotal")
  }

  @Test("a pen over what all pieces come to, or over a sum, is told")
  func pen() {
    let items = ["卫衣 1 ¥650.00", "跑鞋 1 ¥600.00"]
    let totals = ["合计 ¥1250.00", "微信 ¥1250.00"]
    #expect(mismatch(items + ["件数:2 ¥8250.00"] + totals) != nil)
    #expect(mismatch(items + ["件数:2 ¥1250.00"] + totals) == nil)
    #expect(mismatch(["烧鹅 210.00", "小计：5102000", "合计 210.00", "微信支付 210.00"]) != nil)
  }

  @Test("how many pieces there are, above what they come to, is no total")
  func pieceCount() {
    #expect(mismatch(["拉面 1 42", "煎饺 2 36", "共计:3", "消费金额：78", "微信支付 78"]) == nil)
  }

  @Test(
    "a price above what an item came to is no sum, and notes without change are what was handed over"
  )
  func pricesAndNotes() {
    let items = [
      "手环 数量:1", "原价:269.00 折扣:8折", "金额:215.20", "耳机 数量:1", "原价:399.00", "金额:399.00",
    ]
    #expect(mismatch(items + ["订单总额 614.20", "实收总额 614.20", "银联卡 614.20"]) == nil)
    let cash = ["毛衣 1 129.00", "T恤 1 199.00", "合计 328.00", "立减 -3.00", "实付 325.00"]
    #expect(mismatch(cash + ["现金 330.00"]) == nil)
    // More than the largest note back, or what nobody hands over.
    #expect(mismatch(cash + ["现金 530.00"])?.detail == "530.00")
    #expect(mismatch(cash + ["微信支付 330.00"])?.detail == "330.00")
  }

  @Test("what was paid in two ways is told by lines that name both, and round necks are no money")
  func paidInTwoWays() {
    let lines = ["Total 合计 ¥1,900.00", "Paid 付款银联卡 ¥570.00", "Paid 付款微信 ¥1,330.00"]
    #expect(mismatch(["充电线 1 1,900.00"] + lines) == nil)
    #expect(mismatch(sale + ["499278圆领衫"]) == nil)
  }

  @Test("what a piece was marked at and cost, on one line, is no sum")
  func pieces() {
    let lines = [
      "标价941.00 实价 639.88", "标价13986.00 实价 9510.48", "小计:10150.36", "会员优惠 -510.51",
      "实收金额: 9639.85元", "银行卡 9639.85",
    ]
    #expect(mismatch(lines) == nil)
  }

  @Test("a subtotal says which of the sums that rows may come to is theirs")
  func sumOfRows() {
    func reading(_ total: String) -> Reading {
      Extractor.reading([
        "菜品 数量 小计", "椒盐排骨 2 112.00", "茶位费 2 10.00", "招牌烤鱼 1 151.00", "小计: 273.00", "折扣: -50.00",
        "总额: \(total)", "支付宝: \(total)",
      ])
    }
    func rules(_ total: String) -> [String] {
      reading(total).amount.candidates.first { $0.value.decimal == total }?.evidence.map(\.code)
        ?? []
    }
    #expect(rules("223.00").contains("amount_total_minus_discount"))
    // The subtotal has 茶位费 in it, and is the sum of all rows.
    #expect(!rules("233.00").contains("amount_total_minus_discount"))
    #expect(!rules("213.00").contains("amount_total_minus_discount"))
  }

  @Test("an item may cost more than was paid by as much as was taken off")
  func reducedItem() {
    let paid = ["ZK07 折扣 -440.96", "会员优惠 -93.70", "应付总额: 843.34", "支付宝支付 843.34"]
    #expect(mismatch(["乐福鞋 1039.00", "运动凉鞋 339.00"] + paid) == nil)
    #expect(mismatch(["乐福鞋 2039.00", "短袜 39.00"] + paid)?.ground == "unlabelled")
    // Nor below what was paid, nor by what was saved before.
    #expect(mismatch(["短袜 339.00"] + paid + ["本单 1039.00"]) != nil)
    #expect(mismatch(sale + ["累计节省 1280.00", "本单 986.52"]) != nil)
  }

  @Test("the price of several is no amount of its own")
  func priceOfSeveral() {
    let paid = ["41.55", "合计 41.55", "微信支付 41.55"]
    #expect(mismatch(["收纳盒", "813.85 × 3"] + paid) == nil)
  }

  @Test("cash is no other amount where what was given back stands below it without its label")
  func changeBelow() {
    let cash = ["合计: 18.50", "应付: 18.50", "收款: 100.00"]
    #expect(mismatch(cash + ["零: 81.50"]) == nil)
    #expect(mismatch(cash + ["零: 61.50"])?.ground == "payment")
    #expect(mismatch(["小计 980", "合计 1980.00", "实付 1980.00"])?.ground == "subtotal")
  }

  @Test("a sum whose label was torn is one before what stands below it was taken off")
  func tornSum() {
    #expect(mismatch(["信计1725.20", "让170.00", "实收 1555.20", "支付宝 1555.20"]) == nil)
    let points = ["D合1050.00", "会员积分 1000", "实付 50.00"]
    #expect(mismatch(points) != nil)
    #expect(mismatch(["信计1725.20", "实收 1555.20", "支付宝 1555.20"]) != nil)
  }

  @Test("an amount in capitals whose first digit nobody could read tells nothing")
  func capitals() {
    #expect(ChineseCapitals.hundredths(in: PrintedCharacter.array("仟玖佰陆拾陆元壹角整")) == nil)
    #expect(ChineseCapitals.hundredths(in: PrintedCharacter.array("伍仟玖佰陆拾陆元壹角整")) == 596_610)
    #expect(ChineseCapitals.hundredths(in: PrintedCharacter.array("壹仟零佰零拾伍元整")) == 100_500)
    #expect(ChineseCapitals.hundredths(in: PrintedCharacter.array("拾伍元整")) == 1_500)
    #expect(ChineseCapitals.hundredths(in: PrintedCharacter.array("壹万仟玖佰元整")) == nil)
    #expect(ChineseCapitals.hundredths(in: PrintedCharacter.array("零佰零拾捌元整")) == 800)
    let paid = ["戒指 5966.10", "合计 5966.10", "银行卡 5966.10"]
    #expect(mismatch(paid + ["壹仟玖佰陆拾陆元壹角整"])?.ground == "capitals")
  }

  @Test("a total that runs into a letter is known where the same stands elsewhere")
  func unreadTotal() {
    let paid = ["童鞋 978.00", "合计 978.00", "应收 978.00"]
    #expect(mismatch(paid + ["实收978.00B", "银行卡 978.00"]) == nil)
    #expect(mismatch(paid + ["实收803.00.1203", "银行卡 978.00"]) != nil)
    let more = ["小计 978.00", "打包费 20.00", "应付 998.00", "实收978.00B"]
    #expect(mismatch(more) != nil)
  }

  @Test("a card's last digits are no payment, and points for every ten are as many")
  func digitsOfCards() {
    let paid = ["破壁机 RMB 779.00", "总计 RMB 779.00"]
    #expect(mismatch(paid + ["银联卡····6450"]) == nil)
    #expect(mismatch(paid + ["银联卡 6450.00"])?.ground == "payment")
    let sum = ["辅食米粉 484.00", "合计 484.00", "会员优惠 -10.00", "应收 474.00", "银联卡 474.00"]
    #expect(mismatch(sum + ["本次积分 47"]) == nil)
    // A digit may have been put on behind where nothing else leads to the amount.
    let appended = ["T恤 470", "合计 470", "实付 470", "微信支付 470"]
    #expect(mismatch(appended + ["本次积分 47"])?.ground == "points")
    #expect(mismatch(sum + ["本次积分 464"])?.ground == "points")
  }

  @Test("a sign that only Tesseract saw tells no currency")
  func currencySign() {
    func currency(_ first: String) -> Currency? {
      let page = PaperText.page(
        [
          ["合计 669.00元", "合计 669.00元", "669.00"],
          [first, "结账2026年10月07日13时57分", "2026£10.00 7H136Y57-"],
        ], readers: [.paddle, .paddleTiny, .tesseractLatin])
      return Extractor(register: nil).reading(
        of: page, context: ExtractionContext(currency: .cny, claimDay: Day(iso: "2026-10-08"))
      ).amount.best?.value.currency
    }
    #expect(currency("结账2026年10月07日13时57分") == .cny)
    #expect(currency("GBP 669.00") == .gbp)
  }

  @Test("digits in groups that spaces part are one amount behind a currency, and two elsewhere")
  func spacedGroups() {
    let lines = ["LEATHER TOTE 26 539.00", "Amount due CNY26 539.00", "Paid by Alipay 26539.00"]
    let reading = Extractor.reading(lines + ["2026-11-03 12:40"])
    #expect(reading.amount.best?.value.decimal == "26539.00")
    let counted = Extractor.reading(["牛肉面 588.00", "合计 3 588.00", "2026-11-03 12:40"])
    #expect(counted.amount.best?.value.decimal == "588.00")
  }

  @Test(
    "what is no amount contradicts none: a goods' code, a day of accounts, an offer, prices before",
    arguments: [
      ["U2Y378326 鞋油", "卫衣 381.60", "实收金额 381.60"],
      ["会计日：20261016", "卫衣 674.90", "原价金额 674.90", "实付金额 674.90"],
      ["笔记本 18.80", "应付金额 18.80", "元旦跨年套餐298元12月15日起预订"],
      ["消费合计 474.00 折扣金额 38.00", "抹零金额 6.00", "应收合计 430.00"],
      [
        "棉柔巾", "原价 29.90 让利 0.00 ×1 29.90", "儿童套装", "原价 259.00 让利 10.00 ×1 249.00",
        "应收 278.90",
      ],
    ])
  func noAmounts(lines: [String]) {
    let codes = Extractor.reading(lines + ["2026-11-03 12:40"]).signals.map(\.code)
    #expect(!codes.contains("sum_mismatch"), "\(lines)")
  }

  @Test("a whole number behind unknown words contradicts where the paper prints no decimals")
  func wholeNumbers() {
    let codes = Extractor.reading([
      "牛肉面 ¥720", "合计 ¥720", "合算单据¥1720", "微信 ¥720", "2026-11-03 12:40",
    ]).signals.map(\.code)
    #expect(codes.contains("sum_mismatch"))
  }

  @Test(
    "what is told of a settled purchase, and what only invites to settle it or settles a part",
    arguments: [
      (["状态 已结账 银联卡"], true), (["全款已付"], true), (["欠费 0.00"], true), (["未付 0.00"], true),
      (["paid with wechat pay"], true), (["Settlement: Alipay Approval"], true),
      (["支付完成：2026-11-03 12:40:31"], true), (["支付完成：2026-11-03前有效"], false),
      (["如已支付请忽略"], false), (["支付成功后出票"], false), (["未支付"], false), (["未付 12.00"], false),
      (["扫码支付成功领红包"], false), (["已支付订单概不退换"], false), (["部分已支付"], false),
      (["是否已支付：否"], false), (["已结账客人享免费停车"], false), (["定金已付清"], false),
      (["无收款专用章无效"], false), (["收款单位(财务专用章)"], false), (["收款专用章盖章处"], false),
      (["Settlement by cash or card at cashier"], false), (["欠费"], false),
      (["扫码支付 支付成功"], true), (["微信支付支付成功"], true), (["扫码支付"], false),
      (["扫码支付 支付成功后取餐"], false), (["付了12.00"], true), (["扫码支付成功", "即可参与抽奖"], false),
      (["微信支付成功", "后请出示本单"], false),
      (["一卡通消费单", "卡余额：500.34"], true), (["一卡通消费单"], false), (["卡余额：500.34"], false),
      (["会员卡消费单", "客户签名:"], false), (["办理会员卡消费单笔满100立减"], false),
      (["合计 12.00已收全款 微信支付"], true), (["本单收款：88.00(银行卡)欠款：0.00"], true),
      (["Points: 120 Balance: 0.00"], false),
      (["押金 100.00 欠款 0.00"], false), (["储值消费 0.00 欠款：0.00"], false),
      (["会员余额 120.00 Balance: 0.00"], false), (["Balance: 0.00"], false),
    ])
  func settled(lines: [String], isTold: Bool) {
    let reading = Extractor.reading(["牛肉面 12.00", "合计 12.00", "2026-11-03 12:40"] + lines)
    let codes = reading.signals.map(\.code)
    #expect(codes.contains("payment_unconfirmed") != isTold, "\(lines)")
  }

  @Test("what all cost before is no amount that was changed, where what was taken off it is told")
  func listPrice() {
    func codes(_ before: String) -> [String] {
      Extractor.reading([
        "商品 原价 数量 现价", "羽绒外套", "999.00 1 699.00", "板鞋", "469.00 1 469.00", "\(before) 1468.00",
        "折后合计 1168.00", "优惠券 -100.00", "应付 1068.00", "扫码支付 1068.00", "2026-11-03 17:02",
      ]).signals.map(\.code)
    }
    #expect(!codes("原价合计").contains("sum_mismatch"))
    #expect(codes("合计").contains("sum_mismatch"))
  }

  @Test("a deposit that is given back is a refund")
  func deposit() {
    let paper = ["手环押金单", "2026-11-03 12:40", "已退押金 200.00", "微信 200.00"]
    let kind = Extractor.reading(paper).kind
    #expect(kind.best?.value == .refund || kind.probability < 0.9)
  }

  @Test(
    "a point that Tesseract saw behind an amount cuts it off where it reads alone, and else not")
  func cut() {
    func codes(_ readers: [Transcript.Reader]) -> Set<String> {
      let texts = [["合计 88", "合计 88."], ["实付 88", "实付 88."]]
      let page = PaperText.page(texts, readers: readers)
      let reading = Extractor(register: nil).reading(
        of: page, context: ExtractionContext(currency: .cny, claimDay: Day(iso: "2026-10-08")))
      return Set(reading.amount.best?.evidence.map(\.code) ?? [])
    }
    #expect(!codes([.paddle, .tesseractLatin]).contains("misread_cut"))
    #expect(codes([.tesseract, .tesseractLatin]).contains("misread_cut"))
  }
}
