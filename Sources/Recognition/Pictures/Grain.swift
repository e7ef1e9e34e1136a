/// The grain that a camera leaves on a picture taken in dim light.
struct Grain: Equatable {
  /// Standard deviation of a pixel, as a share of the paper's brightness: 0.002 to 0.015 on usual
  /// photographs, 0.02 to 0.1 where light was short.
  var share: Double
  /// How bright the paper is, 0…255.
  var level: Double

  /// Pictures with less of it are read as they are: all of 62 real receipts of public sets (0.0215
  /// at most, a scan whose paper shows its texture), and on four presses and ours nearly all
  /// photographs of the best two levels; most of the worst level's have more.
  private static let shareMin = 0.025
  /// Side of the boxes that are compared, and how far each stands from the other, pixels. Grain
  /// that a camera has smoothed shows less beside its own neighbours than from box to box.
  private static let box = 5
  /// Every eighth row and every fourth column tell enough.
  private static let (rowStep, columnStep) = (8, 4)
  /// The share of boxes that are brightest stands for the paper.
  private static let paperShare = 0.4

  /// What there is on a picture's paper; `nil` on pictures too small to tell, and on black ones.
  init?(of image: GrayImage) {
    let box = Self.box
    guard image.width > 4 * box, image.height > 4 * box else { return nil }
    var means: [Double] = []
    var deviations: [Double] = []
    image.pixels.withUnsafeBufferPointer { pixels in
      for y in stride(from: 0, to: image.height - box, by: Self.rowStep) {
        for x in stride(from: 0, to: image.width - 2 * box, by: Self.columnStep) {
          var (sum, squares) = (0, 0)
          for row in y..<y + box {
            for at in row * image.width + x..<row * image.width + x + box {
              let difference = Int(pixels[at]) - Int(pixels[at + box])
              sum += Int(pixels[at])
              squares += difference * difference
            }
          }
          means.append(Double(sum) / Double(box * box))
          // A difference of two has twice the square of one.
          deviations.append((Double(squares) / Double(2 * box * box)).squareRoot())
        }
      }
    }
    let dark = means.element(ofRank: Int(Double(means.count) * (1 - Self.paperShare)))
    let paper = zip(means, deviations).filter { $0.0 >= dark }
    level = paper.reduce(0) { $0 + $1.0 } / Double(paper.count)
    guard level >= 1 else { return nil }
    // The median, by which print does not count.
    share = paper.map(\.1).median / level
  }

  var isDisturbing: Bool { share >= Self.shareMin }
}

extension GrayImage {
  /// Larger pictures are left as they are: the work goes with their area, and phones take none that
  /// are decoded so large.
  private static let clearedPixelsMax = 14_000_000

  /// Without the grain of dim light, where there is so much that readers take it for print; the
  /// same picture otherwise.
  ///
  /// - Parameter box: where the paper lies, and nothing else is looked at; `nil` for all of it.
  func withoutGrain(in box: Component? = nil) -> GrayImage {
    let paper = box.map { cropped(to: $0) } ?? self
    guard paper.pixels.count <= Self.clearedPixelsMax, let grain = Grain(of: paper),
      grain.isDisturbing
    else { return self }
    let clear = paper.averagedOverAlike(deviation: grain.share * grain.level)
    return box.map { replacing($0, by: clear) } ?? clear
  }
}
