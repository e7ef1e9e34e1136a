import Receipts

/// What a detection network finds in a picture, or in a part of it.
struct FoundPrint {
  let print: PrintMap
  let segments: [Segment]
  let placement: Placement

  /// A line of print, in pixels of the picture.
  struct Line {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
    /// Along the line and across it.
    var width: Double
    var height: Double

    /// Pixels between it and a box; 0 where they overlap.
    func gap(to box: Component) -> Double {
      max(
        0, Double(box.left) - right, left - Double(box.right), Double(box.top) - bottom,
        top - Double(box.bottom))
    }
  }

  /// - Parameter box: the part that is looked at; `nil` for all of it.
  init(in image: GrayImage, _ box: Component?, by map: (GrayImage) -> GrayImage?) {
    let shown = LineFinder.fitted(box.map { image.cropped(to: $0) } ?? image)
    print = PrintMap(map(shown) ?? GrayImage(width: 1, height: 1, filledWith: 0))
    segments = print.segments()
    placement = Placement(
      scale: Double(box?.width ?? image.width) / Double(shown.width), angle: print.angle,
      center: Point(x: Double(print.map.width) / 2, y: Double(print.map.height) / 2),
      origin: Point(x: Double(box?.left ?? 0), y: Double(box?.top ?? 0)))
  }

  /// Segments wide enough to be words.
  var lines: [Line] {
    segments.filter { $0.width > 2 * $0.height }.map { segment in
      let ends = [segment.left, segment.right].map {
        placement.original(of: Point(x: $0, y: segment.middle($0)))
      }
      let half = segment.height / 2 * placement.scale
      return Line(
        left: min(ends[0].x, ends[1].x), right: max(ends[0].x, ends[1].x),
        top: min(ends[0].y, ends[1].y) - half, bottom: max(ends[0].y, ends[1].y) + half,
        width: segment.width * placement.scale, height: 2 * half)
    }
  }
}
