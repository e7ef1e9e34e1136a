import Receipts
import Testing

@testable import Extraction

@Suite("What a paper says beside its heading of money that did not come in")
struct SignTests {
  /// A complete sale, paid as well as can be.
  private static func paper(
    _ more: [String] = [], heading: [String] = [], item: String = "烤鱼 1 128.00",
    payment: [String] = ["微信支付 128.00", "实收 128.00"]
  ) -> [String] {
    ["外婆家", "万象城店"] + heading + [
      "单号 202611181232", "时间 2026-11-18 16:32", item, "合计 128.00",
    ] + payment + more
  }

  private static func isCertainSale(_ lines: [String]) -> Bool {
    let reading = Extractor.reading(lines)
    let codes = Set(reading.signals.map(\.code))
    return reading.kind.best?.value == .sale && (reading.kind.best?.probability ?? 0) >= 0.97
      && codes.isDisjoint(with: ["payment_unconfirmed", "sum_mismatch", "day_mismatch"])
  }

  @Test(
    "by what it was paid is told by a masked card, a word of a line, and Pay:",
    arguments: ["Visa **** 4184 CNY 128.00", "销售马雯 付款银联卡", "Pay:支付宝"])
  func paidBy(line: String) {
    #expect(Self.isCertainSale(Self.paper(payment: [line])))
    #expect(!Self.isCertainSale(Self.paper(payment: ["请到前台付款"])))
    for asked in ["Scan to Pay:微信", "Ways to pay: Visa", "请扫描 付款微信", "本店支持 付款银联卡"] {
      #expect(!Self.isCertainSale(Self.paper(payment: [asked])), "\(asked)")
    }
  }

  @Test("a label for before and after is no sign of a bill still to be paid")
  func beforeAndAfter() {
    #expect(Self.isCertainSale(Self.paper(["待付/已付金额 128.00"])))
    #expect(!Self.isCertainSale(Self.paper(["待付金额 128.00"])))
    #expect(!Self.isCertainSale(Self.paper(payment: ["待付/已付金额 128.00"])))
  }

  @Test("a complete sale is one")
  func usual() { #expect(Self.isCertainSale(Self.paper())) }

  @Test(
    "one line that says it is not paid, went back, or was no purchase asks a person",
    arguments: [
      "支付超时", "支付异常", "交易关闭", "用户取消", "交易拒绝", "等待用户付款", "处理中", "收款码 128.00", "请用微信支付 128.00",
      "不作结账凭证", "整单退", "退微信 128.00", "退:微信 128.00", "反结账", "此单据作废", "本小票无效",
      "代退", "原单日期:2026-10-18", "退款时间:2026-11-18 16:40", "退 烤鱼 -30.00", "退烤鱼 30.00", "烤鱼(退) 30.00",
      "测试",
      "样单", "打印次数:2",
      "第2次打印", "支付结果：处理中", "交易失败", "余额不足 扣款失败", "交易未完成 请联系工作人员", "以上为未结算账单", "本单仅供参考",
      "请在15分钟内完成支付，超时订单自动取消", "请持此单至收银处付款", "桌号D6 是否结账：否", "挂账 128.00", "未收 128.00", "还需付款 128.00",
      "支付方式：签单", "转房账 128.00", "免单 128.00", "非会员支付 128.00", "微信支付(未到账) 128.00", "微信/支付宝扫描下方二维码买单",
      "金额将原路返回", "支付宝退 128.00", "应退金额 128.00", "单据类型：退", "TYPE: RTN", "*** CANCELLED ***", "不计入营业",
      "TRAINING MODE", "退还现金 128.00", "订单状态:已关闭", "付款状态:金融放款审核中", "结算方式:货到再结", "付款:挂单,取件时结",
      "赊账人:刘总", "账期:30天 月结", "撤单人:李经理", "原单全额退回", "已退换 盖章有效", "记账单位:招商银行", "店长赠单", "类型:员工餐",
      "PAYMENT DECLINED", "House Account", "订单状态:已取消", "交易状态：已取消", "支付状态:未完成", "支付结果：未成功",
      "交易结果:不成功", "Trans Status: UNSUCCESSFUL", "Payment Status: INCOMPLETE",
      "Payment Status: NOT APPROVED",
      "付款状态:已付定金", "订单状态:商家拒绝接单", "已退款，原路退回", "原路退款 128.00", "退款渠道:微信", "整单取消，款项原路退回",
      "微信支付 失败 128.00", "银联交易  失败", "微信支付 待确认", "支付宝 退 128.00", "账单状态:用餐中", "支付状态:部分已付",
      "结算方式: 货到再结；电话:138", "挂账128.00 未付:0", "Room Charge 128.00", "备注:探店", "总经理宴请 128.00",
      "桌号:A12 支付状态:处理中", "收银员:001  支付状态:处理中", "台号:A12  支付状态:未完成", "台号:8  付款方式:货到再结",
      "订单状态  已取消", "支付状态  未成功", "订单状态:已支付/已取消", "订单状态:已支付(已取消)", "订单状态:已完成，已取消",
      "订单状态:已完成  已取消", "交易结果:完成  失败", "支付状态:已支付  退回中", "TRANS STATUS: OK  CANCELLED",
      "Payment Status: TO BE PAID", "Payment Status: PARTIALLY PAID", "订单状态:BOOKED", "订单状态:待完成",
      "支付状态:已付30%", "付款状态:已付首期", "订单状态:已接单 货到付现", "账单状态:堂食中", "结算方式:信用账户",
      "支付状态:未成功金额:128.00", "交易结果:失败时间:12:00", "订单状态:已取消店号:003", "订单状态:已取消，门店:万象城店",
      "结算方式:货到再结电话:138", "订单已取消，款项将在3日内退回", "已退款 请查收", "已退款，预计1-3个工作日内到账",
      "退款方式:微信 3个工作日内到账", "整单取消 请顾客签字", "顾客取消 发票作废", "交易失败，请下次再试", "支付失败，积分未到账",
      "挂账 128.00 发票月底开", "支付未成功", "微信支付 未成功", "交易未成功", "扣款未成功", "微信 失败 128.00", "刷卡 失败",
      "ORDER CANCELLED", "TRANSACTION CANCELLED", "退回 128.00", "微信已退回 128.00", "记账 128.00",
      "赊销 128.00",
      "本单无效", "已撤消", "支付状态:处理中取餐号:A12", "付款状态:已付一半", "支付状态:已付1/2", "付款状态:已付押金",
      "支付状态:已支付,已撤回", "付款状态:已付款 超时关单", "订单状态:外卖到付", "付款状态:正常挂起", "支付状态:通过率",
      "已退款 订单号:20261120881", "已退款:商品A 98.00", "整单取消 商品 3件", "支付状态:已支付 定金 ¥ 200.00",
      "订单状态:已完成退款请查收", "支付状态:已支付 退款中请耐心等待", "如有疑问请联系前台，本单挂账 128.00", "收银员:张若兰 未付 128.00",
      "如有疑问请联系前台。本单挂账 128.00", "如有疑问请联系前台；本单挂账 128.00", "订单状态:已完成；商家已取消", "付款状态:已支付；仅定金",
      "收银员:李可 已退款", "可乐 已退款 6.00", "内衣 已退款 60.00", "售后:400123 挂账 128.00", "开票员:王芳 挂账 128.00",
      "如有疑问请联系客服，已退款", "订单状态:已完成 款项将如数退回", "如有遗失概不负责，本次挂账", "如有疑问请联系前台，本次已退款",
      "支付状态  处理中 128.00", "账单状态  堂食中 桌号 A12", "交易状态  已提交 2026-11-18 16:32",
      "TRANS STATUS  PROCESSING", "PAYMENT STATUS  ON HOLD", "TRANS STATUS  REVERSED",
      "支付状态  处理中请稍候",
      "支付状态:支付成功 全额退款请查收", "支付状态:已支付 部分退款请查收", "打印次数:0次 挂账 128.00", "充值10次 交易失败 128.00",
      "顾客取消订单请停止制作", "订单状态:已支付 款项将于3个工作日内退回", "门店:上海真如 未付 128.00",
      "补打次数:1", "补打 10次", "寄存柜 12号", "寄存柜 128号", "寄存单", "如有疑问咨询前台，本单挂账 128.00",
      "如有疑问致电400-888-1234  本单挂账 128.00", "如有疑问：400-888-1234 订单已取消",
      "如有疑问:400-888-1234 本单挂账 128.00", "如有遗失概不负责，挂账 128.00", "如有疑问：021-58881234 已退款",
      "如有遗失概不负责，本单挂账 128.00",
      "如有疑问 服务热线4008881234 订单已取消", "如需帮助告知店员，此单赊账", "支付状态  处理中流水号 8812", "账单状态  堂食中桌号 A12",
      "收银员:李相如 退款方式:微信", "门店:上海真如 退款渠道:微信", "处理结果:商品质量问题，质保期内全额退", "寄存柜 1208",
      "订单状态:已支付(申请退款)", "支付结果  请求失败",
      "挂账 第10次", "员工餐 本月20次 35.00", "支付状态  处理中", "账单状态  堂食中", "交易状态  已提交",
      "门店:满记甜品 类型:员工餐", "座位:已满 店长赠单", "小满茶田 赠单", "满200减20 员工餐 128.00",
    ])
  func lines(_ line: String) { #expect(!Self.isCertainSale(Self.paper([line]))) }

  @Test(
    "so does a heading that is none of a receipt's",
    arguments: [
      "反结账单", "红字销售单", "冲红小票", "负单", "退班单", "退座凭证", "缺货退差", "旧金回收单", "交班单", "收银日结单", "营业日报表",
      "Z报表", "培训模式", "测试小票", "样张", "客户看单", "核账单", "买单确认单", "挂单凭据", "押金收据", "意向金收据", "预授权凭单",
      "积分换购单", "满减代金券", "员工餐单", "赠送单", "免单小票", "订金收据", "交接班表", "练习小票", "预授权单", "贵金属回购单", "三联单 交款联",
      "单号：202611162798 (作废)",
    ])
  func headings(_ heading: String) {
    #expect(!Self.isCertainSale(Self.paper(heading: [heading])))
  }

  @Test(
    "and what was sold is stored value, or a deposit",
    arguments: [
      "金卡续卡 1 128.00", "续充钻石卡 128.00", "会员卡充钱 1 128.00", "预存款 1 128.00", "星礼卡 激活 1 128.00",
      "电子礼品卡 面值128 1 128.00", "孩子王购物卡500型 1 128.00", "会员卡加值 1 128.00", "美丽储值金 1 128.00",
      "手环保证金 1 128.00", "租赁押款 1 128.00", "Gift Card 1 128.00", "电子礼品卡 1 小计:128.00",
      "购物卡500型 x1 实付 128.00", "心意卡128元 1 128.00", "包房押金 1 128.00",
      "房费预授权 1 128.00", "衬衫(定金) 1 128.00", "诚意金 1 128.00", "提货卡 1 128.00",
      "商场卡 1 128.00",
      "京东E卡 1 128.00", "话费 1 128.00", "水电费 1 128.00", "彩票 1 128.00",
    ])
  func stored(_ item: String) { #expect(!Self.isCertainSale(Self.paper(item: item))) }

  @Test(
    "what may be filled in, and nothing, is no payment",
    arguments: [
      ["支付方式：□微信 □支付宝 □现金 □会员卡"], ["付款方式：刷卡/微信/支付宝"], ["实付：________ 方式：________"], ["实收 0.00"],
      ["现金 0.00", "微信 0.00", "支付宝 0.00"], ["现金 0.00", "微信 0.00", "找零 0.00"], ["登录APP支付 128.00"],
      ["总价128.00 已付100.00"], ["实收 128.00", "保险理赔 128.00"],
      ["实收 128.00", "ENT-餐饮部 128.00"], ["实收 128.00", "OC-餐饮部 128.00"],
      ["实收 128.00", "公关部食品 128.00"], ["支付方式：微信、支付宝"], ["支付方式：口微信 口支付宝"],
      ["支付方式：现金、银行卡"], ["支付方式：微信、银联"], ["支付方式:现金,储值卡"],
      ["实收 0.00", "本次积分 128"], ["PAID 0.00", "BALANCE 128.00", "会员余额 0.00"],
    ])
  func forms(_ payment: [String]) {
    #expect(!Self.isCertainSale(Self.paper(payment: payment)))
  }

  @Test(
    "words that ordinary receipts have are no signs",
    arguments: [
      "挂账 0.00", "未收 0.00", "涂改作废", "逾期作废", "离场后手环作废", "本单一经售出 订单不可取消", "如需退款请至服务台，金额原路返回",
      "下次可扫码买单", "免密免签", "押金 10.00", "招待所用品", "换货截止日期 2026-11-25", "凭此单到服务台开发票", "代金券使用规则见官网",
      "恭喜获得满减代金券", "免押金借充电宝", "储值卡余额 128元", "会员激活请扫码", "凭此单到一楼服务台积分", "持此单可兑换2小时停车券",
      "付款后请妥善保管小票", "积分未到账请联系客服", "卡内余额不足100元请及时充值", "送货时间：待确认", "退款按原支付渠道原路退回", "款项原路返回",
      "保价30天 买贵退差", "扫码查看积分明细", "挂账：", "应收:128.00 未收:0.00", "班次:早班(交班前)", "反结账 0次", "订单取消政策详见官网",
      "请客户妥善保管小票", "有问题请客服联系", "承接婚宴、商务宴请", "扫码抽霸王餐", "抖音探店打卡送小吃", "已含服务费，不再收取小费",
      "支付中心流水:82713", "本月结余积分 300", "请顾客取餐", "计时结束 15:30", "班次:早班 结账时间:19:22", "会员:散客 取餐号:A12",
      "用餐时长:2小时 结账:001", "Service Charge Total 12.00", "BAR 账单号 123", "Room Charge 2h 100.00",
      "订单状态:已完成 未开票", "支付状态:支付成功 不支持退款", "Trans Status: SUCCESS  NOTE 3", "支付方式：微信支付、储值卡",
      "订单状态：已核销", "订单状态:已签收", "订单状态:备餐中", "收款方式:POS", "结算方式:现结", "支付方式:  收银员:001", "付款方式: 桌号:A12",
      "微信:128 挂账:0", "应付:128 未付:0", "未付金额:", "1月1日元旦全场8折", "食品 128.00", "拉卡拉 128.00",
      "订单状态:已完成", "支付方式：微信支付(招商银行信用卡)", "余额不足时请使用其他方式", "软件 试用版", "美团扫码买单 128.00",
      "支付状态：已扣款", "交易结果:通过", "订单状态:出餐中", "支付方式:QR", "支付方式:医保", "消费满200赠单杯", "支付中国银联",
      "实时付款 128.00", "客取餐号 12", "员工餐饮优惠 0.00", "Payment Status: PAID  18 OCTOBER 2026",
      "订单状态:已完成 如需退款请联系客服", "订单状态:已支付 退货请凭小票", "支付状态:已支付 部分商品不参与积分", "订单状态:已完成 好评返10%",
      "订单状态  请扫码查看", "交易结果 以银行短信为准", "支付状态:支付成功 退款 0.00", "如遇支付失败，请联系客服退换", "会员月结积分，下次可用",
      "交易失败 0次", "支付状态:已支付 2026/11/18 16:32",
      "已退货商品需退还赠品", "顾客取消订单请提前1天，否则不予退换", "记账凭证 128.00", "7日内可退回 128.00", "不可退回 128.00", "支付方式财付通",
      "支付方式:财付通", "发票代码 261119110439310",
      "支付状态:支付成功 退款请到服务中心", "订单状态:已完成。如需退款请联系客服", "订单状态:已完成如需退款请联系客服", "温馨提示：如遇支付失败，请联系客服",
      "1.如遇支付失败请联系店员", "如遇 支付失败 请重试", "如遇网络异常，支付失败请联系店员", "微信支付如遇扣款失败请联系客服",
      "支付状态:支付成功 退款 ¥ 0.00", "支付方式 支付状态 金额", "结账状态 现金", "支付状态:已支付 11/18 16:32",
      "顾客取消订单须提前1天",
      "行李寄存号码牌请保管好", "支付状态  开单时间", "补打次数:0", "今收到交款单位：零售", "寄存柜 x1 10.00", "寄存费 x1 10.00",
      "寄存柜(大号) x1 20.00", "寄存费 5.00",
      "如遇到支付失败请联系店员", "待付/应付 128.00", "收款码收款: 128.00", "付款码: 128.00", "请用微信扫码开票 金额:128.00",
      "最晚退货日期:2026-12-18", "换货保留原小票号", "换货", "退瓶押金 2.00", "国际金价以美元计", "支付超时请重新扫码", "打印次数:1",
      "第1次打印", "退换货请凭小票 30天",
      "收款码支付 128.00",
      "代金券抵扣 20.00", "涂改后本小票无效", "离场作废", "永辉生活 128.00",
      "微信支付如遇到扣款失败请联系客服", "如果扫码支付失败，请重试", "积分如未到账请联系客服", "如未到账请联系客服",
      "订单状态:已完成 支持7天内申请退款", "订单状态:已完成 如需退款将原路退回", "如遇网络故障，本次交易失败，请重新扫码",
      "交易状态  门店编号  交易时间", "支付状态  收银机号", "支付状态  就餐人数", "如退款，将原路退回支付账户", "如订单取消，定金不退", "若退货，金额将原路返回",
      "7天无理由可办理全额退款", "如需退款：将原路退回您的账户", "交易状态 交易时间 交易金额", "交易结果 以短信为准",
      "订单状态:已完成 不可取消", "台号:A12 支付状态:已支付",
    ])
  func usualWords(_ line: String) { #expect(Self.isCertainSale(Self.paper([line]))) }

  @Test(
    "nor are names of goods",
    arguments: [
      "描红字帖", "玫红冲锋衣", "手冲红茶", "肌底激活液", "焕活激活眼霜", "招待费套餐", "红字的真相", "隐藏款激活码手办", "交班表本子",
      "充值卡收纳保护壳", "血糖测试条", "样衣处理",
    ])
  func names(_ name: String) { #expect(Self.isCertainSale(Self.paper(item: "\(name) 1 128.00"))) }

  @Test(
    "a code is an invoice's where anything else of one stands on the paper",
    arguments: [
      (["发票代码 144031909110", "谢谢光临"], true), (["发票代码 144031909110", "号码 01234567"], false),
      (["发票代码 144031909110", "发栗号码 01234567"], false),
      (["发票代码 144031909110", "机打号码 12 开票人 王"], false),
    ])
  func codes(lines: [String], isSale: Bool) {
    #expect(Self.isCertainSale(Self.paper(lines)) == isSale)
  }

  @Test("signs are reason to ask, and none to reject by")
  func neverRejected() {
    let reading = Extractor.reading(
      Self.paper(["扫码买单", "如需发票请到收银台", "支付结果：处理中", "挂账 128.00", "请持此单至收银处付款"]))
    let doubts = reading.kind.candidates.filter { $0.value != .sale }
    #expect(doubts.allSatisfy { $0.probability < 0.97 })
  }

  @Test(
    "means of one word, several amounts on a line, a bank's card are payments",
    arguments: [
      ["总价128.00 实付128.00"], ["应付:128.00 已付:128.00"], ["实收 128.00", "百货部 128.00"], ["招行卡 128.00"],
      ["付款 银联云闪付"],
      ["实收 128.00", "找零 0.00"],
    ])
  func payments(_ payment: [String]) {
    #expect(Self.isCertainSale(Self.paper(payment: payment)))
  }

  @Test("a stamp that an invoice was given makes a sale no invoice")
  func invoiceGiven() {
    #expect(Self.isCertainSale(Self.paper(["发票已开"])))
    #expect(Self.isCertainSale(Self.paper(heading: ["外婆家", "微信发票已开128.00"])))
  }

  @Test("a 埋单纸 that tells what was received, by what, and when is paid")
  func cantonese() {
    let paid = ["实收：128.00", "刷卡：128.00", "埋单:2026-11-18 16:54:32"]
    #expect(Self.isCertainSale(Self.paper(heading: ["埋单纸"], payment: paid)))
    for left in paid.indices {
      let payment = paid.indices.filter { $0 != left }.map { paid[$0] }
      #expect(!Self.isCertainSale(Self.paper(heading: ["埋单纸"], payment: payment)))
    }
  }

  @Test("a currency in brackets is the amount's")
  func bracketed() {
    let reading = Extractor.reading([
      "周大福", "单号 202611181232", "2026-11-18 16:32", "耳钉 1 1299.00", "合计(USD) 1299.00",
      "VISA 1299.00",
    ])
    #expect(reading.amount.best?.value.currency == .usd)
    for label in [
      "Amount", "AMT", "应付款", "PAID", "合计金额", "合计应付", "合计TOTAL", "折后价", "折后应收",
    ] {
      let reading = Extractor.reading(
        Self.paper(payment: ["\(label) (USD) 128.00", "VISA 128.00"]))
      #expect(reading.amount.best?.value.currency == .usd, "\(label)")
    }
    for label in ["外币合计", "折算合计"] {
      let lines = Self.paper(payment: ["\(label)(USD) 128.00", "VISA 128.00"])
      #expect(Extractor.reading(lines).amount.best?.value.currency == .usd, "\(label)")
    }
    // A bracket at the start of a line has nothing before it.
    for line in ["(1 2.00", "(USD) 2.00", ") 2.00", "约合(USD) 17.90", "参考金额(USD) 17.90"] {
      #expect(Extractor.reading(Self.paper([line])).amount.best?.value.currency == .cny)
    }
  }

  @Test(
    "days that dispute each other go to a person",
    arguments: [
      (["日期：2026-11-17 15:10", "打印时间：2026-10-28 15:10:41"], true),
      (["日期：2026-11-16", "支付时间：2026-10-02 11:39:46"], true),
      (["营业日期：2026-10-09", "支付时间：2026-11-17 11:39:46"], true),
      (["结账时间：2026-11-17 12:39:46", "支付时间：2026-10-17 11:39:46"], true),
      // A camera's stamp, an order written before it was paid.
      (["支付时间：2026-11-15 11:39:46", "2026-11-18 09:31"], false),
      (["制单时间：2026-11-10 10:00", "日期：2026-11-17 15:10"], false),
      // A ticket fetched, a dish brought, days after they were paid for.
      (["购票时间:2026-11-10 10:00", "出票时间:2026-11-18 18:30"], false),
      (["支付时间:2026-11-15 10:00", "完成时间:2026-11-18 18:00"], false),
      (["销售时间:2026-11-17 12:30", "支付时间:2026-10-02 12:28"], true),
      // A night's purchase; an order paid later; an end that lies ahead.
      (["营业日期：2026-11-17", "支付时间：2026-11-18 00:39:46"], false),
      (["日期：2026-11-17", "打印时间：2026-11-16 23:59:46"], false),
      (["下单时间：2026-11-10 10:00", "支付时间：2026-11-17 11:39:46"], false),
      (["下单时间：2026-10-11 10:00", "支付时间：2026-11-17 11:39:46"], true),
      (["有效期至：2026-12-17", "支付时间：2026-11-17 11:39:46"], false),
      // Printed again, long after it was bought.
      (["销售日期：2026-08-18", "打印时间：2026-11-17 12:37:05"], true),
      (["日期：2026-08-18", "打印:2026-11-17 12:37:05"], true),
      (["下单时间：2026-08-18 12:37:05", "打印时间：2026-11-17 12:37:05"], true),
      (["下单时间：2026-11-10 12:37:05", "打印时间：2026-11-17 12:37:05"], false),
      (["日期：2026-11-17", "打印时间：2026-11-17 12:37:05"], false),
    ])
  func days(_ lines: [String], isDisputed: Bool) {
    let reading = Extractor.reading(
      ["外婆家", "烤鱼 1 128.00", "合计 128.00", "微信支付 128.00"] + lines,
      claimDay: "2026-11-18")
    #expect(reading.signals.contains { $0.code == "day_mismatch" } == isDisputed)
  }

  @Test("a day without its year beside the minute that the number tells disputes the number")
  func dayWithoutYear() {
    func codes(_ day: String) -> [String] {
      Extractor.reading([
        "汉堡王", "皇堡 1 32.00", "总价32.00 实付32.00", "微信扫码\(day) 18:33", "单号202611161833595291",
      ]).signals.map(\.code)
    }
    #expect(codes("11-20").contains("day_mismatch"))
    #expect(!codes("11-16").contains("day_mismatch"))
  }

  @Test("a means of payment and right behind it when is a payment, where one may also pay is none")
  func meansBeforeTime() {
    for line in ["微信支付2026-11-08 13:51", "支付宝支付 2026-11-08 13:51"] {
      #expect(Self.isCertainSale(["外婆家", "烤鱼 1 128.00", "合计 128.00", line]), "\(line)")
    }
    for line in ["扫码支付 2026-11-08 13:51", "微信 2026-11-08 13:51", "微信支付2026-11-08"] {
      #expect(!Self.isCertainSale(["外婆家", "烤鱼 1 128.00", "合计 128.00", line]), "\(line)")
    }
  }

  @Test(
    "the only time of a paper is no purchase's where its label says what else it is of",
    arguments: [
      "演出时间:2026-11-18 19:30", "预约时间:2026-11-18 12:37", "上次消费时间:2026-11-18 12:37",
      "注册时间:2026-11-18 12:37", "对账时间:2026-11-18 12:37", "原交易时间:2026-11-18 12:37",
      "生产日期:2026-11-18 12:37",
    ])
  func otherTimes(_ line: String) {
    func time(_ line: String) -> Field<PrintedTime> {
      Extractor.reading(["外婆家", line, "烤鱼 1 128.00", "合计 128.00", "微信支付 128.00"]).time
    }
    // What may be misread is the same on both.
    let paid = time("消费时间:2026-11-18 12:37").probability
    #expect(time(line).probability < paid * 0.8)
  }
}
