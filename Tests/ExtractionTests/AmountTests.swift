import Receipts
import Testing

@testable import Extraction

@Suite("Which number is the amount paid")
struct AmountTests {
  struct Paper: Sendable, CustomTestStringConvertible {
    var what: String
    var lines: [String]
    var amount: String

    var testDescription: String { what }

    init(_ what: String, _ lines: [String], _ amount: String) {
      (self.what, self.lines, self.amount) = (what, lines, amount)
    }
  }

  static let papers: [Paper] = [
    Paper("实收 is what was handed over", ["合计: 898.00", "实收: 1000.00", "找零: 102.00"], "898.00"),
    Paper(
      "实收 is what was paid", ["应收: 120.00", "优惠: 20.00", "实收: 100.00", "微信支付: 100.00"], "100.00"),
    Paper("实收 stands first", ["实收: 17.80", "应收: 19.80", "活动优惠: -2.00"], "17.80"),
    Paper("应收 is before the discount", ["应收金额 297.00", "折扣 44.55", "支付金额 252.45"], "252.45"),
    Paper("应付 is after the discount", ["小计 297.00", "折扣 44.55", "应付 252.45"], "252.45"),
    Paper(
      "消费金额 is before the discount", ["消费金额 ¥915.00", "立减 -¥457.00", "券 -¥10.00", "结账金额 ¥448.00"],
      "448.00"),
    Paper("消费合计 is the amount", ["消费合计: 128.00元", "微信支付: 128.00元"], "128.00"),
    Paper("总计 is the amount", ["总计 88.00"], "88.00"),
    Paper("储值余额 is never the amount", ["合计: 88.00", "储值余额: 1200.00"], "88.00"),
    Paper("卡余额 after 储值卡", ["储值卡: 88.00", "合计: 88.00", "卡余额: 512.00"], "88.00"),
    Paper("累计积分 is never the amount", ["实付: 88.00", "本次积分: 88", "累计积分: 93379"], "88.00"),
    Paper("消费积分 is no 消费", ["合计: 56.00", "消费积分: 560"], "56.00"),
    Paper("抹零 taken off", ["合计: 184.78", "抹零: 0.78", "实收金额: 184.00"], "184.00"),
    Paper("rounded without a word", ["小计: 184.78", "实收金额: 184.00"], "184.00"),
    Paper("rounded up", ["Total RM 64.13", "Rounding 0.02", "Rounded Total RM 64.15"], "64.15"),
    Paper("a deposit was paid before", ["合计: 500.00", "已付订金: 100.00", "实付: 400.00"], "400.00"),
    Paper("a service charge is added", ["小計 165.00", "服務費10% 17.00", "總計 182.00"], "182.00"),
    Paper(
      "two means of payment", ["应收金额: 507.00", "微信支付: 405.60", "支付宝: 101.40"], "507.00"),
    Paper("a wide total apart from its label", ["合计                    1,234.50"], "1234.50"),
    Paper("the amount on the line below", ["合计金额", "¥132.00", "谢谢光临"], "132.00"),
    Paper("a table of totals", ["应收    实收    找零", "95.00   100.00   5.00"], "95.00"),
    Paper("a count before the amount", ["合计: 3  88.00"], "88.00"),
    Paper("full-width print", ["合计：￥１，２３４．５０"], "1234.50"),
    Paper("元 behind the number", ["实付 98元"], "98.00"),
    Paper("RMB before the number", ["应付 RMB98.50"], "98.50"),
    Paper("¥ read as Y", ["应付 Y98.50"], "98.50"),
    Paper(
      "English", ["Subtotal 20.00", "Discount 2.00", "TOTAL 18.00", "Cash 20.00", "Change 2.00"],
      "18.00"),
    Paper("German", ["SUMME 24,23", "BAR 40,00", "RÜCKGELD 15,77"], "24.23"),
    Paper("Traditional", ["總額 $210.53", "八達通 $210.53", "餘額 $55.00"], "210.53"),
    Paper(
      "a number of the till is no amount", ["收银机: 1", "收银: 536729", "消费总额: ¥606.00"], "606.00"),
    Paper("conditions are no amount", ["合计 45.00", "消费满200元可兑换停车券"], "45.00"),
    Paper(
      "a discount whose label was lost", ["消费金额: 368.20", "折讯: 184.00", "应收: 184.20"], "184.20"),
    Paper(
      "change whose label was lost", ["Net Amount 272.20", "Received 280.00", "Chng 7.80"],
      "272.20"),
    Paper(
      "what was paid is not reduced by what stands above",
      ["合计: 99.00", "餐盒费: 8.00", "促销优惠: -4.00", "消费实付: 103.00"], "103.00"),
    Paper(
      "a voucher is taken off where what is left stands large",
      ["¥334.10", "总金额: ¥364.10", "礼券: 30.00", "现金: 334.10"], "334.10"),
    Paper("a point that was lost", ["应付 6,950.00", "活动优惠 1,390.00", "消费实付 ¥5.560 00"], "5560.00"),
    Paper(
      "what is still owed stands behind what was paid",
      ["羊绒大衣 1件 281.00", "应收 281.00元", "折扣 42.15元", "已付 238.85元欠 0元", "付款: 储值卡"], "238.85"),
    Paper("a gap before the last cent", ["总价: 38.00", "代金券: -10.00", "实付: 28.0 0", "现金"], "28.00"),
    Paper(
      "a comma and a space behind RMB",
      ["小计 RMB 8, 002.00", "优惠 -RMB 1, 200.30", "总计 RMB 6, 801.70"], "6801.70"),
    Paper(
      "what has a minus is taken off, though its words count",
      ["小计 28.50", "第二份半价 -1.40", "实付 27.10", "人民币 100.00", "找零 72.90"], "27.10"),
    Paper("收讫 is what was paid", ["共计 247.00", "收讫 247.00"], "247.00"),
    Paper("a price with tax told apart", ["Total 182.00", "Incl. Tax 10.30"], "182.00"),
    Paper(
      "a bill of two accounts",
      ["TOTAL 31.78", "TOTAL 31.78", "Total 8.40", "TOTAL PAYABLE 40.18"], "40.18"),
    Paper(
      "a machine tells what was put in",
      ["Pay parking ticket 5.00", "Accepted total 10.00", "Change 5.00"], "5.00"),
  ]

  @Test("the amount paid is told from the other numbers", arguments: papers)
  func amount(_ paper: Paper) {
    let reading = Extractor.reading(paper.lines)
    #expect(
      reading.amountText == paper.amount,
      "\(reading.amount.candidates.map { ($0.value.decimal, $0.evidence.map(\.code)) })")
  }

  @Test("a sum that adds up makes an amount surer")
  func sums() {
    let plain = Extractor.reading(["合计 30.00"]).amount.probability
    let added = Extractor.reading([
      "品名 数量 金额", "珍珠奶茶 1 12.00", "芋圆 1 18.00", "合计 30.00", "微信支付 30.00",
    ]).amount.probability
    #expect(1 - added < (1 - plain) / 2, "\(added), \(plain)")
    #expect(added > 0.97)
  }

  static let itemTables: [[String]] = [
    // The table ends sooner than it seems to.
    ["名称 小计", "早教课时 198.00", "周末次卡 658.00", "¥856.00", "应收: 856.00"],
    // A character of an item's name is a label's.
    ["总监烫发 2 298.00 ¥596.00", "洗吹 1 42.90 ¥42.90", "商品合计 ¥638.90", "实付 ¥638.90"],
    // A quantity was read as a part of the amount behind it.
    ["品名 金额", "海鲜面 279.00", "腸粉 49.00", "实付 128.00"],
    // No gap was read between unit price and amount.
    ["外套 338.00338.00", "香水 757.00 757.00", "支付金额: 1095.00"],
    // How many, and at what price, stands on a line of its own.
    ["抽纸3包 28.00", "2 X 14.00", "精品苹果 22.04", "1.574 X 14.00", "合计: 50.04"],
    ["18K钻石戒指", "14,209.00*1", "14,209.00", "帽子", "10.00*1", "10.00", "总金额 14,219.00"],
    ["票价 39.90 X 2", "合计: 79.80"],
    ["瑜伽垫", "1件×122.25 = 122.25", "背包", "2件×203.40 = 406.80", "总价: 529.05"],
    // The label stands above its amount, with more words than are a label's.
    ["面膜 1 194.00 194.00", "合计付款:", "¥194.00"],
    // A fee between two totals.
    ["梅酒 1 43.00 43.00", "啤酒 1 34.00 34.00", "原价合计: 77.00", "餐具费: 21.00", "实收: 98.00"],
    // The items stand below.
    ["应付: ¥48.70", "薯片 2X23.90 ¥47.80", "纸巾 1X0.90 ¥0.90"],
    // What was paid is the only thing told of the whole.
    ["例湯 20.00 20.00", "乾炒牛河 59.00 118.00", "支付寶支付: 138.00元"],
  ]

  @Test(
    "items that add up confirm the amount, however the table was read",
    arguments: zip(
      itemTables,
      [
        "856.00", "638.90", "128.00", "1095.00", "50.04", "14219.00", "79.80", "529.05", "194.00",
        "98.00", "48.70", "138.00",
      ]))
  func items(lines: [String], amount: String) {
    let reading = Extractor.reading(["本汕", "银泰天地", "欢迎光临"] + lines + ["支付方式: 微信"])
    #expect(reading.amountText == amount)
    #expect(reading.signals.isEmpty, "\(reading.signals)")
  }

  static let forgeries: [[String]] = [
    // What follows from a total is no other account.
    ["TOTAL 88.00", "DISCOUNT 8.00", "TOTAL 80.00", "AMOUNT PAID 168.00"],
    // The sum of the items was changed, and no line tells of a discount.
    ["坚果 2,419.00", "Sub Total 32,419.00", "Amount Paid 2,419.00", "VISA 2,419.00"],
    // An item is no fee.
    ["护理费 300.00", "合计 300.00", "实付 600.00"],
    // Nor is a deduction that nobody knows.
    ["小计 120.00", "储户回馈 20.00", "实付 140.00"],
    // What was received is not more than the total, without change.
    ["衬衫 439.80", "皮鞋 879.00", "应收金额 1318.80", "收款 11318.80"],
    // Cash less change is what was paid.
    ["酸菜鱼 137.80", "消费合计 137.80", "支付金额 137.80", "找回 0.20", "人民币 338.00"],
    // A digit behind the decimals is none.
    ["门票 111.86", "总金额 ¥411.863", "支付宝扫码 ¥111.86", "找您 0.00"],
    ["面膜 1,685.00", "商品总额 ¥1,685.00", "¥5,685.000", "实付", "银行卡 ¥1,685.00"],
    // What was paid stands askew of its label.
    ["麻婆豆腐 81.50", "蛋炒饭 29.00", "应收金额 110.50", "80.50元", "已付金额"],
  ]

  @Test("what was changed is not made right by other numbers", arguments: forgeries)
  func forged(lines: [String]) {
    let reading = Extractor.reading(["品名 金额"] + lines)
    #expect(!reading.signals.filter { $0.code != "payment_unconfirmed" }.isEmpty)
  }

  @Test("a refund in brackets stays one; what was paid may stand in brackets")
  func brackets() {
    let back = Extractor.reading(["Tee 88.00", "TOTAL (88.00)", "VISA (88.00)"])
    #expect(back.amountText == "-88.00")
    #expect(Extractor.reading(["合计 60.88", "微信(60.88)"]).amountText == "60.88")
  }

  @Test("a digit that the reader is not sure of is decided by what adds up")
  func secondGuess() {
    var page = PaperText.page(
      ["品名 金额", "外套 413.00", "帽子  87.00", "合计 580.00"].map { [$0, $0] },
      readers: [.paddleTiny, .tesseractLatin])
    var glyphs = page.lines[3].transcripts[0].glyphs
    glyphs[3].confidence = 0.55
    glyphs[3].alternatives = [Glyph.Alternative(text: "0", confidence: 0.4)]
    page.lines[3].transcripts = [
      Transcript(reader: .paddleTiny, glyphs: glyphs, confidence: 0.9)
    ]
    let read = Extractor.reading(of: page)
    #expect(read.amountText == "500.00", "\(read.amount.candidates.map(\.value))")
    #expect(!read.signals.map(\.code).contains("amount_unconfirmed"))
    // Where the sum agrees with what was read first, the guess changes nothing.
    glyphs[3].alternatives = [Glyph.Alternative(text: "3", confidence: 0.4)]
    glyphs[3].text = "0"
    page.lines[3].transcripts = [
      Transcript(reader: .paddleTiny, glyphs: glyphs, confidence: 0.9)
    ]
    #expect(Extractor.reading(of: page).amountText == "500.00")
  }

  @Test("a changed amount is not confirmed by some of the items")
  func itemsOfAnother() {
    for altered in ["实付 428.00", "实付 528.00", "实付 8128.00"] {
      let signals = Extractor.reading(["品名 金额", "海鲜面 1 79.00", "腸粉 1 49.00", altered]).signals
      #expect(!signals.isEmpty, "\(altered)")
    }
  }

  @Test("the amount printed once more and a row that may be none are no table")
  func onceMoreBesideDoubt() {
    let signals = Extractor.reading(
      ["¥939.00", "莱盛牛仔", "云水汇店", "收讫 ¥13.00", "实付: ¥939.00"]
    ).signals
    #expect(signals.map(\.code).contains("amount_unconfirmed"))
  }

  @Test("the amount printed once more confirms no amount", arguments: [true, false])
  func onceMore(isAbove: Bool) {
    let slip = ["莱盛牛仔", "云水汇店", "终端编号: 80945974", "金额: RMB939.00", "同意将其记入本卡账户6"]
    let lines = isAbove ? ["¥939.00"] + slip : slip + ["¥939.00"]
    #expect(Extractor.reading(lines).signals.map(\.code).contains("amount_unconfirmed"))
  }

  @Test(
    "one of two places that was changed contradicts the other",
    arguments: [
      ["消费金额: ¥52.00", "总价: ¥52.00", "支对合计: ¥92.00", "微信: 52.00"],
      ["折后应付 6,674.00", "实际支付 4,674.00"],
    ])
  func careless(lines: [String]) {
    let signals = Extractor.reading(["本汕", "银泰天地", "欢迎光临"] + lines).signals
    #expect(signals.map(\.code).contains("sum_mismatch"))
  }

  @Test("what adds up before more items is a subtotal, and confirms no total")
  func subtotal() {
    let signals = Extractor.reading([
      "SHOP", "Jalan 3", "Kuala Lumpur", "WHITE 14.91", "WHOLEMEAL 13.90", "MUFFIN 2.97",
      "CHOCOLATE 7.92", "TOTAL 31.78",
    ]).signals
    #expect(signals.map(\.code).contains("amount_unconfirmed"))
  }

  @Test("what no reader saw as money contradicts no amount")
  func noContradiction() {
    for other in ["TOTAL QTY: 5", "利余金额: 2415.50"] {
      let signals = Extractor.reading(
        ["SUBTOTAL 186.00", "TOTAL DUE 186.00", "CASH 200.00", "CHANGE 14.00", other]
      ).signals
      #expect(!signals.map(\.code).contains("sum_mismatch"), "\(other)")
    }
  }

  @Test("an altered total contradicts its items")
  func altered() {
    let honest = ["品名 数量 金额", "外套 1 413.00", "应付 413.00", "支付宝支付 413.00"]
    let altered = honest.map { $0.hasPrefix("应付") ? "应付 913.00" : $0 }
    #expect(Extractor.reading(honest).signals.isEmpty)
    let reading = Extractor.reading(altered)
    #expect(
      reading.amount.probability < 0.9 || reading.signals.map(\.code) == ["sum_mismatch"])
  }

  @Test("an amount in capitals that says otherwise is a signal")
  func capitals() {
    let reading = Extractor.reading([
      "合计: 86438.00元", "实付款: 86438.00元", "人民币大写: 壹万陆仟肆佰叁拾捌元整",
    ])
    #expect(reading.signals.first == Signal("sum_mismatch", detail: "16438.00", ground: "capitals"))
  }

  @Test("an amount that nothing else on the paper leads to is a signal")
  func unconfirmed() {
    let alone = Extractor.reading(["实付 88.00", "2026-11-03 12:40"])
    #expect(alone.signals.map(\.code) == ["amount_unconfirmed"])
    let confirmed = Extractor.reading(["现金 100.00", "找零 12.00", "实付 88.00", "2026-11-03 12:40"])
    #expect(confirmed.signals.isEmpty)
  }

  @Test("cash that no change was given on contradicts another amount")
  func tenderedAlone() {
    let paper = ["SUBTOTAL 396.00", "Net Amount 396.00", "Tender 696.00"]
    #expect(Extractor.reading(paper).signals.map(\.code).contains("sum_mismatch"))
    let honest = ["SUBTOTAL 396.00", "Net Amount 396.00", "Tender 400.00", "Change 4.00"]
    #expect(!Extractor.reading(honest).signals.map(\.code).contains("sum_mismatch"))
  }

  @Test("where PP-OCRv6 saw ¥, what Tesseract takes for £ is none")
  func poundSlip() {
    let page = PaperText.page(
      [["实付 ¥88.00", "实付 £88.00"], ["合计 ¥88.00", "合计 £88.00"]],
      readers: [.paddleTiny, .tesseractLatin])
    #expect(Extractor.reading(of: page).amount.best?.value.currency == .cny)
    let real = PaperText.page(
      [["Total £88.00", "Total £88.00"]], readers: [.paddleTiny, .tesseractLatin])
    #expect(Extractor.reading(of: real).amount.best?.value.currency == Currency("GBP"))
  }

  @Test("two totals that no line reconciles are a signal")
  func totals() {
    let reading = Extractor.reading(["合计 815.00", "立减 0.00", "买单金额 715.00"])
    #expect(reading.signals.map(\.code) == ["sum_mismatch", "amount_unconfirmed"])
  }

  @Test("a currency that is not the mall's is told")
  func currency() {
    let reading = Extractor.reading(["總計 HK$210.50", "八達通 HK$210.50"])
    #expect(reading.amount.best?.value == Money(minorUnits: 21050, currency: .hkd))
  }

  @Test("an x at the end of a line makes no count of an amount")
  func lastSign() {
    #expect(Extractor.reading(["TOTAL 48.00x", "CASH 50.00", "CHANGE 2.00"]).amountText == "48.00")
  }

  @Test("yen have no hundredths")
  func yen() {
    let reading = Extractor.reading(["合計 JPY 103,471", "現金 JPY 103,471"])
    #expect(reading.amount.best?.value == Money(minorUnits: 103_471, currency: .jpy))
  }

  @Test("readers that agree make an amount surer, readers that differ doubtful")
  func readers() {
    let agreed = Extractor.reading(of: PaperText.page([["合计 88.00", "tt 88.00"]]))
    let alone = Extractor.reading(["合计 88.00"])
    let disputed = Extractor.reading(of: PaperText.page([["合计 88.00", "tt 38.00"]]))
    #expect(agreed.amount.probability > alone.amount.probability)
    #expect(disputed.amount.probability < 0.6)
    #expect(disputed.amount.candidates.map(\.value.decimal).sorted() == ["38.00", "88.00"])
  }

  @Test("a reader's distrust of a digit is doubt")
  func confidence() {
    let sure = Extractor.reading(of: PaperText.page(["合计 88.00"], confidence: 0.97))
    let unsure = Extractor.reading(of: PaperText.page(["合计 88.00"], confidence: 0.5))
    #expect(unsure.amount.probability < sure.amount.probability - 0.2)
  }

  @Test("a paper without numbers has no amount")
  func nothing() {
    #expect(Extractor.reading(["欢迎光临", "谢谢惠顾"]).amount.candidates.isEmpty)
  }

  @Test("nothing left to pay takes nothing from what was paid")
  func nothingOpen() {
    let lines = ["衬衫 2 18.00 36.00", "羊毛大衣 1 48.00 48.00", "总价:84.00", "已付:84.00 未付:0.00"]
    let amount = Extractor.reading(lines + ["时间 2026-11-03 12:40"]).amount
    #expect(amount.best?.value.hundredths == 8400)
    #expect(amount.best?.evidence.contains { $0.code == "amount_label_paid" } ?? false)
  }

  @Test("a yuan's sign is no other mall's money")
  func yuanSign() {
    func currency(_ lines: [String], _ mall: Currency) -> Currency? {
      Extractor.reading(lines, currency: mall).amount.best?.value.currency
    }
    let yuan = ["牛肉面 ￥38.00", "合计 ￥38.00", "微信支付 ￥38.00"]
    #expect(currency(yuan, .hkd) == .cny)
    #expect(currency(yuan, .cny) == .cny && currency(yuan, .jpy) == .jpy)
    #expect(currency(["牛肉麵 $38.00", "合計 $38.00", "八達通 $38.00"], .hkd) == .hkd)
  }
}
