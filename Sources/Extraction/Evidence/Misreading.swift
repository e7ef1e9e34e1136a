/// How likely it is that digits are not what the readers say.
struct Misreading {
  let weights: Weights

  /// Of one place.
  ///
  /// - Parameters:
  ///   - isStrong: the strong reader is among those that say so.
  ///   - confidence: the least in any of the digits, as the reader tells it.
  func doubt(
    _ agreement: MoneyToken.Agreement, isStrong: Bool, confidence: Double, isRepaired: Bool = false,
    isUneven: Bool = false
  ) -> Double {
    var doubt =
      switch agreement {
      case .agreed: weights("misread_agreed")
      case .alone: weights(isStrong ? "misread_strong_alone" : "misread_alone")
      case .disputed: weights(isStrong ? "misread_strong_disputed" : "misread_disputed")
      }
    let distrust = max(0, weights("misread_trusted") - confidence)
    doubt += weights("misread_confidence") * distrust * (agreement == .agreed ? 0.3 : 1)
    if isRepaired { doubt += weights("misread_repaired") }
    if isUneven { doubt += weights("misread_uneven") }
    return min(0.9, doubt)
  }

  /// Of several places that say the same. They are not quite independent: fading and a font's weak
  /// digit strike all.
  func together(_ doubts: [Double]) -> Double {
    var result = 1.0
    for (index, doubt) in doubts.sorted().enumerated() {
      result *= index == 0 ? doubt : max(doubt, weights("misread_again"))
    }
    return min(0.9, result)
  }
}
