import Receipts

/// Finds numbers that were printed with other ink than the till has: a digit drawn over, a slip from
/// another printer pasted on, a number set anew in a picture's editor.
///
/// How much light print leaves of its paper's changes along a page, with fading and with shadows,
/// and from bold type to plain; inside one number, and between a number and the words that name it
/// beside all other lines, it hardly does. What is set in another type as well need not differ so
/// much.
struct InkFinder {
  private let picture: ColourImage
  private let page: Page
  private let lines: [Inked]
  /// How much light numbers leave of what the words on their lines do.
  private let usualToLabel: Double

  /// A line of the page.
  fileprivate struct Inked {
    var line: Int
    /// Of its middle, pixels.
    var y: Double
    var numbers: [Number]
    /// What its words leave of the paper's light, 0…1; `nil` where it has none.
    var label: Double?
  }

  fileprivate struct Number {
    /// Along the line, as glyphs.
    var start: Double
    var end: Double
    var digits: [InkedDigit]
    var place: NumberPlace
    /// Among the line's.
    var glyphs: Range<Int>

    var middle: Double { digits.map(\.light).median }
  }

  init(_ picture: ColourImage, page: Page) {
    (self.picture, self.page) = (picture, page)
    lines = page.lines.indices.map { Self.inked($0, of: page, in: picture) }
    let toLabel = lines.flatMap { line in
      line.numbers.compactMap { number in line.label.map { number.middle / max($0, Self.blackest) }
      }
    }
    usualToLabel = toLabel.isEmpty ? 1 : toLabel.median
  }

  /// By line, of those that are asked for.
  func traces(at asked: [Int]) -> [Int: [Trace]] {
    var traces: [Int: [Trace]] = [:]
    var types: TypeComparison?
    for line in asked where lines.indices.contains(line) {
      for number in lines[line].numbers {
        let kinds: [Trace.Kind] =
          (isMixed(number) ? [.mixed] : []) + (isDarker(number, on: lines[line]) ? [.darker] : [])
        traces[line, default: []] += kinds.map { Trace($0, start: number.start, end: number.end) }
        if isForeign(number, on: lines[line], &types)
          || isForeignInPart(number, on: lines[line], &types)
        {
          traces[line, default: []].append(
            Trace(.foreign, start: number.start, end: number.end, digits: number.place.text))
        }
      }
    }
    return traces.filter { !$0.value.isEmpty }
  }

  // MARK: - Within a number

  /// Whether some digits that stand together, up to half of them, have more ink than each other.
  private func isMixed(_ number: Number) -> Bool {
    number.digits.partsBesideRest().contains { part, rest in
      guard let most = part.map(\.light).max(), let least = rest.map(\.light).min() else {
        return false
      }
      return most < Self.mixedShare * least && least - most > Self.mixedStep
    }
  }

  /// Of 9,200 genuine numbers that the readers had right, on levels 0 to 2 of ten presses and our own,
  /// none reached the first with the second; of 1,320 on changed papers eight did.
  private static let mixedShare = 0.58
  private static let mixedStep = 0.09

  // MARK: - Between numbers

  /// Whether a number has more ink than those nearest to it, than all of them but one, and than the
  /// words on its own line. Three numbers on one pasted slip shield each other; to leave those of its
  /// line out asked about one more honest paper in 2,900, and found no changed one.
  private func isDarker(_ number: Number, on line: Inked) -> Bool {
    let others = lines.flatMap { other in
      other.numbers.filter { other.line != line.line || $0.start != number.start }
        .map { (distance: abs(other.y - line.y), light: $0.middle) }
    }
    .sorted { $0.distance < $1.distance }.prefix(Self.nearest).map(\.light).sorted()
    guard others.count >= Self.othersMin else { return false }
    let light = number.middle
    let isDarkerThanWords =
      line.label.map { light < Self.darkerThanMost * usualToLabel * $0 } ?? true
    let usual = others.median
    return light < Self.darkerThanUsual * usual
      && (usual > Self.black || usual - light > Self.darkerStep)
      && light < Self.darkerThanMost * others[1] && isDarkerThanWords
  }

  private static let nearest = 6
  private static let othersMin = 3
  /// Of the same pages none of the genuine times and receipt numbers has so much more ink, and ten
  /// changed ones have. Amounts may: a total is printed bold.
  private static let darkerThanUsual = 0.65
  private static let darkerThanMost = 0.7
  /// Of the paper's light. Where all print is as black as that the shares are of grain: of sixteen presses,
  /// without the step seven more honest papers are asked about, all of them so black, and no changed one.
  private static let black = 0.17
  private static let darkerStep = 0.08
  /// Darker than any print.
  fileprivate static let blackest = 0.02

  // MARK: - In another type

  /// Whether a number is set in another type and with other ink than all others of its page.
  ///
  /// - Parameter types: of all numbers, made once they are needed, which is seldom.
  private func isForeign(
    _ number: Number, on line: Inked, _ types: inout TypeComparison?
  ) -> Bool {
    guard let light = LightStanding(of: number, on: line, among: lines), light.isApart else {
      return false
    }
    return comparison(&types).isForeign(number.place, isFarApart: light.isFarApart)
  }

  /// Whether some digits that stand together, up to half of a number's, are set in another type than the
  /// rest, and are darker, or stand higher or lower.
  private func isForeignInPart(
    _ number: Number, on line: Inked, _ types: inout TypeComparison?
  ) -> Bool {
    let printed = page.lines[line.line].transcripts.first?.glyphs[number.glyphs] ?? []
    let digits = PartComparison(
      of: number.digits, shapes: shapes(of: number, on: line),
      // The line of a long clock may bend.
      mayStandApart: !printed.contains { $0.text == ":" })
    return digits.partsApart.contains { comparison(&types).isForeign($0, of: number.place) }
  }

  private func comparison(_ types: inout TypeComparison?) -> TypeComparison {
    if let types { return types }
    let made = TypeComparison(
      of: lines.flatMap { line in
        line.numbers.map { number in
          TypeComparison.Shaped(place: number.place, digits: shapes(of: number, on: line))
        }
      })
    types = made
    return made
  }

  private func shapes(of number: Number, on line: Inked) -> [DigitShape] {
    let printed = page.lines[line.line]
    guard let glyphs = printed.transcripts.first?.glyphs else { return [] }
    return number.glyphs.prefix(Self.digitsMax).compactMap {
      DigitShape(of: $0, among: glyphs, on: printed.outline, in: picture)
    }
  }

  // MARK: - Ink

  private static func inked(_ index: Int, of page: Page, in picture: ColourImage) -> Inked {
    let line = page.lines[index]
    let bounds = line.outline.bounds
    let middle = (bounds.top + bounds.bottom) / 2
    guard let glyphs = line.transcripts.first?.glyphs, glyphs.contains(where: \.isDigit) else {
      return Inked(line: index, y: middle, numbers: [])
    }
    func light(of glyph: Glyph, halfWidth: Double) -> Double? {
      self.light(of: glyph, on: line.outline, halfWidth: halfWidth, in: picture)
    }
    let runs = glyphs.split { !isPart($0) }
    let groups = glyphs.split { !isPart($0) && $0.text != " " }
    let numbers = runs.compactMap { run -> Number? in
      let digits = run.indices.filter { run[$0].isDigit }
      guard digits.count >= digitsMin, let first = run.first, let last = run.last else {
        return nil
      }
      let lights = digits.prefix(digitsMax).compactMap { glyph in
        light(of: run[glyph], halfWidth: digitHalfWidth).map { InkedDigit(glyph: glyph, light: $0) }
      }
      guard lights.count >= digitsMin else { return nil }
      return Number(
        start: first.start, end: last.end, digits: lights,
        place: NumberPlace(
          line: index,
          group: groups.first { $0.indices.contains(run.startIndex) }?.startIndex ?? 0,
          glyph: run.startIndex, text: digits.map { run[$0].text }.joined()),
        glyphs: run.indices)
    }
    let words = glyphs.filter { $0.text.unicodeScalars.contains { $0.properties.isIdeographic } }
    let label = words.prefix(wordsMax).compactMap { light(of: $0, halfWidth: wordHalfWidth) }
    return Inked(
      line: index, y: middle, numbers: numbers, label: label.isEmpty ? nil : label.median)
  }

  private static func isPart(_ glyph: Glyph) -> Bool {
    glyph.isDigit || [".", "-", "/", ":", ","].contains(glyph.text)
  }

  private static let digitsMin = 3
  /// More of them tell no more.
  private static let digitsMax = 24
  private static let wordsMax = 6
  /// At least, in heights of the line: how wide a digit or a word's character stands.
  private static let digitHalfWidth = 0.22
  private static let wordHalfWidth = 0.3

  /// What the darkest part of a glyph leaves of the light of the paper around it, 0…1; `nil` beyond
  /// the picture.
  private static func light(
    of glyph: Glyph, on outline: Quadrilateral, halfWidth: Double, in picture: ColourImage
  ) -> Double? {
    let height = outline.height / max(1, outline.width)
    let half = max((glyph.end - glyph.start) / 2, halfWidth * height)
    let middle = (glyph.start + glyph.end) / 2
    let start = max(0, middle - half)
    let box = LineBox(
      outline: outline, along: start...max(start, min(1, middle + half)), down: -0.05...1.05,
      height: height)
    var lights = box.colours(in: picture).map(\.luminance)
    guard lights.count >= samplesMin else { return nil }
    let paper = lights.element(ofRank: lights.count * 85 / 100)
    let darkest = max(3, lights.count * 8 / 100)
    lights.part(atRank: darkest)
    return lights.prefix(darkest).reduce(0, +) / Double(darkest) / max(1, paper)
  }

  private static let samplesMin = 20
}

/// What a number leaves of its paper's light, beside all others of its page but those that are the
/// same, or stand beside it.
private struct LightStanding {
  /// For what the lightest and the darkest of the others do.
  private let toLightest: Double
  private let toDarkest: Double
  /// How far it lies beyond those, for how far all but one of them lie from each other.
  private let beyond: Double
  /// For what the words on its line do, and that for what is usual on other lines; `nil` where there
  /// are no words.
  private let toWords: Double?

  /// `nil` where there are too few others.
  init?(of number: InkFinder.Number, on line: InkFinder.Inked, among lines: [InkFinder.Inked]) {
    let others = lines.flatMap { other in
      other.numbers.filter { $0.place.isOther(than: number.place) }
        .map { (light: $0.middle, label: other.label) }
    }
    guard others.count >= Self.othersMin else { return nil }
    func part(of light: Double, in other: Double) -> Double {
      light / max(InkFinder.blackest, other)
    }
    let lights = others.map(\.light).sorted()
    let (darkest, lightest) = (lights.first ?? 0, lights.last ?? 1)
    toLightest = part(of: number.middle, in: lightest)
    toDarkest = part(of: number.middle, in: darkest)
    beyond =
      max(number.middle - lightest, darkest - number.middle)
      / max(InkFinder.blackest, Self.spread(of: lights))
    let usual = others.compactMap { other in other.label.map { part(of: other.light, in: $0) } }
    toWords = line.label.flatMap { label in
      usual.isEmpty ? nil : part(of: number.middle, in: label) / usual.median
    }
  }

  private static let othersMin = 3

  /// Whether it is lighter or darker than each of them, and than the words on its own line; much so
  /// where there are none.
  var isApart: Bool {
    guard let toWords else {
      return toLightest > Self.lighterAlone || toDarkest < Self.darkerAlone
    }
    return toLightest > Self.lighter && toWords > Self.lighter
      || toDarkest < Self.darker && toWords < 1
  }

  /// From the darkest to the lightest but for the one that is furthest from the rest: a bold total, a
  /// line in a shadow.
  private static func spread(of sorted: [Double]) -> Double {
    guard let first = sorted.first, let last = sorted.last, sorted.count >= spreadMin else {
      return (sorted.last ?? 0) - (sorted.first ?? 0)
    }
    return min(sorted[sorted.count - 2] - first, last - sorted[1])
  }

  private static let spreadMin = 5

  /// Whether it is, on a page as evenly printed as this one.
  var isFarApart: Bool { beyond > Self.far }

  private static let far = 0.8
  private static let (lighter, darker) = (1.05, 0.9)
  private static let (lighterAlone, darkerAlone) = (1.15, 0.8)
}
