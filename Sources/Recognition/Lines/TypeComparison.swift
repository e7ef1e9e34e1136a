/// What the digits of a page's numbers look like, each number beside all others but those that are the
/// same, or stand beside it.
struct TypeComparison {
  /// A number with the shapes of its digits.
  struct Shaped {
    /// Of the page.
    var line: Int
    /// The same for numbers of a line that nothing but gaps part.
    var stretch: Int
    /// Its first, among the line's.
    var glyph: Int
    /// Its digits alone.
    var text: String
    var digits: [DigitShape]

    var height: Double? { digits.isEmpty ? nil : digits.map(\.height).median }

    func isOther(than number: Shaped) -> Bool {
      text != number.text && (line != number.line || stretch != number.stretch)
    }
  }

  private let numbers: [Shaped]
  /// Of each number's digits, how alike each is to the one that is most alike among other numbers, in
  /// the mean; `nil` where too few can be compared.
  private let likenesses: [Double?]

  /// Work goes with the square of the digits.
  private static let digitsMax = 600
  private static let comparedMin = 3
  private static let othersMin = 3

  init(of all: [Shaped]) {
    var left = Self.digitsMax
    let numbers = all.prefix { number in
      left -= number.digits.count
      return left >= 0
    }
    self.numbers = Array(numbers)
    likenesses = numbers.map { number in
      let others = numbers.filter { $0.isOther(than: number) }.flatMap(\.digits)
      let alike = number.digits.compactMap { shape in
        others.filter { $0.digit == shape.digit }.map { shape.likeness(to: $0) }.max()
      }
      return alike.count < Self.comparedMin ? nil : alike.reduce(0, +) / Double(alike.count)
    }
  }

  /// Whether a number is set in another type than all others, in like size.
  ///
  /// - Parameter glyph: its first, among the line's.
  func isForeign(line: Int, glyph: Int) -> Bool {
    guard let place = numbers.firstIndex(where: { $0.line == line && $0.glyph == glyph }),
      let own = likenesses[place], let height = numbers[place].height
    else { return false }
    let others = numbers.indices.filter { numbers[$0].isOther(than: numbers[place]) }
    let alike = others.compactMap { likenesses[$0] }
    let heights = others.compactMap { numbers[$0].height }
    guard alike.count >= Self.othersMin, !heights.isEmpty else { return false }
    let usual = alike.median
    return usual > Self.usualMin && usual - own > Self.unlikenessMin
      && Self.alikeSizes.contains(height / heights.median)
  }

  /// With more or less ink than all others (`InkFinder`), of the times and receipt numbers on 4,370
  /// honest pages of levels 0 to 2, of thirteen presses and our own, seven were so foreign when this
  /// was made, three of which were credited; of those on 57 changed papers ten. Of 3,900 totals a
  /// hundred are, which tills set large and bold.
  private static let unlikenessMin = 0.12
  private static let alikeSizes = 0.7...1.3
  /// Where digits of the page are less alike, on blurred and grainy photographs, it tells nothing.
  private static let usualMin = 0.88
}
