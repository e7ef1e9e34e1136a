/// Which pixels are print rather than paper. Only for *finding* lines: what the readers see is
/// never thresholded, since faded thermal print does not survive it.
struct InkMask: Sendable {
  /// 255 where there is ink.
  var mask: GrayImage
  var components: [Component]
  /// Of each pixel, the index of its component; −1: paper.
  var labels: [Int32]
  /// The usual height of a character, in pixels of the mask.
  var textHeight: Double

  /// Ink is darker than its surroundings by more than those surroundings vary, and by at least
  /// 4 % of the paper's brightness.
  init(of image: GrayImage) {
    let smooth = BoxBlur.blurred(image, radiusX: 1, radiusY: 1)
    let radius = max(10, min(image.width, image.height) / 28)
    let mean = BoxBlur.blurred(image, radiusX: radius, radiusY: radius)
    var deviation = image
    let count = image.pixels.count
    deviation.pixels.withUnsafeMutableBufferPointer { deviation in
      image.pixels.withUnsafeBufferPointer { pixels in
        mean.pixels.withUnsafeBufferPointer { mean in
          for index in 0..<count {
            let difference = Int16(pixels[index]) - Int16(mean[index])
            deviation[index] = UInt8(difference < 0 ? -difference : difference)
          }
        }
      }
    }
    let spread = BoxBlur.blurred(deviation, radiusX: radius, radiusY: radius)
    var mask = GrayImage(width: image.width, height: image.height, filledWith: 0)
    mask.pixels.withUnsafeMutableBufferPointer { mask in
      smooth.pixels.withUnsafeBufferPointer { smooth in
        mean.pixels.withUnsafeBufferPointer { mean in
          spread.pixels.withUnsafeBufferPointer { spread in
            for index in 0..<count {
              let paper = Int32(mean[index])
              let depth = paper - Int32(smooth[index])
              let least = max(5, paper / 25, Int32(spread[index]))
              mask[index] = depth > least ? 255 : 0
            }
          }
        }
      }
    }
    self.init(mask: mask)
  }

  init(mask: GrayImage) {
    self.mask = mask
    (components, labels) = Components.found(in: mask)
    textHeight = Self.textHeight(of: components, imageHeight: mask.height)
  }

  /// The median height of what can be a character, each weighed by its height: specks are many, and
  /// patches of background large.
  private static func textHeight(of components: [Component], imageHeight: Int) -> Double {
    var weights = [Int](repeating: 0, count: imageHeight / 8 + 2)
    for component in components
    where component.height >= 5 && component.height < weights.count && component.area >= 10
      && component.width <= component.height * 3 && component.height <= component.width * 8
    {
      weights[component.height] += component.height
    }
    let half = weights.reduce(0, +) / 2
    var sum = 0
    for (height, weight) in weights.enumerated() {
      sum += weight
      if sum > half { return Double(height) }
    }
    return 16
  }

  /// The mask with the components alone that pass.
  func keeping(_ isKept: (Component) -> Bool) -> GrayImage {
    let kept = components.map(isKept)
    var result = mask
    result.pixels.withUnsafeMutableBufferPointer { pixels in
      labels.withUnsafeBufferPointer { labels in
        for index in 0..<labels.count where labels[index] >= 0 && !kept[Int(labels[index])] {
          pixels[index] = 0
        }
      }
    }
    return result
  }
}
