import Receipts

/// What tills and department stores call the place where something was sold, before its name or its
/// number: 专柜:兰蔻, 柜组247630, 铺位号 L2-69.
enum CounterLabel {
  /// Before a shop's name, alone or with 名称.
  private static let ofShops = [
    "专柜", "柜组", "柜台", "品牌", "商户", "商家", "店名", "店铺", "商铺", "门店",
  ]
  /// Before a place's number.
  private static let ofPlaces = ["柜号", "铺位", "店号", "单元", "铺号", "号铺"]
  /// Before whose goods they are, who may have several counters.
  private static let ofSellers = ["部门", "厂商", "名称"]
  private static let latin = ["SHOP", "STORE", "UNIT", "COUNTER", "MERCHANT", "LOT", "SUITE"]
  private static let naming = "名称"

  /// All that stands before the colon of a line that names a shop.
  private static let beforeShop = Set((ofShops + ofShops.map { $0 + naming }).map { Key($0) })
  private static let beforeUnit =
    (ofShops.filter { !["品牌", "商家"].contains($0) } + ofPlaces + latin).map { Key($0) }
  private static let beforeAny =
    (ofShops.map { $0 + naming } + ofShops + ofPlaces + ofSellers).map { Key($0) }

  /// Whether a line that begins so goes on with a shop's name.
  static func namesShop(_ label: Key) -> Bool { beforeShop.contains(label) }

  /// Where the words for a shop's name end that a line begins with, without a colon before the name.
  static func end(beforeNameIn characters: [PrintedCharacter]) -> Int? {
    beforeColumn.first { characters.count > $0.count && characters.starts(with: $0) }?.count
  }

  private static let beforeColumn = ["商户", "门店", "店铺"].map { PrintedCharacter.array($0 + naming) }

  /// What an item may be of as well.
  static func isOfGoods(_ label: Key) -> Bool { label.text.hasPrefix("品牌") }

  /// Whether a line tells of a place, and with it, it may be, of the place's code.
  static func isAbout(unitOn line: Key) -> Bool { beforeUnit.contains(where: line.contains) }

  /// 铺位号: names an 铺位, whose code follows.
  static func endsWithUnit(_ words: String) -> Bool {
    let number = ["编号", "号", "NO"].first(where: words.hasSuffix)
    let place = number.map { String(words.dropLast($0.count)) } ?? words
    return beforeUnit.contains { place.hasSuffix($0.text) }
  }

  /// Whether a line says in which mall's shop it was printed: 店铺:瑞景天地, 销售门店苏州澄湖天地店.
  static func names(
    mallOn line: Key, _ isPlace: (ArraySlice<Unicode.Scalar>) -> Bool
  ) -> Bool {
    guard let label = beforeBranch.first(where: { line.letters.starts(with: $0.letters) }) else {
      return false
    }
    var place = line.letters.dropFirst(label.count)
    while place.last.map({ $0.isLatin || $0.isDigit }) ?? false { place = place.dropLast() }
    if place.last != shop { place = ArraySlice(place + [shop]) }
    return ShopHeading.isShop(ofMall: place, isPlace)
  }

  private static let shop: Unicode.Scalar = "店"
  private static let beforeBranch = [
    "销售门店", "门店名称", "店铺名称", "门店", "店铺", "店名", "分店",
  ].map { Key($0) }

  /// Whether a line begins with the words for a counter.
  static func begins(_ line: Key) -> Bool {
    beforeAny.contains { line.letters.starts(with: $0.letters) }
  }

  /// What stands behind 部门547112 or 柜组247630商户: the words for a counter, each with its number.
  static func dropped(from letters: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var rest = letters
    while let label = beforeAny.first(where: { rest.starts(with: $0.letters) }) {
      rest = rest.dropFirst(label.count).drop(while: \.isDigit)
    }
    return rest
  }
}
