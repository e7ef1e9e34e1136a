import Receipts
import Testing

@testable import Extraction

@Suite("What leads from items to what was paid")
struct SettlementTests {
  private func reading(_ lines: [String]) -> Reading {
    Extractor.reading(lines + ["结账时间 2026-11-03 12:40"])
  }

  private func codes(_ lines: [String]) -> Set<String> { Set(reading(lines).signals.map(\.code)) }

  @Test(
    "items lead to the total beside rows that are none, glued and torn numbers, weights and counts",
    arguments: [
      // A charge and a deduction that come to less than one.
      (
        ["米饭 5 15.00", "烤鱼 1 579.00", "小计 594.00", "服务费 10% 59.40", "折扣 -60.00", "合计 593.40"], true
      ),
      (["米饭 5 15.00", "烤鱼 1 579.00", "小计 594.00", "合计 593.40"], false),
      (
        ["包 1,689.00", "Offer 30% -506.70", "鞋 2,189.00", "Offer 30% -6 56.70", "TOTAL 2,714.60"],
        true
      ),
      (
        [
          "牛奶 1*94.00 94.00", "鸡蛋 2*18.90 37.80", "小计 131.80", "特价节省 -1.00", "让零 -0.80",
          "总额 130.00",
        ],
        true
      ),
      (["金重11.95克 x 1071 12,798.45", "工费 418.25", "货品总额 13,216.70", "实付总额 13,216.70"], true),
      (["金重11.95克 x 1071 12,798.45", "工费 418.25", "货品总额 18,216.70", "实付总额 18,216.70"], false),
      (["渐进镜片1.60", "x2 2238.00", "优惠 -223.80", "应付 2014.20", "实付 2014.20"], true),
      (["渐进镜片1.60", "x2 2238.00", "优惠 -223.80", "应付 2314.20", "实付 2314.20"], false),
      (["吊坠 1.68g x1 2, 163.00", "戒指 14.47g x1 8,884.00", "总额 11,047.00"], true),
      (["四件套1.8m", "1件 @209.00 209.00", "应收: 209.00", "净额: 209.00"], true),
      (
        ["太阳镜 1072.00 1 1072.00", "R -3.25 -0.50 175 32", "L -2.75 -0.75 010 31.5", "应付 1072.00"],
        true
      ),
      (["麻辣烫", "1.781kg x 53.60元/kg", "金额 95.46元", "应收:95.46元"], true),
      (["麻辣烫", "1.781kg x 53.60元/kg", "金额 98.46元", "应收:98.46元"], false),
      (["篮球鞋165/88A 1 53.10", "吊牌价 59.00折率0.90", "合计 53.10", "应收 53.10"], true),
      (["1x馥芮白 36.00", "Items 1 36.00", "美团代金券 -5.00", "To Pay 31.00"], true),
      (
        ["鸭舌1 51.90 51.90", "笋1 41.50 41.50", "总额:93.40", "会员价省:14.01", "抹零:0.39", "实收:79.00"], true
      ),
      (
        ["鸭舌1 51.90 51.90", "笋1 41.50 41.50", "总额:93.40", "会员价省:14.01", "抹零:0.39", "实收:78.00"],
        false
      ),
      (["2袋 76.0", "合计 76.0", "会员卡9折 -6.0", "实收 70.0", "微信 70.0"], true),
      (["黄喉1盘42.00", "虾滑 1份 52.00", "菜金 94.00", "会员折扣 -4.70", "抹零 -0.30", "已付 89.00"], true),
      // A share of the whole, and what is left of it to the cent.
      (
        ["护发素", "x1 129.00", "头皮护理", "x1 168.00", "项目金额 297.00", "卡折扣9.5折", "本次消费 282.15"],
        true
      ),
      (
        ["护发素", "x1 129.00", "头皮护理", "x1 168.00", "项目金额 297.00", "卡折扣9.5折", "本次消费 285.15"],
        false
      ),
      (
        ["护发素", "x1 129.00", "头皮护理", "x1 168.00", "项目金额 297.00", "下次9.5折", "本次消费 282.15"],
        false
      ),
      (
        [
          "雨伞 1 29.90 29.90", "公仔 1 49.90 49.90", "总金额 79.80", "聚合支付 79.80",
          "抽奖活动11.01-11.30单笔满188元",
          "可参加",
        ], true
      ),
      (["玫瑰冰粉 12 x1 12", "汽锅鸡 68 x1 68", "一共2样共80元"], true),
      // Names of two characters, and columns far from them.
      (
        ["油碟                 5          30", "土豆                 1          12", "合计 42", "实付 42"],
        true
      ),
      (
        ["油碟                 5          30", "土豆                 1          12", "合计 43", "实付 43"],
        false
      ),
      // NO. names a number of the paper, and on a rule stands none.
      (["NO.54016桌V8", "烧肥肠 1 46", "啤酒 2 12", "合计58元", "收58元"], true),
      (
        ["菜名 单价 数量 小计", "豆腐 78 1 78", "排骨 68 1 68", "=====:=====3=:====3=:", "小计:146", "应付:146"],
        true
      ),
      // Before and after a discount, a line an item.
      (
        ["大衣F1", "吊牌1599.00 折后1599.00", "牛仔裤M1", "吊牌299.00 折后254.20", "吊牌合计1898", "折后合计1853.2"],
        true
      ),
      (
        ["大衣F1", "吊牌1599.00 折后1599.00", "牛仔裤M1", "吊牌299.00 折后254.20", "吊牌合计1898", "折后合计1853.7"],
        false
      ),
      (
        [
          "收纳盒 48", "X1 ¥48", "化妆水200ml 75", "X2 ¥150", "中性笔0.5 8", "X1 ¥8", "小计/4点 ¥206",
          "合计 ¥206", "微信 ¥206",
        ], true
      ),
      (
        [
          "收纳盒 48", "X1 ¥48", "化妆水200ml 75", "X2 ¥150", "中性笔0.5 8", "X1 ¥8", "小计/4点 ¥208",
          "合计 ¥208", "微信 ¥208",
        ], false
      ),
    ])
  func tables(lines: [String], isConfirmed: Bool) {
    let codes = codes(lines)
    #expect(!codes.contains("sum_mismatch") || !isConfirmed, "\(lines)")
    #expect(
      codes.isDisjoint(with: ["amount_unconfirmed", "sum_mismatch"]) == isConfirmed, "\(lines)")
  }

  @Test(
    "a total below which a number that nobody named leads to what was received was not paid",
    arguments: [
      (["大衣2件 124元", "衬衫1件 79元", "共计203元", "减16元", "收187元(现金)"], true),
      (["合计69.00", "折 12.00", "收款57.00"], true),
      // Change, two means and a balance are none.
      (["合计 187.00", "现金 200.00", "找零 13.00"], false),
      (["合计 203.00", "微信 16.00", "现金 187.00"], false),
      (["合计 203.00", "储值卡 203.00", "余额 187.00"], false),
    ])
  func unnamedDeductions(lines: [String], isDoubted: Bool) {
    let first = Extractor.reading(lines).amount.candidates.first { candidate in
      candidate.value.decimal
        == (lines.first { $0.contains("计") }?.filter { $0.isNumber || $0 == "." } ?? "").padded
    }
    #expect(first?.evidence.contains { $0.code == "amount_superseded" } == isDoubted, "\(lines)")
  }

  @Test(
    "what was paid by a means that is told is not replaced by a part of itself",
    arguments: [
      ["合计 113.00", "饮品 13.00", "食品合计 100.00", "支付宝 113.00", "实付 113.00"],
      ["合计 113.00", "饮品 13.00", "食品合计 100.00", "微信支付 113.00", "实收 113.00", "找零 0.00"],
      ["合计 113.00", "特价 13.00", "正价合计 100.00", "支付宝 113.00", "实付 113.00"],
      ["合计 113.00", "微信支付 113.00", "实收 113.00", "酒水类 13.00", "食品类合计 100.00"],
    ])
  func partOfPaid(lines: [String]) {
    let best = Extractor.reading(["烤鱼 1 113.00"] + lines).amount.best
    #expect(best?.value.decimal == "113.00", "\(lines)")
  }

  @Test("one item's price and what is taken off from it are no amounts of the whole")
  func pricesOfPieces() {
    for lines in [
      ["卫衣", "吊牌价264.00 折让39.00", "225.00×1 225.00", "衬衫", "吊牌价251.00 折让75.00", "176.00×1 176.00"],
      ["卫衣 1件 225.00", "短靴", "原价 421.00 减245.00", "1件 176.00"],
      ["卫衣", "吊牌225.00 数量1", "225.00", "衬衫", "吊牌88.00 数量2", "176.00", "吊牌合计 401.00"],
      ["卫衣", "原价225.00 1件 折后225.00", "衬衫", "原价176.00 1件 折后176.00", "原价金额:401.00"],
      ["毛巾", "原价200.50 折扣100% 数量2 401.00"],
    ] {
      let codes = codes(lines + ["应收：401.00", "银行卡：401.00"])
      #expect(!codes.contains("sum_mismatch"), "\(lines)")
    }
  }

  @Test(
    "what members do not pay is taken off, whatever else its words name",
    arguments: [
      ["应收款 100.00", "储值折扣 10.00", "实收款 90.00", "[支付宝] 90.00"],
      ["总价 ¥100.00", "会员价减 ¥10.00", "收款 ¥90.00", "扫码付(微信) ¥90.00"],
      ["Markdown 20.00-", "Merchandise 100.00", "Event savings 10.00-", "Total RMB 90.00"],
      ["数量：1 原价:100.00 优惠:10.00", "应收:90.00", "收款：刷卡 90.00"],
      ["码洋:90.40 优惠:0.40", "实洋合计:90.00 移动支付-支付宝"],
    ])
  func membersReductions(lines: [String]) {
    let reading = Extractor.reading(["COACH", "挎包 1 100.00"] + lines)
    let best = reading.amount.best
    #expect(best?.value.decimal == "90.00", "\(lines)")
    #expect(
      best?.evidence.contains { $0.code == "amount_total_minus_discount" } ?? false, "\(lines)")
    #expect(!reading.signals.contains { $0.code == "sum_mismatch" }, "\(lines)")
  }

  @Test("a price of the whole below which how many stand contradicts another total")
  func priceBefore() {
    let paid = ["合计:469.00", "实收 500.00 找零 31.00"]
    #expect(codes(["外套", "原价:369.00 数量:1"] + paid).contains("sum_mismatch"))
  }

  @Test("a number in somebody's name is no payment")
  func nameWithNumber() {
    let lines = ["面 62.00", "合计 62.00", "实收 62.00", "店长微信:yeren_825"]
    #expect(!codes(lines).contains("sum_mismatch"))
    #expect(
      Extractor.reading(["面 128.00", "TOTAL_128.00"]).amount.best?.evidence.contains {
        $0.code == "amount_label_total"
      } ?? false)
  }

  @Test(
    "what is told as paid below all that was taken off is what was paid",
    arguments: [
      (["实付金额(元)475.20"], true), (["实付金额(元)375.20"], false),
      // Less of it afterwards, and cash with its change.
      (["实付 475.20", "积分抵扣 -100.00"], false),
    ])
  func paidBelow(lines: [String], isContradicted: Bool) {
    let paper =
      ["背心 1 129.00 129.00", "套装 1 399.00 399.00", "消费金额 528.00", "会员折扣(9折) -52.80"]
      + (lines.count > 1 ? [] : ["满减 -100.00"]) + lines + ["微信支付 375.20"]
    #expect(codes(paper).contains("sum_mismatch") == isContradicted, "\(lines)")
  }

  @Test(
    "deductions, charges and marks are told apart, however tills print them",
    arguments: [
      // 零 is a word before a minus, and no digit of a code.
      (["美容 1 199.00", "猫粮 1 80.81", "总额 279.81", "抹零-0.81", "收款 279.00"], true),
      // A mark behind an amount, another before a minus.
      (["衬衫 89.00", "优惠:17.13", "合计:89.00 1", "应收:71.87", "实收:71.87"], true),
      (["洗护 89.00", "总额 89.00", "立减 -10.00", "积分抵现l-3.00", "收款 76.00"], true),
      // A charge in percent whose name nobody could read; a tax that is in the price is none.
      (["寿司 84.00", "茶 37.00", "小計 121.00", "廿又料10% 12.10", "合計 133.10"], true),
      (["寿司 84.00", "茶 37.00", "小計 121.00", "廿又料10% 11.00", "合計 132.00"], false),
      (["面 100.00", "饭 21.00", "小计 121.00", "下次立享10% 12.10", "合计 133.10"], false),
      // A charge of the same as a deduction counts for itself.
      (
        [
          "餐位费", "@2.00 x 1 2.00", "面 116.00", "小计 118.00", "抵现 -3.80", "优惠 -2.00", "合计 ¥112.20",
        ], true
      ),
      (["面 324.00", "饭 62.00", "消费 386.00", "减 38.60", "尾 0.40", "应收 347.00"], true),
      // An optician's numbers are taken off from nothing.
      (
        [
          "镜片 742.00", "R -3.25 -0.50 175", "L -2.75 -0.75 180", "ADD -1.25 -2.25", "原价 742.00",
          "折扣 50.00", "优惠券 10.00", "应付金额 682.00", "支付宝支付 682.00",
        ], true
      ),
      (["精华 310.00", "面膜 330.00", "商品金额 640.00", "积分兑换 -10.00", "应付 630.00"], true),
      (["吐司 8.00", "咖啡 46.50", "合计 54.50", "会员优惠 -2.70L", "应付 51.80"], true),
      (["牛奶 2.70L 54.50", "面包 3.00", "合计 57.50", "应付 57.50"], true),
      (
        [
          "外套", "原价:149.00 数量:1 实价:119.20", "牛仔裤", "原价:1809.00 数量:1 实价:1447.20",
          "件数:2 原价合计:1958.00",
          "已优惠 391.60", "代金券 10.00", "应收 1556.40",
        ], true
      ),
      (["1件 1,540.00", "1件 3,380.00", "货价德计 4,920.00", "折扣优惠 -738.00", "实收 4,182.00"], true),
      (["粥 11.00", "面 378.27", "合计 389.27", "电子券 5.00", "应付 384.27", "储值卡 384.27"], true),
    ])
  func deductions(lines: [String], isConfirmed: Bool) {
    let found = reading(lines)
    let codes = found.signals.map(\.code)
    #expect(!codes.contains("sum_mismatch") || !isConfirmed, "\(lines)")
    #expect(codes.contains("amount_unconfirmed") != isConfirmed, "\(lines)")
  }

  @Test(
    "items are added up as tills name them",
    arguments: [
      (["品名 手链", "金额 7,277.60", "品名 转运珠", "金额 9,501.73", "总金额 16,779.33"], true),
      (["品名 手链", "金额 7,277.60", "品名 转运珠", "金额 9,501.73", "总金额 16,979.33"], false),
      (["款号/品名 数量 金额", "牛仔裤 吊牌价399.00", "1 399.00", "内衣 吊牌价99.00", "1 69.30", "应收 468.30"], true),
      (["小白鞋", "牌价1609.00 7.5折 1206.75", "合计(1) 1206.75", "结账 1206.75"], true),
      (["小白鞋", "牌价1609.00 8折 1287.20", "合计(1) 1206.75", "结账 1206.75"], false),
      (["针织衫 1 284.00 284.00", "连衣裙 1 556.00 !556.00", "总额 840.00"], true),
      (["毛衣", "原价279.00折后223.20x1", "裙", "原价329.00折后329.00x2", "实收881.20", "微信支付881.20"], true),
      (["毛衣", "原价279.00折后223.20x1", "裙", "原价329.00折后329.00x2", "实收891.20", "微信支付891.20"], false),
      // A price, which share of it is left, and to the yuan as much.
      (["短靴", "尺码39 牌价899 8折 数量1", "实价 719.00", "合计 1双 719.00", "微信 719.00"], true),
      (["短靴", "尺码39 牌价899 8折 数量1", "实价 779.00", "合计 1双 779.00", "微信 779.00"], false),
      (["小白鞋", "尺码36 牌价5297折数量1", "实价 370.00", "合计 1双 370.00", "微信 370.00"], true),
      (["女鞋", "尺码38 牌价6598.8折数量1", "实价 580.00", "合计 1双 580.00", "微信 580.00"], true),
      (["女鞋", "尺码38 牌价6598.8折数量1", "实价 590.00", "合计 1双 590.00", "微信 590.00"], false),
      (["女鞋", "尺码38 牌价659 无折 数量1", "实价 659.00", "合计 1双 659.00", "微信 659.00"], true),
      (["镜架", "定价 980.00 折扣9折 882.00", "总金额 882.00", "实收 882.00", "微信 882.00"], true),
      (["卸妆油", "原价198折扣无x2396.00", "粉底", "原价260折扣无x1260.00", "应收656.00", "微信656.00"], true),
      (["卸妆油", "原价198折扣无x2396.00", "粉底", "原价260折扣无x1260.00", "应收666.00", "微信666.00"], false),
      (
        [
          "品名 皮带", "零售价 790.00", "成交价 790.00", "品名 高跟鞋", "零售价 1,490.00", "成交价 1,490.00", "件数 2",
          "应付总额 2,280.00", "微信 2,280.00",
        ], true
      ),
      (["镜架", "定价 980.00 折扣9折 892.00", "总金额 892.00", "实收 892.00", "微信 892.00"], false),
      (
        [
          "乐福鞋", "尺码36 牌价759 5折 数量1", "实价 380.00", "小白鞋", "尺码36 牌价529 7折 数量1", "实价 370.00",
          "合计 2双 750.00", "会员券 -75.00", "实收 675.00", "微信 675.00",
        ], true
      ),
      (["羽绒服", "牌价999.00折率50%实价499.50", "数量1 合计499.50"], true),
      (["羽绒服", "牌价999.00折率80%实价499.50", "数量1 合计499.50"], false),
      (["羽绒服", "牌价999.00折率50%实价499.50", "数量2 合计499.50"], false),
      (
        ["围巾 179.00", "Total 179.00", "Cash 125.30", "Voucher 53.70", "Exchange within 7 days"],
        true
      ),
      (["围巾 179.00", "Total 179.00", "Cash 200.00", "Change 31.00"], false),
      (["奶油泡芙 9.00", "总额9.00", "会员9折 -0.90", "应收8.10", "微信8.10"], true),
      (["奶油泡芙 9.00", "总额9.00", "会员9折 -0.90", "应收8.40", "微信8.40"], false),
      (["海鲜饼 1 38.00", "商品合计38.00", "服务员赠送-3.00", "应付金额35.00", "微信35.00"], true),
      (
        [
          "围巾", "吊牌299.00 1 149.50", "裙", "吊牌129.00 1 129.00", "吊牌合计428.00", "优惠合计171.85",
          "实收合计256.15",
        ], true
      ),
      (["锅底 517.00", "应付¥507.00", "优惠 -10.00", "支付宝¥507.00"], true),
      (["锅底 507.00", "应付¥507.00", "抖音团购¥50.00", "支付宝¥457.00"], false),
      (["乳胶枕 1 209.00", "全单9.5折▲10.45", "合计¥198.55", "支付宝¥198.55"], true),
      (["乳胶枕 1 209.00", "全单9.5折▲10.45", "合计¥188.55", "支付宝¥188.55"], false),
      (["红豆派1×14", "咸蛋黄桃酥2× 19.9", "3件53.80", "收您53.80", "云闪付"], true),
      (["红豆派1×14", "咸蛋黄桃酥2× 19.9", "3件63.80", "收您63.80", "云闪付"], false),
      (["外套", "代金券3×100", "合计 300.00", "微信 300.00"], false),
      (["鞋", "原价88 9.9折 数量1", "实价 87.12", "合计 88.00", "微信 88.00"], false),
      (["米饭15.00", "小炒172.00", "小计:187.00", "赠菜:18.00", "抹零:9.00", "应收:160.00"], true),
      (["卸妆油 1 119.00 119.00", "合计:119.00", "微信:119.00", "会员卡:192*0226 本次积分:119"], true),
      (["渐进镜片 ×22238.00", "优惠 -223.80", "应付 2014.20", "实付 2014.20"], true),
    ])
  func items(lines: [String], isConfirmed: Bool) {
    let codes = codes(lines)
    #expect(
      codes.isDisjoint(with: ["amount_unconfirmed", "sum_mismatch"]) == isConfirmed, "\(lines)")
  }

  @Test(
    "what says nothing of the whole contradicts no amount",
    arguments: [
      // A stamp's day, a cashier's number, an offer, what one item cost before.
      (["皮鞋 999.00", "合计 999.00", "实收 999.00", "收讫", "11.17"], false),
      (["收款:10925", "药 128.00", "合计 128.00", "优惠 19.18", "应收 108.82", "实收 108.82"], false),
      (["壳 78.00", "合计 78.00", "实收 78.00", "分期:12期免息,每期低至199元"], false),
      (["女鞋 1579.00", "男鞋 864.50", "(原价910.00 让利45.50)", "商品合计 2443.50", "应付 2443.50"], false),
      (["泡面 6.80", "总计 6.80", "实收 100.00", "付款:现金 零:93.20", "消费 6.80"], false),
      (["虾 216.00", "合计 216.00", "应收 216.00", "实收 预付卡 138.00", "实收 微信 78.00"], false),
      (
        [
          "型号 件数 实售价", "机械表", "标价4980.00 1 4980.00", "电池", "240.00", "标价80.00 3:", "金额小写:¥5220.00",
          "金额大写:伍仟贰佰贰拾元整",
        ], false
      ),
      // What a stamp, an offer's word, a card's place or a payment told twice must not hide.
      (["皮鞋 1500.00", "袜子 499.00", "合计 1999.00", "应收 1999.00", "收讫", "999.00"], true),
      (["皮鞋 300.00", "袜子 200.00", "合计 500.00", "应收 500.00", "未付讫", "458.00"], true),
      (["茶 200.00", "糕 49.00", "合计 249.00", "应收 249.00", "实付只需199.00"], true),
      (["面 50.00", "饭 39.00", "合计 89.00", "应收 86.00", "包厢I-3", "微信支付 86.00"], true),
      (["皮鞋 100.00", "合计 200.00", "应收 200.00", "实收微信:100.00", "微信支付:100.00"], true),
      // Of the whole bill, and changed since; saved is told twice.
      (["原价 910.00 让利 45.50", "￥864.50", "实收 964.50"], true),
      (["面 110.00", "原价 110.00", "优惠 -10.00", "已优惠 10.00", "应收 100.00", "实付 120.00"], true),
      // Two parts that are not the whole.
      (["虾 216.00", "合计 216.00", "应收 216.00", "实收 预付卡 138.00", "实收 微信 38.00"], true),
      (["皮鞋 999.00", "合计 999.00", "实收 999.00", "应付金额", "1111.17"], true),
    ])
  func contradictions(lines: [String], isContradicted: Bool) {
    #expect(codes(lines).contains("sum_mismatch") == isContradicted, "\(lines)")
  }

  @Test(
    "a card of the store's own is a payment, a price for members none",
    arguments: [
      ("星礼卡 253.30", true), ("星礼卡 SVC 253.30", true), ("永辉卡 253.30", true), ("超市卡 253.30", false),
      ("永辉免单卡 253.30", false),
      ("儿童卡付款 253.30", true),
      ("绫致卡 253.30", false), ("尊享卡 253.30", false), ("可用儿童卡支付 253.30", false), ("金卡 253.30", false),
      ("星礼卡 153.30", false), ("卡 253.30", false), ("交易状态 支付成功", true), ("支付成功后出票", false),
    ])
  func storeCards(line: String, isPaid: Bool) {
    let signals = Extractor.reading(
      ["永辉超市", "学步鞋 253.30", "应付合计 253.30", line, "2026-11-03 12:40"]
    ).signals.map(\.code)
    #expect(signals.contains("payment_unconfirmed") != isPaid, "\(line)")
  }

  @Test("what led to a value says nothing for it where less was paid below")
  func chain() throws {
    let lines = ["热狗 18.00", "合计 18.00", "会员减免 -3.60", "应收 14.40", "舍去 -0.40", "实收 14.00"]
    let amount = reading(lines).amount
    #expect(amount.best?.value.decimal == "14.00")
    let other = try #require(amount.candidates.first { $0.value.decimal == "14.40" })
    #expect(!other.evidence.contains { $0.code == "amount_total_minus_discount" })
    // A subtotal above is not what is left of the total below.
    let charged = [
      "寿司 84.00", "茶 37.00", "小計 121.00", "服务费10% 12.10", "优惠 -6.05", "合計 127.05", "储值卡 127.05",
    ]
    let best = try #require(reading(charged).amount.best)
    #expect(best.value.decimal == "127.05")
    #expect(!best.evidence.contains { $0.code == "amount_superseded" })
  }

  @Test("groups of thousands behind a comma and a gap are one number, 1, 447 behind a count two")
  func groups() {
    func values(_ text: String) -> [Int64] {
      MoneyScanner.tokens(in: PaperText.text(text)).map(\.hundredths)
    }
    #expect(values("应收金额:13, 754.00") == [1_375_400])
    #expect(values("WeChat1, 651.00") == [165_100])
    #expect(values("共 3, 754.00") == [300, 75_400])
    #expect(values("合计2, 588.00") == [200, 58_800])
    #expect(values("数量:2, 588.00") == [200, 58_800])
    #expect(values("合计(2) 1044.00") == [104_400])
    #expect(values("(20.00)") == [2_000])
    #expect(values("抹零-0.81") == [81])
    #expect(values("让利3407.00-元") == [340_700])
    #expect(values("88.00-A3").isEmpty)
    #expect(values("A12-35").isEmpty)
    #expect(values("编号X-3.00").isEmpty)
  }

  @Test("a charge for service is no change, and who pays by phone gets none")
  func serviceCharge() {
    let items = ["虾籽捞面 198.00", "清炒豆苗 168.00", "花胶 198.00", "小计 SUBTOTAL 564.00"]
    for charge in ["服务费 SERV.CHG 10% 56.40", "SVC CHG 56.40"] {
      let lines = items + [charge, "合计 TOTAL 620.40", "微信 620.40"]
      #expect(Extractor.reading(lines).amountText == "620.40", "\(charge)")
    }
    // Cash does.
    let cash = ["面 43.60", "合计 43.60", "现金 100.00", "找零 56.40"]
    #expect(Extractor.reading(cash).amountText == "43.60")
  }
}

extension String {
  /// With cents, as amounts are told.
  fileprivate var padded: String { contains(".") ? self : self + ".00" }
}
