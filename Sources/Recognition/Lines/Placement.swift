import Foundation

import Receipts

/// Where the picture in which lines were found lies in the picture they are read from: scaled and
/// turned about its middle.
struct Placement: Sendable {
  var scale: Double
  var angle: Double
  /// Middle of the picture in which lines were found.
  var center: Point
  /// Where its upper left corner lies in the picture that is read.
  var origin = Point(x: 0, y: 0)

  private var sine: Double { sin(angle) }
  private var cosine: Double { cos(angle) }

  /// From a point among the found lines to the picture that is read.
  func original(of point: Point) -> Point {
    let (dx, dy) = (point.x - center.x, point.y - center.y)
    return Point(
      x: origin.x + (center.x + dx * cosine - dy * sine) * scale,
      y: origin.y + (center.y + dx * sine + dy * cosine) * scale)
  }

  /// The picture turned so that its lines lie level.
  static func leveled(_ image: GrayImage, angle: Double) -> GrayImage {
    let placement = Placement(
      scale: 1, angle: angle,
      center: Point(x: Double(image.width) / 2, y: Double(image.height) / 2))
    var result = GrayImage(width: image.width, height: image.height)
    let start = placement.original(of: Point(x: 0, y: 0))
    let (stepX, stepY) = (placement.cosine, placement.sine)
    image.pixels.withUnsafeBufferPointer { source in
      result.pixels.withUnsafeMutableBufferPointer { target in
        for y in 0..<image.height {
          var atX = start.x - Double(y) * stepY
          var atY = start.y + Double(y) * stepX
          for x in 0..<image.width {
            // Beyond the edges the nearest pixel goes on, so that no false edge appears.
            let nearX = min(max(atX, 0), Double(image.width) - 1.001)
            let nearY = min(max(atY, 0), Double(image.height) - 1.001)
            let value = GrayImage.sample(
              source, width: image.width, height: image.height, x: nearX, y: nearY, outside: 255)
            target[y * image.width + x] = UInt8(value)
            atX += stepX
            atY += stepY
          }
        }
      }
    }
    return result
  }
}
