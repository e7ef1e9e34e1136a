import Receipts

/// Whether a paper is one that a shop prints only once it is paid, whether or not it says so: who buys a
/// tea pays at the counter and waits for it. A bill before payment is a table's.
struct PaidFirst {
  /// Words of trades where one pays first; a 甜品 or 快餐 may be a restaurant's.
  private static let words = ["茶饮", "奶茶", "饮品", "咖啡", "烘焙", "面包", "冰淇淋", "冰激凌", "超市", "便利"].map {
    Key($0)
  }
  private static let trades = Set(
    ShopTrade.all.indices.filter { trade in
      ShopTrade.all[trade].words.contains(where: words.contains)
    })
  /// What is called out, once the order is made.
  private static let pickUps = ["取餐号", "取茶号", "取单号", "取餐码", "取货码", "取杯号", "自提", "自取"].map {
    Key($0)
  }
  /// Who sits at a table may pay when leaving.
  private static let tables = [
    "桌", "台号", "台位", "餐台", "包厢", "包间", "人数", "开台", "客位", "客数", "TABLE", "GUEST", "COVER", "TBL",
  ].map { Key($0) }

  /// - Parameter trades: of the counter, as indices into ``ShopTrade/all``.
  static func isTold(by lines: [PrintedLine], trades: Set<Int>) -> Bool {
    guard !trades.isDisjoint(with: self.trades) || lines.contains(where: isPickUp) else {
      return false
    }
    return !lines.contains { line in
      tables.contains(where: line.key.contains) || MeansOfPayment.isAskedFor(by: line)
        || MeansOfPayment.isForm(line)
    }
  }

  /// 自提·堂食, 取餐号 4734, and not 请凭取餐号到前台.
  private static func isPickUp(_ line: PrintedLine) -> Bool {
    line.key.count <= lettersOfPickUpMax
      && pickUps.contains { line.key.letters.starts(with: $0.letters) }
  }

  private static let lettersOfPickUpMax = 12
}
