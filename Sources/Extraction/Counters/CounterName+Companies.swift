extension CounterName {
  /// Of 佛山乐曦食品有限公司 the 乐曦: what stands between the city and what the company does. `nil`
  /// where the name is no company's.
  static func companyCore(of key: Key) -> Range<Int>? {
    guard let form = companyForms.first(where: { ends(key.letters[...], with: $0) }) else {
      return nil
    }
    var end = key.count - form.count
    while let trade = tradesOfCompanies.first(where: { ends(key.letters[..<end], with: $0) }) {
      end -= trade.count
    }
    let city = city(before: key.letters[..<end]) ?? 0
    return end - city >= 2 ? city..<end : nil
  }

  /// What a line has around a name as a company has: 长沙 before it, 餐饮有限公司 behind. Who runs a
  /// mall, 天虹商业管理有限公司, may stand on the papers of all its shops.
  static func isCompany(before: ArraySlice<Unicode.Scalar>, after: ArraySlice<Unicode.Scalar>)
    -> Bool
  {
    guard before.isEmpty || isCity(before) else { return false }
    var end = after[...]
    guard let form = companyForms.first(where: end.hasSuffix)
    else { return false }
    end = end.dropLast(form.count)
    // 珠宝金行(成都)有限公司
    end = end.dropLast(city(behind: end) ?? 0)
    while let trade = tradesOfCompanies.first(where: end.hasSuffix) {
      end = end.dropLast(trade.count)
    }
    let after = Key(letters: after)
    return end.isEmpty && !operators.contains { after.contains($0) }
  }

  static let operators = ["商业", "百货", "投资", "物业"].map { Key($0) }

  static func ends(_ letters: ArraySlice<Unicode.Scalar>, with word: Key) -> Bool {
    letters.count > word.count && letters.hasSuffix(word)
  }

  static let companyForms = ["股份有限公司", "有限责任公司", "有限公司", "股份有限公", "有限公", "公司"].map { Key($0) }

  static let tradesOfCompanies = [
    "食品", "餐饮管理", "餐饮服务", "企业管理", "品牌管理", "儿童用品", "母婴用品", "家居用品", "用品", "连锁", "零售", "皮具", "箱包",
    "钟表", "教育", "餐饮", "饮食", "服饰", "服装", "鞋业", "商贸", "贸易", "商业", "实业", "珠宝", "首饰", "化妆品",
    "日用品", "百货", "科技", "电子", "通讯", "电器", "家居", "文化", "体育用品", "玩具", "眼镜", "医药", "美容", "健康",
    "娱乐", "影视", "影院", "金行", "银楼", "酒店", "管理", "投资", "发展", "销售", "服务", "集团",
  ].map { Key($0) }

  /// Whether letters say that a name is a company's.
  static func holdsCompanyForm(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    companyForms.contains(where: Key(letters: letters).contains)
  }

  /// Whether letters say what makes two names of one: 眼镜, 咖啡.
  static func holdsTradeOfShop(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    let key = Key(letters: letters)
    return ShopTrade.goods.contains { key.contains($0) }
      || ShopTrade.shops.contains { key.contains($0) }
  }
}
