import Foundation

import Receipts

/// A segment cut out of the picture and straightened: dark print on white, as a reader wants it.
struct LineStrip: Sendable {
  var image: GrayImage
  /// Columns of the strip for one of the picture in which lines were found.
  var scale: Double
  /// White columns before the segment's left edge.
  var marginX: Int

  /// Height of the characters and of the whole strip. Tesseract's line models scale their input
  /// to 36…48 rows; print of 30 with room around it reads best (measured).
  static let textHeight = 30.0
  static let marginY = 9
  private static let widthMax = 2_400
  /// Characters of usual print are so wide in the middle, in columns of a strip. A till that prints
  /// twice as high as wide leaves half of it, and a reader then takes two ones for one.
  private static let characterWidth = 13.0
  private static let narrowWidth = 10.0
  private static let wideningMax = 2.0

  /// - Parameter isReversed: turned by 180°, for print that stands on its head.
  init(
    of segment: Segment, in image: GrayImage, placement: Placement, isReversed: Bool = false
  ) {
    self.init(
      of: segment, in: image, placement: placement, isReversed: isReversed, widening: 1)
    guard let width = self.image.usualStrokeRun, width < Self.narrowWidth else { return }
    self.init(
      of: segment, in: image, placement: placement, isReversed: isReversed,
      widening: min(Self.wideningMax, Self.characterWidth / width))
  }

  /// - Parameter widening: how much wider than in its proportions the print is made.
  private init(
    of segment: Segment, in image: GrayImage, placement: Placement, isReversed: Bool,
    widening: Double
  ) {
    let wanted = Self.textHeight / segment.height
    let scaleY = min(wanted, Double(Self.widthMax) / max(1, segment.width * widening))
    let scale = scaleY * widening
    let marginX = 10
    let textWidth = max(1, Int((segment.width * scale).rounded()))
    let height = Int((segment.height * scaleY).rounded()) + 2 * Self.marginY
    let width = textWidth + 2 * marginX
    var strip = GrayImage(width: width, height: height)
    let overhang = 4.0
    image.pixels.withUnsafeBufferPointer { source in
      strip.pixels.withUnsafeMutableBufferPointer { target in
        for column in 0..<width {
          let x = segment.left + (Double(column - marginX) + 0.5) / scale
          guard x > segment.left - overhang / scale, x < segment.right + overhang / scale else {
            continue
          }
          let middle = segment.middle(x)
          let top = placement.original(
            of: Point(x: x, y: middle - segment.ascent - Double(Self.marginY) / scaleY))
          let next = placement.original(
            of: Point(x: x, y: middle - segment.ascent - Double(Self.marginY - 1) / scaleY))
          let (stepX, stepY) = (next.x - top.x, next.y - top.y)
          for row in 0..<height {
            let value = GrayImage.sample(
              source, width: image.width, height: image.height,
              x: top.x + Double(row) * stepX, y: top.y + Double(row) * stepY, outside: 255)
            target[row * width + column] = UInt8(value)
          }
        }
      }
    }
    Self.stretchContrast(
      &strip, from: marginX - Int(overhang), to: marginX + textWidth + Int(overhang))
    self.image = isReversed ? strip.turned(degrees: 180) : strip
    self.scale = scale
    self.marginX = marginX
  }

  /// Paper to white and print to black, column window by column window, so that neither a shadow
  /// nor fading along the line is left. Linear between the two: nothing is thresholded.
  private static func stretchContrast(_ strip: inout GrayImage, from first: Int, to last: Int) {
    let (width, height) = (strip.width, strip.height)
    let (first, last) = (max(0, first), min(width, last))
    guard last > first else { return }
    let reach = Int(textHeight) * 2
    let centers = Array(stride(from: first, to: last + reach, by: reach).map { min($0, last - 1) })
    let levels = centers.map { center in
      level(of: strip, columns: max(first, center - reach)..<min(last, center + reach + 1))
    }
    strip.pixels.withUnsafeMutableBufferPointer { pixels in
      for column in first..<last {
        let position = Double(column - first) / Double(reach)
        let index = min(Int(position), levels.count - 1)
        let next = min(index + 1, levels.count - 1)
        let part = min(1, position - Double(index))
        let dark = levels[index].dark * (1 - part) + levels[next].dark * part
        let light = levels[index].light * (1 - part) + levels[next].light * part
        let gain = 255 / max(12, light - dark)
        for row in 0..<height {
          let at = row * width + column
          // From white down: where there is nothing but paper, it stays paper.
          pixels[at] = UInt8(min(255, max(0, 255 - (light - Double(pixels[at])) * gain)))
        }
      }
    }
  }

  /// The 2nd and the 75th percentile of the brightness in some columns.
  private static func level(
    of strip: GrayImage, columns: Range<Int>
  ) -> (dark: Double, light: Double) {
    var histogram = [Int](repeating: 0, count: 256)
    for row in 0..<strip.height {
      for column in columns { histogram[Int(strip.pixels[row * strip.width + column])] += 1 }
    }
    let total = strip.height * columns.count
    func percentile(_ share: Double) -> Double {
      var left = Int(Double(total) * share)
      for (value, count) in histogram.enumerated() {
        left -= count
        if left < 0 { return Double(value) }
      }
      return 255
    }
    return (percentile(0.02), percentile(0.75))
  }
}

extension GrayImage {
  /// Darker is ink, in a strip of dark print on white.
  private static let inkLevel = 110

  /// Of a strip: from the first to the last column that holds ink; `nil` where none does.
  var inkColumns: Range<Int>? {
    let runs = inkRuns
    guard let first = runs.first, let last = runs.last else { return nil }
    return first.lowerBound..<last.upperBound
  }

  /// A strip in two, parted at the widest gap in its middle half; `nil` where it has none between
  /// characters.
  func parted() -> [(image: GrayImage, offset: Int)]? {
    let runs = inkRuns
    let gaps = zip(runs, runs.dropFirst()).map { $0.upperBound..<$1.lowerBound }
    let middle = width / 4..<width * 3 / 4
    guard
      let widest = gaps.filter({ middle.contains(($0.lowerBound + $0.upperBound) / 2) })
        .max(by: { $0.count < $1.count }), widest.count * 4 >= height
    else { return nil }
    let at = (widest.lowerBound + widest.upperBound) / 2
    return [columns(from: 0, to: at), columns(from: at, to: width)]
  }

  /// In a strip: how wide the stretches of columns that hold ink are in the middle; `nil` of fewer
  /// than four. Characters stand apart, or run together and are wide.
  fileprivate var usualStrokeRun: Double? {
    let widths = inkRuns.map(\.count).sorted()
    return widths.count < 4 ? nil : Double(widths[widths.count / 2])
  }

  private var inkRuns: [Range<Int>] {
    var holdsInk = [Bool](repeating: false, count: width)
    for y in 0..<height {
      for x in 0..<width where pixels[y * width + x] < Self.inkLevel { holdsInk[x] = true }
    }
    var runs: [Range<Int>] = []
    var start: Int?
    for x in 0...width {
      let isInk = x < width && holdsInk[x]
      if isInk, start == nil { start = x }
      if !isInk, let from = start {
        runs.append(from..<x)
        start = nil
      }
    }
    return runs
  }
}
