import Receipts
import Testing

@testable import Extraction

@Suite("Receipt numbers and kinds")
struct FieldTests {
  @Test(
    "numbers of tills that have not been seen before",
    arguments: [
      (["本汕", "销售票 S02506090001", "合计 88.00"], "SO2506090001"),
      (["本汕", "17678572 2025/06/01 20:19:47", "合计 88.00"], "17678572"),
      (["小票编号: 3527", "合计 88.00", "欢迎关注微信公众号", "V5.2.18"], "3527"),
      (["No.880325061319215199", "合计 17.00", "25061319215199"], "880325061319215199"),
      (["交易号:$8183964", "合计 17.00"], "S8183964"),
      // № of a form.
      (["收款收据", "Ne 92525", "合计 88.00"], "92525"),
      (["销货清单", "N胞 26112348", "合计 88.00"], "26112348"),
      (["No0002750", "型号：M14D34151", "合计 88.00"], "0002750"),
    ])
  func newTills(lines: [String], number: String) {
    #expect(Extractor.reading(lines).receiptNumber.best?.value.rawValue == number)
  }

  @Test(
    "the receipt's number is found",
    arguments: [
      (["小票号: XS20261103001"], "XS20261103001"),
      (["流水号: 0805-4005"], "0805-4005"),
      (["收银单号: 20261103-0042"], "20261103-0042"),
      (["单号", "AB12345"], "AB12345"),
      (["销售单号     客户", "XS-8553-1119-58     VIP88008321"], "XS-8553-1119-58"),
      (["小票号: 4471", "购物小票  顾客联", "88001234  王女士"], "4471"),
      (["NO12345"], "12345"),
      (["Server: Lily WCheck#727204002442"], "727204002442"),
      (["2026-11-03 17:23 6360-1924"], "6360-1924"),
      (["2026年11月3日13时08分 202611032650"], "202611032650"),
      (["单号: P0S022610233451"], "POS022610233451"),
      (["单号: N0202610140701690"], "NO202610140701690"), (["单号: N0217"], "N0217"),
      (["机:02 NoS1479#02299"], "S1479#02299"),
      (["商户单号: C26101817532566", "交易单号: 4200032163475781262"], "C26101817532566"),
      (["Invoice No: INV00027218"], "INV00027218"),
      (["Check # 4471", "Table 12"], "4471"),
      (["电话: 0755-28840636", "小票号: 5253"], "5253"),
      (["支付流水号: 4200654676462583535688082077", "单号: XS123456"], "XS123456"),
      (["销售单", "1688 1 35.00 35.00", "序号: 9625"], "9625"),
      (["南京市新华路1284号2层2034", "NO.: #766"], "#766"),
      (["收銀單號: 03761", "原單號: 04092"], "03761"),
      (["责:收银员1 机:03 No653200916"], "653200916"),
      (["No.T03-00595"], "T03-00595"), (["No.POS022610172403"], "POS022610172403"),
      (["檀:B14#003847", "时间 2026-11-03 12:40"], "003847"),
      (["大廳26 #NO202611050802348"], "#NO202611050802348"),
      (["流水号: 14#16851"], "14#16851"), (["小票编号:A#1120#009197"], "A#1120#009197"),
      (["ChkSH11119819"], "SH11119819"), (["票号：0R202611021259149493"], "OR202611021259149493"),
      (["交易号：15024952P0S"], "15024952POS"), (["单据编号：44029=3386"], "44029=3386"),
      (["流水号: $6847#01428"], "S6847#01428"),
      (["好味餐厅", "E26111620514696 1008"], "E26111620514696"), (["好味餐厅", "00001866 赵倩"], "00001866"),
      (["2026-11-03 12:52:40 T04-015", "29"], "T04-01529"),
      (["小票号: 202611030012345678901", "234"], "202611030012345678901234"),
      (["单据编号: 20261116P4676", "专柜编号: 1F026"], "20261116P4676"),
      (["销售/ SALE2610250102"], "2610250102"), (["销售 870516"], "870516"),
      (["交易 XS20261104-0458"], "XS20261104-0458"), (["店:4034 机:4 票:7098"], "7098"),
      (["OPERATION:7622112102887"], "7622112102887"), (["取票码 515285913089"], "515285913089"),
      (["票 0585772026-11-03"], "058577"),
      (["編號 N.º3796112608123"], "3796112608123"), (["ND:050591"], "050591"),
      (["N0.261122123121"], "261122123121"), (["结账单号: 2611:8180558150834"], "26118180558150834"),
      (["操作员:王丽流水:2026111202785"], "2026111202785"), (["POS7 No:068107"], "068107"),
      (["门店 ST4492 R08 T550541", "136380 身体乳"], "550541"),
      (["SHOP", "ST8606R09T321516"], "321516"),
      (["Rcpt#INV#20261116#5733", "INV#20261116#5733"], "INV#20261116#5733"),
      // Of the card's payment and of the sale the sale's.
      (["单据号: 4178-07-26169", "凭证号: 264793", "参考号: 2609049832702"], "4178-07-26169"),
      (["凭证号: 264793", "参考号: 253517553171"], "264793"),
      (["订单号:8098 7639 5146 3011"], "8098763951463011"), (["订单号:8098 7639"], "8098"),
      (["订单号:80987639 5146 3011"], "8098763951463011"),
      (["订单号:8098 7639 5146 30112"], "8098"),
      (["序号 208", "微信同号 13858511785"], "208"),
      (["凭证号Ref. 20261118170320917", "Ref. A903324"], "20261118170320917"),
    ])
  func number(_ lines: [String], _ number: String) {
    #expect(Extractor.reading(lines + ["合计 88.00"]).numberText == number)
  }

  @Test(
    "under the last amount a number alone on its line is the receipt's",
    arguments: [
      (["202611251428282887"], "202611251428282887"), (["*2610250102*"], "2610250102"),
      (["X4-04425"], "X4-04425"), (["WiFi: guest 密码: 88884893", "X4-04425"], "X4-04425"),
      (["0755-28840636"], nil), (["2626-11-22"], nil), (["12345"], nil),
    ])
  func alone(_ foot: [String], _ number: String?) {
    let field = Extractor.reading(["本汕", "微信支付 88.00"] + foot).receiptNumber
    #expect(field.best.map(\.value.rawValue) == number)
    #expect(field.probability <= 0.9)
  }

  @Test("what may be who sold it is no certain number, a shop's prefix no day")
  func bounded() {
    for line in ["销售: 100234", "交易 100234", "票: 100234"] {
      #expect(Extractor.reading([line, "合计 88.00"]).receiptNumber.probability <= 0.9)
    }
    for number in ["100232026-11-0935", "100232026-11-03-0017"] {
      let reading = Extractor.reading(["小票号:\(number)", "合计 88.00"])
      #expect(reading.numberText == number)
      #expect(reading.time.best?.value.clock == nil)
    }
  }

  @Test("what one reader parts is whole where another sees it so")
  func parted() {
    let page = PaperText.page([["收银单号: 010 04399", "01004399"], ["合计 88.00", "88.00"]])
    #expect(Extractor.reading(of: page).numberText == "01004399")
  }

  @Test("letters before a number are its own where the label stands before them")
  func ownLetters() {
    let page = PaperText.page(
      [["序号: INV-20261118-6168", "INV-20261118-6168"], ["合计 88.00", "88.00"]])
    #expect(Extractor.reading(of: page).numberText == "INV-20261118-6168")
  }

  @Test("who was shown a number from its first digit on is its witness for all that")
  func lettersCutOff() {
    func standing(_ witness: String) -> [String] {
      let page = PaperText.page(
        [["发票号 W43817", witness], ["合计 88.00", "88.00"]], readers: [.paddleTiny, .tesseractLatin])
      let number = Extractor.reading(of: page).receiptNumber.best
      return number?.value.rawValue == "W43817" ? number?.evidence.map(\.code) ?? [] : []
    }
    #expect(standing("43817").contains("misread_witnessed"))
    #expect(!standing("43811").contains("misread_witnessed"))
    #expect(!standing("17").contains("misread_witnessed"))
  }

  @Test(
    "numbers of other things are no receipt numbers",
    arguments: [
      "会员卡 No88001234", "终端号 No12345678", "桌号: No1180", "收银员: Bill00123", "科技园 #440301",
      "0755-28840636", "400-820-1688", "13812345678", "电话: 0755-28840636", "会员卡号: 159****4332",
      "手办 Part Number: K47K1416", "客服 88840636", "付款账号: 18811118194", "专柜编号: 1F026",
      "销售员 100123", "销售员工号 100123", "交易员1001", "会员手机尾号 8888", "卡尾号 8888", "会员级号 123456",
      "POINT OF SALE 100123", "SALES: 100123", "开票:100123", "扫码开票 88001234", "电话订票 88001234",
      "深南大道168号 ZIP 518000", "1284号 RM 2034", "5 Main St NE 12345", "桌号: 118",
      "GST Reg No 000181747712", "收银员: 1093",
    ])
  func otherNumbers(_ line: String) {
    #expect(Extractor.reading([line, "合计 88.00"]).receiptNumber.probability < 0.5)
  }

  @Test(
    "what the paper is stands in its title",
    arguments: [
      (["购物小票", "合计 88.00"], Kind.sale),
      (["预结单", "合计 88.00"], .prebill),
      (["预结账单", "合计 88.00"], .prebill),
      (["待支付", "合计 88.00"], .prebill),
      (["账单预览", "合计 88.00"], .prebill),
      (["此单朱付款", "合计 88.00"], .prebill),
      (["客戶對账單(未結赈)", "合计 88.00"], .prebill),
      (["PAYMENT PENDING", "Total 88.00"], .prebill),
      (["小票", "合计 88.00"], .sale),
      (["PROFORMA BILL - NOT A RECEIPT", "Total 88.00"], .prebill),
      (["退货单", "合计 -88.00"], .refund),
      (["watsons", "销售退回", "应付 88.00", "微信支付 88.00"], .refund),
      (["万宁", "退药", "合计 88.00", "实付 88.00"], .refund),
      (["*** 退款 ***", "合计 88.00"], .refund),
      (["交易类型:退货", "合计 88.00"], .refund),
      (["REFUND", "Total 88.00"], .refund),
      (["销售小票", "合计 -88.00"], .refund),
      (["*补打*", "合计 88.00"], .reprint),
      (["** REPRINT **", "Total 88.00"], .reprint),
      (["重印小票", "合计 88.00"], .reprint),
      (["POS签购单", "商户存根", "金额 88.00"], .slip),
      (["厨房出品单", "桌号 12", "酸菜鱼 1 88.00 88.00"], .order),
      (["QUEUE TICKET", "A012"], .order),
      (["厨房联", "桌号 12", "酸菜鱼 1"], .order),
      (["KITCHEN COPY", "Table 12", "Cold Brew 65.00"], .order),
      (["等位小票", "A012", "前面等待 9桌"], .order),
      (["好味厨房", "销售小票", "合计 88.00"], .sale),
      (["预付卡充值凭条", "充值时间 2026-11-03", "本金 300.00"], .topUp),
      // On a paper that is paid the words of other papers are parts of it.
      (["K02 厨打 272", "合计 88.00", "微信支付 88.00"], .sale),
      (["Queue: 23", "Total 88.00", "Paid 88.00"], .sale),
      (["SALES RECEIPT", "Total 88.00", "GOODS ARE NOT", "RETURNABI"], .sale),
      (["停车费收据", "车牌号 京N2387", "停放时间 3小时41分", "停车费 12.00"], .parking),
      (["VAT INVOICE", "Seller Acme Ltd", "Total 88.00"], .invoice),
      (["BESTSELLER FASHION GROUP", "合计 88.00"], .sale),
      (["销售小票", "合计 88.00", "本次储值消费: 88.00", "储值金额: 612.00"], .sale),
      (["销售小票", "合计 88.00", "消费满200元停车费全免", "车牌: 粤B12345"], .sale),
      (["会员充值", "充值金额 500.00", "充值后余额 612.00"], .topUp),
      (["停车缴费", "车牌号 粤B12345", "入场时间 2026-11-03 10:02", "金额 15.00"], .parking),
      (["电子普通发票", "发票代码 044001900111", "发票号码 12345678", "价税合计 88.00"], .invoice),
    ])
  func kind(_ lines: [String], _ kind: Kind) {
    let reading = Extractor.reading(lines + ["时间 2026-11-03 12:40"])
    #expect(reading.kind.best?.value == kind)
  }

  @Test(
    "what the foot says of refunds makes no refund",
    arguments: [
      "凭小票7日内可退货", "如需退款请联系店员", "特价商品概不退货", "退换货请于15天内办理", "GOODS SOLD ARE NOT RETURNABLE",
      "NO REFUND WITHOUT RECEIPT", "Exchange within 7 days, no refund", "凭本小票可免费停车2小时",
      "扫码开具电子发票", "如需发票请于当月内开具", "储值卡充值请联系店员", "停车2h", "停车3小时",
    ])
  func policies(_ line: String) {
    let reading = Extractor.reading(["时间 2026-11-03 12:40", "合计 88.00", line])
    #expect(reading.kind.best?.value == .sale)
    #expect(reading.kind.probability > 0.99)
  }

  @Test(
    "what was paid is told from what invites to pay",
    arguments: [
      (["合计 88.00", "实付 88.00"], true), (["合计 88.00", "支付宝扫码 88.00"], true),
      (["合计 88.00", "支付:微信扫码"], true), (["合计 88.00", "付款方式: 银行卡"], true),
      (["合计 88.00", "支付方式: 支付宝扫码"], true),
      (["合计 88.00", "人民币现金 88.00", "找零 0.00"], true),
      (["原余额 100.00", "消费金额 12.00", "卡余额 88.00"], true),
      (["合计 88.00", "WeChat Pay/Tender 88.00"], true), (["合计 88.00", "银联POS88.00"], true),
      (["合计 88.00", "Tender CASH"], true), (["合计 88.00", "本单积分: 88"], true),
      (["合计 88.00", "付款时间:2026-11-2913时36分"], true), (["交易凭证", "合计 88.00"], true),
      (["Total 88.00", "Paid At11 Nov 2026 21:13:39"], true),
      (["收银小票", "合计 88.00"], true), (["合计 88.00", "付款时间: 待支付"], false),
      (["不作交易凭证", "合计 88.00"], false), (["非收银凭证", "合计 88.00"], false),
      (["凭交易凭证", "合计 88.00"], false), (["交易凭证号:", "合计 88.00"], false),
      (["合计 88.00", "Bartender: Amy"], false), (["合计 88.00", "Chicken Tenders"], false),
      (["合计 88.00", "Beef Tenderloin"], false), (["合计 88.00", "TENDER: ________"], false),
      (["合计 88.00", "预计获得积分: 88"], false), (["合计 88.00", "本单可获积分: 88"], false),
      (["合计 88.00", "支付后获得积分: 88"], false), (["合计 88.00", "本次积分: 0"], false),
      (["合计 88.00", "消费积分: 1元=1分"], false), (["合计 88.00", "本次积分: 20"], false),
      (["合计 88.00", "付款时间: ____ 打印: 2026-11-03 12:40"], false),
      (["合计 88.00", "付款时间: 2026-11-03前有效"], false),
      (["合计 88.00", "Paid at cashier before 2026-11-03"], false),
      (["合计 88.00", "埋单时间: 2026-11-03 12:40"], false), (["合计 88.00", "可用积分: 88"], false),
      (["合计 88.00"], false), (["合计 88.00", "扫码支付"], false),
      (["合计 88.00", "现金"], true), (["合计 88.00", "微信已收"], true), (["合计 88.00", "付讫支付宝"], true),
      (["合计 88.00", "经手人王婷以上货款已收讫"], true), (["合计 88.00", "Paid WeChat Pay 88.00"], true),
      (["合计 88.00", "实交 88.00"], true), (["合计 88.00", "条码支付 88.00"], true),
      (["合计 88.00", "微信", "请扫码"], false), (["合计 88.00", "微信", "支付宝"], false),
      (["合计 88.00", "现金:", "找零:"], false), (["合计 88.00", "转账", "户名:张三"], false),
      (["合计 88.00", "已付现金:"], false), (["合计 88.00", "已付现金:¥"], false),
      (["合计 88.00", "已收微信( )"], false), (["合计 88.00", "□已付现金"], false),
      (["合计 88.00", "二期款已收讫"], false), (["合计 88.00", "意向款已收讫"], false),
      (["合计 88.00", "人民币"], false), (["TOTAL 88.00", "BAR"], false),
      (["合计 88.00", "现金", "请到前台结账"], false), (["合计 88.00", "现金", "请保管好小票"], true),
      (["合计 88.00", "现金", "请保管好小票,凭收银小票退换"], true),
      (["合计 88.00", "现金", "请当面点清找零,离开收银台概不负责"], true), (["合计 88.00", "现金", "请妥善保管结账小票"], true),
      (["合计 88.00", "现金", "请保留小票,如需开票到前台办理"], true),
      (["合计 88.00", "已付支付宝 0.00"], false), (["合计 88.00", "已付支付宝 θ.θθ"], false),
      (["合计 88.00", "加盖收银章后视为货款收讫"], false), (["合计 88.00", "首付款已收讫"], false),
      (["合计 88.00", "部分货款已收讫"], false),
      (["合计 88.00", "谢谢", "微信"], false), (["合计 88.00", "货款收讫后发货"], false),
      (["合计 88.00", "以上货款未收讫"], false), (["应收 88.00", "免单卡 88.00"], false),
      (["应收 88.00", "贵宾卡 80.00"], false),
      (["应付 88.00", "支持微信支付、支付宝"], false), (["合计 88.00", "支付方式: 请到收银台付款"], false),
    ])
  func payment(lines: [String], isTold: Bool) {
    let signals = Extractor.reading(lines + ["时间 2026-11-03 12:40"]).signals.map(\.code)
    #expect(signals.contains("payment_unconfirmed") != isTold)
  }

  @Test("a heading of an unpaid bill that is half read is reason to ask")
  func halfReadHeading() {
    let lines = ["待口款", "时间 2026-11-03 12:40", "合计 88.00"]
    let blurred = Extractor.reading(of: PaperText.page(lines, confidence: 0.6))
    #expect(blurred.kind.probability < 0.9)
    // 结账单 read clearly has lost no 预.
    let clear = Extractor.reading(["结账单", "时间 2026-11-03 12:40", "合计 88.00"])
    #expect(clear.kind.probability > 0.99)
  }

  @Test("a customer's copy is no reprint")
  func customerCopy() {
    let reading = Extractor.reading([
      "CUSTOMER COPY", "Date 2026-11-03 12:40", "Total 88.00", "VISA 88.00",
    ])
    #expect(reading.kind.best?.value == .sale)
    #expect(reading.kind.probability > 0.95)
  }

  @Test("收款凭证 is no 退款凭证")
  func paymentVoucher() {
    let reading = Extractor.reading(["收款凭证", "时间 2026-11-03 12:40", "合计 88.00"])
    #expect(reading.kind.best?.value == .sale)
    #expect(reading.kind.probability > 0.99)
  }

  @Test("the same page gives the same reading")
  func purity() {
    let page = PaperText.page([
      "本汕", "单号: 20261103-0042", "时间: 2026-11-03 12:40", "珍珠奶茶 12.00", "合计: 12.00", "微信: 12.00",
    ])
    let first = Extractor.reading(of: page)
    for _ in 0..<20 { #expect(Extractor.reading(of: page) == first) }
  }

  @Test("an empty page is read as nothing")
  func empty() {
    let page = Page(width: 10, height: 10, lines: [], readers: [])
    let reading = Extractor.reading(of: page, counters: [])
    #expect(reading.amount.candidates.isEmpty)
    #expect(reading.time.candidates.isEmpty)
    #expect(reading.counter.candidates.isEmpty)
  }
}
