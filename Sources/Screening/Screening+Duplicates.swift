import Receipts

extension Screening {
  /// Whether a purchase that was credited may be this one.
  var duplicateFindings: [Finding] {
    guard let history = subject.history, let purchase = purchase(from: reading) else { return [] }
    return history.neighbours.compactMap { neighbour in
      switch resemblance(of: purchase, to: neighbour) {
      case .different: nil
      case .alike: finding(.review, .possibleDuplicate, neighbour)
      case .same: finding(.reject, .duplicatePurchase, neighbour)
      }
    }
  }

  private func finding(
    _ outcome: Finding.Outcome, _ reason: Reason, _ neighbour: History.Neighbour
  ) -> Finding {
    Finding(
      outcome, reason, signal: Signal(reason.rawValue, detail: neighbour.claimID.rawValue))
  }

  private enum Resemblance {
    case different, alike
    /// Counter, day and receipt number are the same and certain.
    case same
  }

  private func resemblance(of purchase: Purchase, to neighbour: History.Neighbour) -> Resemblance {
    let credited = neighbour.purchase
    let match = Match(purchase, credited)
    if isSlipOfReceipt(purchase, neighbour, match) { return .alike }
    guard match.isCounterSame, match.isDaySame else {
      return match.isThreeOfFour || isPastMidnight(purchase, credited, match) ? .alike : .different
    }
    if match.isNumberSame {
      // The same number for another sum is no plain duplicate: a split bill, a misread digit or a
      // changed amount. Somebody has to look.
      let isProven =
        isCertain(reading.receiptNumber.probability) && isCertain(reading.counter.probability)
        && isCertain(reading.time.probability)
      return isProven && match.isAmountSame ? .same : .alike
    }
    guard match.isAmountSame else {
      // Two sums at one counter in one second are one paper of which one was misread, unless their
      // numbers tell them apart.
      let isSameSecond = purchase.time.precision == .second && purchase.time == credited.time
      return isSameSecond && !numbersDiffer(purchase, credited) ? .alike : .different
    }
    return isToldApart(purchase, credited) ? .different : .alike
  }

  /// The till's receipt and the card terminal's slip of one purchase have numbers of their own and
  /// minutes between them, past midnight too. Where a coupon or another card paid the rest, the
  /// slip is of a part: then the member or the moment has to be the same.
  private func isSlipOfReceipt(
    _ purchase: Purchase, _ neighbour: History.Neighbour, _ match: Match
  ) -> Bool {
    guard match.isCounterSame, neighbour.isCardSlip ? mayBeReceipt : mayBeSlip else {
      return false
    }
    let credited = neighbour.purchase
    let hasClocks = purchase.time.clock != nil && credited.time.clock != nil
    let minutes =
      hasClocks ? abs(purchase.time.ordinalMinute - credited.time.ordinalMinute) : 0
    guard match.isDaySame || hasClocks && minutes <= policy.slipMinutes else { return false }
    if match.isAmountSame { return true }
    let (slip, receipt) =
      neighbour.isCardSlip
      ? (credited.amount, purchase.amount) : (purchase.amount, credited.amount)
    guard slip.currency == receipt.currency, slip.minorUnits < receipt.minorUnits else {
      return false
    }
    return neighbour.isOfSameMember || minutes <= policy.slipPartMinutes
  }

  /// Where it is not certain whether the paper is a till's or a terminal's, it is held against
  /// both. Whatever is no slip is a till's: a reprint too.
  private var mayBeReceipt: Bool { reading.kind.best?.value != .slip || isPossible(.sale) }

  private var mayBeSlip: Bool { reading.kind.best?.value == .slip || isPossible(.slip) }

  private func isPossible(_ kind: Kind) -> Bool {
    reading.kind.candidates.contains {
      $0.value == kind && $0.probability > 1 - policy.rejectProbabilityMin
    }
  }

  /// 营业日 2026-11-20 on a bill without a clock, and 2026-11-21 00:25 on what the till or the terminal
  /// printed of it: only numbers of their own make them two.
  private func isPastMidnight(_ purchase: Purchase, _ credited: Purchase, _ match: Match) -> Bool {
    func isNight(_ time: PrintedTime, after other: PrintedTime) -> Bool {
      other.clock == nil && time.isAtNight && time.day.ordinal == other.day.ordinal + 1
    }
    return match.isCounterSame && match.isAmountSame
      && (isNight(purchase.time, after: credited.time)
        || isNight(credited.time, after: purchase.time))
      && !numbersDiffer(purchase, credited)
  }

  private func numbersDiffer(_ purchase: Purchase, _ credited: Purchase) -> Bool {
    guard hasCertainNumber, let number = purchase.receiptNumber?.key,
      let other = credited.receiptNumber?.key
    else { return false }
    return editDistance(number, other) > policy.lookAlikeDistanceMax
  }

  private func isCertain(_ probability: Double) -> Bool {
    probability >= policy.rejectProbabilityMin
  }

  /// Whether number and time make two purchases of one counter, day and amount two.
  ///
  /// Two certain numbers have to differ. Where they look alike one may be misread, so that the
  /// times must be far apart as well; where they do not, the times must only not be the same but
  /// for a few minutes, as those of a purchase that was split or rung up twice are. Where one of
  /// them shows no clock it may be hidden, and another of the paper's numbers shown.
  private func isToldApart(_ purchase: Purchase, _ credited: Purchase) -> Bool {
    guard hasCertainNumber, let number = purchase.receiptNumber?.key,
      let other = credited.receiptNumber?.key
    else { return false }
    let distance = editDistance(number, other)
    let minutes = minutesApart(purchase.time, credited.time)
    if distance <= policy.lookAlikeDistanceMax {
      return minutes.map { $0 > policy.lookAlikeMinutes } ?? false
    }
    return minutes.map { $0 > policy.nearMinutes } ?? false
  }

  /// `nil` where the times cannot tell: only a day is printed, or ours is not certain.
  private func minutesApart(_ time: PrintedTime, _ other: PrintedTime) -> Int? {
    guard time.clock != nil, other.clock != nil,
      reading.time.probability >= policy.fieldProbabilityMin
    else { return nil }
    return abs(time.ordinalMinute - other.ordinalMinute)
  }
}

/// Which of merchant, number, amount and date two purchases share. Klippa calls a duplicate when
/// three of the four match.
private struct Match {
  let isCounterSame: Bool
  let isDaySame: Bool
  let isAmountSame: Bool
  let isNumberSame: Bool
  private let isNumberTelling: Bool

  init(_ purchase: Purchase, _ credited: Purchase) {
    isCounterSame = purchase.counter == credited.counter
    isDaySame = purchase.time.day == credited.time.day
    isAmountSame = purchase.amount == credited.amount
    let number = purchase.receiptNumber?.key ?? ""
    isNumberSame = !number.isEmpty && number == credited.receiptNumber?.key
    // Two counters both have a receipt 12 every day; a longer number they seldom share.
    isNumberTelling = number.count >= 4
  }

  /// For purchases that differ in counter or day: the number and two more.
  var isThreeOfFour: Bool {
    guard isNumberSame, isAmountSame else { return false }
    return isCounterSame || (isDaySame && isNumberTelling)
  }
}
