@testable import Recognition

extension DecodedPicture {
  /// - Parameter samples: red, green and blue of each pixel, row by row.
  init(width: Int, height: Int, samples: [UInt8]) {
    var bright = GrayImage(width: width, height: height)
    var (blue, red) = (bright, bright)
    func level(_ value: Double) -> UInt8 { UInt8(min(255, max(0, value.rounded()))) }
    for pixel in 0..<width * height {
      let colour = RGB(
        red: Double(samples[3 * pixel]), green: Double(samples[3 * pixel + 1]),
        blue: Double(samples[3 * pixel + 2]))
      bright.pixels[pixel] = level(colour.luminance)
      blue.pixels[pixel] = level(colour.chroma.blue)
      red.pixels[pixel] = level(colour.chroma.red)
    }
    self.init(brightness: bright, chroma: Chroma(blue: blue, red: red))
  }
}

extension ColourImage {
  /// - Parameter samples: red, green and blue of each pixel, row by row.
  init(width: Int, height: Int, samples: [UInt8]) {
    self.init(of: DecodedPicture(width: width, height: height, samples: samples))
  }
}
