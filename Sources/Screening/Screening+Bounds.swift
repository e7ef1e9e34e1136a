import Receipts

extension Screening {
  /// Whether who printed the paper had its place in the mall on the day of purchase.
  var tenancyFindings: [Finding] {
    guard let counter = subject.counter, let time = reading.time.best,
      !counter.isOpen(on: time.value.day, as: reading.counter.best?.value.name ?? "")
    else { return [] }
    return [
      finding(.counterClosed, restingOn: reading.counter.probability, trustInDay)
    ]
  }

  /// Whether the purchase lies between the window's first day and now. Both limits still pass: a
  /// receipt of just `windowDays` ago, a till just `futureToleranceMinutes` ahead.
  var timeFindings: [Finding] {
    guard let time = reading.time.best else { return [] }
    let now = subject.submittedAt
    let isDayAlone =
      reading.signals.contains { $0.code == "time_without_clock" }
      && (policy.reviewsDaysAlone || time.probability < policy.dayAloneProbabilityMin
        || policy.reviewsDaysWithoutNumber && !hasCertainNumber)
    var doubts = isDayAlone ? [Finding(.review, .timeUncertain)] : []
    if isDayDisputed { doubts.append(Finding(.review, .dayMismatch)) }
    if time.value.ordinalMinute > now.ordinalMinute + policy.futureToleranceMinutes {
      return [finding(.inFuture, restingOn: trustInDay)]
    }
    if now.day.ordinal - time.value.day.ordinal > policy.windowDays {
      return [finding(.tooOld, restingOn: trustInDay)]
    }
    return doubts
  }

  private var isDayDisputed: Bool {
    reading.signals.contains { $0.code == Reason.dayMismatch.rawValue }
  }

  /// That the purchase was on the day that was read; a rejection is final, and where the receipt's
  /// number tells another day the date may be the one that was misread.
  private var trustInDay: Double { isDayDisputed ? 0 : reading.time.probability }

  /// Another currency, nothing paid, more than is usual, items that tell another sum, or print
  /// that somebody has been at.
  var amountFindings: [Finding] {
    var findings: [Finding] = []
    if let amount = reading.amount.best?.value {
      if amount.currency != subject.mallCurrency {
        findings.append(Finding(.review, .currencyForeign))
      } else if amount.minorUnits <= 0 || !bounds.contains(amount.minorUnits) {
        findings.append(Finding(.review, .amountOutOfBounds))
      }
    }
    if policy.reviewsSumMismatch,
      reading.signals.contains(where: { $0.code == Reason.sumMismatch.rawValue })
    {
      findings.append(Finding(.review, .sumMismatch))
    }
    if policy.reviewsUnconfirmedAmounts,
      reading.signals.contains(where: { $0.code == Reason.amountUnconfirmed.rawValue })
    {
      findings.append(Finding(.review, .amountUnconfirmed))
    }
    if policy.reviewsAlteredPrint,
      reading.signals.contains(where: { $0.code == Reason.printAltered.rawValue })
    {
      findings.append(Finding(.review, .printAltered))
    }
    // A card slip is a payment.
    if policy.reviewsUnconfirmedPayments, reading.kind.best?.value != .slip,
      reading.signals.contains(where: { $0.code == Reason.paymentUnconfirmed.rawValue })
    {
      findings.append(Finding(.review, .paymentUnconfirmed))
    }
    if reading.signals.contains(where: { $0.code == Reason.layoutChanged.rawValue }) {
      findings.append(Finding(.review, .layoutChanged))
    }
    return findings
  }

  private var bounds: AmountBounds {
    guard let unit = subject.counter else { return policy.amountBounds }
    let counter = reading.time.best.map { unit.tenant(on: $0.value.day) } ?? unit
    return policy.amountBoundsByCounter[counter.code.rawValue]
      ?? counter.category.flatMap { policy.amountBoundsByCategory[$0] } ?? policy.amountBounds
  }

  /// How often this member has been credited already.
  var limitFindings: [Finding] {
    guard let history = subject.history else { return [] }
    var findings: [Finding] = []
    if history.memberCreditsOnDay >= policy.memberCreditsPerDayMax {
      findings.append(Finding(.review, .memberDailyLimit))
    }
    if history.counterCreditsOnDay >= policy.counterCreditsPerDayMax {
      findings.append(Finding(.review, .counterDailyLimit))
    }
    return findings
  }
}
