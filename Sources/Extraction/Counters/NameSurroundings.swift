import Receipts

/// What stands around names without belonging to them: the mall's name, a city, a company's form.
struct NameSurroundings {
  private let lines: [PrintedLine]
  private let places: [Key]

  init(_ lines: [PrintedLine], register: CounterIndex) {
    self.lines = lines
    places = register.places
  }

  private static let shop: Unicode.Scalar = "店"
  /// What a paper calls itself behind a shop's name; those that hold others come first.
  private static let titles = [
    "商品销售单", "商品销售凭证", "销售出库单", "销售小票", "收银小票", "购物小票", "消费小票", "结账小票", "销售凭证", "消费凭证", "交易凭证",
    "收款凭证", "消费账单", "销售清单", "购物清单", "销售单", "消费单", "结账单", "结帐单", "点菜单", "出库单", "收银单", "小票", "账单",
    "收据", "会籍收款单", "收款单", "商品送货单", "送货单", "交款凭证", "缴款凭证", "结算单", "订购单", "维修单", "销售订单", "洗衣单",
    "结账明细", "消费清单", "消费明细", "收银凭证", "购物凭证", "付款凭证", "结账凭证", "提货单", "服务单", "寄存单", "专柜",
  ].map { Key($0) }
  /// A mall's name has so many letters at least.
  private static let lettersMin = 2
  /// 国际 and 中心 are parts of many.
  private static let innerLettersMin = 3

  /// Whether all that shares its words with a name is such: 洋湖环宇城·温野菜, 长沙始祖鸟有限公司,
  /// SAREN FASHION @ Sunrise Mall.
  func fill(around range: Range<Int>, on line: Key, words: [Range<Int>], of index: Int) -> Bool {
    let touched = words.filter { $0.overlaps(range) }
    let isLatin = line.letters[range].allSatisfy(\.isLatin)
    // Where letters are Latin the words beside the name may belong to it.
    let start = isLatin ? 0 : min(touched.first?.lowerBound ?? 0, range.lowerBound)
    let end = isLatin ? line.count : max(touched.last?.upperBound ?? line.count, range.upperBound)
    let before = line.letters[start..<range.lowerBound]
    var after = line.letters[range.upperBound..<end]
    // 简汐蹦床 by itself is a part of 简汐蹦床公园 all the same.
    guard !before.isEmpty || !after.isEmpty else { return false }
    if CounterName.isCompany(before: before, after: after) { return true }
    if let title = Self.titles.first(where: { after.suffix($0.count).elementsEqual($0.letters) }) {
      after = after.dropLast(title.count)
      // 北生禾菜馆消费单
      if before.isEmpty, after.isEmpty { return true }
    }
    if after.last == Self.shop { after = after.dropLast() }
    return [before, after].allSatisfy { $0.isEmpty || isPlace($0, besides: index) }
  }

  /// The mall's name, as the register's branches or another line of the paper, its address, tell.
  private func isPlace(_ letters: ArraySlice<Unicode.Scalar>, besides index: Int) -> Bool {
    guard letters.count >= Self.lettersMin else { return false }
    let place = Key(String(String.UnicodeScalarView(letters)))
    return places.contains { branch in
      branch.letters.starts(with: letters)
        || letters.count >= Self.innerLettersMin && branch.contains(place)
    }
      || lines.contains { $0.index != index && isAddress($0, of: place) }
  }

  /// An address has the place behind a street and a number: 中山北路174号印象里4F, 8 Orchard Road. An
  /// item, 桌号5 烧烤拼盘 58.00, is none.
  private func isAddress(_ line: PrintedLine, of place: Key) -> Bool {
    guard line.text.hasDigit, let range = line.key.range(of: place) else { return false }
    let before = line.key.letters[..<range.lowerBound]
    let hasWay = before.indices.contains { index in
      let isWay = before[index] == "路" || before[index] == "街" || before[index] == "巷"
      return isWay && index + 1 < before.endIndex && before[index + 1].isDigit
    }
    return hasWay
      || Self.ways.contains { line.key.contains($0) } && before.contains(where: \.isDigit)
  }

  private static let ways = ["ROAD", "STREET", "AVENUE", "JALAN"].map { Key($0) }
}
