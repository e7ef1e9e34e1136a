import Receipts

/// Malls and who runs them. To know another is to write it here.
enum KnownMall {
  /// Of which there is one in every city, so that a brand's shop in another of them hands out papers
  /// that are like those of its shop in this mall: 星巴克(大悦城店).
  private static let names = [
    "万达广场", "万达茂", "大悦城", "万象城", "万象汇", "万象天地", "吾悦广场", "银泰城", "银泰中心", "银泰百货", "龙湖天街", "来福士",
    "凯德广场", "凯德MALL", "印象城", "宝龙广场", "宝龙城", "爱琴海购物", "永旺梦乐城", "王府井百货", "王府井购物", "合生汇", "万科广场",
    "环宇城", "荟聚", "环球港", "苏宁广场", "万汇城", "摩尔城", "太古里", "太古汇", "恒隆广场", "国贸商城", "正佳广场", "天河城", "港汇恒隆",
    "大融城", "恒隆", "正佳", "SKP", "世茂广场", "海岸城", "五彩城", "新世界百货", "百盛购物", "茂业天地", "金鹰国际", "奥特莱斯",
    "世纪金源购物", "中粮祥云",
  ].map { Key($0) }

  /// Of which a city has several, each in its district.
  static let chains = [
    "万达", "万象", "大悦", "来福士", "银泰", "吾悦", "天街", "凯德", "印象城", "宝龙", "爱琴海", "龙湖", "奥莱", "奥特莱斯", "永旺",
    "天虹", "王府井", "合生汇", "万科", "环宇城", "荟聚", "世纪金源", "环球港", "苏宁", "百联", "万汇", "摩尔城",
  ].map { Key($0) }
  /// Who runs malls under a name of their own, and two words that only such names have.
  static let operators = [
    "新世界", "百盛", "金鹰", "茂业", "大洋", "华联", "华润", "印力", "恒隆", "太古", "新光", "远洋", "中粮", "保利", "绿地", "王府",
    "商业", "百货",
  ].map { Key($0) }

  /// Who runs malls as well, and shops of every trade in them: 百联 is not 百联眼镜.
  static func isOwner(_ name: Key) -> Bool { owners.contains(name) }

  private static let owners = Set(chains + operators + names)

  /// Those that nothing in a register's names and branches speaks of.
  static func others(than own: [Key]) -> [Key] {
    names.filter { name in
      // 深圳湾万象城, and of 万象 alone any of them.
      let lead = Key(letters: name.letters.prefix(lettersOfChain))
      return !own.contains { $0.contains(name) || $0.contains(lead) }
    }
  }

  private static let lettersOfChain = 2

  /// Whether a line says that its shop is in one of them: 星巴克(大悦城店), 门店:万象城A座, 大悦城购物中心.
  ///
  /// - Parameter isHead: the line is of the paper's heading.
  static func isNamed(on line: Key, isHead: Bool, among malls: [Key]) -> Bool {
    guard isHead || CounterLabel.isAbout(unitOn: line) else { return false }
    return malls.contains { mall in
      guard let range = line.range(of: mall) else { return false }
      return isPlace(behind: line.letters[range.upperBound...])
        && !invitations.contains(where: line.text.contains)
    }
  }

  /// Behind a mall's name nothing stands, or where in it: 朝阳店, 一楼店, A座, L1-05. 万象城路18号 is a street, and
  /// 荟聚天下好茶 no mall.
  private static func isPlace(behind letters: ArraySlice<Unicode.Scalar>) -> Bool {
    let text = String(String.UnicodeScalarView(letters))
    guard !CounterName.isStreet(letters), !nearby.contains(where: text.hasPrefix) else {
      return false
    }
    return letters.allSatisfy { $0.isLatin || $0.isDigit } && letters.count <= lettersOfUnitMax
      || beginnings.contains(where: text.hasPrefix)
      || letters.count <= lettersOfPlaceMax && ends.contains(where: text.hasSuffix)
  }

  private static let lettersOfUnitMax = 8
  private static let lettersOfPlaceMax = 10
  private static let beginnings = ["店", "购物中心", "商场", "专柜", "分店", "门店"]
  private static let ends = [
    "店", "层", "楼", "区", "座", "期", "馆", "厅", "铺", "柜", "F", "号", "中心", "中庭", "广场",
  ]
  private static let nearby = ["站", "旁", "对面", "附近"]
  private static let invitations = [
    "其他", "其它", "更多", "各门店", "全国", "通用", "可用", "优惠", "活动", "会员", "关注", "公众号", "均可", "券",
  ]
}
