import Receipts

/// What tells that something was paid, and by what.
extension AmountFacts {
  /// What a till prints over a purchase that is settled, and beside when it was: of 625 unpaid bills
  /// of two presses none has them, nor points earned.
  private static let settledTitles = ["收银小票", "收银凭证", "购物小票", "交易凭证"].map { Key($0) }
  private static let settledTimes = [
    "结账时间", "结帐时间", "付款时间", "收款时间", "支付时间", "PAIDAT", "PAIDON", "支付完成", "CLOSED",
  ].map { Key($0) }

  /// A stamp.
  private static let stamps = ["收讫", "已收款"].map { Key($0) }
  /// What a till prints of an order that is paid, alone, behind 状态 or before what it was paid by:
  /// 状态 已结账 银联卡, 全款已付.
  private static let settledStates = ["已结账", "已结帐", "已支付", "全款已付", "已付清", "已付全款", "支付成功"].map {
    Key($0)
  }
  private static let wordsOfState = (["状态"] + Lexicon.statesOfOrders).map { Key($0).letters }
  /// 欠费 0.00: nothing is left to pay.
  private static let openAmounts = ["未付", "欠费", "欠款", "尚欠", "未付金额", "未付款", "BALANCEDUE", "BALANCE"]
    .map { Key($0) }

  /// 大写：贰佰壹拾柒元整 收款：微信.
  private static func isReceivedAs(_ key: Key) -> Bool {
    guard let word = key.text.ranges(of: "收款").last else { return false }
    let means = Key(String(key.text[word.upperBound...]))
    // 扫码收款 invites.
    return !invitations.contains(where: key.contains) && !key.text.contains("扫码") && isMeans(means)
  }

  /// A means of payment and nothing else.
  private static func isMeans(_ key: Key) -> Bool {
    guard let match = finder.match(in: key) else { return false }
    return match.likeness == 1 && [.means, .tendered].contains(match.meaning)
      && match.range.count == key.count
  }

  /// 微信支付; a card's price may stand beside the other, 储值卡 80.00.
  static func isWallet(_ key: Key) -> Bool {
    wallets.contains(where: key.text.hasPrefix) && !key.text.hasPrefix(storedValue) && isMeans(key)
      && !isInviting(key)
  }

  /// 收银台:2F-03 付款:微信支付, whatever stands before it.
  private static func namesMeans(_ characters: [PrintedCharacter]) -> Bool {
    guard let colon = characters.lastIndex(of: ":") else { return false }
    let word = Key(characters: characters[..<colon]).text
    return wordsOfMeans.contains(where: word.hasSuffix)
      && !wordsOfNoPayment.contains(where: word.contains) && !word.hasSuffix("收银台付款")
      && isMeans(Key(characters: characters[(colon + 1)...]))
  }

  /// 待支付, 预付款, 请扫码付款, 支持付款方式.
  private static let wordsOfNoPayment = [
    "未", "待", "预", "需", "可", "请", "扫码", "支持", "欢迎", "推荐", "订金", "定金",
  ]
  private static let wordsOfMeans = ["付款方式", "付款", "支付方式", "支付"]

  /// 合计 68.00元现金, 合计: 50.00 付款 云闪付: what it was paid by stands right behind the total.
  private static func isTotalPaidBy(_ text: PrintedText) -> Bool {
    guard let token = MoneyScanner.tokens(in: text).last, token.decimals == 2, !token.isNegative
    else { return false }
    let behind = Key(characters: text.characters[token.range.upperBound...])
    let word = wordsOfMeans.first(where: behind.text.hasPrefix)
    let means = word.map { Key(String(behind.text.dropFirst($0.count))) }
    guard [behind, means].compactMap(\.self).contains(where: { isMeans($0) && !isInviting($0) })
    else { return false }
    let label = Key(characters: text.characters[..<token.range.lowerBound])
    let totals = finder.exactMatches(in: label).filter { $0.meaning == .total }
    return !label.isEmpty && totals.reduce(0) { $0 + $1.range.count } == label.count
  }

  /// 扫码支付 stands beside a code to scan before it is paid, 会员卡 and 美团 beside a price for those
  /// who have one.
  private static func isInviting(_ means: Key) -> Bool {
    invitingMeans.contains { means.contains($0) }
  }

  private static let invitingMeans = [
    "扫码", "在线", "移动", "聚合", "平台", "订单", "QR", "SCAN", "ONLINE", "MOBILE", "会员", "美团", "点评", "抖音",
    "饿了么", "第三方", "CHARGE",
  ].map { Key($0) }

  /// 付讫支付宝, 微信已收, Paid WeChat Pay 996.00: by what, beside a word for paid, and nothing else.
  private static func isSettledBy(_ line: PrintedLine) -> Bool {
    let words = line.key.text.filter { !$0.isNumber }
    let isSettled = wordsOfSettled.contains { word in
      let rest =
        words.hasPrefix(word)
        ? words.dropFirst(word.count) : words.hasSuffix(word) ? words.dropLast(word.count) : ""
      return !rest.isEmpty && isMeans(Key(rest)) && !isInviting(Key(rest))
    }
    guard isSettled else { return false }
    // 已付支付宝 0.00 was not; 已付现金: and 已收微信( ) may be filled in, and □已付现金 ticked.
    let amounts = MoneyScanner.tokens(in: line.text)
    guard amounts.isEmpty else { return amounts.allSatisfy { $0.hundredths > 0 } }
    // 已付款(储值卡)
    let isBracketed =
      String(line.text.characters.filter { $0 != " " }).wholeMatch(of: #/已付款\(\p{Letter}+\)/#)
      != nil
    return line.text.characters.allSatisfy {
      $0.isLetter || $0.isNumber || (isBracketed ? "  .,!/·()" : "  .,!/·").contains($0)
    }
      && !boxes.contains { line.key.letters.starts(with: Key($0).letters) }
  }

  private static let wordsOfSettled = ["付讫", "已付款", "已付", "已收", "收讫", "PAID"]

  /// 以上货款已收讫, whoever says so before it.
  private static func isSettledSentence(_ key: Key) -> Bool {
    endsOfSettled.contains { key.text.hasSuffix($0) }
      && !wordsOfNoPayment.contains(where: key.text.contains)
      && !wordsOfConditions.contains(where: key.text.contains)
  }

  /// 加盖收银章后视为货款收讫, 首付款已收讫.
  private static let wordsOfConditions = [
    "章", "视", "后", "方", "不", "凭", "如", "若", "首", "部分", "头款", "押", "期", "进度", "意向", "诚意", "充值", "储值",
    "预",
    "订", "定",
  ]
  private static let endsOfSettled = ["款已收讫", "款项收讫", "货款收讫", "款已付讫", "货款两讫"]

  static func tellsSettled(_ line: PrintedLine) -> Bool {
    let key = line.key
    if isSettledBy(line) || isSettledSentence(key) { return true }
    if namesMeans(line.text.characters) || isTotalPaidBy(line.text) { return true }
    if !line.text.hasDigit, isReceivedAs(key) { return true }
    if key.count <= 6, stamps.contains(where: key.contains),
      !(wordsOfNoPayment + wordsOfConditions).contains(where: key.text.contains)
    {
      return true
    }
    if line.text.hasDigit ? tellsNothingOpen(line) : isSettledState(key) { return true }
    guard line.text.hasDigit else {
      return settledTitles.contains { title in
        // 不作交易凭证, 凭收银小票 and 交易凭证号 say something else.
        key.letters.starts(with: title.letters) && key.count <= title.count + 2
          && !key.text.hasSuffix("号")
      }
    }
    return daySettled(line) != nil
  }

  /// A line that tells when the bill was settled, to the minute: `Closed: 15 Nov 2026 19:22`, and not
  /// CLOSED 25/12/2026, OPEN 11:30.
  static func tellsMinuteSettled(_ line: PrintedLine) -> Bool {
    guard let day = daySettled(line) else { return false }
    let clocks = TimeScanner(line.text).clocks()
    guard let clock = clocks.first, clocks.count == 1 else { return false }
    return clock.range.lowerBound >= day.upperBound
      && line.text.characters[day.upperBound..<clock.range.lowerBound].allSatisfy { $0 == " " }
  }

  /// Where the day stands on a line that tells when the bill was settled.
  private static func daySettled(_ line: PrintedLine) -> Range<Int>? {
    guard let label = settledTimes.first(where: { line.key.letters.starts(with: $0.letters) })
    else {
      return nil
    }
    // Right behind it, and no last day of something: 付款时间: 2026-11-03前有效.
    guard let day = TimeScanner(line.text).days().first, !day.isInsideNumber,
      Key(characters: line.text.characters[..<day.range.lowerBound]).count == label.count
    else { return nil }
    let behind = Key(characters: line.text.characters[day.range.upperBound...]).text
    return lastDays.contains(where: behind.contains) ? nil : day.range
  }

  private static func isSettledState(_ key: Key) -> Bool {
    settledStates.contains { state in
      guard let range = key.range(of: state) else { return false }
      let before = Array(key.letters[..<range.lowerBound])
      guard before.isEmpty || wordsOfState.contains(where: { Array($0) == before }) else {
        return false
      }
      let after = Key(letters: key.letters[range.upperBound...])
      guard !after.isEmpty else { return true }
      guard let means = finder.match(in: after) else { return false }
      return means.meaning == .means && means.likeness == 1 && isLabel(after, means)
    }
  }

  private static func tellsNothingOpen(_ line: PrintedLine) -> Bool {
    guard let token = MoneyScanner.tokens(in: line.text).first, token.hundredths == 0,
      token.decimals == 2
    else { return false }
    let label = Key(characters: line.text.characters[..<token.range.lowerBound])
    return openAmounts.contains { $0.letters == label.letters }
  }

  private static let lastDays = ["前", "有效", "截止", "BEFORE", "VALID"]

  /// Fewer points prove nothing.
  static let pointsMin: Int64 = 10

  /// Points as many as the whole units of a total: who has not paid has none.
  func tellsPoints(_ fact: AmountFact) -> Bool {
    fact.isPointsEarned && fact.hundredths >= Self.pointsMin * 100
      && facts.contains { $0.isStrongTotal && $0.hundredths / 100 == fact.hundredths / 100 }
  }

  /// 应收53.00 支付宝53.00, 医保支付:0.00微信支付:90.65: by what as much was paid as a total tells.
  private func isPaidByWallet(_ fact: AmountFact) -> Bool {
    fact.place > 0 && fact.label == .means && fact.likeness == 1 && fact.token.decimals == 2
      && fact.printed.map { Self.isWallet(Key($0)) } ?? false
      && facts.contains { $0.isStrongTotal && $0.hundredths == fact.hundredths }
  }

  private static let payments: Set<AmountLabel> = [
    .paid, .received, .means, .tendered, .change,
  ]

  private static let wordsOfTotalPaid = ["实付", "已付"]
  /// What readers take the last letter of 支付宝 for.
  private static let likeTreasure: Set<Unicode.Scalar> = [
    "宋", "室", "玉", "实", "害", "空", "定", "宜", "宝",
  ]
  private static let wordsOfWallet = ["支付", "付款"]

  /// An amount that was paid or given back: 实付 88.00, 支付宝扫码 88.00, 找零 0.00.
  func isPayment(_ fact: AmountFact) -> Bool {
    // 总价142.50 实付142.00, 应付:88.00 已付:88.00, and not 总价128.00 已付100.00.
    let isSecond =
      fact.place == 1 && [.paid, .received].contains(fact.label) && fact.likeness == 1
      && fact.coverage == 1
      && (fact.phrase?.hasPrefix("实") ?? false
        || facts.contains {
          $0.order == fact.order && $0.place == 0 && $0.hundredths == fact.hundredths
        })
      || isPaidByWallet(fact)
    guard fact.place == 0 || isSecond, !fact.isInSentence else { return false }
    // 微信 0.00: not by that; 找零 0.00 tells that it was paid where something was handed over.
    guard fact.hundredths > 0 || fact.label == .change && isAnythingGiven else { return false }
    if isPaidByStoreCard(fact) { return true }
    guard fact.likeness >= 0.75 else { return false }
    if fact.isNamedPayment || isPaidFromCard(fact) { return true }
    let key = Key(fact.printed ?? "")
    // 总计(支付宝)60.23, and not 应付(支付宝)60.23
    if fact.isStrongTotal, fact.label == .total, let word = fact.phrase, key.text.hasPrefix(word),
      Self.isWallet(Key(String(key.text.dropFirst(word.count))))
    {
      return true
    }
    // 实付银行卡合计 88.00, 支付宋 88.00.
    if fact.isStrongTotal, Self.wordsOfTotalPaid.contains(where: key.text.hasPrefix) { return true }
    if fact.label == .total, key.count == 3, key.text.hasPrefix("支付"),
      key.letters.last.map(Self.likeTreasure.contains) ?? false
    {
      return facts.contains { $0.isStrongTotal && $0.hundredths == fact.hundredths }
    }
    guard let label = fact.label, Self.payments.contains(label), !fact.isLoose else {
      return false
    }
    guard fact.coverage < 0.5 else { return true }
    // 请扫码付款 88.00 asks for what is not paid.
    guard !Self.invitations.contains(where: key.contains) else { return false }
    let words = Self.finder.exactMatches(in: key).filter {
      Self.payments.contains($0.meaning) || Self.wordsOfWallet.contains($0.phrase)
    }
    return words.reduce(0) { $0 + $1.range.count } * 2 >= max(1, key.count)
  }

  /// 现金, 微信 alone on the line below the total, and nothing around them that asks to pay so: what it was
  /// paid by. 扫码 and 二维码 stand beside a code.
  func tellsMeansBelowTotal(_ lines: [PrintedLine]) -> Bool {
    let below = Set(
      facts.filter { $0.isStrongTotal && !$0.isInSentence && $0.hundredths > 0 }
        .map { $0.order + 1 })
    func isAlone(_ line: PrintedLine) -> Bool {
      line.key.count <= Self.lettersOfMeansMax && Self.isMeans(line.key) && !Self.isForm(line)
    }
    guard
      let line = below.sorted().lazy.compactMap({ lines[safe: $0] }).first(where: isAlone),
      // 现金: may be filled in, and an account's number follows 转账.
      !line.text.characters.contains(":"), !Self.isInviting(line.key),
      !Self.waysToPay.contains(where: line.key.contains),
      !lines.contains(where: { other in Self.codes.contains { other.key.contains($0) } }),
      !lines.contains(where: Self.invitesToPay)
    else { return false }
    return lines.count(where: isAlone) == 1
  }

  /// 请到前台结账
  private static func invitesToPay(_ line: PrintedLine) -> Bool {
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

  private static let lettersOfMeansMax = 20
  /// Others than such as a purchase is paid by at once; 人民币 says in what money, and BAR who sold it.
  private static let waysToPay = [
    "转账", "CREDIT", "积分", "统筹", "基金", "人民币", "纸币", "BAR", "KARTE", "EPS",
  ].map { Key($0) }
  private static let codes = ["扫", "二维码", "QR", "SCAN"].map { Key($0) }

  private var isAnythingGiven: Bool {
    facts.contains { fact in
      fact.hundredths > 0
        && ([.paid, .received, .tendered, .means].contains(fact.label)
          || fact.label == .balance
            && facts.contains { $0.isStrongTotal && $0.hundredths == fact.hundredths })
    }
  }

  /// 实收 0.00, and nothing else that was paid: who eats free, or has not paid yet.
  var isNothingPaid: Bool {
    let told = facts.filter { fact in
      [.paid, .received].contains(fact.label) && fact.likeness == 1 && fact.coverage >= 0.5
        && !fact.isLoose && fact.token.decimals == 2
    }
    return told.contains { $0.hundredths == 0 }
      && !told.contains { $0.hundredths > 0 && !$0.token.isSecondGuess }
      && !facts.contains { $0.label != .change && isPayment($0) }
  }

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

  private static let boxes = ["口", "囗", "O", "D"]
  private static let namesOfMeans = [
    ["微信"], ["支付宝"], ["现金"], ["银行卡", "刷卡", "银联", "信用卡", "云闪付"],
    ["会员卡", "储值卡"], ["提货卡", "购物卡"],
  ].map { $0.map { Key($0) } }

  /// 储值 484.00, or 其中: 会员余额 484.00, below a total of as much: what it was paid with, and not
  /// what is left, 卡内余额 1886.50, nor what is owed, BALANCE 484.00.
  private func isPaidFromCard(_ fact: AmountFact) -> Bool {
    guard fact.label == .balance, fact.likeness == 1, fact.token.decimals == 2,
      facts.contains(where: { other in
        other.label.map(AmountLabel.wholes.contains) ?? false && other.likeness == 1
          && !other.isLoose && other.token.decimals == 2 && other.hundredths == fact.hundredths
          && other.order < fact.order
      })
    else { return false }
    if fact.printed == Self.storedValue { return true }
    guard fact.printed == Self.memberBalance else { return false }
    return partsBegin.contains(fact.order - 1)
      || facts.contains { rest in
        rest.label == .balance && rest.likeness == 1 && rest.order > fact.order
          && rest.hundredths != fact.hundredths
      }
  }

  /// 星礼卡 ¥115.00, 儿童卡付款 253.30, 招行卡 149.00, below a total of as much: a card of the store's own, or
  /// of a bank. What those who
  /// have a card would pay, 尊享卡 88.00, or may pay with, 可用儿童卡, is none.
  private func isPaidByStoreCard(_ fact: AmountFact) -> Bool {
    guard let words = fact.printed, fact.token.decimals == 2, !fact.token.isNegative,
      !fact.token.isSecondGuess,
      !Self.wordsOfNoPayment.contains(where: words.contains),
      !Self.invitations.contains(where: Key(words).contains), !words.contains("会员"),
      !["登录", "下载", "打开", "使用", "到"].contains(where: words.contains)
    else { return false }
    // 星礼卡 SVC
    let name = String(words.prefix { !$0.isASCII })
    return
      (Self.cardsPaidWith.contains(where: words.hasSuffix)
      || Self.cardsPaidWith.contains(where: name.hasSuffix) || isOfShop(name))
      && facts.contains {
        $0.isStrongTotal && $0.order < fact.order && $0.hundredths == fact.hundredths
      }
  }

  /// 永辉卡 under 永辉超市; 绫致卡 says for how much less whoever has it would buy.
  private func isOfShop(_ card: String) -> Bool {
    let name = Key(String(card.dropLast()))
    // 健身卡 under 悦动健身 is what was bought.
    return card.hasSuffix("卡") && name.count >= 2 && !ShopTrade.isTrade(name.letters[...])
      && head.contains { $0.contains(name) }
      && !Self.wordsOfOtherCards.contains(where: card.contains)
  }

  private static let wordsOfOtherCards = ["免", "赠", "惠", "折", "券", "体验", "积分", "挂", "签", "记"]
  private static let cardsPaidWith = [
    "卡付款", "卡支付", "礼卡", "礼品卡", "购物卡", "提货卡", "APP支付", "钱包支付", "个人账户", "个人账户支付", "招行卡", "工行卡",
    "建行卡", "农行卡", "中行卡", "交行卡", "邮储卡", "民生卡", "浦发卡", "光大卡", "兴业卡", "广发卡", "平安卡", "中信卡",
  ]
  private static let storedValue = "储值"
  private static let memberBalance = "会员余额"

  /// The balance before and after differ by a total: 原余额 100.00, 消费金额 23.00, 卡余额 77.00.
  ///
  /// - Parameter left: what has to be left at least, in hundredths.
  func isPaidFromBalance(leaving left: Int64) -> Bool {
    let balances = facts.filter { $0.label == .balance && $0.likeness >= 0.75 }.map(\.hundredths)
      .filter { $0 >= left }
    let totals = Set(
      facts.filter { $0.label.map(AmountLabel.totals.contains) ?? false }.map(\.hundredths))
    return balances.contains { before in
      balances.contains { before > $0 && totals.contains(before - $0) }
    }
  }

  /// An amount that the paper calls received, and beside which it says by what: 实收金额 3155.00, 云闪付
  /// 3155.00. A bill still to be paid asks for it (应收, 付款金额), names the means alone, or invites to pay
  /// by it (扫码支付, 会员卡价).
  func isSettled(_ hundredths: Int64) -> Bool {
    let told = facts.filter {
      $0.hundredths == hundredths && $0.likeness == 1 && $0.coverage >= 0.5 && !$0.isLoose
        && !$0.token.isSecondGuess
    }
    let isReceived = told.contains { fact in
      [.paid, .received].contains(fact.label)
        && fact.phrase.map { phrase in Self.signsOfReceipt.contains(where: phrase.contains) }
          ?? false
    }
    return isReceived
      && told.contains { fact in
        fact.label == .means
          && fact.printed.map { printed in
            Self.wallets.contains(where: printed.contains) && !printed.contains("价")
              && !Self.isInviting(Key(printed))
              && !Self.wordsOfNoPayment.contains(where: printed.contains)
          } ?? false
      }
  }

  private static let signsOfReceipt = ["实", "已", "讫"]
  private static let wallets = ["微信", "支付宝", "银联", "云闪付", "信用卡", "银行卡", "储值", "刷卡"]

  private static let tender = Key("TENDER")
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

  /// 支付方式: 微信, 支付: 微信扫码, and not what invites to pay so.
  static func tellsMeans(_ key: Key) -> Bool {
    // 支付 微信(扫码付)
    let word = key.text.hasPrefix("支付") ? key.text.dropFirst(2) : ""
    if word.hasSuffix("扫码付"), isWallet(Key(String(word.dropLast(3)))) { return true }
    let isBegun =
      begins.contains { key.letters.starts(with: $0.letters) }
      && !persons.contains { key.letters.starts(with: $0.letters) }
    let isName = key.letters.starts(with: Key("支付宝").letters)
    if key.contains(tender), isTendered(key) { return true }
    // 付 微信支付: by what, right behind the word for paid.
    let means = Key(String(key.text.dropFirst()))
    if key.text.hasPrefix("付"), isMeans(means), !isInviting(means) { return true }
    // 支払方法, whose second sign no reader at hand knows.
    let isJapanese = key.text.hasPrefix("支") && key.text.dropFirst(2).hasPrefix("方法")
    return (isBegun && !isName || isJapanese || waysOfPayment.contains(where: key.contains))
      && !invitations.contains(where: key.contains)
      && finder.exactMatches(in: key).contains { payments.contains($0.meaning) }
  }

  /// Tender CASH, WeChat Pay/Tender 88.00; not Bartender, nor Beef Tenderloin.
  private static func isTendered(_ key: Key) -> Bool {
    let words = key.text.filter { !$0.isNumber }
    let rest =
      words.hasPrefix(tender.text)
      ? words.dropFirst(tender.count)
      : words.hasSuffix(tender.text) ? words.dropLast(tender.count) : ""
    return !rest.isEmpty && isMeans(Key(rest))
  }
}
