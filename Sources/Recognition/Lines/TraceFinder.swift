import Receipts

/// Finds numbers that somebody has been at since the till printed them: a slip of paper pasted over
/// them, or a pen.
///
/// Both show in colour alone. Shadows and folds make paper lighter or darker and leave its tint;
/// a till prints in one colour. What the page's numbers have in common is therefore no trace.
struct TraceFinder {
  private let picture: ColourImage
  private let numbers: [Number]
  /// How the paper under the numbers differs from that beside them on this page: print that bleeds
  /// into it, or is not sharp.
  private let usualStep: Tint
  /// How the print differs from its paper.
  private let usualInk: Tint

  /// A number of the page and what lies under it.
  private struct Number {
    var line: Int
    var stretch: Stretch
    var paper: BarePaper
    /// From the paper on each side of it to its own.
    var steps: [Tint]
    /// Than the paper on each side of it.
    var isDarker: [Bool]
    /// From its paper to its print.
    var ink: Tint
  }

  init(_ picture: ColourImage, page: Page) {
    self.picture = picture
    numbers = page.lines.indices.flatMap { line in
      Stretch.numbers(of: page.lines[line]).compactMap { Self.number($0, of: line, in: picture) }
    }
    let isTold = numbers.count >= Self.numbersMin
    usualStep = isTold ? .median(of: numbers.map { .mean(of: $0.steps) }) : Tint()
    usualInk = isTold ? .median(of: numbers.map(\.ink)) : Tint()
  }

  /// Fewer numbers of a page do not tell what is usual on it.
  private static let numbersMin = 4

  private static func number(
    _ stretch: Stretch, of line: Int, in picture: ColourImage
  ) -> Number? {
    let box = stretch.box(-0.06...0.06, -0.06...1.06)
    guard let paper = BarePaper(of: box, in: picture) else { return nil }
    let sides = [
      stretch.boxBefore(-1.6 ... -0.5), stretch.boxAfter(0.5...1.6),
      stretch.box(0...0, -1.6 ... -0.55), stretch.box(0...0, 1.55...2.6),
    ]
    .compactMap { BarePaper(of: $0, in: picture) }
    .filter { abs($0.luminance - paper.luminance) < paperLuminanceMax }
    let print = box.colours(in: picture).filter { $0.luminance < black * paper.luminance }
    return Number(
      line: line, stretch: stretch, paper: paper, steps: sides.map { paper.tint - $0.tint },
      isDarker: sides.map { paper.luminance < Self.darker * $0.luminance },
      ink: print.isEmpty ? Tint() : Tint.mean(of: print.map(\.tint)) - paper.tint)
  }

  /// Beyond it is no paper but what it lies on, 0…255.
  private static let paperLuminanceMax = 60.0

  /// By line, of those that are asked for.
  func traces(at lines: [Int]) -> [Int: [Trace]] {
    var traces: [Int: [Trace]] = [:]
    for number in numbers where lines.contains(number.line) {
      let kinds: [Trace.Kind] = (isPatch(number) ? [.patch] : []) + (isInked(number) ? [.ink] : [])
      for kind in kinds {
        traces[number.line, default: []].append(
          Trace(kind, start: number.stretch.start, end: number.stretch.end))
      }
    }
    return traces
  }

  /// Whether the paper under a number has another tint than that on all sides of it, and more so
  /// than is usual on the page; a fainter one where it is darker there as well.
  private func isPatch(_ number: Number) -> Bool {
    isOther(number.steps, number.isDarker)
      && isOther(number.steps.map { $0 - usualStep }, number.isDarker)
  }

  private func isOther(_ steps: [Tint], _ isDarker: [Bool]) -> Bool {
    guard steps.count >= 3 else { return false }
    let mean = Tint.mean(of: steps)
    let length = mean.distance(to: Tint())
    guard length > 0 else { return false }
    // How far each goes the way that they all go.
    let along = steps.map { ($0.a * mean.a + $0.b * mean.b) / length }
    let sorted = along.sorted()
    func count(beyond least: Double) -> Int {
      zip(along, isDarker).count { $0 > least && $1 }
    }
    return sorted[0] > Self.patchMin || sorted[1] > Self.patchOnMostSidesMin
      || count(beyond: Self.darkPatchMin) == steps.count
      || steps.count == 4 && count(beyond: Self.darkPatchOnMostSidesMin) >= 3
  }

  /// CIELAB. On all sides, and on all but one: a patch may reach further than one of them, where
  /// the print of the line goes on, or another patch begins.
  private static let patchMin = 1.6
  private static let patchOnMostSidesMin = 2.2
  /// Of 5,360 honest pages of thirteen presses and ours, 16 have so much under a field's numbers, and a
  /// dozen that are darker as well so much; of 241 changed ones twelve, and six.
  private static let darkPatchMin = 1.4
  private static let darkPatchOnMostSidesMin = 1.6
  /// Of the luminance of the paper beside it.
  private static let darker = 0.97

  /// Whether ink of another colour than the page's print lies on a number, and not only around it,
  /// as where a clerk has marked it.
  private func isInked(_ number: Number) -> Bool {
    let box = number.stretch.box(0...0, 0.1...0.9)
    let samples = box.colours(in: picture)
    let paper = number.paper
    var ink = 0
    var coloured: [Tint] = []
    for sample in samples where sample.luminance < Self.dark * paper.luminance {
      let tint = sample.tint - paper.tint
      if tint.distance(to: Tint()) > Self.colourMin {
        coloured.append(tint)
        ink += 1
      } else if sample.luminance < Self.black * paper.luminance {
        ink += 1
      }
    }
    guard !coloured.isEmpty,
      Tint.mean(of: coloured).distance(to: usualInk) > Self.otherColourMin
    else { return false }
    return Double(coloured.count) >= Self.colouredShare * Double(ink)
      && Double(coloured.count) * box.area >= Self.colouredArea * Double(samples.count)
  }

  /// Of the paper's luminance: what is drawn on it in any colour, and what is printed.
  private static let dark = 0.93
  private static let black = 0.8
  /// CIELAB, from the paper, and from the page's print.
  private static let colourMin = 24.0
  private static let otherColourMin = 18.0
  /// Of all ink on the number.
  private static let colouredShare = 0.12
  /// Of the square of the print's height.
  private static let colouredArea = 0.12
}

/// What paper looks like where it is not printed on.
private struct BarePaper {
  let luminance: Double
  let tint: Tint

  /// `nil` where too little of it lies in the picture.
  init?(of box: LineBox, in picture: ColourImage) {
    let samples = box.colours(in: picture)
    guard samples.count >= Self.samplesMin else { return nil }
    // Print is darker, gloss and grain lighter.
    let lights = samples.map(\.luminance)
    let darkest = lights.element(ofRank: samples.count * 70 / 100)
    let lightest = lights.element(ofRank: samples.count * 96 / 100)
    var mean = RGB()
    var count = 0.0
    for (sample, light) in zip(samples, lights) where light >= darkest && light <= lightest {
      mean.red += sample.red
      mean.green += sample.green
      mean.blue += sample.blue
      count += 1
    }
    mean = RGB(red: mean.red / count, green: mean.green / count, blue: mean.blue / count)
    (luminance, tint) = (mean.luminance, mean.tint)
  }

  private static let samplesMin = 30
}

/// A number in a line, with the places around it.
private struct Stretch {
  let outline: Quadrilateral
  /// Along the line, as glyphs.
  let start: Double
  let end: Double

  /// A height of the line, along it.
  private var height: Double { outline.height / max(1, outline.width) }

  /// - Parameters:
  ///   - beyond: how far it begins before the number, and ends after it, in heights of the line.
  ///   - down: from the line's upper edge, in its heights.
  func box(_ beyond: ClosedRange<Double>, _ down: ClosedRange<Double>) -> LineBox {
    box(along: start + beyond.lowerBound * height...end + beyond.upperBound * height, down)
  }

  /// Beside it, so many heights before its beginning.
  func boxBefore(_ range: ClosedRange<Double>) -> LineBox {
    box(along: start + range.lowerBound * height...start + range.upperBound * height, -0.06...1.06)
  }

  /// Beside it, so many heights after its end.
  func boxAfter(_ range: ClosedRange<Double>) -> LineBox {
    box(along: end + range.lowerBound * height...end + range.upperBound * height, -0.06...1.06)
  }

  private func box(along: ClosedRange<Double>, _ down: ClosedRange<Double>) -> LineBox {
    LineBox(outline: outline, along: along, down: down, height: height)
  }

  /// The numbers of a line with digits enough to matter, as its first reader saw them.
  static func numbers(of line: Line) -> [Stretch] {
    guard let glyphs = line.transcripts.first?.glyphs else { return [] }
    let gap = gapMax * line.outline.height / max(1, line.outline.width)
    var runs: [[Glyph]] = [[]]
    for glyph in glyphs {
      let last = runs[runs.count - 1].last
      // A colon stands in a clock, or ends a label.
      let isPart =
        glyph.text == ":"
        ? last?.text.last?.isNumber ?? false
        : glyph.text.allSatisfy {
          $0.isASCII && ($0.isNumber || $0.isLetter || "-/.,#".contains($0))
        }
      guard isPart else {
        runs.append([])
        continue
      }
      if let last, glyph.start - last.end > gap { runs.append([]) }
      runs[runs.count - 1].append(glyph)
    }
    return runs.compactMap { run in
      guard run.count(where: { $0.text.contains(where: \.isNumber) }) >= digitsMin,
        let first = run.first, let last = run.last, first.start < last.end
      else { return nil }
      return Stretch(outline: line.outline, start: first.start, end: last.end)
    }
  }

  private static let digitsMin = 2
  /// Between the characters of one number, in heights of the line.
  private static let gapMax = 0.5
}
