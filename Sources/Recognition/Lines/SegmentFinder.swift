/// Finds stretches of print as ridges of ink density. Characters of one line, blurred along it,
/// run together; the paper between two lines stays lighter than both.
struct SegmentFinder {
  let ink: InkMask
  /// Bounds the work on a picture that is all texture.
  let segmentsMax: Int

  /// From left to right within no particular order of lines.
  func segments() -> [Segment] {
    let height = ink.textHeight
    var found = pass(textHeight: height) { component in
      (0.12...1.75).contains(Double(component.height) / height)
    }
    for group in largeGroups() {
      found += pass(textHeight: group.height) { component in group.holds(component) }
    }
    return Array(distinct(found).prefix(segmentsMax))
  }

  /// Large print is found twice: as a whole, and in parts that look like small print. Of two
  /// segments in one place the wider one stays; of two as wide, the taller.
  private func distinct(_ segments: [Segment]) -> [Segment] {
    var kept: [Segment] = []
    for segment in segments.sorted(by: { $0.width * $0.height > $1.width * $1.height }) {
      let isCovered = kept.contains { other in
        let shared = min(other.right, segment.right) - max(other.left, segment.left)
        let apart = abs(segment.centerY - other.middle(segment.centerX))
        return shared > 0.5 * segment.width && apart < 0.5 * other.height
      }
      if !isCovered { kept.append(segment) }
    }
    return kept
  }

  /// Characters of about one height that is clearly more than usual.
  private struct LargeGroup {
    var height: Double
    var characters: [Component]

    /// A character of the group, or a part of one: small ink beside or among them.
    func holds(_ component: Component) -> Bool {
      let tall = Double(component.height)
      if tall > 1.4 * height { return false }
      return characters.contains { character in
        let apartY = abs(component.top + component.bottom - character.top - character.bottom)
        let apartX = max(component.left - character.right, character.left - component.right)
        return Double(apartY) < height && Double(apartX) < 0.9 * height
      }
    }
  }

  private func largeGroups() -> [LargeGroup] {
    let least = ink.textHeight * 1.6
    var large = ink.components.filter {
      Double($0.height) > least && Double($0.height) < 7 * ink.textHeight
        && $0.width < 3 * $0.height && $0.height < 8 * $0.width
        && $0.area * 100 < 80 * $0.width * $0.height
    }.sorted { $0.height < $1.height }
    var groups: [LargeGroup] = []
    while groups.count < 3, large.count >= 2 {
      var best = 0..<0
      var end = 0
      for start in large.indices {
        while end < large.count, large[end].height * 100 <= large[start].height * 135 { end += 1 }
        if end - start > best.count { best = start..<end }
      }
      guard best.count >= 2 else { break }
      let members = Array(large[best].prefix(200))
      groups.append(
        LargeGroup(height: Double(members[members.count / 2].height), characters: members))
      large.removeSubrange(best)
    }
    return groups
  }

  private func pass(textHeight: Double, holds: (Component) -> Bool) -> [Segment] {
    let mask = ink.keeping { component in
      let tall = Double(component.height) / textHeight
      let wide = Double(component.width) / textHeight
      return wide < 9 && component.area >= 4 && !(wide > 3 && tall < 0.3) && holds(component)
    }
    let density = BoxBlur.blurred(
      BoxBlur.blurred(
        mask, radiusX: max(2, Int(textHeight * 0.55)), radiusY: max(1, Int(textHeight * 0.18))),
      radiusX: max(2, Int(textHeight * 0.45)), radiusY: max(1, Int(textHeight * 0.14)))
    let around = BoxBlur.blurred(density, radiusX: 0, radiusY: max(2, Int(textHeight * 0.8)))
    var ridge = GrayImage(width: mask.width, height: mask.height, filledWith: 0)
    ridge.pixels.withUnsafeMutableBufferPointer { ridge in
      density.pixels.withUnsafeBufferPointer { density in
        around.pixels.withUnsafeBufferPointer { around in
          for index in 0..<ridge.count {
            let value = Int(density[index])
            ridge[index] = value > 14 && value * 100 > Int(around[index]) * 112 ? 255 : 0
          }
        }
      }
    }
    let (blobs, labels) = Components.found(in: ridge)
    return blobs.enumerated().compactMap { index, blob in
      guard Double(blob.width) > 0.7 * textHeight, Double(blob.height) > 0.15 * textHeight
      else { return nil }
      return segment(
        of: blob, label: Int32(index), labels: labels, density: density, mask: mask,
        textHeight: textHeight)
    }
  }

  private func segment(
    of blob: Component, label: Int32, labels: [Int32], density: GrayImage, mask: GrayImage,
    textHeight: Double
  ) -> Segment? {
    let width = density.width
    var points: [(x: Double, y: Double, weight: Double)] = []
    points.reserveCapacity(blob.width)
    labels.withUnsafeBufferPointer { labels in
      density.pixels.withUnsafeBufferPointer { density in
        for x in stride(from: blob.left, to: blob.right, by: 2) {
          var (sum, moment) = (0.0, 0.0)
          for y in blob.top..<blob.bottom where labels[y * width + x] == label {
            let value = Double(density[y * width + x])
            sum += value
            moment += value * Double(y)
          }
          if sum > 0 { points.append((Double(x), moment / sum, sum)) }
        }
      }
    }
    let length = Double(blob.width) / textHeight
    let middle = Curve.fitted(to: points, degree: length > 7 ? 2 : length > 2.5 ? 1 : 0)
    return measured(middle, in: blob, mask: mask, textHeight: textHeight)
  }

  /// How far the ink reaches above, below, left and right of the middle line.
  private func measured(
    _ middle: Curve, in blob: Component, mask: GrayImage, textHeight: Double
  ) -> Segment? {
    let reach = Int(textHeight * 1.1)
    var rows = [Int](repeating: 0, count: 2 * reach + 1)
    let (width, height) = (mask.width, mask.height)
    mask.pixels.withUnsafeBufferPointer { pixels in
      for x in blob.left..<blob.right {
        let center = Int(middle(Double(x)).rounded())
        for dy in -reach...reach {
          let y = center + dy
          if y >= 0, y < height, pixels[y * width + x] != 0 { rows[dy + reach] += 1 }
        }
      }
    }
    guard let most = rows.max(), most > 0 else { return nil }
    let least = max(1, most / 12)
    var (top, bottom) = (reach, reach)
    while top > 0, rows[top - 1] >= least || (top > 1 && rows[top - 2] >= least) { top -= 1 }
    while bottom < 2 * reach,
      rows[bottom + 1] >= least || (bottom + 1 < 2 * reach && rows[bottom + 2] >= least)
    {
      bottom += 1
    }
    let (ascent, descent) = (Double(reach - top) + 0.5, Double(bottom - reach) + 0.5)
    // Lower is a row of dots or dashes.
    guard ascent + descent >= 0.5 * textHeight, ascent + descent >= 5 else { return nil }
    guard
      let (left, right) = inkSpan(
        middle, blob: blob, mask: mask, above: Int(ascent), below: Int(descent),
        margin: Int(textHeight))
    else { return nil }
    return Segment(
      left: Double(left), right: Double(right), middle: middle, ascent: ascent, descent: descent)
  }

  private func inkSpan(
    _ middle: Curve, blob: Component, mask: GrayImage, above: Int, below: Int, margin: Int
  ) -> (left: Int, right: Int)? {
    var (first, last): (Int?, Int?) = (nil, nil)
    let range = max(0, blob.left)..<min(mask.width, blob.right)
    for x in range {
      let center = Int(middle(Double(x)).rounded())
      let rows =
        max(0, center - above)..<max(max(0, center - above), min(mask.height, center + below + 1))
      if rows.contains(where: { mask.pixels[$0 * mask.width + x] != 0 }) {
        first = first ?? x
        last = x
      }
    }
    guard let first, let last, last - first > margin / 3 else { return nil }
    return (first, last + 1)
  }
}
