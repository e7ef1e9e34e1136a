import Receipts

/// Whether a paper is one that a shop prints only once it is paid, whether or not it says so: who
/// buys a tea pays at the counter and waits for it. A bill before payment is a table's, an order's
/// or a form's.
enum PaidFirst {
  /// Words of trades where one pays first, all that a shop does: a 咖啡西餐 serves at tables, and so
  /// may a 甜品. What is weighed in a 超市 gets a label of its own before it is paid.
  private static let words = ["茶饮", "奶茶", "饮品", "咖啡", "烘焙", "面包", "冰淇淋", "冰激凌"].map { Key($0) }
  private static let trades = Set(
    ShopTrade.all.indices.filter { trade in
      ShopTrade.all[trade].words.contains(where: words.contains)
    })
  private static let ofFood = trades.union(ShopTrade.ofRestaurants)
    .union(ShopTrade.all.indices.filter(ShopTrade.isDish))
    .union(ShopTrade.trades(ofCategory: "快餐"))
  /// By what somebody is called who has paid; 自提 and 取货码 stand on orders as well.
  private static let pickUps = ["取餐号", "取茶号", "取单号", "取餐码", "取杯号"].map { Key($0) }

  /// Who sits at a table may pay when leaving.
  private static let tables = [
    "桌", "包厢", "包间", "包房", "房号", "房间", "卡座", "雅座", "雅间", "座位", "座号", "位号", "大厅", "餐位", "位数", "人数",
    "来客", "客位", "客数", "开台", "茶位", "服务费", "加菜", "落单", "开单", "服务员", "TABLE", "GUEST", "COVER", "TBL",
    "PAX", "SEAT", "ROOM", "SERVICE", "WAITER", "SERVER", "DINEIN", "西餐", "茶馆", "茶楼", "茶室", "咖啡厅",
    "TEAHOUSE",
    "RESTAURANT",
  ].map { Key($0) }
  /// What is ordered, and paid or left open later.
  private static let orders = [
    "未结", "挂单", "后付", "预订", "订购", "预定", "定金", "订金", "余款", "尾款", "尚欠", "欠款", "取货", "对账", "未付", "待付",
    "预付", "押金", "到付", "付款码", "收款码",
  ].map { Key($0) }
  /// What bills are headed by that are not told from others.
  private static let titles = ["账单", "帐单", "点单", "点菜单", "消费清单", "消费单", "订单", "预结单", "对账单"].map {
    Key($0)
  }
  /// Desks, of which none is a table.
  private static let desks = ["收银台", "前台", "平台", "款台", "柜台", "总台", "吧台", "服务台"]

  /// - Parameter trades: of the counter, as indices into ``ShopTrade/all``.
  static func isTold(by lines: [PrintedLine], trades: Set<Int>) -> Bool {
    let isOfDrinks = !trades.isEmpty && trades.isSubset(of: self.trades)
    let isOfFood = trades.isEmpty || !trades.isDisjoint(with: ofFood)
    guard isOfDrinks || isOfFood && lines.contains(where: isPickUp) else { return false }
    return !lines.contains { line in
      (tables + orders).contains(where: line.key.contains) || titles.contains(line.key)
        || isTable(line.key) || isSentToDesk(line.key) || MeansOfPayment.isAskedFor(by: line)
        || MeansOfPayment.isForm(line)
    }
  }

  /// 取餐号 4734, and not 请凭取餐号取餐.
  static func isPickUp(_ line: PrintedLine) -> Bool {
    line.key.count <= lettersOfPickUpMax
      && pickUps.contains { line.key.letters.starts(with: $0.letters) }
  }

  private static let lettersOfPickUpMax = 12

  /// 台:A08, 8号台
  private static func isTable(_ line: Key) -> Bool {
    desks.reduce(line.text) { $0.replacing($1, with: "") }.contains("台")
  }

  /// 到前台付款
  private static func isSentToDesk(_ line: Key) -> Bool {
    desks.contains(where: line.text.contains)
      && ["付", "结", "买单", "埋单"].contains(where: line.text.contains)
  }
}
