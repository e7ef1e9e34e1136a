import Receipts

extension Screening {
  /// What the paper is. A kind is only acted on when it is certain itself.
  var kindFindings: [Finding] {
    guard let kind = reading.kind.best else { return [Finding(.review, .kindUncertain)] }
    switch kind.value {
    case .sale: return asked(kindProbability, else: nil)
    case .slip: return asked(kindProbability, else: policy.creditsCardSlips ? nil : .cardSlip)
    case .reprint: return asked(kind.probability, else: .reprint)
    case .refund: return rejected(kind.probability, as: .refund)
    case .prebill:
      return isReadable
        ? rejected(kind.probability, as: .notPaid) : [Finding(.review, .kindUncertain)]
    // A person confirms these: sales print their words too, and a rejection is final.
    case .order: return asked(kind.probability, else: .orderTicket)
    case .topUp: return asked(kind.probability, else: .topUp)
    case .invoice: return asked(kind.probability, else: .invoice)
    case .parking: return asked(kind.probability, else: .parking)
    case .other:
      return tellsPurchase
        ? [Finding(.review, .kindUncertain)] : rejected(kind.probability, as: .notAReceipt)
    }
  }

  /// That the paper is what is credited: a receipt or, where they count like one, a card slip;
  /// which of the two it is need not be certain.
  private var kindProbability: Double {
    guard let best = reading.kind.best else { return 0 }
    let credited: Set<Kind> = policy.creditsCardSlips ? [.sale, .slip] : [.sale]
    guard credited.contains(best.value) else { return best.probability }
    return min(
      1,
      reading.kind.candidates.filter { credited.contains($0.value) }
        .reduce(0) { $0 + $1.probability })
  }

  private func asked(_ probability: Double, else reason: Reason?) -> [Finding] {
    let found = probability < policy.fieldProbabilityMin ? .kindUncertain : reason
    return found.map { [Finding(.review, $0)] } ?? []
  }

  private func rejected(_ probability: Double, as reason: Reason) -> [Finding] {
    probability >= policy.rejectProbabilityMin
      ? [Finding(.reject, reason)] : [Finding(.review, .kindUncertain)]
  }

  /// Whether so much could be read that a payment would have been: that a bill is unpaid follows
  /// from what does not stand on it. Of nine that were taken for one and whose amount and time were
  /// both unlikely one had been paid, of 248 others none (sets of five presses and of our own).
  private var isReadable: Bool {
    max(reading.amount.probability, reading.time.probability) >= Self.readableMin
  }

  private static let readableMin = 0.5

  /// Whether it says what was paid, when, and that it was: a workshop's 维修单 may be what it gives
  /// its customers for a receipt.
  private var tellsPurchase: Bool {
    min(reading.amount.probability, reading.time.probability) >= Self.readableMin
      && !reading.signals.contains { $0.code == Reason.paymentUnconfirmed.rawValue }
  }

  /// The counter, amount and time that a person has to be asked for, and as many more of the four
  /// fields as it takes for the others to be certain together. What is asked becomes certain, so
  /// the fewest and most doubtful are asked.
  var fieldFindings: [Finding] {
    var unasked: [(probability: Double, reason: Reason)] = []
    var reasons: [Reason] = []
    for field in fields {
      if let reason = field.doubt {
        reasons.append(reason)
      } else {
        unasked.append((field.probability, field.uncertain))
      }
    }
    unasked.sort { $0.probability < $1.probability }
    while unasked.reduce(1, { $0 * $1.probability }) < policy.creditProbabilityMin,
      let weakest = unasked.first
    {
      reasons.append(weakest.reason)
      unasked.removeFirst()
    }
    let order = fields.flatMap { [$0.doubt, $0.uncertain].compactMap(\.self) }
    return order.filter(reasons.contains).map { Finding(.review, $0) }
  }

  /// The fields a credit rests on: why each has to be asked for, if it has.
  private var fields: [(probability: Double, uncertain: Reason, doubt: Reason?)] {
    [
      (kindProbability, .kindUncertain, isKindCertain ? nil : .kindUncertain),
      (reading.counter.probability, .counterUncertain, counterDoubt),
      (
        reading.amount.probability, .amountUncertain,
        doubt(reading.amount, missing: .amountMissing, uncertain: .amountUncertain)
      ),
      (
        reading.time.probability, .timeUncertain,
        doubt(reading.time, missing: .timeMissing, uncertain: .timeUncertain)
      ),
    ]
  }

  private var isKindCertain: Bool { kindProbability >= policy.fieldProbabilityMin }

  private var counterDoubt: Reason? {
    guard let counter = reading.counter.best else { return .counterUncertain }
    if subject.hasRegister, counter.value.code == nil || subject.counter == nil {
      return .counterUnknown
    }
    return counter.probability < policy.fieldProbabilityMin ? .counterUncertain : nil
  }

  private func doubt<Value>(
    _ field: Field<Value>, missing: Reason, uncertain: Reason
  ) -> Reason? {
    guard let best = field.best else { return missing }
    return best.probability < policy.fieldProbabilityMin ? uncertain : nil
  }
}

// MARK: - The receipt number

extension Screening {
  /// Without a certain number, counter, minute and amount are the identity, and where the paper
  /// prints neither a clock nor a number, counter, day and amount: then one of them a day is credited
  /// without a person. A mall may ask for the number instead. One that was read and may be right
  /// would be lost: of a second photograph whose day differs, nothing else tells whose it is.
  var numberFindings: [Finding] {
    let mayHaveNumber = hasNumber(from: ScreeningPolicy.receiptNumberPossibleMin)
    return hasCertainNumber || hasMoment || !policy.reviewsDaysWithoutNumber && !mayHaveNumber
      ? [] : [Finding(.review, .receiptNumberUncertain)]
  }

  /// A number that was read but is left out of the purchase, see
  /// ``creditablePurchase(from:by:)``.
  var droppedNumberSignals: [Signal] {
    guard let number = reading.receiptNumber.best, !hasCertainNumber, numberFindings.isEmpty else {
      return []
    }
    return [Signal("receipt_no_dropped", detail: number.value.rawValue)]
  }

  var hasCertainNumber: Bool { hasNumber(from: policy.receiptNumberProbabilityMin) }

  /// - Parameter least: how likely it has to be.
  private func hasNumber(from least: Double) -> Bool {
    guard let number = reading.receiptNumber.best, !number.value.key.isEmpty else { return false }
    return number.probability >= least
  }

  private var hasMoment: Bool { reading.time.best?.value.clock != nil }
}
