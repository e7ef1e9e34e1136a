/// Where the largest sheet lies in a picture: what lies beside it need not be searched.
struct SheetPlace {
  /// `nil` where none stands out.
  let box: Component?
  /// Sheets of paper with print on them; 1 where none stands out.
  let count: Int

  /// The picture, smaller.
  private let search: GrayImage
  /// How often.
  private let scale: Int

  private static let searchPixelsMax = 400_000
  /// Of a sheet beside the largest, how much is print.
  private static let printShares = 0.015...0.3
  /// A second sheet has so many lines at least.
  private static let sheetLinesMin = 3

  init(in image: GrayImage, by map: (GrayImage) -> GrayImage?) {
    var (search, scale) = (image, 1)
    while search.width * search.height > Self.searchPixelsMax {
      search = search.halved()
      scale *= 2
    }
    (self.search, self.scale) = (search, scale)
    guard let paper = Paper(in: search) else {
      (box, count) = (nil, 1)
      return
    }
    let others = Self.sheets(beside: paper, in: image, search: search, scale: scale, by: map)
    box = Self.box(around: paper, in: search, scale: scale, image: image)
    count = 1 + others
  }

  /// How many of the other bright patches are sheets of paper with print.
  private static func sheets(
    beside paper: Paper, in image: GrayImage, search: GrayImage, scale: Int,
    by map: (GrayImage) -> GrayImage?
  ) -> Int {
    guard !paper.others.isEmpty else { return 0 }
    // A patch's box may hold a part of the sheet, as that of a bright table around it does.
    let (small, whole) = (paper.covered(in: search), paper.covered(in: image, scale: scale))
    return paper.others.count { other in
      printShares.contains(printShare(of: small.cropped(to: other)))
        && hasLines(whole.cropped(to: other.times(scale)), by: map)
    }
  }

  /// Whether a bright patch shows lines of print: the grain of a table and the noise of a dark
  /// cloth have as much ink, and none.
  private static func hasLines(_ sheet: GrayImage, by map: (GrayImage) -> GrayImage?) -> Bool {
    map(LineFinder.fitted(sheet)).map { PrintMap($0).segments().count >= sheetLinesMin } ?? true
  }

  private static func printShare(of sheet: GrayImage) -> Double {
    let dark = sheet.evenlyLit().pixels.count { $0 < 128 }
    return Double(dark) / Double(max(1, sheet.pixels.count))
  }

  private static func box(
    around paper: Paper, in search: GrayImage, scale: Int, image: GrayImage
  ) -> Component? {
    let rows = paper.spans.enumerated().filter { !($0.element ?? 0..<0).isEmpty }
    guard let top = rows.first?.offset, let bottom = rows.last?.offset,
      let left = rows.compactMap(\.element?.lowerBound).min(),
      let right = rows.compactMap(\.element?.upperBound).max()
    else { return nil }
    let margin = margin(of: search)
    return Component(
      left: max(0, (left - margin) * scale), top: max(0, (top - margin) * scale),
      right: min(image.width, (right + margin) * scale),
      bottom: min(image.height, (bottom + 1 + margin) * scale),
      area: 0)
  }

  /// Around a sheet, or around print, pixels.
  private static func margin(of image: GrayImage) -> Int { max(image.width, image.height) / 50 }
}

// MARK: Print beside the box

extension SheetPlace {
  /// Of 2,300 photographs of five presses, those that the box had cut had 0.017 and more of ink on
  /// that side; four fifths of all had less than 0.005 on each.
  private static let inkShareMin = 0.012
  /// Ink is darker than what lies around it by so many hundredths, and by so many levels.
  private static let (inkDepth, inkLevelsMin) = (15, 10)
  private static let aroundRadius = 6
  /// A narrower strip shows no line.
  private static let stripMin = 32
  /// Against the usual line of the sheet.
  private static let heights = 0.5...2.5
  private static let linesMin = 2
  /// One line is enough where it is so many times as wide as high.
  private static let longMin = 6.0
  /// From the box to the next line, in heights of it.
  private static let gapMax = 2.5
  private static let rounds = 2

  /// The box with the print that lies beside it; `nil` where there is none.
  ///
  /// A shadow can make a part of the sheet as dark as the table, and the rest is found alone.
  /// Strips beside the box are shown to the detector only where they have as much ink as print has.
  ///
  /// - Parameters:
  ///   - found: what was found in the box.
  ///   - image: the picture, as it is read.
  func widened(
    with found: FoundPrint, in image: GrayImage, by map: (GrayImage) -> GrayImage?
  ) -> Component? {
    // A second sheet is left outside on purpose.
    guard let box, count == 1 else { return nil }
    let heights = found.lines.map(\.height).sorted()
    let usual = heights.isEmpty ? nil : heights[heights.count / 2]
    let around = BoxBlur.blurred(search, radiusX: Self.aroundRadius, radiusY: Self.aroundRadius)
    var wide = box
    for _ in 0..<Self.rounds {
      let before = wide
      for strip in Self.strips(beside: wide, in: image)
      where inkShare(of: strip, around: around) > Self.inkShareMin {
        let lines = FoundPrint(in: image, strip, by: map).lines.filter { line in
          usual.map { Self.heights.contains(line.height / $0) } ?? true
        }
        if let wider = Self.box(wide, with: lines, in: image) { wide = wider }
      }
      if wide == before { break }
    }
    return wide == box ? nil : wide
  }

  /// The box with those lines that go on from it without a gap: a shadow cuts through print, and
  /// another paper has a margin. `nil` where they are too few to be print.
  private static func box(
    _ box: Component, with lines: [FoundPrint.Line], in image: GrayImage
  ) -> Component? {
    var wide = box
    var (taken, rest) = ([FoundPrint.Line](), lines)
    while let next = rest.firstIndex(where: { $0.gap(to: wide) <= gapMax * $0.height }) {
      taken.append(rest.remove(at: next))
      wide = self.box(wide, with: taken[taken.count - 1], in: image)
    }
    let isPrint =
      taken.count >= linesMin || taken.contains { $0.width > longMin * $0.height }
    return isPrint ? wide : nil
  }

  private static func box(
    _ box: Component, with line: FoundPrint.Line, in image: GrayImage
  ) -> Component {
    let margin = margin(of: image)
    return Component(
      left: max(0, min(box.left, Int(line.left) - margin)),
      top: max(0, min(box.top, Int(line.top) - margin)),
      right: min(image.width, max(box.right, Int(line.right) + margin)),
      bottom: min(image.height, max(box.bottom, Int(line.bottom) + margin)), area: 0)
  }

  /// What lies on the left of a box, on its right, above and below.
  private static func strips(beside box: Component, in image: GrayImage) -> [Component] {
    [
      Component(left: 0, top: box.top, right: box.left, bottom: box.bottom, area: 0),
      Component(left: box.right, top: box.top, right: image.width, bottom: box.bottom, area: 0),
      Component(left: box.left, top: 0, right: box.right, bottom: box.top, area: 0),
      Component(left: box.left, top: box.bottom, right: box.right, bottom: image.height, area: 0),
    ].filter { $0.width >= stripMin && $0.height >= stripMin }
  }

  private func inkShare(of strip: Component, around: GrayImage) -> Double {
    var (ink, count) = (0, 0)
    for y in strip.top / scale..<min(search.height, strip.bottom / scale) {
      for x in strip.left / scale..<min(search.width, strip.right / scale) {
        let light = Int(around.pixels[y * search.width + x])
        let depth = light - Int(search.pixels[y * search.width + x])
        if depth > max(Self.inkLevelsMin, light * Self.inkDepth / 100) { ink += 1 }
        count += 1
      }
    }
    return count == 0 ? 0 : Double(ink) / Double(count)
  }
}
