import CTesseract
import Foundation
import Receipts

/// A picture in colour on which marks are drawn, for people.
struct Drawing: ~Copyable {
  private let pix: UnsafeMutablePointer<PIX>
  /// Pixels of the original for one of this picture.
  private let reduction: Double

  /// Longest side of what is drawn, pixels.
  private static let sidePixels = 1_600
  private static let captionPoints: Int32 = 8

  /// - Parameters:
  ///   - bytes: a JPEG or PNG of which the header has been checked.
  ///   - orientation: of EXIF, 1…8.
  ///   - sidePixels: the long side as the header tells it.
  init(
    decoding bytes: [UInt8], orientation: Int, sidePixels: Int
  ) throws(RecognitionFailure) {
    var upright: UnsafeMutablePointer<PIX>? = try Pix.colours(
      of: bytes, orientation: orientation, sidePixels: sidePixels, sidePixelsMin: Self.sidePixels)
    defer { pixDestroy(&upright) }
    guard let upright else { throw .undecodable("the picture cannot be decoded") }
    let side = Double(max(pixGetWidth(upright), pixGetHeight(upright)))
    let scale = Float(min(1, Double(Self.sidePixels) / side))
    guard let shown = pixScale(upright, scale, scale) else {
      throw .undecodable("there is not enough memory for the picture")
    }
    pix = shown
    reduction = Double(sidePixels) / Double(max(pixGetWidth(shown), pixGetHeight(shown)))
  }

  deinit {
    var owned: UnsafeMutablePointer<PIX>? = pix
    pixDestroy(&owned)
  }

  borrowing func draw(_ marks: [PictureMark]) {
    for mark in marks.filter({ $0.role == .line }) + marks.filter({ $0.role != .line }) {
      draw(mark)
    }
  }

  private borrowing func draw(_ mark: PictureMark) {
    let colour = Colour(mark.role)
    var points = ptaCreate(4)
    defer { ptaDestroy(&points) }
    let outline = mark.outline
    for point in [outline.topLeft, outline.topRight, outline.bottomRight, outline.bottomLeft] {
      ptaAddPt(points, Float(point.x / reduction), Float(point.y / reduction))
    }
    pixRenderPolylineArb(
      pix, points, mark.role == .line ? 1 : 3, colour.red, colour.green, colour.blue, 1)
    guard let caption = mark.caption else { return }
    write(caption, beside: outline, colour)
  }

  /// White on the mark's colour, behind the mark or, where there is no room, above it.
  private borrowing func write(
    _ caption: String, beside outline: Quadrilateral, _ colour: Colour
  ) {
    var font = bmfCreate(nil, Self.captionPoints)
    defer { bmfDestroy(&font) }
    guard let font else { return }
    let text = String(caption.filter { $0.isASCII })
    var width: Int32 = 0
    bmfGetStringWidth(font, text, &width)
    let height = 2 * Self.captionPoints + 4
    let behind = Int32(outline.topRight.x / reduction) + 6
    let hasRoom = behind + width + 8 < pixGetWidth(pix)
    let left = hasRoom ? behind : max(0, Int32(outline.topLeft.x / reduction))
    let top = max(0, Int32(outline.topLeft.y / reduction) - (hasRoom ? 0 : height + 2))
    var box = boxCreate(left, top, width + 8, height)
    defer { boxDestroy(&box) }
    pixSetInRectArbitrary(pix, box, colour.word)
    pixSetTextline(pix, font, text, 0xFFFF_FF00, left + 4, top + height - 5, nil, nil)
  }

  /// The picture as a PNG.
  ///
  /// - Throws: ``RecognitionFailure/undecodable(_:)`` when memory does not suffice.
  borrowing func png() throws(RecognitionFailure) -> Data {
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    guard pixWriteMemPng(&bytes, &count, pix, 0) == 0, let bytes else {
      throw .undecodable("there is not enough memory to draw the picture")
    }
    defer { lept_free(bytes) }
    return Data(bytes: bytes, count: count)
  }
}

/// What a role is drawn in.
private struct Colour {
  var red: UInt8
  var green: UInt8
  var blue: UInt8

  init(_ role: PictureMark.Role) {
    (red, green, blue) =
      switch role {
      case .line: (150, 170, 190)
      case .kind: (120, 80, 160)
      case .counter: (0, 110, 200)
      case .amount: (200, 40, 40)
      case .time: (0, 140, 70)
      case .receiptNumber: (190, 110, 0)
      }
  }

  /// As Leptonica keeps it in a word.
  var word: UInt32 { UInt32(red) << 24 | UInt32(green) << 16 | UInt32(blue) << 8 }
}
