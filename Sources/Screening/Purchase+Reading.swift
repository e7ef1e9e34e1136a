package import Receipts

/// What the reading says was bought: the best candidate of each field, however doubtful, the
/// receipt number included. To look for neighbours and to put before a person; what may become a
/// credit without one is ``creditablePurchase(from:by:)``.
///
/// `nil` when the counter's code, the amount or the time is missing.
package func purchase(from reading: Reading) -> Purchase? {
  guard let counter = reading.counter.best?.value.code, let amount = reading.amount.best?.value,
    let time = reading.time.best?.value
  else { return nil }
  let number = reading.receiptNumber.best?.value
  return Purchase(
    counter: counter, amount: amount, time: time,
    receiptNumber: number?.key.isEmpty == false ? number : nil)
}

/// The purchase that a credit without a person rests on: as ``purchase(from:)``, but without a
/// receipt number that is less certain than the policy asks.
///
/// A doubtful number would give a second photograph of the paper an identity of its own; without
/// it the purchase is known by counter, minute and amount alone, which the second photograph
/// shares.
package func creditablePurchase(from reading: Reading, by policy: ScreeningPolicy) -> Purchase? {
  var purchase = purchase(from: reading)
  if reading.receiptNumber.probability < policy.receiptNumberProbabilityMin {
    purchase?.receiptNumber = nil
  }
  return purchase
}
