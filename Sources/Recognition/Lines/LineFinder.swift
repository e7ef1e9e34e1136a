import Receipts

/// Finds the lines of print of an upright picture.
struct FoundLines: Sendable {
  /// The picture to read from: the upright one, turned by 270° when `isSideways`, without its grain.
  var image: GrayImage
  var isSideways: Bool
  /// From top to bottom; each row's segments from left to right.
  var rows: [[Segment]]
  var placement: Placement
  /// Sheets of paper with print on them; 1 where none stands out.
  var sheets = 1
}

enum LineFinder {
  /// A picture with more pixels than this is halved before lines are searched; they are read from
  /// the full one.
  private static let searchPixelsMax = 1_600_000
  private static let segmentsMax = 400

  /// The lines of an upright picture; print that runs from top to bottom is turned first.
  static func lines(in upright: GrayImage) -> FoundLines {
    var image = upright.withoutGrain()
    var (search, scale) = searchable(image)
    var ink = InkMask(of: search)
    let isSideways = Skew.isSideways(ink)
    if isSideways {
      image = image.turned(degrees: 270)
      search = search.turned(degrees: 270)
      ink = InkMask(of: search)
    }
    let angle = Skew.angle(of: ink)
    if angle != 0 { ink = InkMask(of: Placement.leveled(search, angle: angle)) }
    let placement = Placement(
      scale: scale, angle: angle,
      center: Point(x: Double(search.width) / 2, y: Double(search.height) / 2))
    let segments = SegmentFinder(ink: ink, segmentsMax: segmentsMax).segments()
    return FoundLines(
      image: image, isSideways: isSideways, rows: RowJoiner(segments).rows(), placement: placement)
  }

  /// The lines of an upright picture by a detection network.
  ///
  /// - Parameter map: what the network makes of a picture (see ``PrintMap``); `nil` when it fails.
  static func lines(in upright: GrayImage, by map: (GrayImage) -> GrayImage?) -> FoundLines {
    let found = mapped(upright, isSideways: false, by: map)
    guard found.print.isSideways else { return found.lines }
    return mapped(found.lines.image.turned(degrees: 270), isSideways: true, by: map).lines
  }

  private static func mapped(
    _ picture: GrayImage, isSideways: Bool, by map: (GrayImage) -> GrayImage?
  ) -> (lines: FoundLines, print: PrintMap) {
    let (box, sheets) = sheets(of: picture, by: map)
    // One that lay on its side has been cleared before it was turned.
    let image = isSideways ? picture : picture.withoutGrain(in: box)
    let shown = fitted(box.map { image.cropped(to: $0) } ?? image)
    let print = PrintMap(map(shown) ?? GrayImage(width: 1, height: 1, filledWith: 0))
    let placement = Placement(
      scale: Double(box?.width ?? image.width) / Double(shown.width), angle: print.angle,
      center: Point(x: Double(print.map.width) / 2, y: Double(print.map.height) / 2),
      origin: Point(x: Double(box?.left ?? 0), y: Double(box?.top ?? 0)))
    let lines = FoundLines(
      image: image, isSideways: isSideways, rows: RowJoiner(print.segments()).rows(),
      placement: placement,
      sheets: sheets)
    return (lines, print)
  }

  /// Height at which a detector needs to be shown characters, pixels.
  private static let shownTextHeight = 12.0
  /// The detector's memory goes with the picture's area, and is never given back.
  private static let shownPixelsMax = 480_000.0
  /// How far large print is shown smaller than the detector would take it.
  private static let shownShareMin = 0.4

  /// Evenly lit, and as small as the detector can still find its print: its time goes with the
  /// picture's area.
  private static func fitted(_ sheet: GrayImage) -> GrayImage {
    let area = Double(sheet.width * sheet.height)
    let bounded = Double(max(sheet.width, sheet.height)) * (shownPixelsMax / area).squareRoot()
    let lit = sheet.reduced(toSide: min(PaddleDetector.sidePixels, Int(bounded))).evenlyLit()
    var dark = lit
    for index in dark.pixels.indices { dark.pixels[index] = lit.pixels[index] < 128 ? 255 : 0 }
    let share = shownTextHeight / InkMask(mask: dark).textHeight
    guard share < 0.85 else { return lit }
    let side = Double(max(lit.width, lit.height)) * max(shownShareMin, share)
    return lit.reduced(toSide: Int(side))
  }

  /// Of a sheet beside the largest, how much is print.
  private static let printShares = 0.015...0.3

  /// The box around the largest sheet, where one stands out: what lies beside it need not be
  /// searched. And how many sheets with print there are.
  private static func sheets(
    of image: GrayImage, by map: (GrayImage) -> GrayImage?
  ) -> (box: Component?, count: Int) {
    var (search, scale) = (image, 1)
    while search.width * search.height > 400_000 {
      search = search.halved()
      scale *= 2
    }
    guard let paper = Paper(in: search) else { return (nil, 1) }
    let others = paper.others.count { other in
      printShares.contains(printShare(of: search.cropped(to: other)))
        && hasLines(image.cropped(to: other.times(scale)), by: map)
    }
    return (box(around: paper, in: search, scale: scale, image: image), 1 + others)
  }

  /// A second sheet has so many lines at least.
  private static let sheetLinesMin = 3

  /// Whether a bright patch shows lines of print: the grain of a table and the noise of a dark
  /// cloth have as much ink, and none.
  private static func hasLines(_ sheet: GrayImage, by map: (GrayImage) -> GrayImage?) -> Bool {
    map(fitted(sheet)).map { PrintMap($0).segments().count >= sheetLinesMin } ?? true
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
    let margin = max(search.width, search.height) / 50
    return Component(
      left: max(0, (left - margin) * scale), top: max(0, (top - margin) * scale),
      right: min(image.width, (right + margin) * scale),
      bottom: min(image.height, (bottom + 1 + margin) * scale),
      area: 0)
  }

  private static func searchable(_ image: GrayImage) -> (image: GrayImage, scale: Double) {
    var (search, scale) = (image, 1.0)
    while search.width * search.height > searchPixelsMax {
      search = search.halved()
      scale *= 2
    }
    return (Paper(in: search)?.isolated(in: search) ?? search, scale)
  }
}
