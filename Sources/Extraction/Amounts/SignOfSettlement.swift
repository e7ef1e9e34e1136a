import Receipts

/// What lines say of a bill that is settled, beside its amounts: 付款方式:微信, 收讫, 结账时间: 2026-11-03
/// 12:40.
///
/// Of 625 unpaid bills of two presses none has such a line, nor points earned.
enum SignOfSettlement {
  static func isTold(by line: PrintedLine) -> Bool {
    let key = line.key
    if isSettledBy(line) || isSettledSentence(key) || paidFromCards.contains(key) { return true }
    if namesMeans(line.text.characters) || isTotalPaidBy(line.text) { return true }
    if isWordOfMeans(line.text.characters) { return true }
    if isReceivedAs(line) { return true }
    if key.count <= 6, stamps.contains(where: key.contains),
      !MeansOfPayment.isNone(key.text), !wordsOfConditions.contains(where: key.text.contains)
    {
      return true
    }
    if line.text.hasDigit ? tellsNothingOpen(line) : isSettledState(key) { return true }
    if isMeansBeforeTime(line.text) { return true }
    guard line.text.hasDigit else {
      return settledTitles.contains { title in
        // 不作交易凭证, 凭收银小票 and 交易凭证号 say something else.
        key.letters.starts(with: title.letters) && key.count <= title.count + 2
          && !key.text.hasSuffix("号")
      }
    }
    return daySettled(line) != nil
  }

  /// A line that tells when the bill was settled, to the minute: `Closed: 15 Nov 2026 19:22`, and
  /// not CLOSED 25/12/2026, OPEN 11:30.
  static func tellsMinute(_ line: PrintedLine) -> Bool {
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

  /// 微信支付 2026-11-08 13:51: by what, and when, to the minute.
  private static func isMeansBeforeTime(_ text: PrintedText) -> Bool {
    guard text.hasDigit else { return false }
    let scanner = TimeScanner(text)
    guard let day = scanner.days().first, !day.isInsideNumber, let clock = scanner.clocks().first,
      clock.range.lowerBound >= day.range.upperBound
    else { return false }
    let means = Key(characters: text.characters[..<day.range.lowerBound])
    // 微信 and 支付宝 are where it was ordered, too, and 18:50前完成 is until when it has to be.
    let isMeans =
      MeansOfPayment.isName(means) && means.text.replacing("支付宝", with: "").contains("支付")
      && !MeansOfPayment.isInviting(means)
    return (isMeans || meansAtATime.contains(means))
      && !text.characters[clock.range.upperBound...].contains(where: \.isLetter)
  }

  /// What nobody is invited to at a minute.
  private static let meansAtATime: Set<Key> = Set(["聚合支付", "移动支付"].map { Key($0) })

  private static let settledTimes = [
    "结账时间", "结帐时间", "付款时间", "收款时间", "支付时间", "PAIDAT", "PAIDON", "支付完成", "CLOSED",
  ].map { Key($0) }

  private static let lastDays = ["前", "有效", "截止", "BEFORE", "VALID"]

  private static func isSettledState(_ key: Key) -> Bool {
    settledStates.contains { state in
      guard let range = key.range(of: state) else { return false }
      let before = Array(key.letters[..<range.lowerBound])
      // 扫码支付 支付成功, and not 扫码支付成功 即可抽奖.
      let isOfMeans =
        state == succeeded && Key(letters: before).text.hasSuffix("支付")
        && MeansOfPayment.isName(Key(letters: before))
      guard before.isEmpty || isOfMeans || wordsOfState.contains(where: { Array($0) == before })
      else { return false }
      let after = Key(letters: key.letters[range.upperBound...])
      guard !after.isEmpty else { return true }
      guard let means = AmountFacts.finder.match(in: after) else { return false }
      return means.meaning == .means && means.likeness == 1 && AmountFacts.isLabel(after, means)
    }
  }

  /// What a till prints of an order that is paid, alone, behind 状态 or before what it was paid by:
  /// 状态 已结账 银联卡, 全款已付.
  private static let settledStates = ["已结账", "已结帐", "已支付", "全款已付", "已付清", "已付全款", "支付成功"].map {
    Key($0)
  }

  private static let succeeded = Key("支付成功")

  private static let wordsOfState = (["状态", "在线支付", "线上支付"] + Lexicon.statesOfOrders).map {
    Key($0).letters
  }

  private static func tellsNothingOpen(_ line: PrintedLine) -> Bool {
    let tokens = MoneyScanner.tokens(in: line.text)
    guard let last = tokens.last, last.hundredths == 0, last.decimals == 2,
      openAmounts.contains(word(before: tokens.count - 1, of: tokens, on: line.text))
    else { return false }
    // Of points, a deposit or a card nothing is open either.
    return tokens.count == 1
      || tokens.indices.dropLast().contains { index in
        tokens[index].hundredths > 0
          && receivedAmounts.contains(word(before: index, of: tokens, on: line.text))
      }
  }

  /// The letters right before a number: all of the line before its first, else those behind the
  /// last mark that is no colon.
  private static func word(
    before index: Int, of tokens: [MoneyToken], on text: PrintedText
  ) -> Key {
    let before = text.characters[..<tokens[index].range.lowerBound]
    guard index > 0 else { return Key(characters: before) }
    let behind = before.lastIndex { !$0.isLetter && !":：¥￥ ".contains($0) }.map { $0 + 1 } ?? 0
    return Key(characters: before[behind...])
  }

  private static let receivedAmounts = ["本单收款", "收款", "实收", "已收", "本次收款", "实付", "已付"].map {
    Key($0)
  }

  /// 欠费 0.00, 应收:4331.00本单收款:4331.00(银行卡)欠款:0.00: nothing is left to pay.
  private static let openAmounts = ["未付", "欠费", "欠款", "尚欠", "未付金额", "未付款", "BALANCEDUE"]
    .map { Key($0) }

  /// 大写：贰佰壹拾柒元整 收款：微信; 本单应收：416.00 收款：银行卡, right behind the amount that a total's words name, and not
  /// behind a phone's number, 欠款:416.00 or 单号:00123.
  private static func isReceivedAs(_ line: PrintedLine) -> Bool {
    guard let word = line.key.text.ranges(of: "收款").last else { return false }
    let before = line.key.text[..<word.lowerBound]
    let means = Key(String(line.key.text[word.upperBound...]))
    // 扫码收款 invites.
    guard !MeansOfPayment.isInvitation(line.key), !line.key.text.contains("扫码"),
      MeansOfPayment.isName(means)
    else { return false }
    guard before.contains(where: { $0.isASCII && $0.isNumber }) else { return true }
    let tokens = MoneyScanner.tokens(in: line.text)
    guard let amount = tokens.last, amount.decimals == 2, amount.hundredths > 0,
      String(Key(characters: line.text.characters[..<amount.range.upperBound]).text) == before
    else { return false }
    let label = Self.word(before: tokens.count - 1, of: tokens, on: line.text)
    return AmountFacts.finder.match(in: label).map {
      $0.likeness == 1 && AmountLabel.totals.contains($0.meaning)
    } ?? false && !openAmounts.contains { label.contains($0) }
  }

  /// 收银台:2F-03 付款:微信支付, whatever stands before it.
  private static func namesMeans(_ characters: [PrintedCharacter]) -> Bool {
    guard let colon = characters.lastIndex(of: ":") else { return false }
    let word = Key(characters: characters[..<colon]).text
    // Pay:支付宝, and not Scan to Pay:微信.
    return (wordsOfMeans.contains(where: word.hasSuffix) || word == "PAY")
      && !MeansOfPayment.isNone(word) && !word.hasSuffix("收银台付款")
      && MeansOfPayment.isName(Key(characters: characters[(colon + 1)...]))
  }

  /// 销售马雯 付款银联卡: a word of a line that begins with who sold it, whatever stands behind it.
  private static func isWordOfMeans(_ characters: [PrintedCharacter]) -> Bool {
    let line = Key(characters: characters).text
    guard sellers.contains(where: line.hasPrefix), !wordsOfAsking.contains(where: line.contains)
    else {
      return false
    }
    return characters.split(separator: " ").dropFirst().contains { word in
      let letters = Key(characters: word.prefix { !$0.isASCIIDigit })
      guard letters.text.hasPrefix("付款") else { return false }
      let means = Key(String(letters.text.dropFirst(2)))
      return MeansOfPayment.isWallet(means)
    }
  }

  private static let sellers = ["销售", "营业员", "收银员", "导购", "店员", "制单", "开单", "经手"]
  private static let wordsOfAsking = ["请", "扫", "可", "支持", "欢迎"]

  private static let wordsOfMeans = ["付款方式", "付款", "支付方式", "支付"]

  private static let wordsOfReceipt = ["已收全款", "已收款", "已付全款"]

  /// 合计 68.00元现金, 总计:71元支付宝, 合计: 50.00 付款 云闪付, 总价 7168.00 已收全款 微信支付: what it was paid by stands
  /// right behind the total.
  private static func isTotalPaidBy(_ text: PrintedText) -> Bool {
    guard let token = MoneyScanner.tokens(in: text).last, !token.isNegative else { return false }
    let rest = text.characters[token.range.upperBound...]
    // Of a whole number before 元 and other letters the unit is not told to be the number's.
    let isInUnits = text.characters[..<token.range.upperBound].last == "元" || rest.first == "元"
    guard token.decimals == 2 || isInUnits else { return false }
    let behind = Key(characters: rest.first == "元" ? rest.dropFirst() : rest)
    let word = (wordsOfMeans + wordsOfReceipt).first(where: behind.text.hasPrefix)
    let means = word.map { Key(String(behind.text.dropFirst($0.count))) }
    guard
      [behind, means].compactMap(\.self).contains(where: {
        $0 == platformWallet || MeansOfPayment.isName($0) && !MeansOfPayment.isInviting($0)
      })
    else { return false }
    let label = Key(characters: text.characters[..<token.range.lowerBound])
    if isInUnits, label == inAll { return true }
    let totals = AmountFacts.finder.exactMatches(in: label).filter { $0.meaning == .total }
    return !label.isEmpty && totals.reduce(0) { $0 + $1.range.count } == label.count
  }

  /// A wallet, where 美团 is a platform that many bills name.
  private static let platformWallet = Key("美团支付")

  /// 共82元(微信支付)
  private static let inAll = Key("共")

  /// 付讫支付宝, 微信已收, Paid WeChat Pay 996.00: by what, beside a word for paid, and nothing else.
  private static func isSettledBy(_ line: PrintedLine) -> Bool {
    var words = line.key.text.filter { !$0.isNumber }
    // 感谢 微信支付已收
    for thanks in wordsOfThanks where words.hasPrefix(thanks) {
      words = String(words.dropFirst(thanks.count))
    }
    let isSettled = wordsOfSettled.contains { word in
      let rest =
        words.hasPrefix(word)
        ? words.dropFirst(word.count) : words.hasSuffix(word) ? words.dropLast(word.count) : ""
      return !rest.isEmpty && MeansOfPayment.isName(Key(rest))
        && !MeansOfPayment.isInviting(Key(rest))
    }
    guard isSettled else { return false }
    // 已付支付宝 0.00 was not; 已付现金: and 已收微信( ) may be filled in, and □已付现金 ticked.
    let amounts = MoneyScanner.tokens(in: line.text)
    guard amounts.isEmpty else { return amounts.allSatisfy { $0.hundredths > 0 } }
    // 已付款(储值卡), 已付(微信支付)
    let isBracketed =
      String(line.text.characters.filter { $0 != " " })
      .wholeMatch(of: #/已付款?(?:\(\p{Letter}+\)|:\p{Letter}+)/#) != nil
    return line.text.characters.allSatisfy {
      $0.isLetter || $0.isNumber || (isBracketed ? "  .,!/·():" : "  .,!/·").contains($0)
    }
      && !MeansOfPayment.boxes.contains { line.key.letters.starts(with: Key($0).letters) }
  }

  /// What a till prints below the total once a member's card has paid it, alone on the line.
  private static let paidFromCards: Set<Key> = Set(
    ["会员余额支付", "会员储值支付", "储值余额支付", "付款会员储值", "支付会员储值"].map { Key($0) })

  private static let wordsOfThanks = ["感谢", "谢谢"]
  private static let wordsOfSettled = ["付讫", "已付款", "已支付", "已付", "已收", "收讫", "PAID"]

  /// 以上货款已收讫, whoever says so before it.
  private static func isSettledSentence(_ key: Key) -> Bool {
    endsOfSettled.contains { key.text.hasSuffix($0) }
      && !MeansOfPayment.isNone(key.text)
      && !wordsOfConditions.contains(where: key.text.contains)
  }

  /// 加盖收银章后视为货款收讫, 首付款已收讫.
  private static let wordsOfConditions = [
    "章", "视", "后", "方", "不", "凭", "如", "若", "首", "部分", "头款", "押", "期", "进度", "意向", "诚意", "充值", "储值",
    "预",
    "订", "定",
  ]

  private static let endsOfSettled = ["款已收讫", "款项收讫", "货款收讫", "款已付讫", "货款两讫"]

  /// What a till prints over a purchase that is settled, and beside when it was: of 625 unpaid
  /// bills of two presses none has them, nor points earned.
  private static let settledTitles = ["收银小票", "收银凭证", "购物小票", "交易凭证"].map { Key($0) }

  /// A stamp.
  private static let stamps = ["收讫", "已收款"].map { Key($0) }
}
