package import Receipts

/// What one claim is screened on.
package struct ScreeningSubject: Sendable, Hashable {
  package var reading: Reading
  /// When the member sent it, on the mall's own clock.
  package var submittedAt: PrintedTime
  /// The register's row of the reading's best counter; `nil` when the register has none.
  package var counter: Counter?
  /// `nil` where there is no store to ask, as in `xiaopiao read`: nothing is compared then.
  package var history: History?
  /// Without a register a counter is judged by how surely its name was read, no more.
  package var hasRegister: Bool
  package var mallCurrency: Currency

  package init(
    reading: Reading, submittedAt: PrintedTime, counter: Counter? = nil, history: History? = nil,
    hasRegister: Bool = true, mallCurrency: Currency = .cny
  ) {
    self.reading = reading
    self.submittedAt = submittedAt
    self.counter = counter
    self.history = history
    self.hasRegister = hasRegister
    self.mallCurrency = mallCurrency
  }
}
