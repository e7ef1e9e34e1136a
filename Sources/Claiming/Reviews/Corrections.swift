package import Receipts
import Screening

/// What a reviewer says a field is, as text; `nil` where the best candidate is confirmed.
package struct Corrections: Hashable, Sendable {
  package var counter: String?
  package var amount: String?
  package var time: String?
  /// Empty: the paper prints none.
  package var receiptNumber: String?

  package init(
    counter: String? = nil, amount: String? = nil, time: String? = nil,
    receiptNumber: String? = nil
  ) {
    self.counter = counter
    self.amount = amount
    self.time = time
    self.receiptNumber = receiptNumber
  }

  /// For the record of the decision.
  var given: [FieldName: String] {
    [
      FieldName.counter: counter, .amount: amount, .time: time, .receiptNumber: receiptNumber,
    ].compactMapValues(\.self)
  }
}

/// Why a correction is not taken; nothing was changed.
package struct CorrectionProblem: Error, Hashable, Sendable, CustomStringConvertible {
  package var field: FieldName
  package var message: String
  package var chinese: String

  package func text(in language: Language) -> String { language(message, chinese) }

  package var description: String { "\(field.rawValue): \(message)" }
}

extension Corrections {
  /// Whether what is given can be, whatever was read.
  ///
  /// - Parameter register: the codes that there are.
  package func check(
    currency: Currency, register: Set<CounterCode>
  ) throws(CorrectionProblem) {
    if let counter { try check(CounterCode(trimmed(counter)), in: register) }
    _ = try givenMoney(in: currency)
    _ = try printedTime()
  }

  /// The purchase a person confirms: what was read, with the corrections over it.
  ///
  /// - Parameter register: the codes that there are.
  package func purchase(
    over reading: Reading?, currency: Currency, register: Set<CounterCode>
  ) throws(CorrectionProblem) -> Purchase {
    let counter = try counterCode(over: reading, register: register)
    let amount = try money(over: reading, currency: currency)
    guard let time = try printedTime() ?? reading?.time.best?.value else {
      throw CorrectionProblem(
        field: .time, message: "was not read; give it with --time", chinese: "未识别，请填写（--time）")
    }
    // What is more likely no receipt's number was not read as one.
    let read = reading?.receiptNumber.best.flatMap {
      $0.probability >= ScreeningPolicy.receiptNumberPossibleMin ? $0.value : nil
    }
    let number = receiptNumber.map { ReceiptNumber(trimmed($0)) } ?? read
    return Purchase(
      counter: counter, amount: amount, time: time,
      receiptNumber: number?.key.isEmpty == false ? number : nil)
  }

  private func counterCode(
    over reading: Reading?, register: Set<CounterCode>
  ) throws(CorrectionProblem) -> CounterCode {
    let given = counter.map { CounterCode(trimmed($0)) }
    guard let code = given ?? reading?.counter.best?.value.code else {
      throw CorrectionProblem(
        field: .counter, message: "was not recognised; give its code with --counter",
        chinese: "未识别，请填写专柜编号（--counter）")
    }
    try check(code, in: register)
    return code
  }

  private func check(
    _ code: CounterCode, in register: Set<CounterCode>
  ) throws(CorrectionProblem) {
    guard !register.contains(code) else { return }
    let example = register.min()
    throw CorrectionProblem(
      field: .counter,
      message: "\(code) is not in the register"
        + (example.map { ", whose codes are like \($0)" } ?? "") + "; see: xiaopiao counters list",
      chinese: "\(code) 不在专柜名册中" + (example.map { "（编号如 \($0)）" } ?? "")
        + "，可用 xiaopiao counters list 查看")
  }

  private func money(
    over reading: Reading?, currency: Currency
  ) throws(CorrectionProblem) -> Money {
    if let given = try givenMoney(in: currency) { return given }
    guard let read = reading?.amount.best?.value else {
      throw CorrectionProblem(
        field: .amount, message: "was not read; give it with --amount",
        chinese: "未识别，请填写（--amount）")
    }
    guard read.currency == currency else {
      throw CorrectionProblem(
        field: .amount,
        message: "\(read) is not in \(currency); give the amount in \(currency) with --amount",
        chinese: "\(read) 不是 \(currency)，请填写 \(currency) 金额（--amount）")
    }
    guard read.minorUnits > 0 else {
      throw CorrectionProblem(
        field: .amount, message: "\(read) is nothing paid; reject the claim",
        chinese: "\(read) 不是付款，请拒绝该申请")
    }
    return read
  }

  /// `nil` when no amount is given.
  private func givenMoney(in currency: Currency) throws(CorrectionProblem) -> Money? {
    guard let amount else { return nil }
    guard let money = Money(decimal: trimmed(amount), currency: currency), money.minorUnits > 0
    else {
      throw CorrectionProblem(
        field: .amount, message: "\(amount) is not an amount in \(currency) like 1042.06",
        chinese: "\(amount) 不是 \(currency) 金额，应如 1042.06")
    }
    return money
  }

  /// `nil` when no time is given.
  private func printedTime() throws(CorrectionProblem) -> PrintedTime? {
    guard let time else { return nil }
    let text = trimmed(time)
    let shape = /\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?)?/
    guard text.wholeMatch(of: shape) != nil, let printed = PrintedTime(iso: text) else {
      throw CorrectionProblem(
        field: .time,
        message: "\(time) is not a time like 2026-11-18T12:37, or a day; give what the paper says",
        chinese: "\(time) 不是时间，应如 2026-11-18T12:37 或只有日期，请按小票填写")
    }
    return printed
  }
}
