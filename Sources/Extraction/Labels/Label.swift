/// What a printed label says of the value beside it.
enum AmountLabel: String, Sendable, CaseIterable {
  /// 实付, 已付, Amount Paid: what was paid.
  case paid
  /// 实收: what was paid on some tills, what was handed over on others.
  case received
  /// 应付, 应收, Amount Due: what is to be paid, mostly after discounts.
  case due
  /// 合计, 总计, Total.
  case total
  /// 小计, 原价, Subtotal: before discounts.
  case subtotal
  /// 优惠, 折扣, Discount.
  case discount
  /// 已省, You Saved: the discounts once more.
  case saved
  /// 代金券, Voucher: a discount on some tills, a means of payment on others.
  case coupon
  /// 抹零, 尾数处理, Rounding: goes either way.
  case rounding
  /// 微信, 支付宝, 银行卡, VISA: paid by these means.
  case means
  /// 现金, Cash: handed over.
  case tendered
  /// 找零, Change.
  case change
  /// 储值余额, 卡余额.
  case balance
  /// 积分.
  case points
  /// 税额, GST.
  case tax
  /// 含税, Incl. GST: the part of the total that is tax.
  case inclusiveTax = "inclusive_tax"
  /// 服务费, 茶位, 打包费, Service charge.
  case surcharge
  /// 单价.
  case price
  /// 数量, 件数, 人数, Qty.
  case quantity
  /// 定金, 订金, Deposit: paid before.
  case deposit
  /// 单号, 电话, 日期, Invoice No: no money at all.
  case identifier

  /// Labels that speak for the amount paid, more or less.
  static let supporting: Set<AmountLabel> = [
    .paid, .received, .due, .total, .means, .tendered, .subtotal,
  ]

  /// Labels of which a whole purchase may be told.
  /// Those of them that tell of a whole purchase: a subtotal does not.
  static let wholes: Set<AmountLabel> = [.paid, .received, .due, .total]

  static let totals: Set<AmountLabel> = [.paid, .received, .due, .total, .subtotal]
}

enum TimeLabel: String, Sendable, CaseIterable {
  /// 结账, 付款, 支付, 交易.
  case paid
  /// 日期, 时间, Date: without saying of what.
  case plain
  /// 下单, 点单.
  case ordered
  /// 打印.
  case printed
  /// 开台, 入座, 开单.
  case opened
  /// 有效期, 生产日期, 送达, 预约, 补打: another time altogether.
  case other
}

enum NumberLabel: String, Sendable, CaseIterable {
  /// 小票号, 流水号, 单号, Receipt No.
  case receipt
  /// 订单号, 交易号, Order #.
  case order
  /// 凭证号, 参考号, Trace: of a card slip.
  case voucher
  /// 支付流水号, 外部订单号, Ref: of the payment, or of another system.
  case foreign
  /// No., 编号: without saying of what.
  case plain
  /// 电话, 商户号, 终端号, 税号, 卡号, 台号, 会员号: never the receipt's.
  case other
}
