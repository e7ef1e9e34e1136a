import Receipts

extension Lexicon {
  /// Words that tell what kind of paper it is, where they stand as a title.
  static let refunds = [
    "退货", "退款", "退单", "退货单", "退款单", "销售退货", "销售退回", "销货退回", "退回单", "商品退回", "REFUND", "RETURN",
    "退菜单", "冲正", "VOID", "退货小票",
    "已作废", "作废单", "原交易号", "原小票号", "原票号", "原流水号",
    "退款凭证", "退款单据", "消费撤销", "撤销", "CREDITNOTE", "退货凭证", "退药", "退药单", "退票", "退票单", "退费", "退费单", "退卡",
    "退订",
    "退餐", "退定金", "退押金", "销退", "STORNO", "ERSTATTUNG", "RETOURE",
  ]
  static let prebills = [
    "预结单", "预结", "预结账", "预打", "预打单", "预账单", "待支付", "未支付", "未结账", "未付款", "待付款", "PREBILL",
    "NOTPAID", "UNPAID", "非结账", "PROFORMA", "GUESTCHECK", "客户联未结", "未买单", "请到收银台", "暂结",
    "NOTARECEIPT",
    "PROVISIONAL", "埋单纸", "印单", "待结账", "对账单", "消费核对", "核对单", "PLEASEPAY", "ZWISCHENRECHNUNG",
    "NOTAVALIDRECEIPT", "PROVISIONALBILL", "账单确认", "请至收银台", "请前往收银台", "请到收款台", "至收银台付款", "到收银台付款",
    "专柜开票单", "销售开票单", "未盖章无效", "交款单",
    "缴款单", "待交款", "未交款",
    "付款后生效", "凭此单付款", "请先付款", "PAYATCASHIER", "PAYATTHECASHIER", "PAYATCOUNTER", "未收款", "未收讫",
    "待收讫", "账单预览",
    "预览单", "暂结单", "暂结账单", "尚未付款",
    "尚未支付", "尚未结账", "待收款", "未付清", "等待支付", "等待付款", "结账前", "埋单前", "供核对", "非收据", "非正式收据",
    "不作收据", "不作凭证", "估价单", "报价单", "PREVIEW", "PRECHECK", "OPENCHECK", "OPENBILL",
    "TEMPORARYBILL", "TEMPBILL", "DRAFTBILL", "ESTIMATE", "QUOTATION", "NOTYETPAID",
    "AWAITINGPAYMENT",
    "PAYMENTPENDING", "PENDINGPAYMENT", "TABLECHECK", "CHECKONLY", "BILLONLY",
  ]
  static let reprints = [
    "补打", "重印", "重打", "REPRINT", "重复打印", "副本", "再印", "补印", "DUPLICATE", "COPY", "REPRINTED",
    "KOPIE",
    "DUPLIKAT", "重新打印",
  ]
  static let slips = [
    "签购单", "商户存根", "持卡人存根", "持卡人签名", "POS签购单", "CARDHOLDER", "MERCHANTCOPY",
    "收单机构", "发卡行", "SALESSLIP", "交易凭条", "存根联", "发卡机构", "商户签购单", "刷卡凭证",
  ]
  static let orders = [
    "点菜单", "出品单", "厨房联", "厨房单", "制作单", "制作联", "传菜单", "传菜联", "划菜单", "后厨", "加菜单", "厨打单",
    "分菜单", "配菜单", "出品联", "水吧出品", "点单联", "下单凭据", "热菜间", "凉菜间", "排队号", "取号",
    "排号单", "等位小票", "等位号", "排队小票",
    "QUEUE", "KITCHENORDER", "KITCHENCOPY", "KITCHENTICKET", "ORDERTICKET", "ORDERSLIP", "BARORDER",
    "WAITINGTICKET",
  ]
  static let topUps = [
    "充值", "储值充值", "充值凭证", "充值小票", "储值凭证", "储值单", "充值单", "开卡", "办卡", "售卡", "购卡凭证",
    "充值凭条", "TOPUP", "RELOAD", "GIFTCARDACTIVATION",
  ]
  static let invoices = [
    "发票", "电子发票", "增值税发票", "普通发票", "专用发票", "增值税普通发票", "数电票", "发票联", "定额发票", "VATINVOICE",
  ]
  static let parkings = [
    "停车", "停车费", "停车票", "停车凭证", "停车收费", "停车场", "PARKING", "PARKINGTICKET",
  ]
  static let others = ["寄存", "存包", "抽奖券", "签收单", "快递单", "送货单", "维修单", "定金单", "订金单", "预约单"]

  /// Before words that say whether an order is paid.
  static let statesOfOrders = ["订单状态", "支付状态", "结账状态", "账单状态", "付款状态", "交易状态"]

  /// Labels that papers of one kind have, and sales hardly ever.
  static let marks: [(Kind, [String])] = [
    (
      .order,
      ["起菜", "叫起", "即起", "出品部门", "厨打", "催菜", "等叫", "前面等待", "前方等待", "取号时间"]
    ),
    (
      .topUp,
      [
        "充值金额", "充值赠送", "充值前余额", "充值后余额", "充值合计", "充值方式", "充值时间", "储值卡充值",
        "TOPUPAMOUNT",
      ]
    ),
    (
      .invoice,
      ["发票代码", "购买方", "销售方", "价税合计", "付款单位"]
    ),
    (
      .parking,
      [
        "车牌号", "停车时长", "停放时长", "停放时间", "驶入时间", "驶出时间", "停车时间", "PLATENO",
        "LENGTHOFSTAY", "DURATIONOFSTAY",
      ]
    ),
  ]
}
