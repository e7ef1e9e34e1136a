extension Lexicon {
  static let vagueAmounts: Set<String> = [
    "金额", "AMOUNT", "AMT", "SALE", "SALES", "总数", "消费", "付款", "支付", "收款",
    "收费", "价格",
    "收", "计", "NET", "件", "份", "款", "现付", "费用",
  ]

  /// Labels that are parts of other words, 累计, 统计, SERVICE CHARGE, 减肥茶, and labels only by
  /// themselves.
  static let wholeAmounts: Set<String> = [
    "计", "ST", "CHARGE", "SUM", "减", "尾", "现金零", "付款现金零", "收银联", "收微信", "收支付宝",
    "收银行卡", "收刷卡", "NO",
  ]

  /// What is sold and begins like a label, and words that hold one: Exchange within 7 days gives no
  /// change.
  static let goods = [
    "EXCHANGE", "手机壳", "手机膜", "手机套", "手机链", "手机绳", "手机贴膜", "手机支架", "手机配件", "电话手表",
  ]

  static let amounts: [(AmountLabel, [String])] = [
    (
      .identifier,
      [
        "收银员", "收款员", "收银机", "收银台", "款台", "机号", "单号", "票号", "流水", "流水号", "订单号", "编号",
        "编码", "号码", "电话", "手机", "热线", "传真", "卡号", "会员号", "台号", "桌号", "桌台", "桌位", "店号",
        "税号", "日期", "时间", "序号", "工号", "柜号", "牌号", "批次", "授权", "参考号", "凭证号", "终端号", "商户号",
        "操作员", "营业员", "导购", "服务员", "开票", "信用代码", "邮编", "地址", "收银:", "条码", "货号", "款号",
        "会员卡号", "医保卡号", "医保号", "医保编号", "取餐", "排队", "座位", "证书", "税率", "汇率", "TEL", "PHONE", "FAX",
        "TABLE", "CASHIER",
        "TILL",
        "REGISTER", "TERMINAL", "POS", "INVOICENO", "RECEIPTNO", "ORDERNO", "BILLNO", "REFNO",
        "CARDNO", "NO",
        "MEMBERNO", "REGNO", "GSTNO", "GSTID", "GSTREG", "TAXID", "APPROVAL", "AUTH", "TRACE",
        "BATCH",
        "DATE", "TIME", "DATUM", "UHRZEIT", "SERVEDBY", "STAFF", "INVOICE", "HOTLINE", "COUNTER",
        "TERMINALID",
        "BELEG", "BELEGNR", "KASSE", "BEDIENER", "FILIALE", "STEUERNR", "USTID", "TRACENR", "BONNR",
        "MARKT", "TSE", "SIGNATUR", "SERIEN", "POSTCODE", "JALAN", "LOT", "ORDER", "CUSTOMERID",
        "微信号", "QQ号",
        "会员ID", "会计日", "会计日期", "营业日", "营业日期",
      ]
    ),
    (
      .change,
      [
        "找零", "找赎", "找续", "找回", "找补", "找您", "找现", "退零", "找零金额", "应找", "找钱", "CHANGE",
        "现金零", "付款现金零", "CHANGEDUE", "CHGDUE", "CHG", "RUCKGELD", "ZURUCK", "RÜCKGELD", "ZURÜCK",
        "找",
      ]
    ),
    (
      .points,
      [
        "积分", "POINTS", "POINT", "成长值", "PTS", "本次积分", "消费积分", "累计积分", "积分余额", "可用积分",
        "POINTSBALANCE", "STARS", "PUNKTE", "里程",
      ]
    ),
    (
      .balance,
      [
        "余额", "结余", "BALANCE", "剩余", "卡内", "储值", "充值", "SALDO", "卡余", "账户余额", "本金", "赠金",
        "CARDBALANCE", "上次余额", "REMAINING", "余值",
      ]
    ),
    (
      .discount,
      [
        "优惠", "折扣", "满减", "减免", "立减", "让利", "折让", "DISCOUNT", "DISC", "抵扣", "红包", "RABATT", "返现",
        "促销", "PROMO", "PROMOTION", "LESS", "积分抵现", "积分抵扣", "会员折扣", "免单", "扣减", "NACHLASS",
        "团购", "减", "直降", "特惠", "满折", "会员价优惠", "MARKDOWN", "REBATE",
        // Of 优惠金额, whose first character nobody could read.
        "惠金额",
        "会员价减", "会员减", "赠菜", "储值折扣", "储值优惠", "卡折扣",
      ]
    ),
    (
      .saved,
      ["已省", "节省", "共省", "省", "SAVED", "SAVINGS", "YOUSAVED", "GESPART", "已优惠", "本次优惠", "立省"]
    ),
    (
      .coupon,
      [
        "代金券", "优惠券", "抵用券", "礼券", "电子券", "商场券", "现金券", "团购券", "券", "VOUCHER", "COUPON",
        "GIFTVOUCHER", "ECOUPON", "提货券", "礼金", "GUTSCHEIN", "劵",
      ]
    ),
    (
      .rounding,
      [
        "抹零", "分币处理", "角分处理", "舍入", "去零", "免零", "尾数", "尾数处理", "舍去", "舍零", "四舍五入", "抹零金额", "零头",
        "抹分", "抹角",
        "ROUNDING", "ROUNDADJ", "ROUNDINGADJ", "ROUNDOFF", "RND", "ROUNDINGADJUSTMENT", "RUNDUNG",
        "ROUND",
        "系统抹零", "误差", "尾",
      ]
    ),
    (
      .deposit,
      [
        "未付", "未付金额", "未付余款", "未付尾款", "待付余款", "待付尾款", "定金", "订金", "DEPOSIT", "预付", "预收",
        "ANZAHLUNG", "已付订金",
        "已付定金", "预付款",
      ]
    ),
    (
      .quantity,
      [
        "数量", "件数", "总件", "商品总数", "商品数量", "商品件数", "总件数", "总数量", "份数", "人数", "客数", "QTY", "ITEMS",
        "ITEMCOUNT", "PAX", "COVERS", "件", "品项",
        "POSTEN", "GUESTS", "TOTALQTY", "TOTALITEMS", "NOOFITEMS", "NOOFITEM", "份", "品种", "位数",
        "ANZAHL", "ARTIKEL",
        "总份数", "QUANTITY", "TOTALITEM", "PIECES", "PCS",
      ]
    ),
    (
      .price,
      [
        "单价", "人均", "人均消费", "UNITPRICE", "UPRICE", "均价", "金价", "工费", "每克", "PRICEG", "时价", "PREIS",
        "市价",
        "牌价",
      ]
    ),
    (
      .tax,
      [
        "税额", "税金", "GST", "VAT", "TAX", "MWST", "UST", "SST", "增值税", "税", "NETTO", "STEUER",
        "GSTAMT",
        "GSTAMOUNT", "TAXAMOUNT", "GSTSUMMARY", "BRUTTO", "消费税", "ZRL", "SR", "TAXINVOICE",
        "TAXSUMMARY",
      ]
    ),
    (
      .surcharge,
      [
        "服务费", "茶位", "餐位", "打包", "配送费", "运费", "包装费", "餐盒", "SERVICECHARGE", "SERVCHARGE", "SVCCHG",
        "SERVICE", "加一", "TIP", "手续费", "加工费", "DELIVERY", "SVC", "SCHARGE", "SERVICECHG", "SERVCHG",
        "SVCHG", "SERCHG", "SCHG", "纸巾",
        "快递费", "TIPS", "小费", "GRATUITY",
        "茶芥", "茶介", "茶资", "芥酱", "押金", "餐具", "调料费", "锅底费", "茶水费", "碗筷", "包间费", "包房费", "PFAND", "邮费",
        "SURCHARGE", "SVCHARGE",
      ]
    ),
    (
      .tendered,
      [
        "现金自付", "现金", "CASH", "TENDER", "TENDERED", "收您", "付现", "GEGEBEN", "BAR", "人民币", "纸币", "收现",
        "预收现金",
        "BARGELD", "CASHTENDERED", "AMOUNTTENDERED", "实收现金", "现金收款", "收取", "现金支付", "付款现金",
        "CASHPAID", "付现金", "收现金", "现金付款",
        "AMTTENDERED", "CASHRECEIVED", "ACCEPTED", "ACCEPTEDTOTAL", "INSERTED", "PAIDCASH", "顾客付",
        "现钞",
      ]
    ),
    (
      .paid,
      [
        "实付", "实交", "付讫", "收讫", "本次收款", "本次收款定金", "本次实收", "本次实付尾款", "实付尾款", "本次收尾款", "实际支付", "实际付款",
        "已付", "付了", "支付金额",
        "付款金额", "本次支付", "实付款", "付款合计", "支付合计", "已支付",
        "AMOUNTPAID", "TOTALPAID", "PAID", "顾客实付", "实缴", "消费支付", "扣款金额", "刷卡金额",
        "收款金额", "实际收款", "实际金额", "消费实付", "结账金额", "买单金额", "结算金额", "付款总额", "NETPAID",
        "已付金额", "已付款", "消费实收", "本次实付", "实付金额", "到账", "扣款", "BEZAHLT", "PAYMENTAMOUNT",
        "实支付", "现付", "实洋", "合计付款", "付款合计金额", "BETRAGBEZAHLT", "实结", "结账实收",
      ]
    ),
    (
      .received,
      [
        "实收", "实收金额", "已收", "收款", "RECEIVED", "实收合计", "收银", "收款合计", "实收款", "AMOUNTRECEIVED", "收到",
        // 实收(银联卡), in which stands 收银, too.
        "实收银联", "实收银行卡",
      ]
    ),
    (
      .due,
      [
        "应付", "应收", "应收款", "应付款", "应付金额", "应收金额", "应缴", "需付", "待付", "未付讫", "未收讫", "待收讫", "折后",
        "优惠后", "减后",
        "AMOUNTDUE",
        "BALANCEDUE",
        "TOTALDUE", "NETDUE", "TOTALPAYABLE", "PAYABLE", "NETTOTAL", "NETAMOUNT", "TOTALAFTER",
        "ZUZAHLEN",
        "折实", "会员折后", "成交", "净额", "净收", "NETT", "埋单", "买单", "应付合计", "应收合计", "交易金额", "应付总额", "DUE",
        "TOTALTOPAY", "TOPAY", "付款额", "结算", "实价", "NETTAMT", "TOTALNETT", "ROUNDEDTOTAL",
        "TOTALROUNDED", "TOTALAFTERROUNDING", "AFTERROUNDING", "TOTALAFTERADJ", "AFTERDISCOUNT",
        "ZAHLBETRAG", "ENDBETRAG", "NETPAYABLE", "税后", "最终", "会员价合计", "AFTERADJ", "ROUNDINGTOTAL",
      ]
    ),
    (
      .subtotal,
      [
        "小计", "原价", "商品合计", "商品总额", "商品金额", "SUBTOTAL", "SUBTTL", "吊牌", "吊牌合计", "吊牌总额", "吊牌额", "折前",
        "原价合计", "菜品合计",
        "菜品金额",
        "消费小计", "ZWISCHENSUMME", "原金额", "毛额", "GROSS", "优惠前", "折扣前", "BEFORE", "商品总价", "食品小计",
        "订单原价", "订单金额", "账单金额", "销售金额", "ITEMSTOTAL", "NETSALES", "EXCLGST", "EXCLUDINGGST",
        "EXCLTAX", "码洋", "ST", "行项目", "商品行项目", "FOODBEVERAGE", "FOODANDBEVERAGE", "菜品总额", "菜品小计",
        "酒水小计",
        "EXCLUDEGST", "EXGST", "SUBTL", "EXCLUDING", "EXCLUSIVE", "应税", "NETTOSUMME", "货款", "商品原价",
        "货品金额", "货品总额", "项目金额", "项目合计", "项目原价", "项目总额", "标价合计", "菜金", "菜金合计", "品项小计", "品项合计",
        "品项金额",
        "TOTALEXCL", "TOTALBEFORE", "GROSSTOTAL", "BEFOREDISCOUNT", "小结", "SUBTOT", "零售价", "标价",
        "TOTALEXCLUDINGGST", "TOTALEXCLGST", "ZWSUMME", "MERCHANDISE", "不含税", "未税",
      ]
    ),
    (
      .total,
      [
        "合计", "总计", "总额", "总金额", "共计", "消费合计", "消费总额", "总价", "合计金额", "TOTAL", "GRANDTOTAL", "TTL",
        "SUM", "SUMME", "GESAMT", "总消费", "TOTALINCLGST",
        "TOTALINCL", "含税合计", "价税合计", "总共", "金额合计", "本单合计", "本次消费", "消费金额", "合共", "总数",
        "TOTALAMOUNT",
        "TOTALSALES", "BILLTOTAL", "TOTALRM", "TOTALAMT", "金额", "AMOUNT", "AMT", "BETRAG",
        "GESAMTBETRAG",
        "RECHNUNGSBETRAG", "SALE", "SALES", "消费", "付款", "支付", "合计含税", "销售额",
        "账单总额", "共", "计",
        "总",
        "订单总额", "消费额", "TOTALSALESINCLUSIVEGST", "TOTALINCLUDINGGST", "TOTALINCLUSIVEOFGST",
        "收费", "全额",
        "收",
        "NET",
        "总额含税", "TOTALWITHGST", "小写",
        // What the reader makes of 總計 and 總額.
        "德计", "德额",
      ]
    ),
    (
      .means,
      [
        "个人账户支付", "个账支付", "医保支付", "医保卡", "统筹支付", "基金支付", "WXPAY", "票务平台",
        "微信", "支付宝", "银行卡", "刷卡", "银联", "云闪付", "信用卡", "储蓄卡", "VISA", "MASTER", "MASTERCARD",
        "WECHAT",
        "CARTEBANCAIRE", "WECHATPAY", "ALIPAY", "UNIONPAY", "QUICKPASS", "CARD", "DEBIT", "CREDIT",
        "八达通",
        "OCTOPUS", "数字人民币",
        "扫码",
        "会员卡", "购物卡", "礼品卡", "移动支付", "EFT", "NETS", "AMEX", "KARTENZAHLUNG", "MAESTRO", "PAYME",
        "美团",
        "第三方", "转账", "ECCARD", "KREDITKARTE", "EPS", "APPLEPAY", "街口", "储值卡", "储值支付", "在线支付",
        "线上支付",
        "银联二维码", "银联卡",
        "订单支付", "储值卡支付",
        "会员卡支付", "余额支付", "微信支付", "支付宝支付", "平台支付", "GIROCARD", "GIFTCARD", "STOREDVALUE",
        "MEMBERCARD", "BANKCARD", "CREDITCARD", "DEBITCARD", "聚合支付", "GRABPAY", "TOUCHNGO",
        "KARTE",
        "饿了么", "大众点评", "抖音", "VPAY", "PAIDONLINE", "APPPAY", "ONLINE", "BOOST", "花呗", "京东", "积分支付",
        "ECKARTE", "STOREDVALUECARD", "LASTSCHRIFT", "QR", "扫码支付", "PAYPAL", "WECHATPAYMENT", "财付通",
        "翼支付", "和包", "银联POS", "POS刷卡", "商场卡", "预付卡", "一卡通", "QRPAY", "SCANPAY", "MOBILEPAY", "ECNY",
        "CHARGE", "卡付", "收银联", "收微信", "收支付宝", "收银行卡", "收刷卡", "医保账户", "电子购物卡", "储值付", "条码支付",
      ]
    ),
    (
      // Behind the totals: TOTAL INCL. GST is a total.
      .inclusiveTax,
      [
        "INCLUSIVE", "INCLGST", "INCLUDINGGST", "INCLUSIVEOFGST", "INCLUSIVEGST", "INCLOFGST",
        "GSTINCLUSIVE", "GSTINCL", "GSTINCLUDED", "INCLTAX", "INCGST", "TAXINCL", "含税", "其中税额",
        "INCLVAT", "INKLMWST", "ENTHALTENE", "INKL", "INCLUDES", "INCLUDED", "TAXINCLUDED",
      ]
    ),
  ]
}
