/// What the digits of a number look like, beside the same digits of all others.
struct TypeStanding {
  /// A number with the shapes of its digits.
  struct Shaped {
    /// Its digits alone.
    var text: String
    var digits: [DigitShape]

    /// Of its digits, how alike each is to the one that is most alike among other numbers, in the
    /// mean; `nil` where fewer than three can be compared.
    func likeness(among numbers: [Shaped]) -> Double? {
      let others = numbers.filter { $0.text != text }.flatMap(\.digits)
      let alike = digits.compactMap { shape in
        others.filter { $0.digit == shape.digit }.map { shape.likeness(to: $0) }.max()
      }
      return alike.count < Self.comparedMin ? nil : alike.reduce(0, +) / Double(alike.count)
    }

    private static let comparedMin = 3

    var height: Double? { digits.isEmpty ? nil : digits.map(\.height).median }
  }

  /// How alike the digits of others are to each other, and by how much less its own are to them.
  private let usual: Double
  private let unlikeness: Double
  /// Its digits' height for that of the others'.
  private let size: Double

  /// `nil` where too few can be compared.
  init?(of number: Shaped, among numbers: [Shaped]) {
    let others = numbers.filter { $0.text != number.text }
    let alike = others.compactMap { $0.likeness(among: numbers) }
    let heights = others.compactMap(\.height)
    guard alike.count >= Self.othersMin, let own = number.likeness(among: numbers),
      let height = number.height, !heights.isEmpty
    else { return nil }
    usual = alike.median
    unlikeness = usual - own
    size = height / heights.median
  }

  private static let othersMin = 3

  var isForeign: Bool {
    usual > Self.usualMin && unlikeness > Self.unlikenessMin && Self.alikeSizes.contains(size)
  }

  /// With more or less ink than all others, of the times and receipt numbers on 4,370 honest pages of
  /// levels 0 to 2, of thirteen presses and our own, seven are so foreign, three of which were
  /// credited; of those on 57 changed papers ten. Of totals a hundred are, which tills set large and
  /// bold.
  private static let unlikenessMin = 0.12
  private static let alikeSizes = 0.7...1.3
  /// Where digits of the page are less alike, on blurred and grainy photographs, it tells nothing.
  private static let usualMin = 0.88
}
