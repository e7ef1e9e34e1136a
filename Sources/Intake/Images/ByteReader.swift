import Foundation
import Glibc

/// Reads numbers and texts out of untrusted bytes; whatever lies outside them is `nil`.
struct ByteReader {
  /// Indexed from 0.
  private let bytes: Data

  init(_ bytes: Data) {
    self.bytes = bytes.startIndex == 0 ? bytes : Data(bytes)
  }

  var count: Int { bytes.count }

  func byte(at offset: Int) -> UInt8? {
    bytes.indices.contains(offset) ? bytes[offset] : nil
  }

  /// A number of 2 or 4 bytes, the most significant first unless said otherwise.
  func number(at offset: Int, byteCount: Int, isLittleEndian: Bool = false) -> Int? {
    guard offset >= 0, offset <= count - byteCount else { return nil }
    let range = bytes[offset..<(offset + byteCount)]
    return isLittleEndian
      ? range.reversed().reduce(0) { $0 << 8 | Int($1) } : range.reduce(0) { $0 << 8 | Int($1) }
  }

  func hasASCII(_ text: String, at offset: Int) -> Bool {
    let wanted = text.utf8
    guard offset >= 0, offset <= count - wanted.count else { return false }
    return bytes[offset..<(offset + wanted.count)].elementsEqual(wanted)
  }

  func hasBytes(_ wanted: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, offset <= count - wanted.count else { return false }
    return bytes[offset..<(offset + wanted.count)].elementsEqual(wanted)
  }

  /// The part of the bytes inside `range`, which is cut to them.
  func part(_ range: Range<Int>) -> ByteReader {
    ByteReader(bytes[range.clamped(to: 0..<count)])
  }

  func first(_ countMax: Int) -> Data { bytes.prefix(countMax) }

  /// Where `byte` comes next, from `offset` on.
  func offset(ofNext byte: UInt8, from offset: Int) -> Int? {
    guard bytes.indices.contains(offset) else { return nil }
    return bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = memchr(base + offset, Int32(byte), buffer.count - offset)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}
