/// Words by which a brand tells the shops that it has beside those of its name alone: 李宁童装 is not
/// 李宁, nor 肯德基甜品站 肯德基. To know another such word is to write it here.
enum SideShop {
  /// A kiosk, whose own papers say so as well.
  static let kiosks = ["窗口", "甜品站", "快闪"]
  /// Of a cinema, whose tickets name none.
  static let snackBars = ["卖品", "小卖"]
  /// What stands on a ticket.
  static let wordsOfTickets = ["影厅", "场次", "座位", "放映"]
  /// Where what is left over is sold.
  private static let outlets = ["奥莱", "折扣", "工厂"]
  private static let takeaways = ["外卖", "外带", "外送"]
  private static let forSome = ["童装", "女装", "男装", "儿童"]
  /// What follows a name, and stands in no brackets of a branch.
  private static let inNames = [
    "小馆", "荟", "男士", "女士", "KIDS", "MINI", "YOUNG", "BABY", "OUTLET", "HOME", "小食",
  ]
  /// What brands call any shop, which tells none of its branches either.
  private static let titles = ["旗舰", "专卖", "专营", "体验", "概念", "精品", "直营", "加盟", "形象", "生活", "授权"]

  private static let all = kiosks + outlets + takeaways + forSome

  /// Behind a name they make it another shop's.
  static let ofNames = all + inNames
  /// A 店 of such is no branch: 童装店, 旗舰店.
  static let ofNoBranch = (all + titles + ["MINI", "定制"]).map { Key($0) }
  /// Behind a name on a paper, or below it, they say that the paper is another shop's.
  static let ofPapers = kiosks + ["工厂店", "折扣店"]
}
