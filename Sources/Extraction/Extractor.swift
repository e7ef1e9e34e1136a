package import Receipts

/// What is known beside the page.
package struct ExtractionContext: Sendable, Hashable {
  /// The mall's: what a `$` or no sign means.
  package var currency: Currency
  /// The day the claim was made, which tells the readings of an ambiguous date apart; `nil` when
  /// nobody knows.
  package var claimDay: Day?

  package init(currency: Currency, claimDay: Day?) {
    self.currency = currency
    self.claimDay = claimDay
  }
}

/// A reading before it is held against how often such readings are right.
package struct UncalibratedReading: Sendable {
  package var reading: Reading
  /// How hard the page was to read, as in ``FieldOdds/doubt``.
  package var doubt: Double
}

/// Finds the fields of a purchase on a page.
///
/// Pure: the same page, register and context always give the same reading.
package struct Extractor: Sendable {
  private let register: CounterIndex?
  private let weights: Weights
  private let layouts: LayoutShelf
  private let claimWindowDays: Int

  /// - Parameters:
  ///   - register: `nil`: the counter's name is told as printed, without a code.
  ///   - layouts: those of the register's counters that take part.
  ///   - claimWindowDays: how many days after it a purchase may be claimed. Who closed before is
  ///     still known by name, and takes none from who is there now.
  package init(
    register: CounterIndex?, weights: Weights = .usual, layouts: LayoutShelf = LayoutShelf(),
    claimWindowDays: Int = 60
  ) {
    self.register = register
    self.weights = weights
    self.layouts = layouts
    self.claimWindowDays = claimWindowDays
  }

  /// The same with other layouts.
  package func with(_ layouts: LayoutShelf) -> Extractor {
    Extractor(
      register: register, weights: weights, layouts: layouts, claimWindowDays: claimWindowDays)
  }

  package func reading(of page: Page, context: ExtractionContext) -> Reading {
    let lines = PrintedLine.lines(of: page)
    var reading = uncalibratedReading(of: page, lines: lines, context: context)
    guard let calibrations = weights.calibrations[ReaderSetup(of: page)] else { return reading }
    let doubt = Misreading.pageDoubt(lines)
    func calibrate<Value>(_ name: FieldName, _ field: inout Field<Value>) {
      if let own = calibrations[name] { field = own.applied(to: field, doubt: doubt) }
    }
    calibrate(.kind, &reading.kind)
    calibrate(.counter, &reading.counter)
    calibrate(.amount, &reading.amount)
    calibrate(.time, &reading.time)
    calibrate(.receiptNumber, &reading.receiptNumber)
    reading.receiptNumber = ReceiptNumberReader.bounded(reading.receiptNumber)
    return reading
  }

  /// What the evidence adds up to, before it is held against how often such readings are right:
  /// what weights and calibrations are learned from.
  package func uncalibratedReading(
    of page: Page, context: ExtractionContext
  ) -> UncalibratedReading {
    let lines = PrintedLine.lines(of: page)
    return UncalibratedReading(
      reading: uncalibratedReading(of: page, lines: lines, context: context),
      doubt: Misreading.pageDoubt(lines))
  }

  private func uncalibratedReading(
    of page: Page, lines: [PrintedLine], context: ExtractionContext
  ) -> Reading {
    var reading = reading(of: lines, context: context)
    if let sheets = page.sheets, sheets > 1 {
      reading.signals.append(Signal("several_papers", detail: "\(sheets)"))
    }
    return reading
  }

  /// Which lines of a page that was read once are worth a second look by better and by other
  /// readers.
  package func linesThatMatter(on page: Page, context: ExtractionContext) -> [SecondLook] {
    let lines = PrintedLine.lines(of: page)
    return LineSelection(
      lines, reading: reading(of: lines, context: context),
      hasRegister: register.map { !$0.counters.isEmpty } ?? false
    ).looks
  }

  private func reading(of lines: [PrintedLine], context: ExtractionContext) -> Reading {
    let search = register.map { register in
      var register = register
      register.firstDay = context.claimDay.map { $0.ordinal - claimWindowDays }
      return CounterSearch(lines, register: register, shelf: layouts, weights: weights)
    }
    let layout = layout(of: search, for: lines)
    let facts = AmountFacts(lines: lines)
    let (amount, signals) = AmountReader(
      weights: weights, mallCurrency: context.currency, layout: layout.map(evidence)
    ).field(facts, lines: lines)
    let currency = amount.best?.value.currency ?? context.currency
    let (time, dayBeside) = TimeReader(
      weights: weights, hint: context.claimDay, custom: DateCustom(currency),
      layout: layout.map(evidence)
    ).field(lines)
    let kind = KindReader(weights: weights).field(
      lines, amount: amount, time: time, tellsRefund: facts.tellsRefund,
      tellsPayment: facts.tellsPayment,
      isSettled: amount.best.map { facts.isSettled($0.value.hundredths) } ?? false,
      isPaidAtOnce: amount.best.map { facts.isPaidAtOnce($0.value.hundredths) } ?? false,
      signs: KindSigns(facts, amount: amount.best?.value).signs(on: lines))
    // A refund is money given back, whether or not its till prints the sign.
    let isRefund = kind.best.map { $0.value == .refund && $0.probability > 0.5 } ?? false
    let isDayAlone = time.best.map { $0.value.clock == nil } ?? false
    let counter =
      search?.field(day: time.best?.value.day) ?? HeaderReader(weights: weights).field(lines)
    let number = ReceiptNumberReader(weights: weights, layout: layout.map(evidence)).field(lines)
    let dayOfNumber = time.best.flatMap { time in
      number.best.flatMap {
        $0.probability < Self.numberSure
          ? nil : NumberDay.day(in: $0.value, besides: time.value, layout: layout)
      }
    }
    let isPaid =
      facts.tellsPayment
      || !facts.isNothingPaid
        && PaidFirst.isTold(by: lines, trades: search?.trades(of: counter) ?? [])
    let isChanged = counter.best?.value.code.map(layouts.isChanged) ?? false
    return Reading(
      kind: kind, counter: counter, amount: isRefund ? amount.negative : amount, time: time,
      receiptNumber: number,
      signals: signals + (isDayAlone ? [Signal("time_without_clock")] : [])
        + dayMismatch(ofNumber: dayOfNumber, beside: dayBeside)
        + (isPaid ? [] : [Signal("payment_unconfirmed")])
        + (isChanged ? [Signal("layout_changed")] : [])
        + alterations(of: .amount, amount, on: lines, besides: AmountFacts.namesTotal)
        + alterations(of: .time, time, on: lines)
        + alterations(of: .receiptNumber, number, on: lines),
      layoutVersion: layout?.version)
  }

  /// That somebody has been at the lines that tell a field, or that would tell it `besides`.
  private func alterations<Value: PrintedInDigits>(
    of name: FieldName, _ field: Field<Value>, on lines: [PrintedLine],
    besides: (PrintedLine) -> Bool = { _ in false }
  ) -> [Signal] {
    let told = Set(field.best?.lines ?? [])
    let traces = lines.filter { told.contains($0.index) || besides($0) }.flatMap(\.traces)
    var kinds = Set(
      traces.filter { trace in
        // The number of a table in another type, on one line with the day, tells nothing.
        guard let digits = trace.digits, let value = field.best?.value else { return true }
        return value.mayBePrinted(in: digits)
      }.map(\.kind))
    // Totals are printed bold and large.
    if name == .amount { kinds.subtract([.darker, .foreign]) }
    return kinds.map(\.rawValue).sorted().map {
      Signal("print_altered", detail: name.rawValue, ground: $0)
    }
  }

  private func dayMismatch(ofNumber told: Day?, beside: Day?) -> [Signal] {
    if let told { return [Signal("day_mismatch", detail: "\(told)")] }
    return beside.map { [Signal("day_mismatch", detail: "\($0)", ground: Signal.dayBeside)] } ?? []
  }

  /// Before calibration too: a number less certain says nothing of the day.
  private static let numberSure = 0.5

  /// A counter less certain than this has not its layout read into the paper. Before calibration,
  /// by which a half is about nine in ten.
  private static let counterSure = 0.5

  private func layout(
    of search: CounterSearch?, for lines: [PrintedLine]
  ) -> Layout? {
    guard !layouts.isEmpty, let best = search?.field(day: nil).best, let code = best.value.code,
      best.probability >= Self.counterSure
    else { return nil }
    return layouts.layout(of: code, for: lines)
  }

  private func evidence(of layout: Layout) -> LayoutEvidence {
    LayoutEvidence(layout: layout, weights: weights)
  }
}

extension Field<Money> {
  /// Each amount as money given back.
  fileprivate var negative: Field<Money> {
    Field(
      candidates.map { candidate in
        var negative = candidate
        negative.value.minorUnits = -abs(candidate.value.minorUnits)
        return negative
      })
  }
}

/// What a paper prints of the register's counters, looked for once.
private struct CounterSearch {
  private let reader: CounterReader
  private let sightings: CounterReader.Sightings

  init(_ lines: [PrintedLine], register: CounterIndex, shelf: LayoutShelf, weights: Weights) {
    reader = CounterReader(
      weights: weights, register: register, shares: shelf.shares(on: lines),
      learned: shelf.headings(on: lines))
    sightings = reader.sightings(lines)
  }

  func field(day: Day?) -> Field<CounterMatch> { reader.field(sightings, day: day) }

  /// What the likeliest counter sells or does, as indices into ``ShopTrade/all``.
  func trades(of counter: Field<CounterMatch>) -> Set<Int> {
    counter.best?.value.code.flatMap(reader.register.index).map(
      reader.register.headings.trades) ?? []
  }
}
