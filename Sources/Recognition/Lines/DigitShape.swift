import Foundation
import Receipts

/// What a printed digit looks like, whatever its size and ink: the same digit of one type looks the
/// same all over a page.
struct DigitShape: Sendable {
  let digit: String
  /// Among the line's.
  let glyph: Int
  /// Pixels of the original.
  let height: Double
  /// Where it begins and ends below the line's upper edge, in heights of the line.
  let rows: ClosedRange<Double>
  /// Its width for its height.
  private let aspect: Double
  /// How much ink there is in each part of its box, row by row, less their mean and of length 1.
  private let ink: [Float]

  private static let (columnsOfBox, rowsOfBox) = (16, 24)
  /// Rows of a line as its picture is cut, and more above and below it.
  private static let (lineRows, beyond) = (32, 5)
  /// Columns on each side of its middle that a digit may fill.
  private static let reach = 11
  /// Print and paper must differ by so many levels of 255, and its box have so many rows.
  private static let (contrastMin, rowsMin) = (12.0, 6)

  /// How alike two pictures of a digit are: 1 for the same picture, as the correlation of their ink,
  /// less where one is wider than the other.
  func likeness(to other: DigitShape) -> Double {
    var sum: Float = 0
    for index in ink.indices { sum += ink[index] * other.ink[index] }
    let isBar = max(aspect, other.aspect) < Self.barAspect
    return Double(sum) - (isBar ? 0 : 0.5 * abs(log(aspect / other.aspect)))
  }

  /// A one is a bar in many types, of which blur makes a wider or a narrower one.
  private static let barAspect = 0.35

  /// `nil` where the glyph is no digit, beyond the picture, or hardly to be seen.
  ///
  /// - Parameters:
  ///   - index: of the digit among the line's glyphs, which part it from its neighbours.
  ///   - outline: of the line.
  init?(
    of index: Int, among glyphs: [Glyph], on outline: Quadrilateral, in picture: ColourImage
  ) {
    guard glyphs[index].isDigit, outline.height > 1, outline.width > 1 else { return nil }
    let unit = outline.height / Double(Self.lineRows) / outline.width
    let middle = glyphs[index].middle
    /// Where it ends towards a neighbour, in columns from its middle.
    func end(towards neighbour: Int) -> Int {
      guard glyphs.indices.contains(neighbour) else { return Self.reach }
      let halfway = abs(glyphs[neighbour].middle - middle) / 2 / unit
      return min(Self.reach, Int(halfway) + 1)
    }
    let (before, behind) = (end(towards: index - 1), end(towards: index + 1))
    let cut = picture.cut(
      outline, along: middle - Double(before) * unit, step: unit, columns: before + behind + 1,
      rows: -Self.beyond..<Self.lineRows + Self.beyond, rowsOfLine: Self.lineRows)
    guard let cut, let shown = Self.ink(in: cut) else { return nil }
    digit = glyphs[index].text
    glyph = index
    func row(_ pixel: Int) -> Double { Double(pixel - Self.beyond) / Double(Self.lineRows) }
    rows = row(shown.box.top)...row(shown.box.top + shown.box.height)
    height = Double(shown.box.height) * outline.height / Double(Self.lineRows)
    aspect = Double(shown.box.width) / Double(shown.box.height)
    ink = Self.normed(shown.ink, width: cut.width, box: shown.box)
  }

  /// The share of ink in each pixel, 0…1, and the box of its largest patch.
  private static func ink(in cut: GrayImage) -> (ink: [Float], box: Component)? {
    let levels = cut.pixels
    let paper = Double(levels.element(ofRank: levels.count * 88 / 100))
    let print = Double(levels.element(ofRank: levels.count * 4 / 100))
    guard paper - print >= contrastMin else { return nil }
    let ink = levels.map { Float(min(1, max(0, (paper - Double($0)) / (paper - print)))) }
    let mask = GrayImage(
      width: cut.width, height: cut.height, pixels: ink.map { $0 > 0.5 ? 255 : 0 })
    guard let box = Components.found(in: mask).components.max(by: { $0.area < $1.area }),
      box.height >= rowsMin
    else { return nil }
    return (ink, box)
  }

  private static func normed(_ ink: [Float], width: Int, box: Component) -> [Float] {
    var levels: [Float] = []
    levels.reserveCapacity(columnsOfBox * rowsOfBox)
    for row in 0..<rowsOfBox {
      let y = (Float(row) + 0.5) * Float(box.height) / Float(rowsOfBox) - 0.5
      for column in 0..<columnsOfBox {
        let x = (Float(column) + 0.5) * Float(box.width) / Float(columnsOfBox) - 0.5
        levels.append(sample(ink, width: width, box: box, x: x, y: y))
      }
    }
    let mean = levels.reduce(0, +) / Float(levels.count)
    let length = levels.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }.squareRoot()
    return levels.map { ($0 - mean) / max(0.001, length) }
  }

  /// Between pixels of a box, at its edge beyond it.
  private static func sample(
    _ ink: [Float], width: Int, box: Component, x: Float, y: Float
  ) -> Float {
    let x = min(Float(box.width - 1), max(0, x))
    let y = min(Float(box.height - 1), max(0, y))
    let (left, top) = (Int(x), Int(y))
    let (right, bottom) = (min(box.width - 1, left + 1), min(box.height - 1, top + 1))
    let (dx, dy) = (x - Float(left), y - Float(top))
    func at(_ column: Int, _ row: Int) -> Float {
      ink[(box.top + row) * width + box.left + column]
    }
    return (at(left, top) * (1 - dx) + at(right, top) * dx) * (1 - dy)
      + (at(left, bottom) * (1 - dx) + at(right, bottom) * dx) * dy
  }
}

extension Glyph {
  /// Along the line.
  var middle: Double { (start + end) / 2 }
}
