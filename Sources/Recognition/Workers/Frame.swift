import Foundation
import Receipts

/// What goes through the pipes between Xiaopiao and a worker: four bytes of length, big endian,
/// then that many bytes.
enum Frame {
  static let headerBytes = 4
  /// Far above any page; a worker that announces more has gone mad and is given up.
  static let bytesMax = 64 << 20

  static func encoded(_ payload: some Collection<UInt8>) -> [UInt8] {
    let count = UInt32(payload.count)
    var frame: [UInt8] = []
    frame.reserveCapacity(headerBytes + payload.count)
    for shift in [24, 16, 8, 0] { frame.append(UInt8(truncatingIfNeeded: count >> shift)) }
    frame.append(contentsOf: payload)
    return frame
  }

  static func payloadBytes(header: some Collection<UInt8>) -> Int {
    header.reduce(0) { $0 << 8 | Int($1) }
  }
}

/// What a worker is asked.
enum WorkerRequest: Codable, Sendable {
  /// The page of the picture that follows in a frame of its own.
  case page(PageRequest)
  /// Some lines of the last page once more, by better and by other readers.
  case lookAgain([SecondLook])
  /// The picture that follows in a frame of its own, with marks drawn on it.
  case draw(PageRequest, [PictureMark])
}

/// How a picture is to be seen.
struct PageRequest: Codable, Sendable {
  /// Of EXIF, 1…8.
  var orientation: Int
  /// The long side as the header tells it.
  var sidePixels: Int
}

/// A worker's answer; the first one, unasked, says that it is ready or why it is not.
enum WorkerReply: Codable, Sendable {
  case ready
  case page(PageReply)
  /// A PNG.
  case drawing(Data)
  case failure(RecognitionFailure)
}
