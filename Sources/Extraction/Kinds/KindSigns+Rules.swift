import Receipts

/// Which words are signs, and where on a line.
extension KindSigns {
  /// Where on a line a phrase is a sign.
  enum Place {
    case anywhere
    /// Nothing stands behind it.
    case atEnd
    /// Nothing stands behind it, and before it a number.
    case behindNumber
    /// Nothing stands beside it.
    case alone
    /// The same among the first lines.
    case aloneInHead
    /// Four digits or more stand right behind it.
    case beforeNumber
    /// No other line tells a means of payment with the total.
    case unlessPaid
    /// Nothing stands behind it, and the line is one of the first.
    case heading
    /// No amount stands on the line.
    case withoutAmount
    /// An amount stands on the line.
    case withAmount
    /// The amount that was read stands on the line.
    case withTotal
    /// Most of it, as of an item: above the first total.
    case asItem
  }

  struct Rule {
    var kind: Kind
    var place: Place
    var phrases: [Key]
    /// Words with which its sentence says something else: before the phrase, or behind it in its
    /// own clause.
    var besides: [Key]
    /// Whether the phrase tells of what was done: then nothing behind it says otherwise, 已退款请查收.
    var isDone: Bool

    init(
      _ kind: Kind, _ place: Place, _ phrases: [String], besides: [String] = [],
      isDone: Bool = false
    ) {
      (self.kind, self.place, self.isDone) = (kind, place, isDone)
      self.phrases = phrases.map { Key($0) }
      self.besides = besides.map { Key($0) }
    }
  }

  static let rules = unpaid + wentBack + noPurchase + sold

  /// Who has not paid, pays later, or does not pay at all.
  private static let unpaid = [
    Rule(
      .prebill, .anywhere,
      [
        "未结", "未付", "未缴", "未清", "未到账", "待付", "待支付", "待结", "待缴", "待补", "付待确认", "审核中", "支付中", "出票失败",
        "交易失败", "支付失败", "付款失败", "扣款失败", "卡失败", "宝失败", "信失败", "交易未完成", "支付未完成", "交易未成功",
        "支付未成功", "付款未成功", "扣款未成功", "交易关闭", "订单关闭", "用户取消", "交易拒绝", "交易被拒", "支付处理中",
        "等待支付", "等待付款", "等待用户付款", "结果未知", "余额不足", "方式未选择", "拒单", "已关闭", "DECLINED",
        "NOTTENDERED",
        // 待付/已付金额 is printed before and after.
      ], besides: elsewhere + ["支付中心", "支付中台", "支付中国", "待付已付", "未付已付", "待付应付"]),
    Rule(
      .prebill, .anywhere,
      [
        "挂单凭", "取单结算", "是否结账否", "内完成支付", "超时订单", "订单自动取消", "支付后请索取", "索取结账", "单仅供参考", "单供参考",
        "确认账单", "买单确认", "核账单", "持此联", "持此单至收", "持此单到收", "持本单交款", "凭此单到收银", "凭本单到收银", "持单到收",
        "总台交款", "非会员支付", "还需付款", "还需支付", "尚需支付", "到店支付", "客取", "已合单", "已并入", "多退少补", "非正式",
        "演示数据", "不作结账", "不作为结账", "不作付款凭证", "不作为付款凭证", "非结账凭证", "非付款凭证",
      ], besides: elsewhere + ["顾客取", "客取餐"]),
    Rule(
      .prebill, .anywhere,
      [
        "挂账", "签单人", "方式签单", "赊账", "赊欠", "赊销", "账期", "月结", "转房账", "转房费", "房账", "ROOMCHG",
        "CHARGETO",
        "HOUSEACCOUNT", "CITYLEDGER", "LAYAWAY", "AR账", "货到收款", "货到付款", "时付款", "件时结", "房时结", "货时结",
        "再收款",
        "再收余款", "再收尾款", "记账单位", "预授权", "跑单", "撤单",
      ], besides: elsewhere + ["月结余", "月结积分", "实时付款"]),
    Rule(
      .prebill, .anywhere,
      [
        "员工餐", "工资代扣", "统筹记账", "直赔", "全额抵扣", "ONTHEHOUSE", "EMPLOYEEMEAL",
        "COMPLIMENTARYMANAGER",
      ], besides: elsewhere + ["员工餐饮"]),
    // 消费满200赠单杯 is an offer.
    Rule(.prebill, .anywhere, ["赠单"], besides: elsewhere + (1...9).map { "满\($0)" }),
    Rule(
      .prebill, .atEnd, ["宴请", "请客", "霸王餐", "探店"],
      besides: ["扫码", "抽", "打卡", "关注", "承接", "抖音", "欢迎", "婚", "商务"]),
    Rule(.prebill, .withTotal, ["宴请", "请客", "霸王餐", "探店", "ROOMCHARGE", "记账"], besides: ["凭证"]),
    Rule(.prebill, .withoutAmount, ["二维码买单", "扫码买单"], besides: ["下次"]),
    Rule(
      .prebill, .atEnd,
      ["签单", "看单", "交款联", "订购单", "开票小票", "销售开单", "挂单", "待收", "未收"],
      besides: elsewhere + ["信用卡签单"]),
    Rule(.prebill, .alone, ["处理中", "支付中", "付款中", "支付超时", "支付异常"]),
    Rule(.prebill, .unlessPaid, ["支付超时", "支付异常"], besides: elsewhere + ["客服"]),
    // A code to be paid by, and not what it was paid with.
    Rule(
      .prebill, .withTotal, ["收款码"], besides: ["支付", "方式", "扫", "微信", "支付宝", "聚合", "收款码收款"]),
    Rule(.prebill, .withTotal, ["请用", "请使用", "请以"], besides: ["票", "为准"]),
    Rule(.prebill, .withAmount, ["待收", "未收"], besides: ["待收货"]),
    Rule(
      .prebill, .withTotal, ["免单", "招待", "积分支付", "积分兑换"], besides: ["招待费", "招待所"]),
  ]

  /// On lines of conditions, promises and offers the words of ``unpaid`` say nothing of this paper.
  private static let elsewhere = [
    "下次", "免签", "退换", "退货", "换货", "开票", "发票", "售后", "保修", "临时结", "未付邮", "积分未", "请及时充值", "不足时",
    "政策",
  ]

  /// What was given back, or never came to be.
  private static let wentBack = [
    Rule(
      .refund, .anywhere,
      [
        "退回单", "红字销售", "红字小票", "销售红冲", "红冲单", "冲红小票", "冲红单", "反结账单", "退班单", "退座", "交易取消", "订单取消",
        "原销售单", "冲销", "全额退", "整单退", "原交易日期", "原交易时间", "原销售日期", "原销售时间", "原单日期", "原单号", "原小票号",
        "退款时间",
        "退款日期", "退货时间", "退货日期", "回购单", "回购金额", "TRANSTYPERTN",
      ], besides: conditions + ["不可取消", "最晚", "最迟", "截止", "单号无", "保留小票", "保留吊牌", "保留原", "凭原", "为凭"]),
    Rule(.refund, .beforeNumber, ["原单号", "原小票号", "原销售单号", "原交易号", "原订单号", "原单据号"]),
    // 换货 over what was taken for what was brought back.
    Rule(.refund, .aloneInHead, ["换货", "EXCHANGE"]),
    Rule(
      .refund, .anywhere,
      ["类型换货", "换货小票", "换货销售", "换货补差", "换货差价", "换货出库", "换货单号", "调换单", "退换单"],
      besides: conditions),
    Rule(.refund, .withAmount, ["返差价", "差价退回", "押金退还"], besides: conditions),
    Rule(
      .refund, .anywhere,
      ["订单已取消", "交易已取消", "整单取消", "顾客取消", "已退换", "已退货", "已退款", "已撤消", "已撤销"],
      besides: conditions, isDone: true),
    Rule(
      .refund, .anywhere,
      ["原路退回", "原路返回", "退款渠道", "退款方式", "退款路径"],
      besides: conditions + ["款项", "货款", "退款按", "原支付渠道"]),
    Rule(
      .refund, .atEnd, ["负单", "类型退", "售后单", "回收单", "退差", "返款"],
      besides: ["保价", "买贵", "天"]),
    Rule(.refund, .behindNumber, ["作废"]),
    Rule(
      .refund, .atEnd, ["单据作废", "小票作废", "本单作废", "此单作废"], besides: conditions + ["离", "过期", "当日"]),
    Rule(.refund, .alone, ["反结账", "反结", "代退", "已退", "本小票无效", "此联无效", "此单无效"]),
    Rule(
      .refund, .withTotal, ["退微信", "退支付宝", "退现金", "退银行卡", "退储值", "换货", "代退"], besides: conditions),
    Rule(.refund, .heading, ["返款凭据", "返款单", "旧金回收", "红冲"]),
    Rule(
      .refund, .alone,
      ["CANCELLED", "CANCELED", "CANCELLATION", "VOIDED", "作废", "本单无效", "TYPERTN", "TYPERETURN"]),
    Rule(
      .refund, .atEnd,
      ["ORDERCANCELLED", "ORDERCANCELED", "TRANSACTIONCANCELLED", "TRANSACTIONCANCELED"]),
    Rule(
      .refund, .withTotal,
      [
        "实退", "应退", "退还", "返款", "宝退", "微信退", "现金退", "退现", "支付退", "卡退", "原路退", "退款",
        "退回",
      ], besides: ["可退款", "不退款", "可退回", "不退回"]),
  ]

  /// With which a condition begins.
  static let ifs =
    [
      "如需", "如有", "如遇", "如果", "如您", "如要", "如若", "若需", "若有", "若遇", "若要", "若您", "若未", "如未",
    ] + shortIfs
  /// Those that names end with, too: 门店:上海真如 退款渠道:微信. They begin a clause.
  static let shortIfs = ["如退", "如订", "如支付", "如取", "如不", "若退", "若订", "若支付", "若取", "若不"]
  /// Of what may be done with the paper: 如需退款请至服务台; and not of who 李可 is, or of 可乐 and 内衣.
  private static let conditions =
    ifs + [
      "可退", "可全", "可申请", "可在", "可到", "可至", "可凭", "可于", "可原路", "可随时", "均可", "方可", "即可", "可办", "请",
      "需",
      "日内", "天内", "时内", "周内", "月内", "期内凭", "内可", "发票", "政策",
    ]

  /// What a till prints besides its purchases.
  private static let noPurchase = [
    Rule(
      .reprint, .atEnd,
      ["打印次数2", "打印次数02", "打印次数3", "第2次打印", "第二次打印", "第3次打印", "第三次打印"]),
    Rule(
      .other, .anywhere,
      [
        "日结单", "交班单", "交接班", "班结", "营业日报", "日报表", "报表", "交易笔数", "培训模式", "训练模式", "演示模式", "练习模式",
        "练习单", "测试小票", "测试单", "不计入营业", "积分换购单", "转班单", "收银汇总",
      ]),
    Rule(
      .other, .anywhere,
      [
        "模拟支付", "模拟微信", "模拟现金", "模拟银行卡", "模拟刷卡", "模拟收银", "模拟收款", "模拟小票", "模拟交易", "模拟打印",
        "微信模拟", "支付宝模拟", "现金模拟", "银行卡模拟", "刷卡模拟", "支付模拟",
      ], besides: ["模拟收银机", "模拟打印机"]),
    Rule(
      .other, .alone,
      [
        "测试", "样单", "试打", "培训单", "TRAININGMODE", "TRAINING", "DEMO", "DEMO演示", "SAMPLE", "TESTMODE",
        "样张", "演示",
      ]),
    Rule(
      .other, .heading, ["积分明细", "代金券", "押金收据", "押金单", "意向金收据", "意向金单", "预授权凭单", "预授权"],
      besides: ["赠", "送", "获", "得", "领", "使用", "免"]),
    Rule(
      .other, .heading,
      [
        "赠送单", "招待单", "免单小票", "订金收据", "定金收据", "储值凭条", "预订单", "换货单", "转账单", "验券单", "派工单",
        "领料单", "样品单", "借货单", "调拨单", "催款单", "练习小票",
      ]),
    Rule(.other, .withTotal, ["押金", "意向金", "预授权", "占位费", "预交", "订购费", "出库"], besides: ["免押"]),
  ]

  /// Goods that are none: stored value, and what will be given back.
  private static let sold = [
    Rule(
      .topUp, .withAmount, ["续卡", "续充", "续值", "充钱", "预存", "卡激活", "面值"],
      besides: ["余", "支付", "付款", "扣", "抵", "消费", "券"]),
    Rule(
      .topUp, .asItem,
      [
        "礼品卡", "购物卡", "礼卡", "储值", "充值", "加值", "充卡", "提货券", "提货卡", "商场卡", "东E卡", "E卡", "电子卡", "代金卷",
        "代金券", "代金劵", "现金券", "购物券", "礼券", "兑换券", "团购券", "月饼券", "蟹券", "GIFTCARD", "EGIFT",
      ],
      besides: ["余额", "赠", "收纳", "保护", "消费", "支付", "扣", "抵", "用券", "优惠"]),
    Rule(
      .other, .asItem,
      [
        "押金", "押款", "保证金", "预交款", "预约金", "意向金", "首付", "进度款", "一期款", "订洋", "膨胀金",
        "定金", "诚意金", "话费", "水电费", "物业费", "租金", "赔偿金", "彩票", "DEPOSIT",
      ],
      besides: ["免押"]),
  ]
}
