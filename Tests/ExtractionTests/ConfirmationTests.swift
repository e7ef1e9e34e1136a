import Foundation
import Receipts
import Testing

@testable import Extraction

@Suite("What confirms an amount, a payment and a time")
struct ConfirmationTests {
  private func codes(_ lines: [String]) -> [String] {
    Extractor.reading(lines + ["结账时间 2026-11-03 12:40"]).signals.map(\.code)
  }

  @Test(
    "a point for each unit paid confirms the amount",
    arguments: [
      (["实付 264.80", "本次积分 264"], true), (["实付 264.80", "积分: 264"], true),
      (["实付 264.80", "积分余额 264"], false), (["实付 264.80", "消费前积分 264"], false),
      (["实付 264.00", "消费积分满 264 可兑换停车券"], false),
      (["实付 264.80", "合计 264.30", "本次积分 264"], false),
      (["实付 264.80", "本次积分 265"], false), (["实付 264.80", "累计积分 23409"], false),
      // So few prove nothing.
      (["实付 3.80", "本次积分 3"], false),
    ])
  func points(lines: [String], isConfirmed: Bool) {
    #expect(codes(lines).contains("amount_unconfirmed") != isConfirmed, "\(lines)")
  }

  @Test(
    "points that differ from the amount in one digit contradict it, even where all else was changed",
    arguments: [
      (["外套 964.60", "合计 964.60", "实付 964.60", "本单积分 864"], true),
      (["外套 21651.38", "合计 21651.38", "实付 21651.38", "本次积分 1651"], true),
      (["外套 2664.00", "合计 2664.00", "实付 2664.00", "本次积分 264"], true),
      (["外套 964.60", "合计 964.60", "实付 964.60", "本单积分 864", "累计积分 964"], true),
      (["外套 964.60", "合计 964.60", "实付 964.60", "本单积分 964", "可用积分 864"], false),
      (["外套 964.60", "合计 964.60", "实付 964.60", "累计积分 12760"], false),
      // A point for every ten: who put a digit on behind would have to change the items as well.
      (["外套 3832", "购物袋 0", "合计 3832", "本次积分 383"], true),
      (["外套 1599.00", "凉鞋 2233.00", "合计 3832.00", "实付 3832.00", "本次积分 383"], false),
    ])
  func otherPoints(lines: [String], isContradicted: Bool) {
    #expect(codes(["品名 金额"] + lines).contains("sum_mismatch") == isContradicted, "\(lines)")
  }

  @Test(
    "a label is known beside what it counts, and in two languages",
    arguments: [
      (["拿铁 x1 18.00", "热巧 x1 36.00", "共2件 实付 ¥54.00"], true),
      (["双肩包 1x 329.00 329.00", "短裤 1x 229.00 229.00", "总额（2 件商品） 558.00"], true),
      (["外套 399.00", "衬衫 439.00", "总计 Total ￥838.00", "净额 Net ￥838.00"], true),
      (["外套 399.00", "衬衫 439.00", "总计 Total ￥838.00", "净额 Net ￥138.00"], false),
      (["Strap CNY 380.00", "Battery CNY 80.00", "Merchandise total CNY 460.00"], true),
      (["Crossbodyx2 3700.00", "Heelsx1 459.00", "Sub-total 4159.00"], true),
      (["凉鞋 399.00", "BK1773 Qty 2 798.00", "合计 798.00"], true),
      (["眼霜 15g 1", "737.90", "737.90", "精华 2", "1011.00", "2022.00", "合计 2759.90"], true),
      (["白灼虾 x1 78", "套餐 x1 265.5", "牛丸 x1 43", "应付金额: ¥386.5"], true),
      (["面包 16.80", "桃酥 39.00", "原价: 55.80", "优惠: 0.40", "应收: 55.40"], true),
      (["票价(含服务费3元/张)39.90*4", "实付金额 159.60"], true),
      (["芝士莓莓 23.00× 1", "总计 23.00"], true),
      (["票价:55.00 × 2 服务费:6.00", "合计:¥116.00"], true),
      (["电饭煲 LM780", "数量2 单价499.00", "应付 998.00"], true),
      (["电饭煲 LM780", "数量2 单价499.00", "应付 898.00"], false),
      (["毛衣 数量1 单价399.00", "电饭煲", "数量2 单价499.00", "应付 998.00"], false),
      (["羊绒衫1509.00×2", "应付 3018.00"], true), (["羊绒衫1509.00×2", "应付 3818.00"], false),
      (["身体乳250ml 2×223", "面膜5片装 1×425", "订单金额 ¥871.00"], true),
      (["身体乳250ml 2×223", "面膜5片装 1×425", "订单金额 ¥891.00"], false),
      (["大豆 0.5×200", "订单金额 ¥1000.00"], false), (["相纸 A4×100", "订单金额 ¥400.00"], false),
      (["奶茶x118.00", "果茶x122.00", "蛋糕 60.00", "合计 100.00"], true),
      (["奶茶x118.00", "果茶x122.00", "蛋糕 60.00", "合计 40.00"], false),
      (["精华液 2, 138.00", "合计 ¥138.00"], true),
      (["足金吊坠 1.68g x12,163.00", "铂金戒指 4.47gx18,884.00", "订单总额 11,047.00"], true),
      (["足金吊坠 1.68g x12, 163.00", "铂金戒指 4.47g x18,884.00", "订单总额 11,047.00"], true),
      (["足金吊坠 1.68g x12, 163.00", "铂金戒指 4.47g x18,884.00", "订单总额 11,947.00"], false),
      (["票价:55.00 × 2 服务费:6.00", "合计:¥176.00"], false),
      (["紫菜包饭126", "冷面136", "大酱汤128", "生菜16", "可乐18", "石锅拌饭138", "合计¥142.00"], true),
      (["紫菜包饭126", "冷面136", "大酱汤128", "生菜16", "可乐18", "石锅拌饭138", "合计¥172.00"], false),
      (["香薰 59.80", "2 AT 1 FOR 29.90", "发圈 12.00", "合计 71.80"], true),
      (
        ["SLIM JEANS 2 x 359.00", "0/7983/146/670/02718.00", "SHIRT 1 x 259.00", "TOTAL ¥977.00"],
        true
      ),
      (["自助餐", "成人4位×99.00 396.00", "本次支付 396.00"], true),
      (["品名 金额", "外套 2 x 100.00", "裤子 200.00", "合计 400.00"], true),
      (["大衣 599.00 479", "合计 599.00", "实付 599.00"], false),
      (["品名 金额", "虾饺126", "烧卖136", "肠粉128", "凤爪138", "糯米鸡116", "奶黄包118", "实收 162"], false),
      (["麻辣烫", "0.579kg × 79.96元/kg", "46.30", "结算金额(元) 46.30"], true),
      (["麻辣烫", "0.579kg × 79.96元/kg", "48.30", "结算金额(元) 48.30"], false),
      (["真丝衬衫 639.00", "针织开衫 559.00", "伟数 1198.00", "应收 1198.00"], true),
      (["真丝衬衫 639.00", "针织开衫 559.00", "伟数 1298.00", "应收 1298.00"], false),
      (["手机壳", "1 X 79.00 79.00", "数据线", "1 X 54.00 54.00", "合计 133.00"], true),
      (["菜品 单价 金额", "茶位费 3 7.00 21.00 1", "白灼虾 3 104.00 312.00", "合计 333.00"], true),
      (["菜心 2点 ￥64.00", "牛柳 ￥59.00", "小计 3点 ￥123.00", "合计 ￥123.00"], true),
      (
        ["1 ITEM M1298 361.00", "Food & Beverage 872.00", "Service 15% 130.80", "TOTAL 1002.80"],
        true
      ),
      (["毛绒公仔 169.00", "学步鞋 418.00", "商品行项目 705.00", "满减优惠 -20.00", "应付总额 ¥685.00"], true),
      (["马克杯 155.76", "四件套 519.00", "促销立减 -5.00", "付款: ¥669.76", "扫码支付 669.76"], true),
      (["0.294 X @8.40", "部门05 ¥2.47", "部门08 ¥20.10", "ST ¥22.57", "TOTAL ¥22.57"], true),
      (["商品1 镜片", "数量1", "金额 463.20", "商品2 镜布", "金额 8.40", "实收 471.60"], true),
      (["亲子票1大1小 296", "会员折扣 -35.52", "应付: 260.48", "银行卡 260.48"], true),
      (["小计 Sub Total 90.15", "服务费 13.52", "代金券抵扣 -5", "总计 98.67"], true),
      (["品名 数量 金额", "连体衣 2418.00", "金额合计 418.00", "应收金额 ¥418.00"], true),
      (["杨枝甘露X1 ¥17", "总计 1件 ¥17.00", "实付 ¥17.00"], true),
      (["玩偶 59.90", "蜡烛 39.90", "計2件 ￥99.80", "微信支付 99.80"], true),
      (
        [
          "P2103647 足金项链", "金重8.18g× 1249.00 10216.82", "工费 35.00/g 286.30", "小计 10503.12",
          "合计金额 10503.12", "抹零 -0.12", "实付金额 10503.00",
        ], true
      ),
      (
        [
          "桃酥 28.00 28.00", "折扣 -8.40", "绿豆糕 23.80 23.80", "数量：2 原价：51.80", "优惠：8.40", "应收：43.40",
          "实收(银联卡):43.40",
        ], true
      ),
      (["米饭 x1    3", "锅底 x1    62", "金额合计：¥65", "服务费10%：¥6.5", "应付金额：¥71.5", "实付：¥71.5"], true),
      (["湿巾 1.00", "鱼 118.00", "合计 119.00", "美团团购券核销x1-88.00", "实付 31.00"], true),
      (
        ["Belt 1150.00", "7514697 EUR 38", "Tote 559.00", "5679950 EUR M", "Total CNY 1709.00"],
        true
      ),
      (["湿巾 1.00", "鱼 118.00", "合计 119.00", "美团团购券核销x1 -88.00", "实付 31.00"], true),
    ])
  func labels(lines: [String], isConfirmed: Bool) {
    let codes = codes(["欢迎光临", "收银员: 王丽", "销售小票"] + lines)
    #expect(
      Set(codes).isDisjoint(with: ["amount_unconfirmed", "sum_mismatch"]) == isConfirmed, "\(codes)"
    )
  }

  @Test("what Tesseract makes of a percent sign is no number")
  func share() {
    let page = PaperText.page(
      [["小计 105.00"], ["服务费10%: 10.50", "服务费10%: 10.50", "服务费109: 10.50"], ["合计 115.50"]],
      readers: [.paddle, .paddleTiny, .tesseractLatin])
    let facts = AmountFacts(lines: PrintedLine.lines(of: page)).facts
    #expect(facts.filter { $0.label == .surcharge }.map(\.hundredths) == [1_050])
  }

  @Test("an invitation takes nothing off, and points do not overrule an amount in capitals")
  func invitations() {
    let dear = ["应收 104.90", "实收 109.90", "扫码评价 立减5元"]
    #expect(codes(["毛肚 53.00", "炒河 51.90"] + dear).contains("sum_mismatch"))
    let points = ["金饰 16929.00", "合计 16929.00", "大写: 壹万陆仟玖佰贰拾玖元整", "本次积分 16329"]
    #expect(!codes(["品名 金额"] + points).contains("sum_mismatch"))
  }

  @Test("an amount that all readers see differently beside its label is not certain")
  func torn() {
    func evidence(_ seen: [String]) -> Set<String> {
      let page = PaperText.page(
        [["实收合计 1330.00"] + seen, ["微信支付 1330.00", "微信支付 1330.00", "1330.00"]],
        readers: [.paddle, .paddleTiny, .tesseractLatin])
      let reading = Extractor(register: nil).reading(
        of: page, context: ExtractionContext(currency: .cny, claimDay: nil))
      return Set(reading.amount.best?.evidence.map(\.code) ?? [])
    }
    #expect(evidence(["实收合计 1339.00", "实收合计 1334.00"]).contains("misread_torn_total"))
    #expect(evidence(["实收合计 1930.00", "实收合计 1330.00"]).contains("misread_torn_total"))
    // A zero with a stroke is often taken for an 8, one of two alike digits often lost.
    #expect(!evidence(["实收合计 1330.00", "实收合计 1338.00"]).contains("misread_torn_total"))
    #expect(!evidence(["实收合计 1338.80", "实收合计 1834.00"]).contains("misread_torn_total"))
    #expect(!evidence(["实收合计 130.00", "实收合计 1834.00"]).contains("misread_torn_total"))
    #expect(evidence(["实收合计 1336.66", "实收合计 1834.00"]).contains("misread_torn_total"))
    #expect(evidence(["实收合计 330.00", "实收合计 1834.00"]).contains("misread_torn_total"))
    #expect(evidence(["实收合计 120.00", "实收合计 1834.00"]).contains("misread_torn_total"))
  }

  @Test("an amount whose cents the paper's edge took is not certain")
  func open() {
    func probability(_ amount: String) -> Double {
      Extractor.reading(["小计 1270.00", "净额: \(amount)", "本次积分 1096"]).amount.probability
    }
    #expect(probability("1096.") < 0.5)
    #expect(probability("1096.00") > 0.5)
  }

  @Test("totals of goods with and without tax come to what is due")
  func totalsOfTwo() {
    let paper = [
      "Total 0% supplies: 31.78", "Total 6% supplies (excl. GST): 7.92", "GST: 0.48",
      "Total 6% supplies (inc. GST): 8.40", "Total 0% supplies: 31.78", "Total Payable: 40.18",
    ]
    #expect(Extractor.reading(paper, currency: .myr).amountText == "40.18")
  }

  @Test("what is left of a changed amount contradicts the one it was")
  func tail() {
    let items = ["品名 金额", "基围虾 58.56", "三文鱼 81.90", "总额 140.46"]
    #expect(codes(items + ["店40.46", "付款(银行卡): 140.46"]).contains("sum_mismatch"))
    #expect(!codes(items + ["付款(银行卡): 140.46", "积40.46"]).contains("sum_mismatch"))
  }

  @Test(
    "a tax that is a rate's share in the amount confirms it",
    arguments: [
      (["实付 1028.00", "增值税：58.19"], true), (["应付 88.00", "实付 88.00", "其中税额：4.98"], true),
      (["实付 196.70", "VAT 9% 16.24"], true), (["实付 196.70", "GST 16.24"], true),
      // A digit of the amount changed.
      (["合计 206.00", "实付 206.00", "其中税额 6.00"], false),
      (["实付 1928.00", "增值税：58.19"], false), (["实付 296.70", "VAT 9% 16.24"], false),
      // A small tax is a share of many amounts; a number of a tax invoice is none.
      (["实付 2.00", "其中税额 0.11"], false), (["实付 1028.00", "TAX INVOICE 58.19"], false),
    ])
  func tax(lines: [String], isConfirmed: Bool) {
    #expect(codes(lines).contains("amount_unconfirmed") != isConfirmed, "\(lines)")
  }

  @Test(
    "items whose numbers ran together add up where they multiply out",
    arguments: [
      ["Tablet14360.004360.00", "Total 4360.00"],
      ["炒锅1x202.0202.0", "钱包1x683.0683.0", "床上四件套3x468.01,404.0", "应收 2289.0"],
      ["1.Black", "77350825223.046.0", "2.Toast", "77150705167.067.0", "Total 113.0"],
      ["小龙虾1*104104", "清炒时蔬1*2222", "酸辣土豆丝2*2040", "应收 166"],
      ["番茄 69190486046731.23312.8015.78", "鱼段1.356 × 19.8026.85 E", "Total 42.63"],
      ["MOUTHWASH69873864237797.50 T", "DOVE CHOC69099484021042.90 T", "TOTAL 140.40"],
      ["老爹鞋", "MRP 629.00 DISC 30.00599.00", "TOTAL 599.00"],
      ["平板电脑", "2,899.00 x 12,899.00", "总金额 2,899.00"],
    ])
  func multiplied(lines: [String]) {
    let paper = ["品名 数量 单价 金额"] + lines
    #expect(!codes(paper).contains("amount_unconfirmed"), "\(lines)")
    let total = lines[lines.count - 1]
    let changed = paper.dropLast() + [total.replacing(/\ (\d)/) { " 9\($0.output.1)" }]
    #expect(codes(Array(changed)).contains { ["amount_unconfirmed", "sum_mismatch"].contains($0) })
  }

  @Test("groups of items, each with its sum, add up to the total")
  func groups() {
    let groups = ["品名 金额", "牛油锅 58.00", "小计 58.00", "虾滑 52.00", "毛肚 79.00", "小计 131.00"]
    #expect(codes(groups + ["菜品总计 189.00", "实收 189.00"]) == [])
    #expect(codes(groups + ["菜品总计(3项)189.00", "包装费 3.00", "应收 192.00", "实收 192.00"]) == [])
    #expect(codes(groups + ["菜品总计 789.00", "实收 789.00"]).contains("sum_mismatch"))
  }

  @Test(
    "a card that holds less by what was paid confirms it",
    arguments: [("915.75", true), ("815.75", false)])
  func balances(after: String, isConfirmed: Bool) {
    let lines = ["消费前余额 939.75", "消费金额 24.00", "卡余额 \(after)"]
    #expect(codes(lines).contains("amount_unconfirmed") != isConfirmed)
  }

  @Test("what is taken off above a total is in it already: no item's price is what is left")
  func takenOffAbove() {
    let field = Extractor.reading([
      "A", "¥50.00", "B", "¥60.00", "C", "¥40.00", "优惠 -50.00", "合计 ¥100.00", "微信 ¥100.00",
    ]).amount
    #expect(field.best?.value.decimal == "100.00")
  }

  @Test("a line of totals is no item, and closes the table")
  func settledLine() {
    let lines = ["品名 金额", "外套 100.00", "应收:100.00 优惠:20.00 实收:80.00", "微信 80.00"]
    let reading = Extractor.reading(lines + ["结账时间 2026-11-03 12:40"])
    #expect(reading.amountText == "80.00")
    #expect(reading.signals.isEmpty, "\(reading.signals)")
  }

  @Test("a coupon without a minus is taken off a subtotal")
  func couponOfSubtotal() {
    let reading = Extractor.reading(["外套 100.00", "小计 100.00", "优惠券 20.00", "微信 80.00"])
    #expect(reading.amountText == "80.00")
  }

  @Test("an amount for all to see that is more than the items contradicts their sum")
  func shownMore() {
    let lines = [
      "货品名称 件数 金额", "防晒霜 3 ¥693.00", "修护面霜 22 ¥636.00", "粉底液 1 ¥356.00", "¥5,685.00",
      "商品总额: ¥1,685.00", "银行卡: ¥1,011.00", "微信: ¥674.00",
    ]
    #expect(codes(lines).contains("sum_mismatch"))
  }

  @Test("an amount for all to see without a label is what a coupon leaves of the total")
  func shown() {
    let field = Extractor.reading([
      "¥5,043.00", "付款成功", "2026-11-03 12:40", "手机 ¥4,999.00", "数据线 ¥49.00", "商品总价 ¥5,048.00",
      "优惠券 -5.00",
    ]).amount
    #expect(field.best?.value.decimal == "5043.00")
  }

  @Test(
    "a coupon that is taken off is no payment, cards of the mall are",
    arguments: [
      (["合计 88.85", "生日券 -30.00", "应付 58.85", "财付通 58.85"], "58.85"),
      (["应收 481.00", "满100减20 -20.00", "实收 461.00", "商场卡 20.00", "云闪付 441.00"], "461.00"),
    ])
  func payments(lines: [String], amount: String) {
    let field = Extractor.reading(lines + ["结账时间 2026-11-03 12:40"]).amount
    #expect(field.best?.value.decimal == amount)
    #expect(field.probability > 0.85)
  }

  @Test("a bill's heading over what was received asks a person, and rejects nothing")
  func paidBill() {
    let bill = ["埋单纸", "单号 3730", "结账时间 2026-11-03 12:43:07", "总数 234.00"]
    let unpaid = Extractor.reading(["本汕", "埋单纸", "2026-11-03 12:43", "应付 234.00"]).kind
    #expect(unpaid.best?.value == .prebill)
    #expect(unpaid.probability > 0.9)
    let paid = Extractor.reading(["本汕"] + bill + ["实收 ¥234.00", "储值卡 234.00"]).kind
    #expect(paid.candidates.first { $0.value == .prebill }?.probability ?? 0 > 0.1)
    #expect(paid.candidates.first { $0.value == .prebill }?.probability ?? 1 < 0.9)
  }

  @Test("a rounding that may have another digit is no refund")
  func rounding() {
    let page = PaperText.page(
      [["应收 239.20", "239.20"], ["抹零 -0.20", "-8.20"], ["实收 239.00", "239.00"]],
      readers: [.paddleTiny, .tesseractLatin])
    let kind = Extractor.reading(of: page).kind
    #expect(!(kind.candidates.contains { $0.value == .refund }))
  }

  @Test(
    "what invites to an invoice or promises returns is no kind",
    arguments: ["微信扫一扫开发票", "不好吃三无退货", "七天无理由退货"])
  func invitations(line: String) {
    let kind = Extractor.reading(["本汕", "合计 88.00", "实付 88.00", "2026-11-03 12:40", line]).kind
    #expect(kind.best?.value == .sale)
    #expect(kind.probability > 0.98)
  }

  @Test(
    "capitals that were read as their look-alikes are the same sum",
    arguments: ["壹万伍仟捌佰陆拾柒元贰角整", "壹万伍仟捌伯陆拾渠元贰角整"])
  func capitals(text: String) {
    #expect(ChineseCapitals.hundredths(in: PrintedCharacter.array("合计(大写)" + text)) == 1_586_720)
    // What a hairdresser advertises is no sum.
    #expect(ChineseCapitals.hundredths(in: PrintedCharacter.array("烫染百元起")) == nil)
  }

  @Test(
    "items without decimals, without a head, add up",
    arguments: [
      ["2D票 1 30", "双人套餐 1 62", "可乐 1 14", "交易金额 106", "实付金额 106"],
      ["1.资深干洗大衣 70", "2.干洗大衣 65", "优惠后金额 135元", "银行卡 135"],
    ])
  func whole(lines: [String]) {
    #expect(!codes(["电话 400-319-3512"] + lines).contains("amount_unconfirmed"), "\(lines)")
    // With another amount they do not.
    let changed = lines.map {
      $0.replacingOccurrences(of: "106", with: "706").replacingOccurrences(of: "135", with: "735")
    }
    #expect(codes(changed).contains { ["amount_unconfirmed", "sum_mismatch"].contains($0) })
  }

  @Test("numbers that are no weights and prices of a jeweller's confirm nothing, and stop nothing")
  func notWeighed() {
    #expect(codes(["重量 99999999 单价 99999999", "实付 88.00"]).contains("amount_unconfirmed"))
    // Weighed goods among others.
    let goods = ["品名 金额", "大米 100.00", "酱油 42.88", "重量:1.421 单价:40.20 金额:57.12"]
    #expect(!codes(goods + ["合计 200.00"]).contains("sum_mismatch"))
    // A street is no weight.
    let ring = ["重庆市解放碑步行街12号", "金重：3.22克 金价：1057.00/克", "工费：40.00 金额：3443.54"]
    #expect(!codes(ring + ["已付金额：3443.54"]).contains("amount_unconfirmed"))
  }

  @Test(
    "items above a total in two languages add up, counts below them are none",
    arguments: ["300.02", "800.02"])
  func bilingual(total: String) {
    let lines = [
      "鲜满家超市", "Receipt/小票00001531 POS 03", "购物袋(大) 2.00", "2X1.00", "东北大米5kg 44.00", "车厘子 92.00",
      "有机菠菜 24.00", "3X8.00", "速冻水饺 66.00", "3X 22.00", "五花肉 57.12", "1.421 X 40.20",
      "鸡蛋(10枚) 14.90",
      "ITEMS/件数 18", "SUBTOTAL/小计\(total)", "TOTAL/合计¥\(total)", "银联卡\(total)",
    ]
    #expect(codes(lines).contains("amount_unconfirmed") == (total != "300.02"))
  }

  @Test(
    "weight times price and the work on it confirm what a jeweller's items come to",
    arguments: [
      (
        [
          "品名：足金耳钉", "金重：3.22克 金价：1057.00/克", "工费：40.00 金额：3443.54", "品名：转运珠",
          "金重：3.53克 金价：1057.00/克", "工费：15.00 金额：3746.21", "总金重：6.75克", "已付金额：AMOUNT",
        ], "7189.75"
      ),
      (
        [
          "Item Weight Unit Amount", "Classic Ring", "Weight 7.24g Price/g 721", "Work 333.96 5554",
          "Alipay AMOUNT",
        ],
        "5554.00"
      ),
    ])
  func weighed(lines: [String], amount: String) {
    func codes(_ amount: String) -> [String] {
      self.codes(lines.map { $0.replacingOccurrences(of: "AMOUNT", with: amount) })
    }
    #expect(codes(amount).allSatisfy { !["amount_unconfirmed", "sum_mismatch"].contains($0) })
    #expect(
      codes("9" + amount.dropFirst()).contains {
        $0 == "amount_unconfirmed" || $0 == "sum_mismatch"
      })
    // A weight that does not lead to the amount proves nothing.
    let misread = lines.map {
      $0.replacingOccurrences(of: "3.22", with: "3.72").replacingOccurrences(
        of: "7.24", with: "7.29")
    }
    #expect(
      self.codes(misread.map { $0.replacingOccurrences(of: "AMOUNT", with: amount) }).contains(
        "amount_unconfirmed"))
  }

  @Test("a price above the amount of one piece is not counted twice")
  func priceAbove() {
    let lines = ["商品 数量 售价 总价", "风衣 1", "2,409.00", "¥2,409.00", "消费合计 ¥2,409.00"]
    #expect(!codes(lines).contains("amount_unconfirmed"))
  }

  @Test("a total whose label stands below it confirms not itself")
  func totalAmongItems() {
    let lines = [
      "品名 数量 金额", "贴膜 29.90 29.90", "手机壳 399.00 399.00", "1428.90", "总计:", "实收金额 1,428.90",
    ]
    #expect(codes(lines).contains("amount_unconfirmed"))
  }

  @Test("a total among items, whose label nobody could read, confirms not itself")
  func garbledTotal() {
    let lines = [
      "品名 数量 小计", "加料.百皮 14.00", "麦香鸡块 14.00", "84:78.00", "优惠 0.00", "已付 ¥78.00", "ALIPAY 78.00",
    ]
    #expect(codes(lines).contains { ["amount_unconfirmed", "sum_mismatch"].contains($0) })
  }

  @Test(
    "money given back is a refund, whatever the reader makes of the sign",
    arguments: [
      ["商品名称 数量 金额", "果盘 -98.00", "消费合计 -591.00", "服务费 -59.10", "实收 ~650.10", "本单积分 -650"],
      ["消费合计 -591.00", "实收 591.00"],
      ["已作废", "合计 88.00", "实收 88.00"],
      ["原交易号 T05-00609", "合计 88.00", "实收 88.00"],
    ])
  func refund(lines: [String]) {
    let reading = Extractor.reading(lines + ["结账时间 2026-11-03 12:40"])
    #expect(
      reading.kind.best?.value == .refund || reading.kind.probability < 0.97,
      "\(reading.kind.candidates.map { ($0.value, $0.probability) })")
  }

  @Test("points that were spent, and savings, are no refund")
  func noRefund() {
    for line in ["使用积分 -500", "优惠合计 -12.00", "TOTAL SAVINGS -5.00", "积分抵现 -10.00"] {
      let reading = Extractor.reading([
        "外套 100.00", "帽子 50.00", "合计 150.00", line, "实付 150.00", "结账时间 2026-11-03 12:40",
      ])
      #expect(reading.kind.best?.value == .sale, "\(line)")
      #expect(reading.kind.probability > 0.97, "\(line)")
    }
  }

  @Test("cash told as a deposit, or not told at all, and the change confirm what was paid")
  func change() {
    #expect(!codes(["应付 ¥2,235.90", "预收 ¥2,240.00", "找零 4.10"]).contains("amount_unconfirmed"))
    #expect(!codes(["应付 306.00", "E ￥400.00", "找零 94.00"]).contains("amount_unconfirmed"))
    #expect(codes(["应付 307.00", "E ￥400.00", "找零 94.00"]).contains("amount_unconfirmed"))
  }

  @Test("an item that cost more than was paid is no contradiction where something was taken off")
  func dearItem() {
    let items = ["童装套装 269.90", "牛仔裤 399.00"]
    #expect(
      !codes(items + ["总金额 668.90", "满减 -334.45", "实收合计 334.45"]).contains("sum_mismatch"))
    #expect(codes(items + ["实收合计 334.45"]).contains("sum_mismatch"))
    // An amount that was changed, and whose label nobody could read, stays one.
    #expect(
      codes([
        "品名 数量 金额", "时蔬 1 26.80", "鸭汤 1 87.00", "总金额 113.80", "活动优惠 -22.76", "TWR ¥391.04",
        "现金 91.04",
      ])
      .contains("sum_mismatch"))
  }

  @Test(
    "what tells that a paper is settled",
    arguments: [
      (["付款: 50.00"], true), (["支付: 50.00"], true), (["付款码 5000"], false),
      (["收银小票", "合计 50.00"], true), (["购物小票(顾客)", "合计 50.00"], true),
      (["合计 50.00", "请保留购物小票"], false), (["合计 50.00", "凭购物小票退换货"], false),
      (["合计 50.00", "请付款", "¥50.00"], false), (["合计 50.00", "结账时间: 台号: 12"], false),
      (["合计 50.00", "结账时间: 2026-11-03 12:40"], true),
      (["预结单", "合计 50.00"], false), (["付讫 Paid (UnionPay) RMB 50.00"], true),
      (["合计 50.00", "会员积分+50"], true),
      (["合计 50.00", "收银台:2F-03 付款:微信支付"], true), (["合计 50.00", "会员积分+5"], false),
      (["合计 50.00", "收银台:2F-03 请扫码付款:微信支付"], false), (["合计 50.00", "付款:请到收银台"], false),
      (["合计 50.00", "本店支持付款方式:微信支付"], false), (["合计 50.00", "待支付:微信支付"], false),
      (["合计 50.00", "未付款:现金"], false), (["合计 50.00", "收银台付款:微信支付"], false),
      (["合计 50.00", "未付讫 50.00"], false), (["合计 50.00", "积分+50元换购"], false),
      (["合计 50.00", "CARTE BANCAIRE/ CARD 50.00"], true),
      (["合计 50.00", "会员余额支付"], true), (["合计 50.00", "会员余额支付享9折"], false),
      (["合计50.00", "美团优惠券50.00", "应付0.00"], false), (["合计50.00", "美团券50.00", "应付0.00"], false),
      (["应收50.00", "实收0.00", "美团券50.00"], false),
      (["应付50.00", "抖音团购50.00"], true), (["应付50.00", "抖音团购价50.00"], false),
      (["应付50.00", "美团团购券40.00"], false), (["应付50.00", "心意卡:50.00"], true),
      (["总计:50元支付宝"], true), (["共50元(微信支付)"], true), (["总计:50元美团支付"], true),
      (["共50元 扫码支付"], false), (["人均50元(微信支付)"], false), (["总计:50元 请付现金"], false),
      (["应收:80.00 优惠:30.00 实收:50.00"], true), (["应收:80.00 优惠:30.00 应付:50.00"], false),
      (["本单应收:50.00收款:银行卡"], true), (["本单应收:50.00 预收款:银行卡"], false),
      (["应收:50.00", "联系电话:13812345678 收款:支付宝"], false), (["应收:50.00 欠款:50.00 收款:现金"], false),
      (["应收:50.00", "单号:00123 收款:微信"], false), (["应收:50.00", "房间 8.00 收款:微信"], false),
      (["本单应收:50.00 请扫码收款:微信"], false), (["本单应收:50.00 待收款:微信"], false),
      (["应付金额 50.00", "已付礼品卡 Gift Card 50.00"], true), (["合计 50.00 微信/Alipay"], false),
    ])
  func settled(lines: [String], isTold: Bool) {
    let signals = Extractor.reading(lines + ["日期 2026-11-03 12:40"]).signals.map(\.code)
    #expect(signals.contains("payment_unconfirmed") != isTold, "\(lines)")
  }

  @Test("a digit misread as a sign, or a room's number, is no currency")
  func currencies() {
    let page = PaperText.page(
      [["微信支付 469.00", "微信支付 4€9.00"], ["RM: 2024", "RM: 2024"]],
      readers: [.paddleTiny, .tesseractLatin])
    #expect(Extractor.reading(of: page).amount.best?.value.currency == .cny)
  }

  @Test(
    "Tesseract witnesses digits among words that it cannot read",
    arguments: [
      ("2026年11月05日16:48", "20264F11A705A]16:48", true),
      ("2026年11月05日16:48", "2926411F05H16:48", true),
      ("2026年11月05日8:40", "20264F11A705A8:40", true),
      // The hour may be 18.
      ("2026年11月05日8:40", "20264F11A705A18:40", false),
      ("2026年11月05日16:48", "20264F11A706A]16:48", false),
      // A digit more in the middle: what the other reader may have lost.
      ("2026年11月2日16:48", "20264F11A]23A16:48", false),
      ("2026年1月05日16:48", "20264F11A05A16:48", false),
      ("2026年11月05日16:48", "20264F11A705A]16:43", false),
      ("2026年11月05日16:48", "16:48", false),
    ])
  func trail(printed: String, tesseract: String, isWitnessed: Bool) {
    let page = PaperText.page(
      [["结账时间:" + printed, tesseract], ["实付 88.00", "88.00"]],
      readers: [.paddleTiny, .tesseractLatin])
    let evidence = Extractor.reading(of: page).time.best?.evidence.map(\.code) ?? []
    #expect(evidence.contains("misread_among_words") == isWitnessed, "\(evidence)")
    #expect(evidence.contains("misread_witnessed") == isWitnessed, "\(evidence)")
  }

  @Test("what was paid is no time that nobody could read")
  func paidAmount() {
    let evidence =
      Extractor.reading(["Time: 20.10.2026 11:27", "Paid: 3,193.00", "TOTAL 3,193.00"]).time.best?
      .evidence.map(\.code) ?? []
    #expect(!evidence.contains("time_paid_unread"))
  }
}
