/// The state of a thermal print head: how hot it burns and which of its elements are dead.
struct PrintHead {
  /// 0.8 pale … 1 black.
  var heat: Double
  /// How far a burnt dot darkens those beside it, 0…255: heads burn dots larger than their pitch.
  var bleeding: UInt8
  /// Columns that print nothing, with the share of the paper's length over which they do not.
  var deadColumns: [(column: Double, width: Int, from: Double, to: Double)]
  /// How unevenly the paper is fed: banding, 0…0.3.
  var banding: Double
  /// Share of dots that fail by themselves.
  var speckle: Double

  static func drawn(_ chance: inout Chance) -> PrintHead {
    var dead: [(column: Double, width: Int, from: Double, to: Double)] = []
    if chance.happens(0.16) {
      for _ in 0..<chance.within(1...4) {
        let from = chance.happens(0.7) ? 0 : chance.fraction() * 0.6
        dead.append(
          (chance.fraction(), chance.within(1...3), from, chance.happens(0.7) ? 1 : from + 0.3))
      }
    }
    return PrintHead(
      heat: chance.within(0.82...1), bleeding: UInt8(chance.within(60...225)), deadColumns: dead,
      banding: chance.within(0...0.16),
      speckle: chance.happens(0.3) ? chance.within(0.01...0.05) : chance.within(0...0.01))
  }

  /// Turns drawn type into burnt dots: harder at the edges, heavier or paler, with its faults.
  func burn(_ ink: inout GreyRaster, _ chance: inout Chance) {
    let curve = (0...255).map { value -> UInt8 in
      let steep = (Double(value) - 84) * 2.3
      return UInt8(max(0, min(255, value < 40 ? Double(value) * 0.5 : steep * heat)))
    }
    bleed(&ink)
    var noise = chance.next() | 1
    let failing = UInt64(speckle * 1024)
    var band = 1.0
    let width = ink.width
    let height = ink.height
    let faults = banding
    ink.bytes.withUnsafeMutableBufferPointer { bytes in
      for row in 0..<height {
        if row % 3 == 0 {
          noise ^= noise << 13
          noise ^= noise >> 7
          noise ^= noise << 17
          band = 1 - faults * Double(noise & 1023) / 1023
        }
        let scale = Int(band * 256)
        for index in (row * width)..<((row + 1) * width) where bytes[index] > 0 {
          noise ^= noise << 13
          noise ^= noise >> 7
          noise ^= noise << 17
          let value = (Int(curve[Int(bytes[index])]) * scale) >> 8
          let grain = Int(noise & 31)
          let isFailing = (noise >> 16) & 1023 < failing
          bytes[index] =
            isFailing ? UInt8(value / 4) : UInt8(max(0, value - (value > 60 ? grain : 0)))
        }
      }
    }
    for dead in deadColumns { silence(dead, &ink) }
  }

  /// Darkens the dots to the right of and below those that are meant, and those to their left.
  private func bleed(_ ink: inout GreyRaster) {
    let amount = bleeding
    let width = ink.width
    let count = ink.bytes.count
    ink.bytes.withUnsafeMutableBufferPointer { bytes in
      var before: UInt8 = 0
      for index in 0..<(count - width) {
        let here = bytes[index]
        let right = bytes[index + 1]
        let below = bytes[index + width]
        let neighbour = max(before, max(right, below))
        if neighbour > 160, here < amount { bytes[index] = amount }
        before = here
      }
    }
  }

  private func silence(
    _ dead: (column: Double, width: Int, from: Double, to: Double), _ ink: inout GreyRaster
  ) {
    let left = Int(dead.column * Double(ink.width))
    ink.fill(
      left: left, top: Int(dead.from * Double(ink.height)), right: left + dead.width,
      bottom: Int(min(1, dead.to) * Double(ink.height)), with: 0)
  }
}
