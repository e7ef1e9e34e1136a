import Foundation
import Receipts
import Testing

@testable import Recognition

@Suite("Placements")
struct PlacementTests {
  @Test("a placement of no turn only scales")
  func scales() {
    let placement = Placement(scale: 2, angle: 0, center: Point(x: 50, y: 80))
    #expect(placement.original(of: Point(x: 3, y: 4)) == Point(x: 6, y: 8))
  }

  @Test(
    "the middle stays, and a turn back ends where it began", arguments: [-0.3, -0.02, 0.1, 0.35])
  func roundTrip(angle: Double) {
    let center = Point(x: 40, y: 30)
    let there = Placement(scale: 1, angle: angle, center: center)
    let back = Placement(scale: 1, angle: -angle, center: center)
    #expect(there.original(of: center) == center)
    for point in [Point(x: 0, y: 0), Point(x: 80, y: 10), Point(x: 17, y: 59)] {
      let again = back.original(of: there.original(of: point))
      #expect(abs(again.x - point.x) < 1e-9 && abs(again.y - point.y) < 1e-9)
    }
  }

  @Test("a levelled picture holds at each point what the original holds there")
  func leveled() {
    let angle = 0.15
    let (width, height) = (120, 90)
    // Smooth, so that sampling between pixels is exact but for rounding.
    let pixels = (0..<width * height).map { UInt8($0 % width + $0 / width) }
    let image = GrayImage(width: width, height: height, pixels: pixels)
    let level = Placement.leveled(image, angle: angle)
    let placement = Placement(scale: 1, angle: angle, center: Point(x: 60, y: 45))
    var inside = 0
    for y in stride(from: 0, to: height, by: 7) {
      for x in stride(from: 0, to: width, by: 7) {
        let point = placement.original(of: Point(x: Double(x), y: Double(y)))
        guard (0..<Double(width - 2)).contains(point.x), (0..<Double(height - 2)).contains(point.y)
        else { continue }
        inside += 1
        #expect(abs(Double(level.pixels[y * width + x]) - (point.x + point.y)) <= 1.001)
      }
    }
    #expect(inside > 100)
  }

  @Test("beyond the edges of a levelled picture the nearest pixels go on")
  func edges() {
    let level = Placement.leveled(GrayImage(width: 50, height: 40, filledWith: 180), angle: 0.3)
    #expect(level.pixels.allSatisfy { (179...180).contains($0) })
  }
}
