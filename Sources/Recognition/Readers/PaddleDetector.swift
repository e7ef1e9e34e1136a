import Foundation

/// PP-OCRv6's detector on OpenVINO: where on a picture print stands.
struct PaddleDetector: ~Copyable {
  private let network: Network

  /// Long side of what the network is shown, pixels.
  static let sidePixels = 832
  /// Extents of its input are rounded up to this many pixels, a multiple of the 32 the network
  /// needs: few shapes keep OpenVINO's memory from growing.
  private static let step = 64
  /// Pixels that the network is shown at once: what OpenVINO holds grows with them, to 116 MB at
  /// 480,000. A picture of more is shown in bands.
  private static let areaMax = 260_000
  /// Rows that two bands have in common, more than lines of print are tall, but for large headings.
  private static let overlap = 64
  /// Mean and deviation of the pictures it was trained on, of each channel (ImageNet's).
  private static let means: [Float] = [0.485, 0.456, 0.406]
  private static let deviations: [Float] = [0.229, 0.224, 0.225]

  /// - Throws: ``RecognitionFailure/unavailable(_:)`` when the model cannot be loaded.
  init(
    _ size: PaddleSize, arithmetic: Arithmetic, files: PaddleFiles, library: OpenVINO
  ) throws(RecognitionFailure) {
    network = try Network(
      model: files.path(of: .detector(size)), arithmetic: arithmetic, keeping: .few,
      library: library, edit: OnnxFile.leaveOutLastSigmoid)
  }

  /// For each pixel of a picture of ``sidePixels`` at most, how likely it lies in the core of a
  /// line of print: 255 is certain. `nil` when the network fails.
  borrowing func map(of image: GrayImage) -> GrayImage? {
    var map = GrayImage(width: image.width, height: image.height)
    for band in Self.bands(width: image.width, height: image.height) {
      guard let part = mapOfBand(image.rows(band.shown)) else { return nil }
      let first = (band.kept.lowerBound - band.shown.lowerBound) * image.width
      map.pixels.replaceSubrange(
        band.kept.lowerBound * image.width..<band.kept.upperBound * image.width,
        with: part.pixels[first..<first + band.kept.count * image.width])
    }
    return map
  }

  /// The rows that the network is shown at once, and those of its answer that are kept: where two
  /// bands overlap, each tells of the half that is farther from its edge.
  static func bands(
    width: Int, height: Int
  ) -> [(shown: Range<Int>, kept: Range<Int>)] {
    let rows = max(2 * overlap, areaMax / padded(width) / step * step)
    guard height > rows else { return [(0..<height, 0..<height)] }
    let count = (height - overlap + rows - overlap - 1) / (rows - overlap)
    let bandHeight = (height + (count - 1) * overlap + count - 1) / count
    return (0..<count).map { index in
      let start = index * (bandHeight - overlap)
      let end = min(height, start + bandHeight)
      let (isFirst, isLast) = (index == 0, index == count - 1)
      return (
        start..<end, start + (isFirst ? 0 : overlap / 2)..<end - (isLast ? 0 : overlap / 2)
      )
    }
  }

  private borrowing func mapOfBand(_ image: GrayImage) -> GrayImage? {
    let (width, height) = (Self.padded(image.width), Self.padded(image.height))
    var input = Self.input(image, width: width, height: height)
    return network.run(&input, width: width, height: height) { extents, values in
      guard extents.count == 4, extents[2] == height, extents[3] == width else { return nil }
      var map = GrayImage(width: image.width, height: image.height)
      for y in 0..<image.height {
        for x in 0..<image.width {
          map.pixels[y * image.width + x] = Self.likelihood(of: values[y * width + x])
        }
      }
      return map
    } ?? nil
  }

  /// Steps of ``likelihoods`` for one of the network's last sum.
  private static let stepsOfSum: Float = 256
  /// The sigmoid of sums from −8 to 8, where it is 0 and 1 to a thousandth, times 255.
  private static let likelihoods: [UInt8] = (0..<4_096).map {
    UInt8(255 / (1 + exp(-(Float($0) / stepsOfSum - 8))))
  }

  /// The network's own sigmoid, on a map of a single channel, took 6 to 12 % of its time.
  private static func likelihood(of sum: Float) -> UInt8 {
    likelihoods[Int(min(4_095, max(0, (sum + 8) * stepsOfSum)))]
  }

  private static func padded(_ pixels: Int) -> Int { (pixels + step - 1) / step * step }

  /// The picture in the network's measure, zero (a middling grey) beyond its edges.
  private static func input(_ image: GrayImage, width: Int, height: Int) -> [Float] {
    let plane = width * height
    var input = [Float](repeating: 0, count: 3 * plane)
    image.pixels.withUnsafeBufferPointer { source in
      input.withUnsafeMutableBufferPointer { target in
        for channel in 0..<3 {
          let gain = 1 / (255 * deviations[channel])
          let offset = means[channel] / deviations[channel]
          for y in 0..<image.height {
            let (from, to) = (y * image.width, channel * plane + y * width)
            for x in 0..<image.width { target[to + x] = Float(source[from + x]) * gain - offset }
          }
        }
      }
    }
    return input
  }
}
