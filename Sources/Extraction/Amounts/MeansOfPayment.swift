import Receipts

/// What purchases are paid by, 微信 or 银行卡, and what lines say of it: paid so, may be paid so, or
/// asked for.
enum MeansOfPayment {
  /// A means of payment and nothing else.
  static func isName(_ key: Key) -> Bool {
    if isWhollyMeans(key) { return true }
    // 礼品卡 Gift Card is one, 微信/Alipay are two.
    let latin = Key(
      letters: key.letters.suffix(key.letters.reversed().prefix(while: \.isLatin).count))
    let chinese = Key(letters: key.letters.dropLast(latin.count))
    return translations[latin]?.contains(chinese) ?? false && isWhollyMeans(chinese)
  }

  private static let translations: [Key: [Key]] = [
    "GIFTCARD": ["礼品卡", "礼卡", "购物卡"], "WECHAT": ["微信", "微信支付"], "WECHATPAY": ["微信", "微信支付"],
    "ALIPAY": ["支付宝"], "CASH": ["现金"], "CREDITCARD": ["信用卡"], "BANKCARD": ["银行卡"], "CARD": ["银行卡"],
    "UNIONPAY": ["银联", "银联卡"],
  ].reduce(into: [:]) { $0[Key($1.key)] = $1.value.map { Key($0) } }

  private static func isWhollyMeans(_ key: Key) -> Bool {
    guard let match = AmountFacts.finder.match(in: key) else { return false }
    return match.likeness == 1 && [.means, .tendered].contains(match.meaning)
      && match.range.count == key.count
  }

  /// 微信支付; a card's price may stand beside the other, 储值卡 80.00.
  static func isWallet(_ key: Key) -> Bool {
    wallets.contains(where: key.text.hasPrefix) && !key.text.hasPrefix(AmountFacts.storedValue)
      && isName(key)
      && !isInviting(key)
  }

  private static let wallets = ["微信", "支付宝", "银联", "云闪付", "信用卡", "银行卡", "储值", "刷卡"]

  /// 扫码支付 stands beside a code to scan before it is paid, 会员卡 and 美团 beside a price for those
  /// who have one.
  static func isInviting(_ means: Key) -> Bool {
    invitingMeans.contains { means.contains($0) }
  }

  private static let invitingMeans = [
    "扫码", "在线", "移动", "聚合", "平台", "订单", "QR", "SCAN", "ONLINE", "MOBILE", "会员", "美团", "点评", "抖音",
    "饿了么", "第三方", "CHARGE",
  ].map { Key($0) }

  /// 支付方式: 微信, 支付: 微信扫码, and not what invites to pay so.
  static func isTold(by key: Key) -> Bool {
    // 支付 微信(扫码付)
    let word = key.text.hasPrefix("支付") ? key.text.dropFirst(2) : ""
    if word.hasSuffix("扫码付"), isWallet(Key(String(word.dropLast(3)))) { return true }
    let isBegun =
      begins.contains { key.letters.starts(with: $0.letters) }
      && !persons.contains { key.letters.starts(with: $0.letters) }
    let isOfName = key.letters.starts(with: Key("支付宝").letters)
    if key.contains(tender), isTendered(key) { return true }
    // 付 微信支付: by what, right behind the word for paid.
    let means = Key(String(key.text.dropFirst()))
    if key.text.hasPrefix("付"), isName(means), !isInviting(means) { return true }
    // 支払方法, whose second sign no reader at hand knows.
    let isJapanese = key.text.hasPrefix("支") && key.text.dropFirst(2).hasPrefix("方法")
    return (isBegun && !isOfName || isJapanese || waysOfPayment.contains(where: key.contains))
      && !invitations.contains(where: key.contains)
      && AmountFacts.finder.exactMatches(in: key).contains {
        AmountFacts.labelsOfPayment.contains($0.meaning)
      }
  }

  private static let waysOfPayment = ["方式", "PAYMENT", "PAIDBY"].map { Key($0) }

  private static let begins = ["支付", "付款", "收款", "结算", "SETTLEMENT", "PAIDWITH", "PAIDVIA"].map {
    Key($0)
  }

  /// Who takes the money, and where: every paper of a till may name them.
  private static let persons = ["收款员", "收款人", "收款台", "收款机", "付款人", "付款码", "收款专用", "收款单位"].map {
    Key($0)
  }

  private static let invitations = [
    "支持", "可用", "请", "欢迎", "扫码付", "收银台", "ACCEPT", "CASHIER",
  ].map { Key($0) }

  /// Tender CASH, WeChat Pay/Tender 88.00; not Bartender, nor Beef Tenderloin.
  private static func isTendered(_ key: Key) -> Bool {
    let words = key.text.filter { !$0.isNumber }
    let rest =
      words.hasPrefix(tender.text)
      ? words.dropFirst(tender.count)
      : words.hasSuffix(tender.text) ? words.dropLast(tender.count) : ""
    return !rest.isEmpty && isName(Key(rest))
  }

  private static let tender = Key("TENDER")

  /// 支付方式：□微信 □支付宝 □现金, 实付：________: what may be filled in.
  static func isForm(_ line: PrintedLine) -> Bool {
    if line.texts.contains(where: { String($0.characters).contains("__") }) { return true }
    let named = namesOfMeans.filter { names in names.contains(where: line.key.contains) }
    // A reader takes an empty box for a character, and 、 is folded to a comma.
    let isChoice =
      line.text.characters.contains { "□○/,".contains($0) }
      || named.joined().contains { name in
        boxes.contains { line.key.contains(Key($0 + name.text)) }
      }
    return named.count > (isChoice ? 1 : 2)
      && !MoneyScanner.tokens(in: line.text).contains { $0.decimals == 2 }
  }

  /// Where vouchers of shops are bought.
  static let platforms = ["美团", "点评", "抖音", "口碑", "快手"]

  static let boxes = ["口", "囗", "O", "D"]

  private static let namesOfMeans = [
    ["微信"], ["支付宝"], ["现金"], ["银行卡", "刷卡", "银联", "信用卡", "云闪付"],
    ["会员卡", "储值卡"], ["提货卡", "购物卡"],
  ].map { $0.map { Key($0) } }

  /// 请到前台结账
  static func isAskedFor(by line: PrintedLine) -> Bool {
    guard let place = line.key.range(of: please)?.upperBound else { return false }
    let rest = Key(letters: line.key.letters[place...])
    // 请保管好小票，凭收银小票退换 asks for nothing.
    let words = Key(papersOfPayment.reduce(rest.text) { $0.replacing($1, with: "") })
    return wordsOfPaying.contains(where: words.contains)
      || placesOfPaying.contains { place in
        words.range(of: place).map { $0.lowerBound <= lettersBeforePlaceMax } ?? false
      }
  }

  private static let lettersBeforePlaceMax = 4

  private static let papersOfPayment = [
    "收银小票", "收银凭证", "收银单", "收银条", "支付凭证", "付款凭证", "结账单", "结帐单", "结账小票", "结帐小票", "付款小票",
    "支付小票", "离开收银台", "离开前台",
  ]

  private static let please = Key("请")

  private static let wordsOfPaying = ["结账", "结帐", "付款", "买单", "埋单", "支付"].map { Key($0) }

  private static let placesOfPaying = ["前台", "收银"].map { Key($0) }

  /// 待支付, 预付款, 请扫码付款, 支持付款方式.
  private static let wordsOfNoPayment = [
    "未", "待", "预", "需", "可", "请", "扫码", "支持", "欢迎", "推荐", "订金", "定金",
  ]

  /// 扫码付 and 支持: the words invite to pay by what they name.
  static func isInvitation(_ key: Key) -> Bool { invitations.contains(where: key.contains) }

  /// 待支付, 预付款: the words tell of no payment that was made.
  static func isNone(_ words: String) -> Bool { wordsOfNoPayment.contains(where: words.contains) }

  /// 微信支付, Alipay: an account on a phone, from which nobody is given change.
  static func isPhoneNamed(in words: String) -> Bool { phones.contains(where: words.contains) }

  private static let phones = ["微信", "支付宝", "云闪付", "WECHAT", "ALIPAY"]

  /// 微信支付, 银联卡: it is named among the words.
  static func isWalletNamed(in words: String) -> Bool { wallets.contains(where: words.contains) }
}
