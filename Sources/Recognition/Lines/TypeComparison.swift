/// Which of a page's numbers one is.
struct NumberPlace: Equatable {
  /// Of the page.
  var line: Int
  /// The same for all numbers of a line that nothing but gaps part, a day and its clock: who changes
  /// one changes the other.
  var group: Int
  /// Its first, among the line's.
  var glyph: Int
  /// Its digits alone.
  var text: String

  /// Whether it may tell what is usual where the other stands: another number, and not beside it.
  func isOther(than number: NumberPlace) -> Bool {
    text != number.text && (line != number.line || group != number.group)
  }
}

/// What the digits of a page's numbers look like, each number beside all others but those that are the
/// same, or stand beside it.
struct TypeComparison {
  /// A number with the shapes of its digits.
  struct Shaped {
    var place: NumberPlace
    var digits: [DigitShape]

    var height: Double? { digits.isEmpty ? nil : digits.map(\.height).median }
  }

  private let numbers: [Shaped]
  /// Of each number's digits, how alike each is to the one that is most alike among other numbers;
  /// `nil` where none has it.
  private let likenesses: [[Double?]]

  /// Work goes with the square of the digits.
  private static let digitsMax = 600
  private static let comparedMin = 3
  private static let othersMin = 3
  private static let fewOthers = 3

  init(of all: [Shaped]) {
    var left = Self.digitsMax
    let numbers = all.prefix { number in
      left -= number.digits.count
      return left >= 0
    }
    self.numbers = Array(numbers)
    likenesses = numbers.map { number in
      let others = numbers.filter { $0.place.isOther(than: number.place) }.flatMap(\.digits)
      return number.digits.map { shape in
        others.filter { $0.digit == shape.digit }.map { shape.likeness(to: $0) }.max()
      }
    }
  }

  /// The same of a number in the mean; `nil` where too few of its digits can be compared.
  private func likeness(ofNumber index: Int) -> Double? {
    let alike = likenesses[index].compactMap(\.self)
    return alike.count < Self.comparedMin ? nil : Self.mean(of: alike)
  }

  private static func mean(of values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// Whether some of a number's digits are set in another type than the rest of them, which are as
  /// all others.
  ///
  /// - Parameter part: of the line's glyphs.
  func isForeign(_ part: Set<Int>, of place: NumberPlace) -> Bool {
    guard let index = numbers.firstIndex(where: { $0.place == place }) else { return false }
    let digits = zip(numbers[index].digits, likenesses[index])
    func usual(where isMeant: (Int) -> Bool) -> Double? {
      Self.mean(of: digits.compactMap { isMeant($0.glyph) ? $1 : nil })
    }
    guard let own = usual(where: part.contains), let rest = usual(where: { !part.contains($0) })
    else { return false }
    return Self.unlikenessOfPart.contains { rest > $0.usual && rest - own > $0.least }
  }

  /// Where digits are less alike all over the page, those of a part have to be more unlike.
  private static let unlikenessOfPart = [(usual: 0.85, least: 0.1), (usual: 0.75, least: 0.2)]

  /// Whether a number is set in another type than all others, in like size.
  ///
  /// - Parameter isFarApart: whether its ink is far from all others' as well: then a type that is a little
  ///   another tells it; beside few others it has to be quite another.
  func isForeign(_ place: NumberPlace, isFarApart: Bool) -> Bool {
    guard let index = numbers.firstIndex(where: { $0.place == place }),
      let own = likeness(ofNumber: index), let height = numbers[index].height
    else { return false }
    let others = numbers.indices.filter { numbers[$0].place.isOther(than: place) }
    let alike = others.compactMap(likeness)
    let heights = others.compactMap { numbers[$0].height }
    guard alike.count >= Self.othersMin, !heights.isEmpty else { return false }
    let usual = alike.median
    let least =
      isFarApart && alike.count > Self.fewOthers ? Self.unlikenessMin : Self.unlikenessAlone
    return usual > Self.usualMin && usual - own > least
      && Self.alikeSizes.contains(height / heights.median)
  }

  /// Of the honest papers of sixteen presses five have a time or receipt number so foreign, of the changed
  /// ones 21; with the first wherever the ink is apart at all it was sixteen and 22, six of the honest ones
  /// of the one press that had no part in it. Of 3,900 totals a hundred are, which tills set large and bold.
  private static let unlikenessMin = 0.12
  private static let unlikenessAlone = 0.4
  private static let alikeSizes = 0.7...1.3
  /// Where digits of the page are less alike, on blurred and grainy photographs, it tells nothing.
  private static let usualMin = 0.88
}
