extension GrayImage {
  /// So many rows are worked on at a time, so that memory does not go with the picture's height.
  private static let alikeRows = 64

  /// Each pixel as the mean of those near it, weighed by how alike their surroundings are
  /// (non-local means, Buades, Coll and Morel 2005): strokes are averaged with strokes and paper
  /// with paper.
  ///
  /// - Parameter deviation: of the grain, in grey levels; above 0. Surroundings that differ by no
  ///   more than grain makes those of the same print differ count whole.
  func averagedOverAlike(deviation: Double) -> GrayImage {
    precondition(deviation > 0, "there is grain to be taken out")
    var result = self
    result.pixels.withUnsafeMutableBufferPointer { target in
      for first in stride(from: 0, to: height, by: Self.alikeRows) {
        let rows = first..<min(height, first + Self.alikeRows)
        AlikeBand(of: self, rows: rows).average(deviation: deviation, into: target)
      }
    }
    return result
  }
}

/// Some rows of a picture with what lies around them, mirrored at its edges.
struct AlikeBand {
  private let rows: Range<Int>
  private let width: Int
  /// Rows and columns beside those that are averaged: of pixels that give to them, and of those
  /// around which these are compared.
  private let margin: Int
  private let stride: Int
  private let levels: [Float]

  /// How far away, in rows and columns, pixels are looked for whose surroundings are alike.
  static let reach = 5
  /// Rows and columns around a pixel that are compared with those around another: five each way.
  static let patch = 2
  /// By how many deviations more than two surroundings of the same print do they may differ and
  /// still count for a third: of 247 sales of the worst level of four sets (three presses and ours)
  /// 72 were credited with it and 57 without the whole filter, none wrong. What takes out more
  /// takes faint decimal points as well (`GrainTests`).
  static let tolerance = 0.8

  init(of image: GrayImage, rows: Range<Int>) {
    self.rows = rows
    width = image.width
    margin = 2 * Self.reach + Self.patch
    let needed = image.width + 2 * margin
    stride = (needed + Exchange.lanes - 1) / Exchange.lanes * Exchange.lanes
    var levels = [Float](repeating: 0, count: (rows.count + 2 * margin) * stride)
    for y in 0..<rows.count + 2 * margin {
      let from = Self.mirrored(rows.lowerBound + y - margin, within: image.height) * image.width
      for x in 0..<needed {
        levels[y * stride + x] = Float(
          image.pixels[from + Self.mirrored(x - margin, within: image.width)])
      }
    }
    self.levels = levels
  }

  private static func mirrored(_ at: Int, within count: Int) -> Int {
    min(count - 1, max(0, at < 0 ? -at : at >= count ? 2 * count - 2 - at : at))
  }

  func average(deviation: Double, into target: UnsafeMutableBufferPointer<UInt8>) {
    // Each pixel counts itself whole.
    var sums = levels
    var weights = [Float](repeating: 1, count: levels.count)
    levels.withUnsafeBytes { levels in
      sums.withUnsafeMutableBytes { sums in
        weights.withUnsafeMutableBytes { weights in
          guard let levels = levels.baseAddress, let sums = sums.baseAddress,
            let weights = weights.baseAddress
          else { return }
          let exchange = Exchange(
            levels: levels, sums: sums, weights: weights, likeness: Likeness(deviation: deviation))
          for down in 0...Self.reach {
            for right in (down == 0 ? 1 : -Self.reach)...Self.reach {
              give(at: down * stride + right, by: exchange)
            }
          }
        }
      }
    }
    for y in 0..<rows.count {
      let from = (y + margin) * stride + margin
      let to = (rows.lowerBound + y) * width
      for x in 0..<width {
        target[to + x] = UInt8(min(255, sums[from + x] / weights[from + x] + 0.5))
      }
    }
  }

  /// Pixels that lie so far apart give to each other. Those that give to pixels of the band stand
  /// up to a reach before them.
  private func give(at offset: Int, by exchange: Exchange) {
    let first = margin - Self.reach
    let across = width + 2 * Self.reach
    // Squared differences, summed over the patch's height, column by column.
    var columns = [Float](
      repeating: 0, count: across + 2 * Self.patch + 2 * Exchange.lanes)
    columns.withUnsafeMutableBytes { columns in
      guard let columns = columns.baseAddress else { return }
      func count(row: Int, as sign: Float) {
        exchange.count(
          into: columns, from: row &* stride &+ first &- Self.patch, offset: offset,
          count: across + 2 * Self.patch, sign: sign)
      }
      for row in first - Self.patch..<first + Self.patch { count(row: row, as: 1) }
      for row in first..<margin + rows.count {
        count(row: row + Self.patch, as: 1)
        exchange.give(
          by: columns, from: row &* stride &+ first, offset: offset, count: across)
        count(row: row - Self.patch, as: -1)
      }
    }
  }
}

/// How much a pixel gives to one whose surroundings differ from its own.
private struct Likeness {
  /// What surroundings of the same print differ by, grain against grain, summed over a patch.
  private let usual: Float
  private let scale: Float

  init(deviation: Double) {
    let area = Double((2 * AlikeBand.patch + 1) * (2 * AlikeBand.patch + 1))
    usual = Float(2 * deviation * deviation * area)
    let tolerated = AlikeBand.tolerance * deviation
    // (1 − x/4)⁴ stands for e⁻ˣ.
    scale = Float(1 / (4 * tolerated * tolerated * area))
  }

  /// Of the squared differences of all pixels of the patches.
  func weight(_ differences: SIMD8<Float>) -> SIMD8<Float> {
    var part = SIMD8<Float>(repeating: 1) - (differences - usual) * scale
    part.replace(with: 0, where: part .< 0)
    part.replace(with: 1, where: part .> 1)
    part *= part
    return part * part
  }
}

/// Eight pixels at a time, at places of a band's levels. Whoever calls sees to it that the places
/// exist, up to seven behind the last.
private struct Exchange {
  typealias Eight = SIMD8<Float>
  static let lanes = Eight.scalarCount

  let levels: UnsafeRawPointer
  let sums: UnsafeMutableRawPointer
  let weights: UnsafeMutableRawPointer
  let likeness: Likeness

  private func eight(_ from: UnsafeRawPointer, _ at: Int) -> Eight {
    from.loadUnaligned(fromByteOffset: at &* MemoryLayout<Float>.stride, as: Eight.self)
  }

  private func add(_ values: Eight, to: UnsafeMutableRawPointer, _ at: Int) {
    to.storeBytes(
      of: eight(UnsafeRawPointer(to), at) + values,
      toByteOffset: at &* MemoryLayout<Float>.stride, as: Eight.self)
  }

  /// Adds a row's squared differences to the columns, or takes them off.
  func count(
    into columns: UnsafeMutableRawPointer, from start: Int, offset: Int, count: Int, sign: Float
  ) {
    var x = 0
    while x < count {
      let difference = eight(levels, start &+ x) - eight(levels, start &+ x &+ offset)
      add(difference * difference * sign, to: columns, x)
      x &+= Self.lanes
    }
  }

  /// A row's pixels and those at the offset give to each other.
  func give(by columns: UnsafeMutableRawPointer, from start: Int, offset: Int, count: Int) {
    var x = 0
    while x < count {
      var differences = eight(UnsafeRawPointer(columns), x)
      for beside in 1...2 * AlikeBand.patch {
        differences += eight(UnsafeRawPointer(columns), x &+ beside)
      }
      let weight = likeness.weight(differences)
      let at = start &+ x
      add(weight * eight(levels, at &+ offset), to: sums, at)
      add(weight, to: weights, at)
      add(weight * eight(levels, at), to: sums, at &+ offset)
      add(weight, to: weights, at &+ offset)
      x &+= Self.lanes
    }
  }
}
