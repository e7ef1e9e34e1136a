/// The words of labels, folded and simplified, by what they say.
///
/// They are the vocabulary of tills, not templates of any counter: what a label means on one
/// counter's paper is for evidence to say.
enum Lexicon {
  static let vagueAmounts: Set<String> = ["金额", "AMOUNT", "AMT", "件", "总价", "SALE"]
  static let vagueTimes: Set<String> = ["日期", "时间", "DATE", "TIME", "DATETIME"]
  static let vagueNumbers: Set<String> = ["NO", "编号", "号码", "序号", "NR", "单", "NUMBER", "号"]

  static let amounts: [(AmountLabel, [String])] = [
    (.balance, ["余额", "结余", "BALANCE", "剩余", "卡内", "储值", "充值", "SALDO"]),
    (.points, ["积分", "POINTS", "成长值", "PTS"]),
    (.change, ["找零", "找赎", "找回", "找补", "CHANGE", "找现", "CHGDUE", "RUCKGELD", "RÜCKGELD"]),
    (
      .discount,
      [
        "优惠", "折扣", "满减", "抹零", "减免", "立减", "代金券", "优惠券", "让利", "折让", "DISCOUNT",
        "DISC", "券抵扣", "抵扣", "红包", "免零", "舍入", "去零", "ROUNDING", "ROUNDADJ", "VOUCHER",
        "COUPON", "RABATT", "已省", "节省", "SAVED", "返现", "促销",
      ]
    ),
    (
      .quantity,
      [
        "数量", "件数", "总件", "份数", "人数", "客数", "QTY", "ITEMS", "ITEMCOUNT", "PAX", "COVERS",
        "总数", "件", "品项", "POSTEN", "GUESTS",
      ]
    ),
    (.price, ["单价", "UNITPRICE", "UPRICE", "均价", "金价", "工费", "/G", "每克"]),
    (.deposit, ["押金", "定金", "订金", "DEPOSIT", "预付"]),
    (.tax, ["税额", "税金", "GST", "VAT", "TAX", "MWST", "UST", "SST", "增值税", "税率", "NETTO", "STEUER"]),
    (
      .surcharge,
      [
        "服务费", "茶位", "餐位", "打包", "配送费", "运费", "包装费", "餐盒", "SERVICECHARGE", "SERVCHARGE",
        "SVCCHG", "SERVICE", "加一", "TIP", "手续费", "加工费", "DELIVERY",
      ]
    ),
    (
      .paid,
      [
        "实付", "实际支付", "实际付款", "已付", "支付金额", "付款金额", "本次消费", "本次支付", "消费金额",
        "交易金额", "实付款", "付款合计", "支付合计", "已支付", "AMOUNTPAID", "TOTALPAID", "PAID", "顾客实付",
        "在线支付", "订单支付", "实缴", "PAYMENT", "消费支付", "扣款金额", "刷卡金额", "BETRAG", "收款金额",
      ]
    ),
    (.received, ["实收", "实收金额", "已收", "收款", "收银", "RECEIVED"]),
    (
      .due,
      [
        "应付", "应收", "应付金额", "应收金额", "应缴", "需付", "待付", "折后", "优惠后", "减后", "AMOUNTDUE",
        "BALANCEDUE", "TOTALDUE", "NETDUE", "TOTALPAYABLE", "PAYABLE", "NETTOTAL", "NETAMOUNT",
        "TOTALAFTER", "ZUZAHLEN", "折实", "成交", "净额", "净收", "NETT", "埋单", "买单",
      ]
    ),
    (
      .subtotal,
      [
        "小计", "原价", "商品合计", "商品总额", "商品金额", "SUBTOTAL", "SUBTTL", "吊牌", "折前", "原价合计",
        "菜品合计", "菜品金额", "消费小计", "ZWISCHENSUMME", "原金额", "牌价", "毛额", "EXCLUDING", "GROSS",
        "优惠前", "折扣前", "BEFORE",
      ]
    ),
    (
      .total,
      [
        "合计", "总计", "总额", "总金额", "共计", "消费合计", "消费总额", "总价", "合计金额", "TOTAL",
        "GRANDTOTAL", "TTL", "SUMME", "GESAMT", "AMOUNT", "金额", "总消费", "SALE", "AMT", "INCLUSIVE",
        "总共",
      ]
    ),
    (.tendered, ["现金", "CASH", "TENDER", "TENDERED", "收您", "付现", "GEGEBEN", "BAR", "人民币", "纸币"]),
    (
      .means,
      [
        "微信", "支付宝", "银行卡", "刷卡", "银联", "云闪付", "信用卡", "储蓄卡", "VISA", "MASTER", "MASTERCARD",
        "WECHAT", "ALIPAY", "UNIONPAY", "CARD", "DEBIT", "CREDIT", "八达通", "OCTOPUS", "数字人民币", "扫码",
        "会员卡", "购物卡", "礼品卡", "移动支付", "EFT", "NETS", "AMEX", "KARTENZAHLUNG", "MAESTRO", "PAYME",
        "美团", "第三方", "转账", "EC-CARD", "KREDITKARTE", "EPS", "APPLEPAY", "街口",
      ]
    ),
  ]

  static let times: [(TimeLabel, [String])] = [
    (.other, ["有效期", "生产日期", "送达", "预约", "到期", "保质", "放映", "场次", "入场", "VALID", "EXPIRY", "预计",
        "自提", "取餐时间", "取货", "观影", "活动", "截止", "税号", "预订"]),
    (.printed, ["打印", "打印时间", "打单", "PRINTED", "PRINT", "出单", "列印"]),
    (.opened, ["开台", "入座", "开单", "到店", "OPENED", "OPEN", "TABLEOPENED", "开桌", "入席", "开始", "IN"]),
    (.ordered, ["下单", "点单", "点餐", "点菜", "订单时间", "ORDERED", "ORDERTIME", "落单", "接单"]),
    (
      .paid,
      [
        "结账", "付款", "支付", "交易", "消费", "收银", "销售", "结算", "买单", "成交", "PAID", "PAIDAT",
        "TRANSDATE", "SETTLED", "CHECKOUT", "埋单", "CLOSED", "收款", "完成", "SALE", "TRANSACTION",
      ]
    ),
    (.plain, ["日期", "时间", "DATE", "TIME", "DATETIME", "DATUM", "营业日", "开票", "单据日期", "UHRZEIT",
        "ZEIT", "DATE/TIME"]),
  ]

  static let numbers: [(NumberLabel, [String])] = [
    (
      .other,
      [
        "电话", "手机", "热线", "TEL", "PHONE", "商户号", "商户编号", "终端号", "终端编号", "税号", "卡号",
        "台号", "桌号", "会员号", "会员卡", "会员", "批次号", "授权码", "收银机", "机号", "收银员", "店号", "GST",
        "REGNO", "CARDNO", "TERMINAL", "TID", "MID", "BATCH", "AUTH", "TABLE", "TABLENO", "FAX", "传真",
        "取餐号", "取餐码", "排队号", "邮编", "人数", "牌号", "CASHIER", "MEMBER", "款号", "货号", "条码",
        "证书", "STORENO", "POSNO", "导购", "工号", "营业员", "统一编号", "座位", "厅", "APPROVAL", "发票号",
        "信用代码", "UST", "COREG", "COMPANYNO", "SSTNO", "SST", "GSTID", "取单", "验证码", "服务员",
        "MEMBERNO", "柜号", "铺位", "单元", "TILL", "REGISTER", "统编", "牌價", "卡類", "操作员", "批号",
      ]
    ),
    (
      .receipt,
      [
        "小票号", "小票", "流水号", "流水", "单号", "票号", "收据号", "收据", "账单号", "账单", "销售单号",
        "单据号", "单据", "结账单号", "销售号", "RECEIPTNO", "RECEIPT", "RCPT", "INVOICENO", "INVOICE",
        "INVNO", "INV", "BILLNO", "BILL", "CHECKNO", "CHECK", "CHK", "BON", "BONNR", "BELEGNR", "交易单号",
        "票据号", "小票编号", "单据编号", "SLIPNO", "小票流水", "DOCNO", "DOCUMENTNO", "收银小票",
      ]
    ),
    (
      .order,
      [
        "订单号", "订单编号", "订单", "交易号", "交易编号", "ORDERNO", "ORDER", "TRANSACTIONNO", "TRANSNO",
        "TRANS", "TXN", "TXNNO", "长订单号", "票务号", "TANR", "TRXNO",
      ]
    ),
    (.voucher, ["凭证号", "凭证", "参考号", "检索参考号", "REFNO", "TRACE", "TRACENO", "VOUCHERNO", "SLIP"]),
    (.plain, ["NO", "编号", "号码", "序号", "NR", "№", "单", "NUMBER", "号"]),
  ]

  /// Words that tell what kind of paper it is, where they stand as a title.
  static let refunds = [
    "退货", "退款", "退单", "退货单", "退款单", "销售退货", "REFUND", "RETURN", "退菜单", "冲正", "VOID",
    "退货小票", "退款凭证", "退款单据", "消费撤销", "撤销", "CREDITNOTE",
  ]
  static let prebills = [
    "预结单", "预结", "预结账", "预打", "预打单", "预账单", "待支付", "未支付", "未结账", "未付款", "待付款",
    "PREBILL", "NOTPAID", "UNPAID", "非结账",  "PROFORMA", "GUESTCHECK","客户联未结",
    "未买单", "请到收银台", "暂结", "NOTARECEIPT", "PROVISIONAL", "埋单纸", "印单", "待结账",
  ]
  static let reprints = ["补打", "重印", "重打", "REPRINT", "重复打印", "副本", "再印", "补印", "DUPLICATE", "COPY"]
  static let slips = [
    "签购单", "商户存根", "持卡人存根", "持卡人签名", "POS签购单", "CARDHOLDER", "MERCHANTCOPY",
    "CUSTOMERCOPY", "收单机构", "发卡行", "SALESSLIP", "交易凭条", "存根联", "发卡机构",
  ]
  static let others = [
    "排队号", "停车", "停车费", "取号", "充值", "储值充值", "点菜单", "出品单", "厨房", "制作单", "传菜单",
    "QUEUE", "PARKING", "TOPUP", "发票", "电子发票",
  ]
}
