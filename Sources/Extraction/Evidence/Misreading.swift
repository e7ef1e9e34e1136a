/// How likely it is that digits are not what the readers say.
struct Misreading {
  let weights: Weights

  /// Of one place.
  ///
  /// - Parameter confidence: the least in any of the digits, as the reader tells it that trusts
  ///   them most.
  func doubt(
    _ support: Support, confidence: Double, isRepaired: Bool = false, isUneven: Bool = false
  ) -> Double {
    let standing = support.standing
    var doubt = weights("misread_\(standing.rawValue)")
    let trusted = weights(support.isByPaddle ? "misread_strong_trusted" : "misread_trusted")
    let isAgreed = standing == .agreed && !support.isAgainstTesseract
    let distrust = max(0, trusted - confidence) * (isAgreed ? 0.3 : 1)
    doubt += weights("misread_confidence") * distrust
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
