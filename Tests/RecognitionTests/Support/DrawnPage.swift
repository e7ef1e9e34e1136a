import Foundation

@testable import Recognition

/// A page of drawn characters: hollow boxes with a bar, in rows, as large as said.
struct DrawnPage {
  /// A stretch of characters without a wide gap, from `left` on.
  struct Stretch {
    var left: Double
    var characters: Int
    var height = 20.0

    var pitch: Double { height * 0.95 }
    var right: Double { left + Double(characters) * pitch }
  }

  var width = 480
  var height = 640
  var paper: UInt8 = 225
  var ink: UInt8 = 70
  /// The upper edge of the first row, and from each row to the next.
  var top = 60.0
  var rowPitch = 40.0
  var rows: [[Stretch]]

  /// As many rows as given, each of that many characters.
  static func plain(rows: Int, characters: Int = 16) -> DrawnPage {
    DrawnPage(rows: (0..<rows).map { _ in [Stretch(left: 60, characters: characters)] })
  }

  func isInk(_ x: Double, _ y: Double) -> Bool {
    let row = Int(((y - top) / rowPitch).rounded(.down))
    guard rows.indices.contains(row) else { return false }
    let below = y - top - Double(row) * rowPitch
    return rows[row].contains { stretch in
      guard below < stretch.height, x >= stretch.left, x < stretch.right else { return false }
      let across = ((x - stretch.left) / stretch.pitch).truncatingRemainder(dividingBy: 1) / 0.8
      let down = below / stretch.height
      guard across < 1 else { return false }
      return across < 0.15 || across > 0.85 || down < 0.15 || down > 0.85
        || abs(down - 0.5) < 0.08
    }
  }

  /// The page photographed: each pixel shows the place of the page that `place` says, with the
  /// edges of characters as soft as four points in a pixel make them.
  func picture(
    width: Int? = nil, height: Int? = nil,
    place: (Double, Double) -> (x: Double, y: Double) = { ($0, $1) }
  ) -> GrayImage {
    let (width, height) = (width ?? self.width, height ?? self.height)
    var image = GrayImage(width: width, height: height)
    for y in 0..<height {
      for x in 0..<width {
        var count = 0
        for (dx, dy) in [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)] {
          let at = place(Double(x) + dx, Double(y) + dy)
          if isInk(at.x, at.y) { count += 1 }
        }
        let depth = Double(paper) - Double(ink)
        image.pixels[y * width + x] = UInt8(Double(paper) - depth * Double(count) / 4)
      }
    }
    return image
  }

  /// The page turned about its middle, so that its lines fall to the right.
  func picture(falling degrees: Double) -> GrayImage {
    let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
    let (centerX, centerY) = (Double(width) / 2, Double(height) / 2)
    return picture { x, y in
      let (dx, dy) = (x - centerX, y - centerY)
      return (centerX + dx * cosine + dy * sine, centerY - dx * sine + dy * cosine)
    }
  }
}
