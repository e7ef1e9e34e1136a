import Foundation

extension GreyRaster {
  /// Blurred as by a lens out of focus; the deviation is in samples. Less than a fifth changes
  /// nothing one could see.
  func blurred(deviation: Double) -> GreyRaster {
    guard deviation >= 0.2 else { return self }
    let radius = max(1, Int((deviation * 2.5).rounded(.up)))
    let weights = (-radius...radius).map { exp(-Double($0 * $0) / (2 * deviation * deviation)) }
    let sum = weights.reduce(0, +)
    let whole = weights.map { UInt32(($0 / sum * 4096).rounded()) }
    return swept(whole, radius: radius, stride: 1).swept(whole, radius: radius, stride: width)
  }

  /// Each sample becomes the weighted mean of those about it, at a stride of 1 or a row.
  private func swept(_ weights: [UInt32], radius: Int, stride: Int) -> GreyRaster {
    var result = GreyRaster(width: width, height: height)
    let count = bytes.count
    let reach = radius * stride
    guard count > 2 * reach else { return self }
    var sums = [UInt32](repeating: 2048, count: count)
    bytes.withUnsafeBufferPointer { source in
      sums.withUnsafeMutableBufferPointer { sums in
        for (step, weight) in weights.enumerated() {
          let offset = (step - radius) * stride
          for index in reach..<(count - reach) {
            sums[index] &+= UInt32(source[index &+ offset]) &* weight
          }
        }
      }
    }
    result.bytes.withUnsafeMutableBufferPointer { target in
      for index in reach..<(count - reach) {
        target[index] = UInt8(truncatingIfNeeded: min(255, sums[index] >> 12))
      }
    }
    return result
  }

  /// Smeared along a direction, as by a hand that moved; the length is in samples.
  func smeared(length: Double, angle: Double) -> GreyRaster {
    guard length >= 1 else { return self }
    let taps = max(2, min(13, Int(length.rounded(.up)) + 1))
    let count = bytes.count
    let offsets = (0..<taps).map { tap -> Int in
      let share = (Double(tap) / Double(taps - 1) - 0.5) * length
      return Int((share * sin(angle)).rounded()) * width + Int((share * cos(angle)).rounded())
    }
    let reach = (offsets.map { abs($0) }.max() ?? 0)
    guard count > 2 * reach else { return self }
    var result = GreyRaster(width: width, height: height)
    var sums = [UInt16](repeating: 0, count: count)
    bytes.withUnsafeBufferPointer { source in
      sums.withUnsafeMutableBufferPointer { sums in
        for offset in offsets {
          for index in reach..<(count - reach) {
            sums[index] &+= UInt16(source[index &+ offset])
          }
        }
      }
    }
    let divisor = UInt16(taps)
    result.bytes.withUnsafeMutableBufferPointer { target in
      for index in reach..<(count - reach) {
        target[index] = UInt8(truncatingIfNeeded: sums[index] / divisor)
      }
    }
    return result
  }

  /// Half as wide and high, four samples made one.
  func halved() -> GreyRaster {
    var half = GreyRaster(width: width / 2, height: height / 2)
    for row in 0..<half.height {
      let upper = row * 2 * width
      for column in 0..<half.width {
        let index = upper + column * 2
        let sum =
          UInt16(bytes[index]) + UInt16(bytes[index + 1]) + UInt16(bytes[index + width])
          + UInt16(bytes[index + width + 1])
        half.bytes[row * half.width + column] = UInt8(truncatingIfNeeded: sum >> 2)
      }
    }
    return half
  }
}
