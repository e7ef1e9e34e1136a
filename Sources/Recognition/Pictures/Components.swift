/// A connected patch of set pixels (8-neighbourhood).
struct Component: Sendable, Equatable {
  var left: Int
  var top: Int
  /// One past the last column and row.
  var right: Int
  var bottom: Int
  /// How many pixels are set.
  var area: Int

  var width: Int { right - left }
  var height: Int { bottom - top }

  /// The same place in a picture so many times as large.
  func times(_ scale: Int) -> Component {
    Component(
      left: left * scale, top: top * scale, right: right * scale, bottom: bottom * scale,
      area: area * scale * scale)
  }
}

enum Components {
  private struct Run {
    var start: Int32
    var end: Int32
    var label: Int32
  }

  /// Finds the patches of pixels above zero, by runs of a row joined with a union-find, and names
  /// each pixel's patch (−1: background).
  static func found(in mask: GrayImage) -> (components: [Component], labels: [Int32]) {
    var parents: [Int32] = []
    var runs: [[Run]] = []
    runs.reserveCapacity(mask.height)
    let width = mask.width
    mask.pixels.withUnsafeBufferPointer { pixels in
      var above: [Run] = []
      for y in 0..<mask.height {
        var row = rowRuns(pixels, start: y * width, width: width)
        join(&row, above: above, parents: &parents)
        runs.append(row)
        above = row
      }
    }
    return collected(runs, parents: &parents, mask: mask)
  }

  private static func rowRuns(
    _ pixels: UnsafeBufferPointer<UInt8>, start: Int, width: Int
  ) -> [Run] {
    var row: [Run] = []
    var x = 0
    while x < width {
      guard pixels[start + x] != 0 else {
        x += 1
        continue
      }
      let first = x
      while x < width, pixels[start + x] != 0 { x += 1 }
      row.append(Run(start: Int32(first), end: Int32(x), label: -1))
    }
    return row
  }

  private static func join(_ row: inout [Run], above: [Run], parents: inout [Int32]) {
    var first = 0
    for index in row.indices {
      while first < above.count, above[first].end < row[index].start { first += 1 }
      var other = first
      while other < above.count, above[other].start <= row[index].end {
        let root = find(above[other].label, in: &parents)
        if row[index].label < 0 {
          row[index].label = root
        } else {
          let mine = find(row[index].label, in: &parents)
          if mine != root { parents[Int(max(mine, root))] = min(mine, root) }
        }
        other += 1
      }
      if row[index].label < 0 {
        row[index].label = Int32(parents.count)
        parents.append(row[index].label)
      }
    }
  }

  private static func find(_ label: Int32, in parents: inout [Int32]) -> Int32 {
    var root = label
    while parents[Int(root)] != root { root = parents[Int(root)] }
    var at = label
    while parents[Int(at)] != root {
      let next = parents[Int(at)]
      parents[Int(at)] = root
      at = next
    }
    return root
  }

  private static func collected(
    _ runs: [[Run]], parents: inout [Int32], mask: GrayImage
  ) -> (components: [Component], labels: [Int32]) {
    var labels = [Int32](repeating: -1, count: mask.pixels.count)
    var numbers = [Int32](repeating: -1, count: parents.count)
    var components: [Component] = []
    for (y, row) in runs.enumerated() {
      for run in row {
        let root = Int(find(run.label, in: &parents))
        let (start, end) = (Int(run.start), Int(run.end))
        if numbers[root] < 0 {
          numbers[root] = Int32(components.count)
          components.append(
            Component(left: start, top: y, right: end, bottom: y + 1, area: end - start))
        } else {
          let index = Int(numbers[root])
          components[index].left = min(components[index].left, start)
          components[index].right = max(components[index].right, end)
          components[index].bottom = y + 1
          components[index].area += end - start
        }
        for x in start..<end { labels[y * mask.width + x] = numbers[root] }
      }
    }
    return (components, labels)
  }
}
