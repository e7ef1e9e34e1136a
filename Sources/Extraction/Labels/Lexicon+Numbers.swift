extension Lexicon {
  /// Words that may name who sold it as well: a number has to stand right behind them, and is never
  /// certain.
  static let boundedNumbers: Set<String> = ["票", "交易", "销售", "SALE", "OPERATION"]

  /// What № is read as.
  static let misreadNumberSigns: Set<String> = ["NE", "N胞"]

  static let vagueNumbers: Set<String> = [
    "NO", "N0", "ND", "NE", "N胞", "编号", "号码", "序号", "NR", "单", "NUMBER", "号", "单据", "账单", "订单",
    "小票", "收据",
    "流水", "票据",
    "票", "交易", "销售", "OPERATION", "SALE",
  ]

  static let numbers: [(NumberLabel, [String])] = [
    (
      .other,
      [
        "电话", "手机", "热线", "微信同号", "同微信", "TEL", "PHONE", "商户号", "商户编号", "终端号", "终端编号", "税号", "卡号",
        "台号", "桌号",
        "会员号", "会员卡", "会员", "批次号", "授权码", "收银机", "机号", "收银员", "店号", "GST", "REGNO", "CARDNO",
        "TERMINAL",
        "TID", "MID", "BATCH", "AUTH", "TABLE", "TABLENO", "FAX", "传真", "取餐号", "取餐码", "排队号", "邮编",
        "人数", "牌号",
        "CASHIER", "MEMBER", "款号", "货号", "型号", "表号", "机身号", "MODEL", "条码", "证书", "STORENO", "POSNO",
        "导购", "工号", "营业员", "统一编号",
        "座位",
        "厅", "APPROVAL", "发票号", "信用代码", "UST", "COREG", "COMPANYNO", "SSTNO", "SST", "GSTID", "取单",
        "验证码",
        "服务员", "MEMBERNO", "柜号", "铺位", "单元", "TILL", "REGISTER", "统编", "操作员", "批号", "日期", "时间",
        "DATE",
        "TIME", "DATUM", "款台", "收银台", "手机号", "门店", "店铺", "商户", "客服", "终端", "会员手机", "会员电话", "会员卡号",
        "VIP", "VIP卡号", "收款员", "COUNTER", "STORE", "SHOP", "MERCHANT", "SERVEDBY", "CARD", "桌位",
        "桌台",
        "取餐", "叫号", "流水码", "QUEUE", "STAFF", "HOTLINE", "GSTREG", "BUSINESSREG", "ROC", "CALLNO",
        "QUEUENO",
        "USTID", "STEUERNR", "IBAN", "WIFI", "扫码", "投诉", "POSTCODE", "CUSTOMERID", "MARKT",
        "FILIALE",
        "KASSE", "BEDIENER", "金额", "合计", "POINTS", "积分", "余额", "单价", "数量", "地址", "ADDRESS", "LOT",
        "TSE",
        "SERIENNR", "柜组", "商铺", "机台", "柜名", "铺号", "款机", "POS", "UNIT", "SUITE", "PLU", "SKU",
        "BARCODE", "KARTENNR", "TERMINALID", "TAXID", "GSTNO", "REGISTRATION", "LICENSE", "收银",
        "专柜编号", "专柜号", "专柜", "PARTNUMBER", "PARTNO", "SERIAL", "SERIALNO", "SERIALNUMBER", "账号",
        "付款账号",
        "支付账号", "密码", "PASSWORD", "识别号", "纳税人识别号", "发票代码",
        "销售员", "销售顾问", "销售代表", "销售人", "销售点", "交易员", "交易终端", "POINTOFSALE", "SALES", "SALESID",
        "SALESNO", "开票", "开票人", "尾号", "分机",
      ]
    ),
    (
      .receipt,
      [
        "小票号", "小票", "流水号", "流水", "单号", "票号", "收据号", "收据", "账单号", "账单", "销售单号", "单据号", "单据",
        "结账单号", "销售号", "RECEIPTNO", "RECEIPT", "RCPT", "RCPTNO", "INVOICENO", "INVOICE", "INVNO",
        "INV",
        "BILLNO", "BILL", "CHECKNO", "CHECK", "CHK", "BON", "BONNR", "BELEGNR", "商户单号", "票据号",
        "小票编号",
        "单据编号", "SLIPNO", "小票流水", "DOCNO", "DOCUMENTNO", "收银小票", "小票流水号", "收银流水号", "销售流水号", "收据编号",
        "CHECK#", "BILL#", "BELEG", "账单编号", "票据编号", "销货单号", "消费单号", "RECEIPTNUMBER",
        "INVOICENUMBER",
        "水单号", "结算单号", "销售单", "销售票", "购物小票", "销售小票", "消费单", "退款单", "退货单", "BELEGNUMMER",
        "RECHNUNGSNR", "RECHNUNG", "TICKET", "TICKETNO",
        "交易流水号", "交易流水", "票", "票据", "销售", "SALE",
      ]
    ),
    (
      .order,
      [
        "订单号", "订单编号", "订单", "交易号", "交易编号", "ORDERNO", "ORDER", "TRANSACTIONNO", "TRANSNO",
        "TRANS",
        "TXN",
        "TXNNO", "票务号", "TANR", "TRXNO", "TRANSACTION", "ORDERNUMBER", "TRANSACTIONID", "TRXID",
        "会员单号", "交易", "OPERATION", "取票码", "取票号",
      ]
    ),
    (
      .voucher,
      [
        "凭证号", "凭证", "TRACE", "TRACENO", "VOUCHERNO", "SLIP", "凭证编号", "TRACENR",
        "凭证号REF",
      ]
    ),
    (
      .foreign,
      [
        "参考号", "检索参考号", "RRN", "REFNO", "发票号码", "外部订单号", "第三方单号", "平台单号", "系统单号", "SYSTEMNO",
        "长订单号", "系统号", "EXTERNALNO", "原单号",
        "原小票号", "原订单号", "支付流水号", "支付单号", "支付流水", "支付订单号", "PAYREF", "PAYMENTREF", "商户订单号",
        "REFERENCE", "REF", "微信单号", "支付宝单号", "付款单号", "交易单号", "交易参考号", "原交易号", "ORIGINALNO",
        "PAYMENTID",
        "渠道单号", "对应销售单", "原流水", "付款流水", "TXNREF", "REFERENCENO", "原票号", "原流水号", "微信交易单号", "支付宝交易号",
      ]
    ),
    // N0, ND: NO as poor photographs show it; NE, N胞: № of forms.
    (.plain, ["NO", "N0", "ND", "NE", "N胞", "编号", "号码", "序号", "NR", "单", "NUMBER", "号"]),
  ]
}
