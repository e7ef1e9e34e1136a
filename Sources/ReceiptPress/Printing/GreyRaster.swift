/// A picture of one byte a sample, row after row: how much ink lies at each dot of a paper.
struct GreyRaster {
  let width: Int
  let height: Int
  var bytes: [UInt8]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    bytes = [UInt8](repeating: 0, count: width * height)
  }

  /// Lays a smaller raster over it; where both have ink, the darker stays.
  mutating func stamp(_ other: GreyRaster, left: Int, top: Int) {
    let firstColumn = max(0, -left)
    let lastColumn = min(other.width, width - left)
    guard firstColumn < lastColumn else { return }
    for row in max(0, -top)..<max(max(0, -top), min(other.height, height - top)) {
      let source = row * other.width
      let target = (top + row) * width + left
      for column in firstColumn..<lastColumn {
        bytes[target + column] = max(bytes[target + column], other.bytes[source + column])
      }
    }
  }

  /// Sets a rectangle to one value, cut off at the edges.
  mutating func fill(left: Int, top: Int, right: Int, bottom: Int, with value: UInt8) {
    let columns = max(0, left)..<max(max(0, left), min(width, right))
    for row in max(0, top)..<max(max(0, top), min(height, bottom)) {
      for column in columns { bytes[row * width + column] = value }
    }
  }

  /// Every sample repeated, as a printer enlarges its type.
  func repeated(across: Int, down: Int) -> GreyRaster {
    guard across > 1 || down > 1 else { return self }
    var enlarged = GreyRaster(width: width * across, height: height * down)
    for row in 0..<enlarged.height {
      let source = row / down * width
      let target = row * enlarged.width
      for column in 0..<enlarged.width {
        enlarged.bytes[target + column] = bytes[source + column / across]
      }
    }
    return enlarged
  }

  /// White where it had ink, and ink where it had none.
  mutating func invert() {
    for index in bytes.indices { bytes[index] = 255 - bytes[index] }
  }

  /// As high as before and wider or narrower, each sample the mean of those it covers.
  func stretched(by factor: Double) -> GreyRaster {
    let target = max(1, Int((Double(width) * factor).rounded(.up)))
    guard width > 0 else { return self }
    var result = GreyRaster(width: target, height: height)
    for column in 0..<target {
      let from = Double(column) / factor
      let to = min(Double(width), Double(column + 1) / factor)
      guard to > from else { continue }
      for row in 0..<height {
        var sum = 0.0
        var source = Int(from)
        while Double(source) < to {
          let overlap = min(to, Double(source + 1)) - max(from, Double(source))
          sum += overlap * Double(bytes[row * width + source])
          source += 1
        }
        result.bytes[row * target + column] = UInt8(min(255, sum / (to - from)))
      }
    }
    return result
  }
}
