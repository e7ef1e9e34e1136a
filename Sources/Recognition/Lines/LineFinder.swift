import Receipts

/// Finds the lines of print of an upright picture.
struct FoundLines: Sendable {
  /// The picture to read from: the upright one, turned by 270° when `isSideways`, without its
  /// grain.
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
    let sheet = SheetPlace(in: picture, by: map)
    // One that lay on its side has been cleared before it was turned.
    let clear = { (box: Component?) in isSideways ? picture : picture.withoutGrain(in: box) }
    var image = clear(sheet.box)
    var found = FoundPrint(in: image, sheet.box, by: map)
    if !found.print.isSideways, let wide = sheet.widened(with: found, in: image, by: map) {
      image = clear(wide)
      found = FoundPrint(in: image, wide, by: map)
    }
    let lines = FoundLines(
      image: image, isSideways: isSideways, rows: RowJoiner(found.segments).rows(),
      placement: found.placement, sheets: sheet.count)
    return (lines, found.print)
  }

  /// Height at which a detector needs to be shown characters, pixels.
  private static let shownTextHeight = 12.0
  /// The detector's memory goes with the picture's area, and is never given back.
  private static let shownPixelsMax = 480_000.0
  /// How far large print is shown smaller than the detector would take it.
  private static let shownShareMin = 0.4

  /// Evenly lit, and as small as the detector can still find its print: its time goes with the
  /// picture's area.
  static func fitted(_ sheet: GrayImage) -> GrayImage {
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

  private static func searchable(_ image: GrayImage) -> (image: GrayImage, scale: Double) {
    var (search, scale) = (image, 1.0)
    while search.width * search.height > searchPixelsMax {
      search = search.halved()
      scale *= 2
    }
    return (Paper(in: search)?.isolated(in: search) ?? search, scale)
  }
}
