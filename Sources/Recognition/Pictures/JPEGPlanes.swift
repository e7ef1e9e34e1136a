import CTurboJPEG

/// Decodes JPEG files to the planes they are stored in, without making pixels of them
/// (libjpeg-turbo).
enum JPEGPlanes {
  /// - Parameters:
  ///   - bytes: a JPEG of which the header has been checked.
  ///   - reduction: 1, 2, 4 or 8: pixels of the file, each way, for one of the picture.
  /// - Returns: `nil` where the file does not store brightness and colours apart, where a part of it
  ///   is damaged or missing, and where it cannot be decoded.
  static func decoded(_ bytes: [UInt8], reduction: Int) -> DecodedPicture? {
    guard let handle = tjInitDecompress() else { return nil }
    defer { tjDestroy(handle) }
    guard let layout = Layout(of: bytes, reduction: reduction, by: handle) else { return nil }
    var stored = [UInt8](repeating: 0, count: layout.bytes)
    let status = tjDecompressToYUV2(
      handle, bytes, UInt(bytes.count), &stored, Int32(layout.width), 1, Int32(layout.height), 0)
    guard status == 0 else { return nil }
    let planes = layout.planes.map { plane in
      GrayImage(
        width: plane.width, height: plane.height,
        pixels: Array(stored[plane.start..<plane.start + plane.width * plane.height]))
    }
    // The brightness is padded to whole steps of the colours.
    let whole = Component(left: 0, top: 0, right: layout.width, bottom: layout.height, area: 0)
    return DecodedPicture(
      brightness: planes[0].cropped(to: whole),
      chroma: planes.count == 3 ? .init(blue: planes[1], red: planes[2]) : nil)
  }

  /// How a picture lies in memory: plane behind plane.
  private struct Layout {
    let width: Int
    let height: Int
    private(set) var planes: [(start: Int, width: Int, height: Int)] = []
    private(set) var bytes = 0

    init?(of file: [UInt8], reduction: Int, by handle: tjhandle) {
      var (width, height, sampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
      guard
        tjDecompressHeader3(
          handle, file, UInt(file.count), &width, &height, &sampling, &colours) == 0
      else { return nil }
      let isGray = colours == Int32(TJCS_GRAY.rawValue)
      guard isGray || colours == Int32(TJCS_YCbCr.rawValue) else { return nil }
      func scaled(_ side: Int32) -> Int32 { (side + Int32(reduction) - 1) / Int32(reduction) }
      (width, height) = (scaled(width), scaled(height))
      (self.width, self.height) = (Int(width), Int(height))
      for plane in 0..<Int32(isGray ? 1 : 3) {
        let extent = (
          width: Int(tjPlaneWidth(plane, width, sampling)),
          height: Int(tjPlaneHeight(plane, height, sampling))
        )
        guard extent.width > 0, extent.height > 0 else { return nil }
        planes.append((bytes, extent.width, extent.height))
        bytes += extent.width * extent.height
      }
    }
  }
}
