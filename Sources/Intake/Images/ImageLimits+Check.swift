import Receipts

extension ImageLimits {
  /// Refuses a picture that is larger or smaller than it may be.
  func check(_ header: ImageHeader) throws(ImageRefusal) {
    let (width, height) = (header.widthPixels, header.heightPixels)
    for (side, name) in [(width, "wide"), (height, "high")] {
      guard side <= sidePixelsMax else {
        throw ImageRefusal(
          .imageTooManyPixels,
          "image is \(side) px \(name); the limit is \(sidePixelsMax); send a smaller one")
      }
      guard side >= sidePixelsMin else {
        throw ImageRefusal(
          .imageTooSmall,
          "image is \(side) px \(name); at least \(sidePixelsMin) are needed; send the photograph, "
            + "not its thumbnail")
      }
    }
    // A side fits into 31 bits in both formats, so that the product fits into 62.
    guard width * height <= pixelsMax else {
      throw ImageRefusal(
        .imageTooManyPixels,
        "image has \(width * height) pixels (\(width) × \(height)); the limit is \(pixelsMax); "
          + "send a smaller one")
    }
  }

  /// Refuses a file that is larger than it may be.
  func check(sizeBytes: Int) throws(ImageRefusal) {
    guard sizeBytes <= bytesMax else {
      throw ImageRefusal(
        .imageTooLarge,
        "file has \(sizeBytes) bytes; the limit is \(bytesMax); send a smaller photograph")
    }
    guard sizeBytes > 0 else {
      throw ImageRefusal(.imageEmpty, "file is empty; send the photograph again")
    }
  }
}
