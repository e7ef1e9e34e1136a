import Foundation

import Receipts

/// Where print stands, as a detection network tells it: patches along the cores of lines.
///
/// The network is trained (Differentiable Binarization, Liao et al. 2020) on boxes that are drawn
/// in on all sides by a distance in proportion to their area over their outline; what it finds is
/// drawn out again by the same rule.
struct PrintMap: Sendable {
  /// 255: surely the core of a line.
  let map: GrayImage
  private let patches: [Patch]

  /// Pixels above this are taken (PaddleOCR's `thresh`, 0.3).
  private static let threshold: UInt8 = 76
  /// A patch with less in the mean is none (its `box_thresh`, 0.5).
  private static let meanMin = 0.5 * 255
  /// By how much of area over outline a patch is drawn out (its `unclip_ratio`).
  private static let unclipping = 1.6
  /// The characters' share of a box drawn out so, in height: found on press mall 11.
  private static let characterShare = 0.66
  private static let segmentsMax = 400
  private static let areaMin = 12

  /// A patch with its moments.
  private struct Patch {
    var label: Int32
    var box: Component
    var centerX: Double
    var centerY: Double
    /// Of its long axis against the rows, radians in −π/2…π/2.
    var angle: Double
    /// Deviation along and across that axis.
    var long: Double
    var short: Double
  }

  private let labels: [Int32]

  init(_ map: GrayImage) {
    self.map = map
    var mask = map
    for index in mask.pixels.indices where mask.pixels[index] <= Self.threshold {
      mask.pixels[index] = 0
    }
    var (components, labels) = Components.found(in: mask)
    var patches = Self.patches(components, labels, map)
    if !Self.areSideways(patches),
      StackedPatches(map, components)?.part(&components, &labels) ?? false
    {
      patches = Self.patches(components, labels, map)
    }
    (self.patches, self.labels) = (patches, labels)
  }

  private static func patches(
    _ components: [Component], _ labels: [Int32], _ map: GrayImage
  ) -> [Patch] {
    components.enumerated().compactMap { index, box in
      box.area < areaMin
        ? nil : patch(box, label: Int32(index), labels: labels, map: map)
    }
    .sorted { $0.box.area > $1.box.area }.prefix(segmentsMax).map { $0 }
  }

  private static func patch(
    _ box: Component, label: Int32, labels: [Int32], map: GrayImage
  ) -> Patch? {
    var (sum, sumX, sumY, count) = (0, 0, 0, 0)
    var (xx, yy, xy) = (0, 0, 0)
    for y in box.top..<box.bottom {
      for x in box.left..<box.right where labels[y * map.width + x] == label {
        let (dx, dy) = (x - box.left, y - box.top)
        sum += Int(map.pixels[y * map.width + x])
        sumX += dx
        sumY += dy
        xx += dx * dx
        yy += dy * dy
        xy += dx * dy
        count += 1
      }
    }
    let n = Double(count)
    guard count > 0, Double(sum) / n >= meanMin else { return nil }
    let (meanX, meanY) = (Double(sumX) / n, Double(sumY) / n)
    let (vx, vy) = (Double(xx) / n - meanX * meanX, Double(yy) / n - meanY * meanY)
    let cross = Double(xy) / n - meanX * meanY
    // The axes of the ellipse that has the patch's moments.
    let middle = (vx + vy) / 2
    let apart = ((vx - vy) * (vx - vy) / 4 + cross * cross).squareRoot()
    return Patch(
      label: label, box: box, centerX: Double(box.left) + meanX, centerY: Double(box.top) + meanY,
      angle: atan2(2 * cross, vx - vy) / 2, long: max(0, middle + apart).squareRoot(),
      short: max(0, middle - apart).squareRoot())
  }

  /// Whether lines of print run from top to bottom.
  var isSideways: Bool { Self.areSideways(patches) }

  private static func areSideways(_ patches: [Patch]) -> Bool {
    var (along, across) = (0.0, 0.0)
    for patch in patches where patch.long > 2.5 * patch.short {
      if abs(patch.angle) < .pi / 4 { along += patch.long } else { across += patch.long }
    }
    return across > 1.5 * along
  }

  /// The usual angle of lines that run from left to right, radians, positive when they fall to
  /// the right: the median, each patch weighed by its length.
  var angle: Double {
    patches.filter { $0.long > 3 * $0.short && abs($0.angle) < .pi / 4 }
      .median(by: \.angle, weighedBy: \.long)?.angle ?? 0
  }

  /// The lines' stretches, in the map turned level about its middle by ``angle``.
  func segments() -> [Segment] {
    let (sine, cosine) = (sin(angle), cos(angle))
    let (centerX, centerY) = (Double(map.width) / 2, Double(map.height) / 2)
    return patches.compactMap { patch in
      segment(of: patch) { x, y in
        let (dx, dy) = (x - centerX, y - centerY)
        return (centerX + dx * cosine + dy * sine, centerY - dx * sine + dy * cosine)
      }
    }
  }

  /// How far a patch is drawn out on each side.
  private static func drawnOut(thickness: Double, length: Double) -> Double {
    unclipping * thickness * length / (2 * (thickness + length))
  }

  /// Of what a patch is the core of, pixels: the shorter it is, the more of it is core.
  static func height(thickness: Double, length: Double) -> Double {
    thickness + 2 * drawnOut(thickness: thickness, length: length)
  }

  private func segment(
    of patch: Patch, leveled: (Double, Double) -> (x: Double, y: Double)
  ) -> Segment? {
    var points: [(x: Double, y: Double, weight: Double)] = []
    points.reserveCapacity(patch.box.area)
    var (left, right) = (Double.infinity, -Double.infinity)
    for y in patch.box.top..<patch.box.bottom {
      for x in patch.box.left..<patch.box.right
      where labels[y * map.width + x] == patch.label {
        let point = leveled(Double(x) + 0.5, Double(y) + 0.5)
        left = min(left, point.x - 0.5)
        right = max(right, point.x + 0.5)
        points.append((point.x, point.y, Double(map.pixels[y * map.width + x])))
      }
    }
    let length = right - left
    let thickness = Double(points.count) / max(1, length)
    guard thickness >= 1.5, length >= 3 else { return nil }
    let drawnOut = Self.drawnOut(thickness: thickness, length: length)
    let height = Self.height(thickness: thickness, length: length)
    let ratio = length / height
    let middle = Curve.fitted(to: points, degree: ratio > 4 ? 2 : ratio > 1.5 ? 1 : 0)
    let half = height * Self.characterShare / 2
    return Segment(
      left: left - drawnOut, right: right + drawnOut, middle: middle, ascent: half, descent: half)
  }
}
