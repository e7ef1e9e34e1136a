extension Lexicon {
  static let vagueTimes: Set<String> = [
    "日期", "时间", "DATE", "TIME", "DATETIME", "DATUM", "UHRZEIT", "ZEIT", "SALE", "IN", "开票",
    "营业日", "营业日期", "会计日", "会计日期", "BUSINESSDATE",
  ]

  /// 进:2026-11-18 19:48 and 结:2026-11-18 20:29, of whoever keeps time.
  static let wholeTimes: Set<String> = ["进", "结"]

  /// What is on: on such a paper 入场 tells when it begins.
  static let shows = ["场次", "影厅", "座位", "影片", "放映", "演出", "SEAT", "SCREEN"]

  static let times: [(TimeLabel, [String])] = [
    (
      .other,
      [
        "有效期", "生产日期", "送达", "预约", "到期", "保质", "放映", "场次", "VALID", "EXPIRY", "EXPIRES", "预计",
        "自提",
        "取餐时间", "取货", "取镜", "取件", "取衣", "观影", "活动", "截止", "税号", "预订", "有效", "期限", "开场", "起飞", "交货",
        "VALIDUNTIL",
        "营业时间", "OPENINGHOURS", "OFFNUNGSZEITEN", "HOURS", "期间", "EXPECTED", "READY", "DUEDATE",
        "使用日期",
        "补打", "重印", "重打", "REPRINT", "REPRINTED", "补打时间", "重打时间", "重印时间", "补印", "再印", "出生", "生日",
        "取餐", "配送", "预期", "预计制作完成", "预计完成", "制作完成", "PICKUP", "GUELTIG", "GÜLTIG", "送货", "安装",
        "期",
        "SHOWTIME", "BESTBEFORE",
        "DELIVERY",
        "COLLECT", "DELIVERBY",
        "上次", "上次消费", "上次消费时间", "上次消费日期", "上次到店", "上次交易", "最近消费", "下次", "注册", "注册时间", "注册日期",
        "入会", "入会时间", "入会日期", "原交易时间", "原交易日期", "原销售时间",
        "原销售日期", "原单日期", "原单时间", "对账时间", "对账日期", "交班时间", "接班时间", "演出", "演出时间", "演出日期", "保养",
        "失效", "过期",
      ]
    ),
    (
      .printed,
      ["打印", "打印时间", "打单", "PRINTED", "PRINT", "出单", "列印", "打印日期", "PRINTTIME", "制单"]
    ),
    (
      .opened,
      [
        "开台", "入座", "开单", "到店", "OPENED", "OPEN", "TABLEOPENED", "开桌", "入席", "开始", "IN", "开台时间",
        "进店", "来店", "来店时间", "进场", "入店", "起台", "起", "进",
        "入场", "SEATED", "TIMEIN", "ARRIVED", "到店时间", "CHECKIN", "开单时间", "STARTED", "START",
      ]
    ),
    (
      .ordered,
      [
        "下单", "点单", "点餐", "点菜", "订单时间", "ORDERED", "ORDERTIME", "落单", "接单", "下单时间", "点菜时间",
        "ORDERDATE", "订单日期", "叫起",
      ]
    ),
    (
      .paid,
      [
        "结账", "付款", "支付", "交易", "消费", "收银", "销售", "结算", "买单", "成交", "PAID", "PAIDAT", "TRANSDATE",
        "SETTLED",
        "CHECKOUT", "离店结账", "埋单", "CLOSED", "收款", "完成", "SALE", "TRANSACTION", "结账时间", "付款时间",
        "支付时间",
        "交易时间",
        "销售时间", "收银时间", "消费时间", "PAYMENT", "INVOICEDATE", "SALESDATE", "交易日期", "销售日期", "消费日期",
        "离场", "离店", "离席", "离座", "会计", "CLOSE", "售票", "售票时间", "出票", "购票", "购票时间", "结单", "SETTLE",
        "TIMEOUT",
        "BILLDATE",
        "RECEIPTDATE", "结", "交款", "交款时间", "交款日期", "缴款时间", "缴款日期",
      ]
    ),
    (
      .plain,
      [
        "日期", "时间", "DATE", "TIME", "DATETIME", "DATUM", "营业日", "开票",
        // 客户：郭先生 日期：, and no 生日.
        "先生日期", "单据日期", "UHRZEIT", "ZEIT",
        "日期时间",
        "BUSINESSDATE", "营业日期", "小票日期", "会计日", "会计日期", "单据时间", "开票日期", "账单日期", "账单时间",
      ]
    ),
  ]
}
