/// Patches of a detector's map in which several lines ran together: short numbers that stand close
/// below each other, as in a column of amounts without cents, 54 over 54 over 54.
struct StackedPatches {
  private let map: GrayImage
  /// How tall long lines are, pixels.
  private let usual: Double

  /// A patch that is so many times as tall as others may be several lines.
  private static let tallMin = 1.6
  /// No wider, in heights of a line: what stands in columns of numbers is short.
  private static let widthMax = 4.0
  /// Nor narrower, as the edge of a sheet is.
  private static let widthMin = 0.3
  /// One of its lines is at least so tall, in heights of others.
  private static let lineMin = 0.5
  /// Likelihoods above which lines that ran together may be apart, of 255.
  private static let levels: [UInt8] = [115, 153, 191, 216, 235, 247]
  /// Lines that overlap by more of the lower one are one.
  private static let overlapMax = 0.3
  private static let areaMin = 4

  /// - Returns: `nil` of a map without lines.
  init?(_ map: GrayImage, _ patches: [Component]) {
    let long = patches.filter { $0.width > 2 * $0.height && $0.area > 0 }
    guard let middle = long.median(by: Self.height, weighedBy: { Double($0.width) }) else {
      return nil
    }
    self.map = map
    usual = Self.height(middle)
  }

  private static func height(_ patch: Component) -> Double {
    PrintMap.height(
      thickness: Double(patch.area) / Double(patch.width), length: Double(patch.width))
  }

  /// Gives each line of such patches a patch of its own.
  ///
  /// - Parameters:
  ///   - patches: those that are taken apart keep their uppermost line; the others are appended.
  ///   - labels: of each pixel the number of its patch.
  /// - Returns: whether there was any.
  func part(_ patches: inout [Component], _ labels: inout [Int32]) -> Bool {
    let before = patches.count
    for number in 0..<before where isTall(patches[number]) {
      guard let rows = rows(of: number, patches[number], labels) else { continue }
      let box = patches[number]
      let numbers = [number] + (patches.count..<patches.count + rows.count - 1)
      var parts = rows.map { _ in
        Component(left: .max, top: .max, right: 0, bottom: 0, area: 0)
      }
      for y in box.top..<box.bottom {
        let row = rows.indices.min { Self.distance(y, rows[$0]) < Self.distance(y, rows[$1]) } ?? 0
        for x in box.left..<box.right where labels[y * map.width + x] == Int32(number) {
          labels[y * map.width + x] = Int32(numbers[row])
          parts[row].left = min(parts[row].left, x)
          parts[row].right = max(parts[row].right, x + 1)
          parts[row].top = min(parts[row].top, y)
          parts[row].bottom = y + 1
          parts[row].area += 1
        }
      }
      patches[number] = parts[0]
      patches += parts.dropFirst()
    }
    return patches.count > before
  }

  private func isTall(_ patch: Component) -> Bool {
    Self.height(patch) > Self.tallMin * usual
      && (Self.widthMin * usual...Self.widthMax * usual).contains(Double(patch.width))
  }

  private static func distance(_ y: Int, _ row: Range<Int>) -> Int {
    abs(2 * y + 1 - row.lowerBound - row.upperBound)
  }

  /// The lines of a patch from top to bottom, each at the lowest level at which it is apart; `nil` where
  /// there is but one.
  private func rows(of number: Int, _ box: Component, _ labels: [Int32]) -> [Range<Int>]? {
    func height(_ row: Range<Int>) -> Double {
      PrintMap.height(thickness: Double(row.count), length: Double(box.width))
    }
    var rows = [box.top..<box.bottom]
    for level in Self.levels {
      rows = rows.flatMap { row in
        guard height(row) > Self.tallMin * usual else { return [row] }
        let parts = parts(of: number, box, row, above: level, labels)
        let areLines = parts.allSatisfy { height($0) >= Self.lineMin * usual }
        return !parts.isEmpty && areLines ? parts : [row]
      }
    }
    // What the edge of a sheet leaves does not come apart into lines.
    return rows.count > 1 && rows.allSatisfy { height($0) <= Self.tallMin * usual } ? rows : nil
  }

  private func parts(
    of number: Int, _ box: Component, _ row: Range<Int>, above level: UInt8, _ labels: [Int32]
  ) -> [Range<Int>] {
    var core = GrayImage(width: box.width, height: row.count, filledWith: 0)
    for y in row {
      for x in box.left..<box.right {
        let at = y * map.width + x
        if labels[at] == Int32(number), map.pixels[at] > level {
          core.pixels[(y - row.lowerBound) * box.width + x - box.left] = 255
        }
      }
    }
    return Self.rows(of: Components.found(in: core).components).map {
      $0.lowerBound + row.lowerBound..<$0.upperBound + row.lowerBound
    }
  }

  /// Parts that stand beside each other are of one line.
  private static func rows(of parts: [Component]) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    for part in parts.filter({ $0.area >= areaMin }).sorted(by: { $0.top < $1.top }) {
      let next = part.top..<part.bottom
      if let last = rows.last {
        let shared = last.clamped(to: next).count
        if Double(shared) > overlapMax * Double(min(last.count, next.count)) {
          rows[rows.count - 1] = last.lowerBound..<max(last.upperBound, next.upperBound)
          continue
        }
      }
      rows.append(next)
    }
    return rows
  }
}
