import Receipts
import Testing

@testable import Extraction

/// What looks like evidence and is none: each case once gave a wrong reading probability, or took a
/// contradiction away.
@Suite("What is no evidence")
struct CautionTests {
  private func codes<Value>(_ field: Field<Value>) -> [String] {
    field.best?.evidence.map(\.code) ?? []
  }

  private func signals(_ lines: [String]) -> [String] {
    Extractor.reading(lines + ["时间 2026-11-03 12:40"]).signals.map(\.code)
  }

  @Test(
    "an item's name, a cashier and a terminal's bar code tell of no payment",
    arguments: [
      (["Cashmere Scarf 399.00", "合计 399.00"], false),
      (["Chocolate Bar 15.00", "合计 15.00"], false),
      (["Greeting Card 12.00", "合计 12.00"], false), (["收款员: 03", "合计 12.00"], false),
      (["收款人 王丽", "合计 12.00"], false), (["付款码 28801", "合计 12.00"], false),
      (["微信 WeChat 12.00", "合计 12.00"], true), (["Cash 12.00", "合计 12.00"], true),
      (["支付: 微信", "合计 12.00"], true), (["合计 12.00", "CHARGE 12.00"], true),
      (["合计 12.00", "Service Charge 12.00"], false), (["合计 12.00", "微信收款"], false),
      (["合计 12.00", "微信收款码"], false), (["实付银行卡合计 12.00"], true),
      (["合计 12.00", "支付宋 12.00"], true), (["合计 12.00", "电子支付支付宝 12.00"], true),
      (["合计 12.00", "扫码支付请找服务员"], false), (["合计 12.00", "请扫码付款 12.00"], false),
      (["合计 12.00", "请使用微信付款 12.00"], false), (["合计 12.00", "请扫码收款:支付宝"], false),
      (["合计 12.00", "支付价 12.00"], false), (["合计 12.00", "付款前 12.00"], false),
      (["合计 12.00", "医保卡号: 330106"], false),
      (["合计 12.00", "大写:壹拾贰元整 收款:微信"], true), (["合计 12.00", "大写:壹拾贰元整 收款:王丽"], false),
      // What a total was paid by stands right behind it.
      (["合计 12.00元现金"], true), (["合计12.00元支付宝"], true), (["金额合计(小写):¥12.00 付款 云闪付"], true),
      (["合计 12.00 扫码支付"], false), (["合计 14.00", "¥12.00 会员卡"], false), (["合计 12.00 美团"], false),
      (["优惠 2.00 微信", "合计 12.00"], false), (["合计 12.00 请用微信"], false),
      (["微信 扫码 优惠2.00", "合计 12.00"], false),
      (["合计 12.00", "实收(银联卡):12.00"], true), (["合计 12.00", "支払方法 微信"], true),
      (["合计 12.00", "使用方法 微信"], false),
      // As much as was to be paid is what it was paid with, and not what is left.
      (["合计 12.00", "其中:", "会员余额 12.00"], true), (["合计 12.00", "储值 12.00"], true),
      (["合计 12.00", "会员储值 12.00"], true),
      (["合计 12.00", "付款 会员储值"], true), (["合计 12.00", "感谢 人民币已收"], true),
      (["合计 12.00", "会员储值 88.00"], false),
      (["合计 12.00", "会员余额 12.00", "卡内余额 86.50"], true),
      (["合计 12.00", "会员余额 12.00"], true), (["合计 12.00", "会员余额 112.00"], false),
      (["合计 12.00", "聚合支付 2026-11-16 20:12"], true), (["合计 12.00", "聚合支付"], false),
      (["合计 12.00", "微信支付 已支付"], true), (["合计 12.00", "微信支付 未支付"], false),
      (["合计 12.00", "感谢 微信支付已收"], true), (["合计 12.00", "已付:支付宝"], true),
      (["合计 12.00", "已付:"], false), (["在线支付(已支付)", "合计 12.00"], true),
      (["在线支付(待支付)", "合计 12.00"], false), (["合计 12.00", "云闪付 谢谢"], true),
      (["TOTAL 12.00", "BALANCE 12.00"], false), (["合计 12.00", "剩余应付 12.00"], false),
      (["合计 12.00", "待付余额 12.00", "卡内余额 86.50"], false),
      (["项目 应付 已付", "会员卡 12.00 0.00", "合计 12.00"], false),
      (["合计 12.00", "支付宝:12.00 零:0.00"], true),
      (["应收12.00 支付宝12.00 找0.00"], true), (["合计 12.00", "医保支付:0.00 微信支付:12.00"], true),
      (["合计 12.00", "医保支付:0.00 微信支付:2.00"], false), (["合计 12.00", "会员价 10.00 微信支付 10.00"], false),
      (["总计(支付宝)12.00"], true), (["总计(会员卡)12.00"], false),
      (["总计(储值卡)12.00"], false), (["应付金额(微信支付)12.00"], false), (["需付(支付宝)12.00"], false),
      (["合计 12.00", "微信支付", "请您用餐后到前台买单"], false), (["合计 12.00", "已付款 微信( )"], false),
      (["合计 12.00", "微信公众号支付 12.00"], true), (["合计 12.00", "支付 微信(扫码付)"], true),
      (["合计 12.00", "请支付 微信(扫码付)"], false), (["合计 12.00", "已付款(储值卡)"], true),
      (["合计 12.00", "未付款(储值卡)"], false), (["合计 12.00", "已付款( )"], false),
    ])
  func payment(lines: [String], isTold: Bool) {
    #expect(signals(lines).contains("payment_unconfirmed") != isTold, "\(lines)")
  }

  @Test(
    "who sells drinks is paid first, whether or not the paper says so; a table's bill is not",
    arguments: [
      ("茶饮", [], true), ("咖啡", ["外带"], true), ("烘焙", [], true), ("餐饮", ["取餐号 4734"], true),
      // What is weighed gets a label before it is paid; orders are picked up, too.
      ("超市", [], false), ("餐饮", ["自提·堂食"], false), ("数码", ["取货码 4734"], false),
      ("数码", ["取餐号 4734"], false),
      ("餐饮品牌", [], false), ("咖啡西餐", [], false), ("茶饮", ["台:A08"], false), ("咖啡", ["8号台"], false),
      ("烘焙", ["取货日期 11-05"], false), ("茶饮", ["账单"], false), ("茶饮", ["到收银台付款"], false),
      ("茶饮", ["收银台:02"], true),
      ("餐饮", [], false), ("服饰", [], false), ("甜品", [], false), ("茶饮", ["桌号 12"], false),
      ("咖啡", ["TABLE 3"], false), ("茶饮", ["人数:2"], false), ("茶饮", ["请到前台结账"], false),
      ("茶饮", ["支付方式：□微信 □支付宝 □现金"], false), ("茶饮", ["实收 0.00"], false),
      ("餐饮", ["请凭取餐号取餐"], false),
    ])
  func paidFirst(_ category: String, _ others: [String], isTold: Bool) {
    let counter = Counter(code: CounterCode("B1-01"), name: "云岚小铺", category: category)
    let reading = Extractor.reading(
      ["云岚小铺"] + others + ["2026-11-03 12:40", "杨枝甘露 1 21.50", "合计 21.50"], counters: [counter])
    let isDoubted = reading.signals.contains { $0.code == "payment_unconfirmed" }
    #expect(isDoubted != isTold, "\(reading.signals)")
  }

  @Test(
    "what was taken off between two totals is no refund, nor is a minus that Tesseract alone sees")
  func takenOff() {
    let reduced = ["商品合计 230.00", "优惠合记 -83.00", "实付 147.00", "支付宝 147.00"]
    #expect(!AmountFacts(lines: PrintedLine.lines(of: PaperText.page(reduced))).tellsRefund)
    let back = ["商品合计 230.00", "消费合计 -83.00", "实付 147.00", "支付宝 147.00"]
    #expect(AmountFacts(lines: PrintedLine.lines(of: PaperText.page(back))).tellsRefund)
    func tellsRefund(_ paddle: String) -> Bool {
      let page = PaperText.page(
        [[paddle, "应付金额 -348.00"], ["微信支付 348.00", "348.00"]],
        readers: [.paddleTiny, .tesseractLatin])
      return AmountFacts(lines: PrintedLine.lines(of: page)).tellsRefund
    }
    #expect(!tellsRefund("应付金额 348-00"))
    #expect(tellsRefund("应付金额 -348.00"))
    // An item has one as well.
    let faint = PaperText.page(
      [["外套 1 -348.00", "-348.00"], ["应付金额 348-00", "应付金额 -348.00"]],
      readers: [.paddleTiny, .tesseractLatin])
    #expect(AmountFacts(lines: PrintedLine.lines(of: faint)).tellsRefund)
  }

  @Test(
    "a total below which something is taken off is not what was paid, where nothing says so",
    arguments: [
      (["优惠 -20.00", "应付已开领"], true), (["优惠 -20.00"], true), (["优惠 -20.00", "微信支付 384.00"], false),
      (["优惠 -20.00", "实付 364.00"], false), ([], false),
    ])
  func stampedDue(_ below: [String], isDoubted: Bool) {
    let reading = Extractor.reading(
      ["披萨 1 334.00", "牛排 1 50.00", "消费金额 384.00"] + below + ["2026-11-03 12:40"])
    #expect(
      reading.signals.contains { $0.code == "sum_mismatch" } == isDoubted, "\(reading.signals)")
  }

  @Test(
    "rows whose numbers ran together come to a total in one way, or confirm none",
    arguments: [
      (["麻婆豆腐12222", "剁椒鱼头18888", "老鸭汤378234", "茶位费133"], "347", true),
      (["1虾饺皇3636.00", "1茶位88.00"], "44.00", true),
      (["旗袍129911299.00", "布鞋1681168.00"], "1467.00", true),
      (["麻婆豆腐12222", "剁椒鱼头18888", "老鸭汤378234", "茶位费133"], "447", false),
      (["麻婆豆腐12222"], "222", false),
    ])
  func runTogether(_ rows: [String], _ total: String, isConfirmed: Bool) {
    let reading = Extractor.reading(
      ["品名 数量 单价 金额"] + rows + ["合计 \(total)", "微信支付 \(total)"])
    let isDoubted = reading.signals.contains { $0.code == "amount_unconfirmed" }
    #expect(isDoubted != isConfirmed, "\(reading.signals)")
  }

  @Test("traces on the lines of amount, time or number are told, with the field")
  func alteredPrint() {
    let lines = ["本汕牛肉", "单号 A12345", "2026-11-18 12:37", "牛肉 88.00", "合计 88.00", "微信支付 88.00"]
    func altered(_ line: Int, _ kind: Trace.Kind = .patch) -> [Signal] {
      var page = PaperText.page(lines)
      page.lines[line].traces = [Trace(kind, start: 0.5, end: 1)]
      return Extractor.reading(of: page).signals.filter { $0.code == "print_altered" }
    }
    for (line, field) in [(1, "receipt_no"), (2, "time"), (4, "amount")] {
      #expect(altered(line) == [Signal("print_altered", detail: field, ground: "patch")])
    }
    #expect(altered(0).isEmpty)
    // A total may be bold, a date is not.
    #expect(altered(4, .darker).isEmpty)
    #expect(altered(4, .foreign).isEmpty)
    #expect(
      altered(1, .foreign) == [Signal("print_altered", detail: "receipt_no", ground: "foreign")])
    #expect(altered(4, .mixed) == [Signal("print_altered", detail: "amount", ground: "mixed")])
    #expect(altered(2, .darker) == [Signal("print_altered", detail: "time", ground: "darker")])
    // Of a number beside all others, where it is the field's own.
    func apart(_ line: Int, _ digits: String) -> Bool {
      var page = PaperText.page(lines)
      page.lines[line].traces = [Trace(.mixed, start: 0.5, end: 1, digits: digits)]
      return Extractor.reading(of: page).signals.contains { $0.code == "print_altered" }
    }
    let own = [
      (1, "12345"), (1, "12346"), (2, "20261118"), (2, "2026"), (2, "181126"), (2, "1237"),
      (2, "202611"), (4, "8800"), (4, "88"), (4, "28800"),
    ]
    for (line, digits) in own { #expect(apart(line, digits), "\(digits)") }
    for (line, digits) in [(1, "007"), (2, "5990"), (4, "1234")] {
      #expect(!apart(line, digits), "\(digits)")
    }
    // A total that cannot be read any more.
    var page = PaperText.page(lines + ["实收 b0695"])
    page.lines[lines.count].traces = [Trace(.ink, start: 0.5, end: 1)]
    #expect(
      Extractor.reading(of: page).signals.contains(
        Signal("print_altered", detail: "amount", ground: "ink")))
  }

  @Test("a number in WeChat is no payment, and no amount")
  func chatNames() {
    let lines = ["外套 88.00", "合计 88.00", "微信支付 88.00", "微信号:y1558193"]
    #expect(!signals(lines).contains("sum_mismatch"))
    #expect(signals(["合计 88.00", "微信号:y88.00"]).contains("payment_unconfirmed"))
  }

  @Test("what a pen wrote below the amount contradicts it")
  func written() {
    let paper = ["外套 1446.00", "合计 1446.00", "支付宝 1446.00"]
    #expect(signals(paper + ["导购:郭杰 4446.00"]).contains("sum_mismatch"))
    #expect(!signals(paper + ["导购:郭杰 4401"]).contains("sum_mismatch"))
    #expect(!signals(["实付 25.00", "拿铁 1 22.00", "曲奇 3.00"]).contains("sum_mismatch"))
    #expect(!signals(paper + ["找零 0.00", "余额 4446.00"]).contains("sum_mismatch"))
  }

  @Test("groups of items by whatever name come to the total, and one head's share is no amount")
  func groups() {
    let lines = [
      "菜品 数量 单价 小计", "肠粉 2 32.00 64.00", "流沙包 1 26.00 26.00", "菜品小计:90.00", "酒水小食",
      "杨枝甘露 2 26.00 52.00",
      "酒水小食小计:52.00", "账单总额 142.00", "应付金额 142.00", "银行卡 142.00", "人均消费:71.00",
    ]
    let reading = Extractor.reading(lines + ["结账时间 2026-11-03 12:40"])
    #expect(reading.amount.best?.value.decimal == "142.00")
    #expect(reading.amount.probability > 0.97, "\(reading.amount.candidates)")
    #expect(reading.signals.map(\.code) == [])
  }

  @Test(
    "how many, the price of one and what they come to, run together",
    arguments: [
      ("1件牌价801801", 80_100), ("数量2 零售价16.5033.00", 3_300), ("2件牌价4998", 9_800),
      ("1件牌价2929", 2_900), ("1件牌价2930", nil), ("3件 单价20.0060.00", 6_000), ("1件 牌价 801 801", 80_100),
      ("标价 898.00898.00", 89_800), ("标价690.00517.50", nil), ("标价 2828", nil),
      ("原价 88.0088.00", nil),
    ] as [(String, Int64?)])
  func runTogether(_ line: String, _ amount: Int64?) {
    #expect(MultipliedRow.amount(behindCountIn: PaperText.text(line)) == amount)
  }

  @Test("an amount behind a till's own code, and one behind a count, are the items'")
  func behindCodes() {
    let own = ["1 呢大衣", "A0698571899.00", "1 卫衣", "A660455329.00", "支付宝 2228.00"]
    #expect(!signals(own).contains("amount_unconfirmed"))
    #expect(
      signals(own.map { $0 == "A660455329.00" ? "A660455339.00" : $0 })
        .contains("amount_unconfirmed"))
    let named = ["圆领针织衫 A2565209199.00", "总计 199.00", "微信支付 199.00"]
    #expect(!signals(named).contains("amount_unconfirmed"))
    #expect(
      signals(named.map { $0.replacing("A2565209199.00", with: "A2565209198.00") })
        .contains("amount_unconfirmed"))
    let counted = ["00931197斜挎包", "1件牌价801801", "应收 801.00", "折让 0.00", "实收 801.00"]
    #expect(!signals(counted).contains("amount_unconfirmed"))
    #expect(
      !signals(["香菇滑鸡饭", "x131.00", "总价31.00", "支付31.00", "(微信支付)"])
        .contains("amount_unconfirmed"))
  }

  @Test(
    "what a member has spent in all years, and what a tax is taken off, is no total",
    arguments: [
      (["实付 88.00", "会员累计 Total 5,000.00"], "88.00"), (["实付 88.00", "累计 5000.00"], "88.00"),
      (["TOTAL (EXCL. 9% GST) 20.00", "GST 9% 1.80", "TOTAL 21.80"], "21.80"),
      (["合计(不含6%税) 100.00", "应付 106.00"], "106.00"),
    ])
  func total(lines: [String], amount: String) {
    let reading = Extractor.reading(lines + ["时间 2026-11-03 12:40"])
    #expect(reading.amount.best?.value.decimal == amount)
  }

  @Test(
    "points as many as the amount confirm it, points in the account and few points do not",
    arguments: [
      (["消费总额 4450.00", "积分 4450", "可用积分 57790"], true),
      (["消费总额 4450.00", "可用积分 4450"], false), (["消费总额 45.00", "积分 45"], false),
      (["消费总额 4450.00", "积分 4455"], false), (["消费总额 4450.00", "积分兑换 4450"], false),
    ])
  func plainPoints(lines: [String], isConfirmed: Bool) {
    let lines = ["微信支付 " + lines[0].suffix(7)] + lines
    #expect(signals(lines).contains("amount_unconfirmed") != isConfirmed, "\(lines)")
  }

  @Test("what stands beside change after 收 was handed over")
  func received() {
    let reading = Extractor.reading([
      "2D票 54.00", "应付金额: 54.00元", "收: 100.00元", "找赎: 46.00", "时间 2026-11-03 12:40",
    ])
    #expect(reading.amount.best?.value.decimal == "54.00")
    #expect(codes(reading.amount).contains("amount_tendered_minus_change"))
    let cash = reading.amount.candidates.first { $0.value.decimal == "100.00" }
    #expect(cash?.evidence.contains { $0.code == "amount_handed_over" } ?? true)
  }

  @Test("below a discount stands what is left, though nobody can read its label")
  func unreadTotal() {
    func reading(_ last: String) -> Reading {
      Extractor.reading([
        "奶茶 58.00", "消费合计 ￥58.00", "整单折扣 6.96", last, "时间 2026-11-03 12:40",
      ])
    }
    let left = reading("樂汁￥51.04")
    #expect(left.amount.best?.value.decimal == "51.04")
    #expect(codes(left.amount).contains("amount_total_minus_discount"))
    #expect(reading("可乐￥12.00").amount.best?.value.decimal != "12.00")
  }

  @Test(
    "what may have been taken off a total, though nobody can read its label, contradicts it",
    arguments: [
      (["B折i让:353.70", "E额￥825.30", "收您：￥825.30"], true),
      (["B折i让:353.70", "E额￥825.30", "余额 ￥825.30"], false),
      (["B折i让:353.70", "E额￥825.20", "收您：￥825.20"], false),
      (["收您：￥1179.00"], false),
    ])
  func unreadDeduction(below: [String], isContradicted: Bool) {
    let lines =
      ["消费金额：￥1179.00"] + below + [
        "货品名称 数量 合计", "卸妆油 2 576.00", "水 1 440.00", "中红 1 163.00", "时间 2026-11-03 12:40",
      ]
    #expect(signals(lines).contains("sum_mismatch") == isContradicted, "\(below)")
  }

  @Test(
    "a total whose sign was read as a letter is a total, and contradicts another",
    arguments: [("应收F971.60", true), ("应收 971.60", true), ("应收F871.60", false)])
  func signRead(line: String, isContradicted: Bool) {
    let lines = ["牛肉 871.60", "订单原价￥871.60", line, "实收￥900.00", "找零28.40"]
    #expect(signals(lines).contains("sum_mismatch") == isContradicted, "\(line)")
  }

  @Test(
    "an amount that readers agree on and that is another but for one digit contradicts it",
    arguments: [
      ("收费 4140.90", true), ("应收款 4140.90", true), ("消费200元可兑换停车券", false),
      ("商品金额 190.90", true),
    ])
  func changedTotal(line: String, isContradicted: Bool) {
    let lines = [
      "活着 38.70", "史记 102.20", "实洋 140.90", line, "支付宝 140.90", "时间 2026-11-03 12:40",
    ]
    let page = PaperText.page(lines.map { [$0, $0] }, readers: [.paddle, .tesseractLatin])
    let signals = Extractor.reading(of: page).signals.map(\.code)
    #expect(signals.contains("sum_mismatch") == isContradicted, "\(line)")
  }

  @Test("what is left of a total's label before more than was paid contradicts it")
  func tornTotal() {
    let items = ["鸡翅 14.00", "小酥肉 28.00", "鸡汤面 30.00"]
    #expect(signals(items + ["D合1720", "微信收款 72.00"]).contains("sum_mismatch"))
    #expect(!signals(items + ["合计 72.00", "微信收款 72.00"]).contains("sum_mismatch"))
  }

  @Test("what it cost and what was asked on one line contradict nothing")
  func listAndNet() {
    #expect(
      !signals(["羽绒服 2496.00 1295.00", "合计 1 2496.00 1295.00", "实收净额 1295.00"])
        .contains("sum_mismatch"))
  }

  @Test(
    "what is paid of a contract is what the paper tells, and what is open is no total",
    arguments: [
      (["合同总价 7111.00", "本次收款(定金) 2100.00", "未付余款 5011.00"], "2100.00"),
      (["订单总额 3329.00", "已付定金 -1600.00", "本次实付尾款 1729.00"], "1729.00"),
    ])
  func partPaid(lines: [String], amount: String) {
    let reading = Extractor.reading(["镜片 1.00"] + lines + ["时间 2026-11-03 12:40"])
    #expect(reading.amount.best?.value.decimal == amount)
  }

  @Test("what an insurance's account and cash pay together confirms the fee")
  func insurance() {
    let reading = Extractor.reading([
      "钛架 869.00", "镜片 1908.00", "费用总额 2777.00", "个人账户支付 1943.90", "现金自付 833.10",
      "时间 2026-11-03 12:40",
    ])
    #expect(reading.amount.best?.value.decimal == "2777.00")
    #expect(codes(reading.amount).contains("amount_sum_of_means"))
  }

  @Test(
    "net and tax on one line confirm what they come to, though nothing parts them",
    arguments: [
      ("13.00%4130.09536.914667.00", true), ("13.00% 4,130.09 536.91 4,667.00", true),
      ("13.00%4130.09536.914677.00", false), ("13.00% 1.00 2.00 3.00", false),
    ])
  func taxRow(line: String, isConfirmed: Bool) {
    let lines = ["总计 4667.00", "UnionPay 4667.00", "税率 税前 税额 含税", line]
    #expect(signals(lines).contains("amount_unconfirmed") != isConfirmed, "\(line)")
  }

  @Test("so many stems are no amount, and what they cost is")
  func stems() {
    #expect(
      !signals(["花点时光", "玫瑰花束11枝¥229.00", "总计 ¥229.00", "支付宝收款"]).contains("amount_unconfirmed"))
  }

  @Test("where a part is still open the whole was not paid")
  func openBalance() {
    let lines = ["镜片 3329.00", "订单总额 3329.00", "已付定金 1600.00", "待付尾款 1729.00", "付款方式: 微信"]
    #expect(signals(lines).contains("sum_mismatch"))
  }

  @Test("cash that is rounder than what the items come to is not confirmed by them")
  func rounderCash() {
    let lines = ["茶 49.60", "饭 50.00", "合计 99.60", "实收 100.00"]
    #expect(
      !codes(Extractor.reading(lines + ["时间 2026-11-03 12:40"]).amount)
        .contains("amount_total_minus_discount"))
    let down = ["茶 49.62", "饭 50.00", "合计 99.62", "折后应收 99.60"]
    #expect(!signals(down).contains("amount_unconfirmed"))
  }

  @Test("a size before a price is no sign", arguments: ["连衣裙 F 129.00", "2F88.00"])
  func sizeF(line: String) {
    let tokens = MoneyScanner.tokens(in: PaperText.text(line))
    #expect(tokens.allSatisfy { !$0.hasSign }, "\(line)")
  }

  @Test("unit prices on lines of their own are no items")
  func unitPrices() {
    for unit in ["单价 ", "@"] {
      #expect(
        !signals([
          "商品 数量 金额", "矿泉水 2件 5.40", "\(unit)2.70", "挂面 2件 17.80", "\(unit)8.90", "实付金额 23.20",
        ]).contains("amount_unconfirmed"), "\(unit)")
    }
  }

  @Test("a till that prints decimals with its totals alone multiplies in whole units")
  func wholeRows() {
    #expect(
      !signals([
        "品名 数量 单价 金额", "圆领针织衫1569569", "牛仔裤1608608", "合计金额 1177.00", "实收金额 1177.00",
      ]).contains("amount_unconfirmed"))
  }

  @Test(
    "capitals of which one sign was not read are no other amount",
    arguments: [("贰件玖佰肆拾玖元整", nil), ("贰口口玖佰元整", nil), ("3件共壹佰元整", 10_000), ("大写 玖佰肆拾玖元整", 94_900)]
      as [(String, Int64?)])
  func torn(capitals: String, hundredths: Int64?) {
    #expect(ChineseCapitals.hundredths(in: PrintedCharacter.array(capitals)) == hundredths)
  }

  @Test("Mr. Guo's date is nobody's birthday, and a business day's clock is told by its own label")
  func dates() {
    let sold = Extractor.reading(["实付 88.00", "客户:郭先生日期:2026-09-06 16:29"])
    #expect(codes(sold.time).contains("time_label_plain"))
    let bill = Extractor.reading(["实付 88.00", "营业日期:2026-09-11", "开台17:20 买单18:10"])
    #expect(bill.time.best?.value.iso == "2026-09-11T18:10:00")
    #expect(codes(bill.time).contains("time_label_paid"))
  }

  @Test("a place on a floor is no amount", arguments: ["F12", "2F075", "F-12"])
  func floor(place: String) {
    let reading = Extractor.reading(["专柜 \(place)", "时间 2026-11-03 12:40"])
    #expect(reading.amount.best.map { $0.probability < 0.5 } ?? true, "\(place)")
  }

  @Test(
    "9:51 may have been 19:51, 9:51 PM not",
    arguments: [("9:51", true), ("9:51 PM", false), ("2:51 PM", true), ("19:51", false)])
  func shortHour(clock: String, isDoubted: Bool) {
    let field = Extractor.reading(["实付 88.00", "时间 2026-11-03 \(clock)"]).time
    #expect(codes(field).contains("misread_short_hour") == isDoubted, "\(clock)")
  }

  @Test("a part paid by card takes nothing off, a voucher does")
  func negativeMeans() {
    func isReduced(_ means: String) -> Bool {
      let lines = ["套餐 200.00", "合计 200.00", "\(means) -50.00", "实收 150.00"]
      return codes(Extractor.reading(lines).amount).contains("amount_total_minus_discount")
    }
    #expect(isReduced("美团团购券核销"))
    #expect(!isReduced("八达通"))
  }

  @Test(
    "two items of which one costs twice the other are two",
    arguments: [
      (["拿铁 5.00", "奶茶 10.00", "蛋糕 20.00", "实付 25.00"], false),
      (["拿铁 5.00", "眼霜 10.00", "20.00", "实付 25.00"], true),
      (["拿铁 5.00", "凉鞋 10.00", "BK1773 Qty 2 20.00", "实付 25.00"], true),
    ])
  func groups(lines: [String], isSum: Bool) {
    let codes = codes(Extractor.reading(lines).amount)
    #expect(codes.contains("amount_sum_of_items") == isSum, "\(codes)")
  }

  @Test(
    "a currency behind an amount is that amount's, whatever follows",
    arguments: [("TOTAL 120.00 USD VISA", "USD"), ("TOTAL 120.00 MOP CASH", "MOP")])
  func currency(line: String, code: String) {
    #expect(Extractor.reading([line]).amount.best?.value.currency.rawValue == code)
  }

  @Test(
    "an amount struck out, and another beside it, contradict each other",
    arguments: [
      ["乐福鞋 639.75", "小计 639.75", "应付金额: 839.75 ¥639.75", "现金 639.75"],
      ["防滑袜 11.00", "亲子票 192.00", "共计 203.00", "应付: 803.001203."],
      // Of so many discounts some always come near.
      [
        "小计 1499.10", "期间限定价 -18.45", "期间限定价 -60.45", "会员折扣 -74.96", "合计 1484.14",
        "银行卡 1424.14",
      ],
    ])
  func struck(lines: [String]) {
    #expect(signals(lines).contains("sum_mismatch"), "\(lines)")
  }

  @Test(
    "an item that comes to more than its pieces cost was changed",
    arguments: [
      ("1 x 679 2645.05", true), ("1X 6792645.05", true), ("2 x 1400 2645.05", false),
      ("2x1400 2645.05", false), ("BOX 679 2645.05", false), ("x1 2645.05", false),
      ("369*1 2645.05", true), ("369*12645.05", true), ("1400.00*2 2645.05", false),
      ("13.5*2 2645.05", true),
    ])
  func overpriced(line: String, isChanged: Bool) {
    let lines = ["空气炸锅", line, "小计 2645.05", "应收 2645.05", "银联卡 2645.05"]
    #expect(signals(lines).contains("sum_mismatch") == isChanged, "\(line)")
  }

  @Test(
    "what a means is called, or a minus before a payment, makes no refund",
    arguments: [
      ["BLAZER 1441.79", "TOTAL ¥1441.79", "e-CNY1441.79"],
      ["外套 60.88", "合计 60.88", "支付宝 -60.88"],
    ])
  func noRefund(lines: [String]) {
    let reading = Extractor.reading(lines + ["时间 2026-11-03 12:40"])
    #expect(reading.kind.best?.value == .sale)
    #expect(reading.amount.best?.value.minorUnits ?? 0 > 0)
  }

  @Test("what a weight costs contradicts nothing")
  func unitPrice() {
    let lines = ["米饭 8.00", "鱼 47.00", "合计 55.00", "实收 55.00", "温馨提示:浪费超过200克按88元/斤收取"]
    #expect(!signals(lines).contains("sum_mismatch"))
  }

  @Test("a code of an item takes nothing off")
  func codesOfItems() {
    #expect(MoneyScanner.tokens(in: PaperText.text("TX2-35 199.00")).allSatisfy { !$0.isNegative })
  }

  private static let hostilePrints: [[String]] = {
    let totals = (0..<12).map { "合计1.0\($0)" }.joined(separator: " ")
    return [
      ["A 99999999.99 x 2 99999999", "合计 88.00"], [String](repeating: totals, count: 200),
      (0..<200).map { "合计 \($0).50 优惠 -\($0 % 9).25" },
    ]
  }()

  @Test(
    "a print made to break the reader is read to the end", .timeLimit(.minutes(10)),
    arguments: hostilePrints)
  func hostile(lines: [String]) {
    #expect(Extractor.reading(lines).amount.candidates.count < 5_000)
  }

  @Test(
    "hours of business are no clock, when guests came and went is",
    arguments: [
      ("用餐时间: 11:00-22:00", "2026-11-03"), ("消费时间 10:00-21:30", "2026-11-03"),
      ("时间: 18:49-19:39", "2026-11-03T19:39:00"), ("账单时间 17:58 - 18:43", "2026-11-03T18:43:00"),
      // A dash that was read as a point: no 18:49:20.
      ("账单时间 18:49.20:39", "2026-11-03T20:39:00"), ("到店 19:47 离店 20:20", "2026-11-03T20:20:00"),
      ("营业时间 10:10-15:40", "2026-11-03"), ("配送时间 10:10-11:40", "2026-11-03"),
      ("上课时间 14:15-15:45", "2026-11-03"), ("离场时间 18:30", "2026-11-03T18:30:00"),
      ("离店结账 18:30", "2026-11-03T18:30:00"),
    ])
  func hours(line: String, time: String) {
    #expect(Extractor.reading(["日期 2026-11-03", line, "实付 12.00"]).timeText == time)
  }

  @Test(
    "words behind a day are no clock cut off, digits are",
    arguments: [
      ("日期：14.11.2026收款员：A03", false), ("日期:2026-11-18账单号:644026111809", false),
      ("时间：2026-11-20长订单号：8200003158", false), ("日期 2026-11-18 No: 12", false),
      ("日期 2026-11-18 星期三 1:", true), ("日期 2026-11-18 l2:3", true), ("2026/11/19 136", true),
      ("结账时间2026-11-23 13.18", true), ("2026-11-26 20.23/ /3915", true),
      ("2026-11-26 88.23/ /3915", false), ("日期 2026-11-18 时间:1:", true),
    ])
  func clipped(line: String, isClipped: Bool) {
    let scanner = TimeScanner(PaperText.text(line))
    let day = scanner.days()[0]
    #expect(scanner.hasClippedClock(after: day.range.upperBound) == isClipped, "\(line)")
  }

  @Test("where a show begins is not when it was paid, where a visit begins is")
  func entry() {
    let paper = ["入场时间 2026-11-03 19:30", "合计 80.00", "微信 80.00"]
    #expect(codes(Extractor.reading(paper).time).contains("time_label_opened"))
    let show = Extractor.reading(paper + ["3号影厅 5排6座"])
    #expect(codes(show.time).contains("time_label_other"))
  }

  @Test(
    "起 above a time tells when a table was opened where it stands alone, and not in a shop's name")
  func letterAbove() {
    func label(_ above: String) -> [String] {
      codes(Extractor.reading([above, "2026-11-03 19:30", "合计 80.00", "微信 80.00"]).time)
    }
    #expect(label("起").contains("time_label_opened"))
    #expect(!label("鱼你在一起澜悦店").contains("time_label_opened"))
    #expect(label("促销期").contains("time_label_other"))
  }

  @Test("who saw the day alone is no witness of a clock on another line, whoever comes first")
  func witnessOfClock() {
    let page = PaperText.page(
      [
        ["营业日 2026/10/28", "2026/10/28"], ["时间 SLA", "21:14:21"], ["实付 27.00", "27.00"],
      ], readers: [.paddleTiny, .tesseractLatin])
    let reading = Extractor.reading(of: page, claimDay: "2026-10-29")
    #expect(reading.timeText == "2026-10-28T21:14:21")
    #expect(codes(reading.time).contains("misread_alone"))
  }

  @Test("a month's name before a day of one digit hides no first digit")
  func monthName() {
    let time = Extractor.reading(["Date Nov 3, 2026 12:40"]).time
    #expect(!codes(time).contains("misread_short_hour"))
  }

  @Test(
    "a word between a day and its clock says what the clock is, whatever the day's label is like",
    arguments: [
      ["2026/11/03 开台13:38", "合计 12.00", "2026/11/03 14:38:45 王芳埋数"],
      ["2026/11/03 14:38:45 王芳", "合计 12.00", "2026/11/03 打印 14:41"],
      ["账单日期 2026年11月03日", "开单13:24 结账14:38:45", "合计 12.00"],
    ])
  func clockNamed(lines: [String]) {
    let time = Extractor.reading(lines).time
    #expect(time.best?.value.iso == "2026-11-03T14:38:45", "\(time.candidates)")
    #expect(time.probability > 0.5, "\(time.candidates)")
  }

  @Test(
    "a weekday, a cashier and a count of guests between a day and its clock name no time",
    arguments: ["星期二", "收银员:王芳", "消费人数:4", "交易号 12"])
  func clockUnnamed(words: String) {
    let time = Extractor.reading(["2026-11-03 \(words) 12:40", "合计 12.00"]).time
    #expect(codes(time).contains("time_no_label"), "\(codes(time))")
  }

  @Test(
    "what a bracket says is in the price is no label; what may be all that was paid is one",
    arguments: [
      ("实收(含服务费):94.22", AmountLabel.received), ("实收(含代金券):94.22", .coupon),
      ("合计(不含税):94.22", .subtotal),
    ])
  func bracket(line: String, label: AmountLabel) {
    let facts = AmountFacts(lines: PrintedLine.lines(of: PaperText.page([line]))).facts
    #expect(facts.first?.label == label, "\(facts)")
    let tax = Extractor.reading(["应付 ¥1,028.00 (含增值税) ¥58.19", "微信支付"])
    #expect(tax.amountText != "58.19")
  }

  @Test("a day behind a word for the bill is no total that nobody could read")
  func dayOfBill() {
    let lines = ["虾饺 30.00", "毛肚 54.00", "消费总额 84.00", "应付总额 84.00", "微信 84.00"]
    #expect(!signals(["买单:2026.11.03 14:53"] + lines).contains("sum_mismatch"))
    #expect(!signals(["买单:2026.11.1014:53"] + lines).contains("sum_mismatch"))
    #expect(signals(["买单 20.26.11"] + lines).contains("sum_mismatch"))
    #expect(signals(["应付:18.05.20"] + lines).contains("sum_mismatch"))
  }

  @Test("where somebody came and left, and only the first is named, neither is certain")
  func leaving() {
    let time = Extractor.reading(["日期 2026-11-03", "到店 19:47 走 20:20", "实付 12.00"]).time
    #expect(time.candidates.count == 2)
    #expect(time.probability < 0.97)
  }

  @Test(
    "digits that Tesseract saw behind the end of a month's name, or between words, witness the day",
    arguments: [
      ("November 11, 2026 12:34 PM", "mber11,202612:34PM", true),
      ("November 11, 2026 12:34 PM", "mber17,202612:34PM", false),
      // Nobody else saw the month.
      ("Jun 11, 2026 12:34 PM", "11,202612:34PM", false),
      ("Jun 11, 2026 12:34 PM", "n11,202612:34PM", true),
      ("Jun 11, 2026 12:34 PM", "l11,202612:34PM", false),
      ("2026年11月17日12:34", "202671151712:34", true), ("2026年11月17日12:34", "202671151812:34", false),
      // One digit more may be the month's or the day's own.
      ("2026年1月17日12:34", "20267151712:34", false), ("2026年11月7日12:34", "20267115712:34", false),
    ])
  func amongWords(text: String, witness: String, isWitnessed: Bool) {
    let page = PaperText.page(
      [[text, text, witness], ["实付 27.00", "实付 27.00", "27.00"]],
      readers: [.paddle, .paddleTiny, .tesseractLatin])
    let time = Extractor.reading(of: page).time
    #expect(codes(time).contains("misread_among_words") == isWitnessed, "\(codes(time))")
  }

  @Test("a day between words on a line of its own is witnessed where the clock stands on another")
  func amongWordsApart() {
    let page = PaperText.page(
      [
        ["售货日期 2026年11月19日", "售货日期 2026年11月19日", "20264F1119"],
        ["收款时间 12:43:18", "收款时间 12:43:18", "         12:43:18"], ["实付 27.00", "实付 27.00", "27.00"],
      ], readers: [.paddle, .paddleTiny, .tesseractLatin])
    #expect(codes(Extractor.reading(of: page).time).contains("misread_witnessed"))
  }

  @Test("change of nothing behind a word for nothing is no clock that nobody could read")
  func zeroIsNoHour() {
    let lines = ["日期 2026-11-18 18:35", "合计 6.80", "付款:现金找零:13.20"]
    #expect(!codes(Extractor.reading(lines).time).contains("time_paid_unread"))
  }

  @Test("another visit in the member's block is not when this one was paid")
  func earlierVisit() {
    let lines = ["日期 2026-11-03 12:40", "合计 12.00", "上次消费 58.00", "2026-10-28 18:20"]
    let time = Extractor.reading(lines).time
    #expect(!codes(time).contains("time_label_paid"), "\(codes(time))")
    let closed = ["Nov03'26 11:40", "合计 12.00", "--0470 Check Closed--", "--Nov03'26 12:40PM--"]
    #expect(Extractor.reading(closed).timeText == "2026-11-03T12:40:00")
  }

  @Test(
    "a bill to be taken to the cashier is paid where the cashier's till says so, and not by a form",
    arguments: [
      (["(已收款)", "收款时间: 2026-11-03 12:40"], true), (["已收款:", "收款时间: 2026-11-03 12:40"], false),
      (["(已收款)", "收款时间:"], false), (["收款时间: 2026-11-03 12:40"], false),
      (["(已收款)", "收款时间: 2026-11-03 12:40", "请至收银台付款"], false),
    ])
  func billToStamp(lines: [String], isSale: Bool) {
    let kind = Extractor.reading(["交款单"] + lines + ["收款金额 474.00", "收款方式 微信"]).kind
    #expect((kind.best?.value == .sale && kind.probability > 0.9) == isSale, "\(kind.candidates)")
  }

  @Test(
    "a bill to be taken to the cashier is paid where the cashier's till has printed so on one line",
    arguments: [
      ("款台13 2026-11-03 12:40:01 流水262795713 实收 474.00", true),
      ("款台13 2026-11-03 12:40:01 流水262795713 应收 474.00", false),
      ("款台13 2026-11-03 12:40:01 流水262795713 实收 0.00", false),
      ("款台13 2026-11-03 12:40:01 流水262795713 实收 0.00 应收 474.00", false),
      ("款台13 2026-11-03 12:40:01 流水262795713 实收 374.00", false),
      ("款台13 流水262795713 实收 474.00", false), ("2026-11-03 12:40:01 实收金额 474.00", false),
      ("实收 474.00", false),
    ])
  func imprint(line: String, isSale: Bool) {
    let kind = Extractor.reading(
      ["百货大楼", "交款单", "开单日期 2026-11-03", "应交金额 474.00", "付款方式: 银行卡", line]
    ).kind
    #expect((kind.best?.value == .sale && kind.probability > 0.97) == isSale, "\(kind.candidates)")
  }

  @Test(
    "a bill to be taken to the cashier is paid where it tells what was received and by what",
    arguments: [
      (["实收金额 3155.00", "云闪付 3155.00"], true), (["应收金额 3155.00", "云闪付 3155.00"], false),
      (["付款金额 3155.00", "扫码支付 3155.00"], false),
      (["实付金额 3155.00", "微信扫码支付 3155.00"], false), (["实付金额 3155.00", "待微信支付 3155.00"], false),
      (["实收金额 3155.00", "会员卡价 3155.00"], false),
      (["付款金额 3155.00", "云闪付 3155.00"], false), (["实收金额 3155.00", "支付方式: 云闪付"], false),
      (["实收金额 3155.00", "云闪付 3150.00"], false),
      (["(已收讫)", "收银时间: 2026-11-03 12:41", "应收金额 3155.00", "支付方式: 云闪付"], true),
      (["实交 3155.00", "付款 微信", "交款时间 2026-11-03 12:41"], true),
      (["应交 3155.00", "交款时间 2026-11-03 12:41"], false), (["实交 3155.00", "付款 微信", "交款时间:"], false),
    ])
  func billSettled(lines: [String], isSale: Bool) {
    let kind = Extractor.reading(["交款单"] + lines + ["日期 2026-11-03 12:40"]).kind
    #expect((kind.best?.value == .sale && kind.probability > 0.97) == isSale, "\(kind.candidates)")
  }

  @Test(
    "a guest check is paid where it says when it was closed and what was paid, or by which wallet all was",
    arguments: [
      (["TOTAL PAID CNY 66.50", "UnionPay Card 66.50", "Closed: 15 Nov 2026 19:22"], true),
      (["TOTAL CNY 66.50", "Printed: 15 Nov 2026 19:22"], false),
      (["TOTAL CNY 66.50", "UnionPay Card 66.50", "15 Nov 2026 19:22"], false),
      (["Total Due 应付 66.50", "微信支付 66.50", "15-Nov-2026 19:22"], true),
      (["Total 66.50", "现金 100.00", "Change 33.50", "15-Nov-2026 19:22"], true),
      (["Total 66.50", "现金 100.00", "Change 33.00", "15-Nov-2026 19:22"], false),
      (["Total 66.50", "现金 100.00", "15-Nov-2026 19:22"], false),
      (["Total 66.50", "现金 -100.00", "Change -33.50", "15-Nov-2026 19:22"], false),
      (["Total 66.50", "预收现金卡 100.00 Change 33.50", "15-Nov-2026 19:22"], false),
      (["Total Due 应付 66.50", "微信扫码支付 66.50", "15-Nov-2026 19:22"], false),
      (["Total Due 应付 66.50", "微信支付 60.50", "15-Nov-2026 19:22"], false),
      (["Total Due 应付 66.50", "微信 66.50", "支付宝 66.50", "15-Nov-2026 19:22"], false),
      (["Total Due 应付 66.50", "储值卡 66.50", "15-Nov-2026 19:22"], false),
      (
        ["15 Nov 2026 19:22", "PAYMENT BY CASH, VISA", "CLOSED ON MONDAYS, LAST ORDER 21:30"], false
      ),
      (["15 Nov 2026 19:22", "UnionPay Card 66.50", "CLOSED 25/12/2026, OPEN 11:30"], false),
    ])
  func guestCheck(lines: [String], isSale: Bool) {
    let kind = Extractor.reading(["GUEST CHECK", "Check: 78718", "Food 66.50"] + lines).kind
    #expect((kind.best?.value == .sale && kind.probability > 0.97) == isSale, "\(kind.candidates)")
  }

  @Test("who is asked to look at a bill, and a bill that is closed, have no unpaid one")
  func closedBill() {
    for line in ["请当面核对账单", "--结账完毕--"] {
      let kind = Extractor.reading(["日期 2026-11-03 12:40", "合计 58.00", "微信支付 58.00", line]).kind
      #expect(kind.best?.value == .sale && kind.probability > 0.97, "\(kind.candidates)")
    }
    let statement = Extractor.reading(["对账单", "日期 2026-11-03 12:40", "合计 58.00"]).kind
    #expect(statement.best?.value != .sale, "\(statement.candidates)")
  }

  @Test("what is not received yet is no payment")
  func notReceived() {
    for line in ["款项未收讫 188.00", "未收讫", "待收讫 188.00", "付 扫码支付"] {
      let signals = signals(["时间 2026-11-03 12:40", "面 188.00", "合计 188.00", line])
      #expect(signals.contains("payment_unconfirmed"), "\(line)")
    }
    let owed = Extractor.reading(["合计 300.00", "已付 238.85元欠 61.15元", "时间 2026-11-03 12:40"])
    #expect(owed.amountText != "238.85" || owed.amount.probability < 0.97)
    #expect(!signals(["合计 300.00", "件数 -1", "微信支付 299.00"]).isEmpty)
  }

  @Test(
    "less that was received below deductions contradicts a total, whatever could be read of them")
  func paidLess() {
    let lines = ["洗护 89.00", "总额 89.00", "新客立减 -10.00", "积分抵现AB-3.00"]
    let paid = ["微信", "2026-11-11 17:41"]
    #expect(signals(lines + ["收款 76.00"] + paid).contains("sum_mismatch"))
    // Money handed over in two parts.
    #expect(
      !signals(["洗护 89.00", "总额 89.00", "收款 76.00", "微信 13.00"] + paid).contains("sum_mismatch"))
  }

  @Test("a few Latin letters inside other words are nobody's name")
  func lettersInWords() {
    let register = [
      Counter(code: CounterCode("L201"), name: "GU极优", branch: "天地店", aliases: ["GU"]),
      Counter(code: CounterCode("L308"), name: "H&M", branch: "天地店"),
      Counter(code: CounterCode("L161"), name: "莎莎", aliases: ["SaSa"]),
    ]
    let sasa = Self.reading(["SaSa", "天地店", "Memo No HM039079", "GUEST"], of: register)
    #expect(sasa.codeText == "L161" && sasa.counter.candidates.count == 1)
    #expect(Self.reading(["GU 极优", "天地店"], of: register).codeText == "L201")
    #expect(Self.reading(["H&M", "天地店"], of: register).codeText == "L308")
  }

  @Test("Tesseract's whole numbers where PP-OCRv6 read none are words")
  func wordsAsNumbers() {
    let page = PaperText.page(
      [
        ["2026年11月14日(六)14:25", "20264711148(7%)14:25"], ["收银03责任号01", "10301"],
        ["可乐 3.50", "3.50"], ["合计¥3.50", "3.50"], ["微信扫码¥3.50", "3.50"],
      ], readers: [.paddleTiny, .tesseractLatin])
    let reading = Extractor.reading(of: page)
    #expect(reading.amountText == "3.50")
    #expect(!reading.signals.contains { $0.code == "sum_mismatch" }, "\(reading.signals)")
  }

  @Test("a label may say what is in the sum: what was paid is not the price before the discount")
  func included() {
    let lines = ["票价合计:104.69", "优惠:10.47", "实收(含服务费):94.22", "购票时间 2026-11-03 12:40", "支付:微信"]
    #expect(Extractor.reading(lines).amountText == "94.22")
  }

  @Test(
    "a total that is not what weight, price and work come to was changed, capitals and all",
    arguments: [("11817.22", "壹万壹仟捌佰壹拾柒元贰角贰分", false), ("12817.22", "壹万贰仟捌佰壹拾柒元贰角贰分", true)])
  func weighedRow(total: String, capitals: String, isChanged: Bool) {
    let lines = [
      "饰品名称 金重 金价 工费 金额", "足金戒指11.231014.00430.0011817.22", "实收金额:¥\(total) 大写:\(capitals)",
      "付款方式:支付宝",
    ]
    #expect(signals(lines).contains("sum_mismatch") == isChanged, "\(signals(lines))")
  }

  @Test("what was taken off weighed items is no changed digit")
  func reducedWeighedRow() {
    let lines = [
      "品名 重量 单价 工费 金额", "足金吊坠14.13978.00520.0014,339.14", "货品金额合计:14,339.14",
      "抵用券:-20.00", "实付金额:14,319.14", "支付宝:14,319.14",
    ]
    #expect(!signals(lines).contains("sum_mismatch"), "\(signals(lines))")
    let other = ["饰品名称 金重 金价 工费 金额", "古法手镯7.471182.00270.009099.54", "优惠金额:30.00", "实收金额:¥9069.54"]
    #expect(!signals(other).contains("sum_mismatch"), "\(signals(other))")
    // What it was changed by is what a gram costs.
    let changed = ["饰品名称 金重 金价 工费 金额", "戒指11.231000.00430.0011660.00", "实收金额:¥12660.00"]
    #expect(signals(changed).contains("sum_mismatch"), "\(signals(changed))")
  }

  @Test("goods that may be given back unconditionally are sold, a slip of such goods is a refund")
  func unconditional() {
    let rest = ["时间 2026-11-03 12:40", "合计 88.00", "微信 88.00"]
    #expect(Extractor.reading(rest + ["生鲜商品30天无条件退货"]).kind.best?.value == .sale)
    #expect(Extractor.reading(["7天无条件退货单"] + rest).kind.best?.value == .refund)
  }

  @Test(
    "what a copy is good for, a stamp for the car and a blurred wallet make a sale nothing else")
  func sayNothing() {
    let rest = ["时间 2026-11-03 12:40", "合计 88.00", "微信 88.00"]
    let items = (1...4).map { "牛肉面 \($0)2.00" }
    let kept = ["此联顾客留存 退货凭证"]
    #expect(Extractor.reading(items + rest + kept).kind.best?.value == .sale)
    #expect(Extractor.reading(kept + items + rest).kind.best?.value == .refund)
    #expect(Extractor.reading(["退货凭证"] + rest).kind.best?.value == .refund)
    #expect(Extractor.reading(["退货单(顾客留存联)"] + rest).kind.best?.value == .refund)
    #expect(Extractor.reading(rest + ["退款凭证 顾客留存"]).kind.best?.value == .refund)
    #expect(Extractor.reading(rest + ["停车已"]).kind.best?.value == .sale)
    #expect(Extractor.reading(["停车票"] + rest).kind.best?.value == .parking)
    let wash = Extractor.reading(["车洁士洗车美容", "B3停车场店", "车牌:湘A40838"] + rest).kind
    #expect(wash.best?.value == .sale && wash.probability > 0.97)
    // A wallet of the chain's own.
    let chain = Extractor.reading(["时间 2026-11-03 12:40", "合计 88.00", "神钱包 88.00"]).kind
    #expect(chain.best?.value == .sale && chain.probability > 0.97)
    for house in ["神神神 88.00", "员工钱包 88.00", "招待钱包 88.00"] {
      let unknown = Extractor.reading(["时间 2026-11-03 12:40", "合计 88.00", house]).kind
      #expect(unknown.probability < 0.97, "\(house)")
    }
    // What was paid by, and what nobody could read behind it, is no 待支付; one letter before 支付 may
    // be its own.
    func kind(_ words: String, doubted: Int) -> Field<Kind> {
      let foot = ["谢谢惠顾", "电话 0571-88888888", "欢迎再次光临"]
      var page = PaperText.page(items + rest + [words] + foot)
      page.lines[7].transcripts[0].glyphs[doubted].confidence = 0.3
      return Extractor.reading(of: page).kind
    }
    #expect(!kind("扫码支付: eX", doubted: 5).candidates.contains { $0.value == .prebill })
    #expect(!kind("口支付: eX", doubted: 5).candidates.contains { $0.value == .prebill })
    #expect(kind("口支付: eX", doubted: 0).candidates.contains { $0.value == .prebill })
  }

  @Test("a character of several scalars is the first, and no digit where something is over it")
  func severalScalars() {
    #expect(PrintedCharacter("e\u{301}") == "é")
    #expect(!PrintedCharacter("8\u{336}").isASCIIDigit)
    #expect(!PrintedCharacter("5\u{FE0F}\u{20E3}").isNumber)
    #expect(String([PrintedCharacter("零"), "O", "🧾"]) == "零O🧾")
    #expect(PrintedCharacter.array("").isEmpty)
  }

  @Test("a zero that Tesseract knows as one on a line makes its eight an eight")
  func knownZero() {
    let page = PaperText.page(
      [
        ["日期 2026-10-20", "日期 2026-10-20", "日期 2826-18-28"],
        ["单号 5500", "单号 5500", "单号 5588"], ["电话 400-800", "电话 400-800", "电话 488-888"],
        ["时间 10:06", "时间 10:06", "时间 18:06"], ["合计 11.00", "合计 11.00", "合计 11.88"],
      ], readers: [.paddle, .paddleTiny, .tesseractLatin])
    let reading = Extractor.reading(of: page, claimDay: "2026-10-21")
    #expect(!codes(reading.time).contains("misread_witnessed"), "\(codes(reading.time))")
    #expect(codes(reading.amount).contains("misread_witnessed"))
  }

  /// A plain receipt under those lines.
  private static func reading(_ lines: [String], of register: [Counter]) -> Reading {
    Extractor.reading(lines + ["时间 2026-11-03 12:40", "合计 58.00"], counters: register)
  }

  private static let cashiers = [
    Counter(code: CounterCode("A1-1"), name: "后", aliases: ["WHOO"]),
    Counter(code: CounterCode("A1-2"), name: "金利来"),
    Counter(code: CounterCode("A1-3"), name: "特步", aliases: ["XTEP"]),
    Counter(code: CounterCode("A1-9"), name: "野兽派花店", aliases: ["THE BEAST", "野兽派"]),
    Counter(code: CounterCode("A1-4"), name: "85度C"),
  ]

  @Test(
    "a name stands whole beside its alias, with a zero for its O, behind the mall's",
    arguments: [
      ("WHO0后", "A1-1", true), ("WHOO 后", "A1-1", true), ("XTEP特步", "A1-3", true),
      ("特步 XTEP", "A1-3", true), ("THE BEAST野兽派", "A1-9", true), ("野兽派 THE BEAST", "A1-9", true),
      ("XTEP童装", "A1-3", false),
      // Another mall's shop of the brand.
      ("万达广场-金利来", "A1-2", false), ("京东商城-金利来", "A1-2", false),
    ])
  func besideNames(line: String, code: String, isWhole: Bool) {
    let reading = Self.reading([line], of: Self.cashiers)
    let whole = codes(reading.counter).contains("counter_name_whole") && reading.codeText == code
    #expect(whole == isWhole, "\(reading.counter.candidates)")
  }

  private static let branches = [
    Counter(code: CounterCode("B1-1"), name: "地素DAZZLE·童装(深圳湾万象城店)"),
    Counter(code: CounterCode("B1-2"), name: "地素DAZZLE"),
    Counter(code: CounterCode("B1-3"), name: "争鲜(西安5店)"),
    Counter(code: CounterCode("B1-4"), name: "争鲜(西安6店)"),
    Counter(code: CounterCode("B1-5"), name: "优舍(月亮湾店)YOUSHE"),
    Counter(code: CounterCode("B1-6"), name: "地素(童装店)"),
    Counter(code: CounterCode("B1-7"), name: "青木"),
  ]

  @Test(
    "which of its shops it is stands in brackets behind a name and is no part of it",
    arguments: [
      (["地素DAZZLE·童装"], "B1-1"), (["地素DAZZLE"], "B1-2"),
      (["地素DAZZLE·童装(深圳湾万象城店)"], "B1-1"), (["争鲜", "西安5店"], "B1-3"), (["争鲜(西安6店)"], "B1-4"),
      (["西安大雁塔书店"], nil), (["某某茶饮", "月亮湾店"], nil),
    ] as [([String], String?)])
  func branchInName(lines: [String], code: String?) {
    let counter = Self.reading(lines, of: Self.branches).counter
    #expect(counter.best?.value.code?.rawValue == code, "\(counter.candidates)")
  }

  @Test("which of two shops of one name it is, nobody knows without the branch")
  func branchUnknown() {
    let counter = Self.reading(["争鲜"], of: Self.branches).counter
    #expect(counter.probability < 0.6, "\(counter.candidates)")
  }

  private static let register = [
    Counter(code: CounterCode("1F001"), name: "木屋"),
    Counter(code: CounterCode("02-15"), name: "初色健身"),
    Counter(code: CounterCode("1F002"), name: "天虹"),
  ]

  @Test(
    "an item is no mall, the mall's operator no shop, a day no unit",
    arguments: [
      ["木屋烧烤", "桌号5 烧烤拼盘 58.00"], ["木屋便利", "单号:0012 便利袋 58.00"],
      ["木屋烧烤", "12号桌 烧烤拼盘 58.00"], ["天虹商业管理有限公司"], ["STORE 5 02-15 19:33"],
      ["门店 滨江 02-15"],
    ])
  func counter(lines: [String]) {
    let reading = Self.reading(lines, of: Self.register)
    #expect(reading.counter.probability < 0.97, "\(reading.counter.candidates)")
  }

  @Test("what the kitchen was told, paid or not, is not surely a sale")
  func kitchen() {
    let lines = ["出品部门: 热菜", "起菜", "催菜", "下单时间 2026-11-03 12:40", "已支付", "微信支付 88.00"]
    let kind = Extractor.reading(lines).kind.best
    #expect(kind?.value != .sale || kind?.probability ?? 1 < 0.97, "\(kind as Any)")
  }

  @Test("an invoice's heading counts where its name stands at the foot, too")
  func invoice() {
    let lines = [
      "上海增值税电子普通发票", "发票代码 310001", "购买方 王丽", "合计 88.00", "收款人: 李明", "时间 2026-11-03 12:40",
      "备注", "开户行", "地址", "电子发票",
    ]
    #expect(Extractor.reading(lines).kind.best?.value == .invoice)
  }
}
