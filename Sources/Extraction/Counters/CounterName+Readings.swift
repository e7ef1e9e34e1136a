extension CounterName {
  /// What else the shop of a registered name may be called on its own papers, beside the name as it
  /// stands: with its brackets resolved, with its trade behind it, and without a stroke that readers
  /// lose.
  static func readings(of own: String) -> [String] {
    let parts = brackets(in: own)
    return [
      parts.flatMap(unbracketed), parts.flatMap(nameBesideCompany), withTradeBehind(own),
      withoutStroke(parts?.before ?? own),
    ].compactMap(\.self) + (parts.map(ownersNames) ?? [])
  }

  /// 盏灯 of 一盏灯: at a heading's beginning 一 is a rule to who looks for lines.
  private static func withoutStroke(_ name: String) -> String? {
    let key = Key(name)
    let rest = Key(letters: key.letters.dropFirst())
    guard key.letters.first == "一",
      ShopTrade.withoutAnyTrade(rest.letters[...]).count >= lettersBehindStrokeMin,
      !Brand.isKnown(rest),
      // 点点 is another's than 一点点.
      rest.letters[0] != rest.letters[1], !rest.letters.contains(where: \.isLatin),
      !ShopTrade.isTrade(rest.letters[...])
    else { return nil }
    return rest.text
  }

  private static let lettersBehindStrokeMin = 2

  private typealias Brackets = (before: String, inside: String, behind: String)

  /// 思凡(SIFAN)家纺 is 思凡家纺 SIFAN, and H&N（哈恩）服装 is H&N服装, as is H&N 服装（哈恩）.
  private static func unbracketed(_ parts: Brackets) -> String? {
    let inside = Key(parts.inside)
    if inside.letters.allSatisfy(\.isLatin) {
      return "\(parts.before)\(parts.behind) \(parts.inside)"
    }
    let (name, trade) = (Key(parts.before).letters, Key(parts.behind).letters)
    let latin = name.prefix(while: \.isLatin)
    let isCalledBesides =
      !latin.isEmpty && isOtherName(parts.inside)
      && (latin.count == name.count
        ? ShopTrade.isTrade(trade[...])
        : trade.isEmpty && ShopTrade.isTrade(name[latin.endIndex...]))
    return isCalledBesides ? parts.before + parts.behind : nil
  }

  /// 马家拉面 and 马家牛肉面 of 兰州拉面（马家）: before the brackets stands what many are called, and in them whose
  /// it is; of 云南米线（过桥） it is how they are cooked.
  private static func ownersNames(_ parts: Brackets) -> [String] {
    let before = Key(parts.before).letters[...]
    let dish = before.dropFirst(city(before: before) ?? 0)
    let owner = parts.inside.replacing(#/^个体(?:户)?\s*/#, with: "")
    let isOwner =
      owner.count < parts.inside.count || owner.hasPrefix("老")
      || endsOfOwners.contains(where: owner.hasSuffix)
    guard parts.behind.isEmpty, dish.count < before.count, ShopTrade.isTrade(dish), isOwner,
      isOtherName(owner)
    else { return [] }
    let word = Key(letters: dish).text
    return (noodlesOfLanzhou.contains(word) ? noodlesOfLanzhou : [word]).map { owner + $0 }
  }

  private static let endsOfOwners = ["记", "家", "氏"]
  private static let noodlesOfLanzhou = ["拉面", "牛肉面"]

  /// 沈记老妈蹄花 of 绵阳市涪城区沈记蹄花餐饮店（沈记老妈蹄花）: before the brackets stands who pays the taxes.
  private static func nameBesideCompany(_ parts: Brackets) -> String? {
    let (before, inside) = (Key(parts.before), Key(parts.inside))
    let isRegistered =
      city(before: before.letters[...]).map { before.letters[$0] == "市" } ?? false
      || companyForms.contains { before.letters.hasSuffix($0) }
    guard parts.behind.isEmpty, isRegistered, inside.count >= lettersBesideCompanyMin,
      before.contains(Key(letters: inside.letters.prefix(lettersAlike))),
      !SideShop.ofNames.contains(where: parts.inside.contains)
    else { return nil }
    return parts.inside
  }

  /// 有鸣堂零食 of 零食有鸣堂.
  private static func withTradeBehind(_ own: String) -> String? {
    let letters = Key(own).letters
    let trade = ShopTrade.goodsBefore.first { letters.starts(with: $0.letters) }
    guard let trade else { return nil }
    let name = Key(letters: letters.dropFirst(trade.count))
    guard name.count >= lettersBehindTradeMin, !name.letters.contains(where: \.isLatin),
      !ShopTrade.holdsTrade(name.letters[...]), name.letters.last != "店",
      !isPlaceName(name.letters[...])
    else { return nil }
    return name.text + trade.text
  }

  /// A name that a shop has beside another, and no trade nor other shop's: 哈恩, 马家.
  private static func isOtherName(_ text: String) -> Bool {
    let key = Key(text)
    return lettersOfOtherName.contains(key.count) && !ShopTrade.holdsTrade(key.letters[...])
      && !SideShop.ofNames.contains(where: text.contains) && key.letters.last != "店"
      && !placesOfMalls.contains(where: text.contains)
  }

  private static let lettersOfOtherName = 2...6
  private static let lettersBesideCompanyMin = 3
  private static let lettersAlike = 2
  private static let lettersBehindTradeMin = 3
}
