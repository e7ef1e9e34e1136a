import Receipts

/// What tells that something was paid, and by what.
extension AmountFacts {
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
      && fact.printed.map { MeansOfPayment.isWallet(Key($0)) } ?? false
      && facts.contains { $0.isStrongTotal && $0.hundredths == fact.hundredths }
  }

  /// 应付464.00 抖音团购464.00: a voucher that was bought elsewhere, of as much as a total above it tells; and
  /// not what the same is sold for there, 抖音团购价, nor what was given, 美团优惠券, nor where 应付 0.00 tells that nothing
  /// was left to pay.
  private func isPaidByVoucher(_ fact: AmountFact) -> Bool {
    guard fact.place == 0, [.coupon, .discount].contains(fact.label), fact.likeness == 1,
      fact.token.decimals == 2, !fact.token.isNegative, !fact.isInSentence,
      let words = fact.printed
    else { return false }
    return MeansOfPayment.platforms.contains(where: words.contains)
      && ["团购", "券"].contains(where: words.contains)
      && !Self.wordsOfGifts.contains(where: words.contains)
      && !facts.contains {
        $0.hundredths == 0 && $0.token.decimals == 2 && $0.likeness == 1
          && ([.paid, .received].contains($0.label)
            || $0.label.map(AmountLabel.totals.contains) ?? false)
      }
      && facts.contains {
        $0.isStrongTotal && $0.order < fact.order && $0.hundredths == fact.hundredths
      }
  }

  private static let wordsOfGifts = ["价", "可", "下单", "更", "优惠", "立减", "满减", "赠", "免"]

  /// Visa **** 4184 CNY 851.40: a card's last digits, and as much as a total tells.
  private func isPaidByMaskedCard(_ fact: AmountFact) -> Bool {
    fact.place > 0 && fact.label == .means && fact.likeness == 1 && fact.token.decimals == 2
      && facts.contains { $0.order == fact.order && $0.place == 0 && $0.isBesideMask }
      && facts.contains {
        $0.isStrongTotal && $0.order < fact.order && $0.hundredths == fact.hundredths
      }
  }

  static let labelsOfPayment: Set<AmountLabel> = [
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
    // 总价142.50 实付142.00, 应收8938.00 优惠1072.56 实收7865.44, 应付:88.00 已付:88.00, and not 总价128.00 已付100.00.
    let isSecond =
      fact.place > 0 && [.paid, .received].contains(fact.label) && fact.likeness == 1
      && fact.coverage == 1
      && (fact.phrase?.hasPrefix("实") ?? false
        || fact.place == 1
          && facts.contains {
            $0.order == fact.order && $0.place == 0 && $0.hundredths == fact.hundredths
          })
      || isPaidByWallet(fact) || isPaidByMaskedCard(fact)
    guard fact.place == 0 || isSecond, !fact.isInSentence else { return false }
    // 微信 0.00: not by that; 找零 0.00 tells that it was paid where something was handed over.
    guard fact.hundredths > 0 || fact.label == .change && isAnythingGiven else { return false }
    // 待付/已付金额 is printed before and after.
    guard !(fact.printed.map { $0.hasPrefix("待付") || $0.hasPrefix("未付") } ?? false) else {
      return false
    }
    if isPaidByStoreCard(fact) || isPaidByVoucher(fact) { return true }
    guard fact.likeness >= 0.75 else { return false }
    if fact.isNamedPayment || isPaidFromCard(fact) { return true }
    let key = Key(fact.printed ?? "")
    // 总计(支付宝)60.23, and not 应付(支付宝)60.23
    if fact.isStrongTotal, fact.label == .total, let word = fact.phrase, key.text.hasPrefix(word),
      MeansOfPayment.isWallet(Key(String(key.text.dropFirst(word.count))))
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
    guard let label = fact.label, Self.labelsOfPayment.contains(label), !fact.isLoose else {
      return false
    }
    guard fact.coverage < 0.5 else { return true }
    // 请扫码付款 88.00 asks for what is not paid.
    guard !MeansOfPayment.isInvitation(key) else { return false }
    let words = Self.finder.exactMatches(in: key).filter {
      Self.labelsOfPayment.contains($0.meaning) || Self.wordsOfWallet.contains($0.phrase)
    }
    return words.reduce(0) { $0 + $1.range.count } * 2 >= max(1, key.count)
  }

  /// 现金, 微信 alone on the line below the total, and nothing around them that asks to pay so: what it
  /// was paid by. 扫码 and 二维码 stand beside a code.
  func tellsMeansBelowTotal(_ lines: [PrintedLine]) -> Bool {
    let below = Set(
      facts.filter { $0.isStrongTotal && !$0.isInSentence && $0.hundredths > 0 }
        .map { $0.order + 1 })
    func isAlone(_ line: PrintedLine) -> Bool {
      // 云闪付 谢谢
      let means = line.key.text.hasSuffix("谢谢") ? Key(String(line.key.text.dropLast(2))) : line.key
      return means.count <= Self.lettersOfMeansMax && MeansOfPayment.isName(means)
        && !MeansOfPayment.isForm(line)
    }
    guard
      let line = below.sorted().lazy.compactMap({ lines[safe: $0] }).first(where: isAlone),
      // 现金: may be filled in, and an account's number follows 转账.
      !line.text.characters.contains(":"), !MeansOfPayment.isInviting(line.key),
      !Self.waysToPay.contains(where: line.key.contains),
      !lines.contains(where: { other in Self.codes.contains { other.key.contains($0) } }),
      !lines.contains(where: MeansOfPayment.isAskedFor)
    else { return false }
    return lines.count(where: isAlone) == 1
  }

  private static let lettersOfMeansMax = 20
  /// Others than such as a purchase is paid by at once; 人民币 says in what money, and BAR who sold
  /// it.
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

  /// 储值 484.00, or 会员余额 484.00, below a total of as much: what it was paid with, and not what is left,
  /// 卡内余额 1886.50, nor what is owed, BALANCE 484.00. None of 232 unpaid bills of ten presses names a
  /// balance.
  private func isPaidFromCard(_ fact: AmountFact) -> Bool {
    guard fact.label == .balance, fact.likeness == 1, fact.token.decimals == 2,
      facts.contains(where: { other in
        other.label.map(AmountLabel.wholes.contains) ?? false && other.likeness == 1
          && !other.isLoose && other.token.decimals == 2 && other.hundredths == fact.hundredths
          && other.order < fact.order
      })
    else { return false }
    return fact.printed.map(Self.storedValuesPaid.contains) ?? false
  }

  /// 星礼卡 ¥115.00, 儿童卡付款 253.30, 招行卡 149.00, below a total of as much: a card of the store's own, or
  /// of a bank. What those who
  /// have a card would pay, 尊享卡 88.00, or may pay with, 可用儿童卡, is none.
  private func isPaidByStoreCard(_ fact: AmountFact) -> Bool {
    guard let words = fact.printed, fact.token.decimals == 2, !fact.token.isNegative,
      !fact.token.isSecondGuess,
      !MeansOfPayment.isNone(words),
      !MeansOfPayment.isInvitation(Key(words)), !words.contains("会员"),
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
    "卡付款", "卡支付", "礼卡", "心意卡", "礼品卡", "购物卡", "提货卡", "APP支付", "钱包支付", "个人账户", "个人账户支付", "招行卡", "工行卡",
    "建行卡", "农行卡", "中行卡", "交行卡", "邮储卡", "民生卡", "浦发卡", "光大卡", "兴业卡", "广发卡", "平安卡", "中信卡",
  ]
  static let storedValue = "储值"
  private static let storedValuesPaid = [
    "储值", "会员储值", "会员余额", "已付储值", "已付会员储值", "会员储值支付",
  ]

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

  /// 一卡通消费单 over what was bought, and what is left on the card. Of one whose balance is not told the card may
  /// still have to be charged.
  func isTakenFromCard(_ lines: [PrintedLine]) -> Bool {
    lines.contains { Self.slipsOfCards.contains($0.key) }
      && facts.contains { $0.label == .balance && $0.likeness >= 0.75 }
  }

  private static let slipsOfCards: Set<Key> = Set(
    ["一卡通消费单", "会员卡消费单", "储值卡消费单", "一卡通消费凭证", "会员卡消费凭证", "储值卡消费凭证"].map { Key($0) })

  /// An amount that the paper calls received, and beside which it says by what: 实收金额 3155.00, 云闪付
  /// 3155.00. A bill still to be paid asks for it (应收, 付款金额), names the means alone, or invites to
  /// pay by it (扫码支付, 会员卡价).
  func isSettled(_ hundredths: Int64) -> Bool {
    let told = told(hundredths)
    let isReceived = told.contains { fact in
      [.paid, .received].contains(fact.label)
        && fact.phrase.map { phrase in Self.signsOfReceipt.contains(where: phrase.contains) }
          ?? false
    }
    return isReceived
      && told.contains { fact in
        isPaidByStoreCard(fact) || isPaidByVoucher(fact)
          || fact.label == .means
            && fact.printed.map { printed in
              MeansOfPayment.isWalletNamed(in: printed) && !printed.contains("价")
                && !MeansOfPayment.isInviting(Key(printed))
                && !MeansOfPayment.isNone(printed)
            } ?? false
      }
  }

  /// Below what is due stands what was handed over and given back, 现金 670.00 and Change 5.60, or by
  /// which one wallet it was paid.
  func isPaidAtOnce(_ hundredths: Int64) -> Bool {
    isPaidFromWallet(hundredths) || isChangeGiven(on: hundredths)
  }

  private func isChangeGiven(on hundredths: Int64) -> Bool {
    guard let due = told(hundredths).first(where: \.isStrongTotal) else { return false }
    let below = facts.filter {
      $0.order > due.order && $0.likeness == 1 && $0.coverage >= 0.5 && $0.place == 0
        && $0.hundredths > 0 && !$0.token.isNegative && !$0.isLoose && !$0.token.isSecondGuess
    }
    return below.contains { cash in
      cash.label == .tendered && cash.hundredths > hundredths
        && cash.phrase.map { words in Self.wordsOfCash.contains(where: words.contains) } ?? false
        && below.contains { change in
          change.label == .change && change.order >= cash.order
            && change.hundredths == cash.hundredths - hundredths
        }
    }
  }

  private static let wordsOfCash = ["现金", "CASH"]

  /// As much as is due stands below it beside the name of one wallet, and of no other: 微信支付 1153.80 below
  /// Total Due 1153.80.
  private func isPaidFromWallet(_ hundredths: Int64) -> Bool {
    let told = told(hundredths)
    let wallets = told.filter { fact in
      fact.label == .means
        && fact.printed.map { MeansOfPayment.isWallet(Key($0)) && !MeansOfPayment.isNone($0) }
          ?? false
    }
    guard let wallet = wallets.first, wallets.allSatisfy({ $0.order == wallet.order }) else {
      return false
    }
    return told.contains { $0.isStrongTotal && $0.order < wallet.order }
  }

  /// Where an amount is told for certain, beside words of its own.
  private func told(_ hundredths: Int64) -> [AmountFact] {
    facts.filter {
      $0.hundredths == hundredths && $0.likeness == 1 && $0.coverage >= 0.5 && !$0.isLoose
        && !$0.token.isSecondGuess
    }
  }

  private static let signsOfReceipt = ["实", "已", "讫"]
}
