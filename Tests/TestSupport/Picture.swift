package import Foundation

/// A small grey PNG that is valid to the last byte, another one for each seed.
package enum Picture {
  package static func png(seed: UInt8, sidePixels: Int = 64) -> Data {
    var rows = Data()
    for row in 0..<sidePixels {
      rows.append(0)
      rows.append(contentsOf: (0..<sidePixels).map { UInt8(truncatingIfNeeded: $0 * row) ^ seed })
    }
    var header = bigEndian(UInt32(sidePixels)) + bigEndian(UInt32(sidePixels))
    header.append(contentsOf: [8, 0, 0, 0, 0])
    var png = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    png += chunk("IHDR", header) + chunk("IDAT", stored(rows)) + chunk("IEND", Data())
    return png
  }

  /// zlib without compression, in blocks of at most 65535 bytes.
  private static func stored(_ bytes: Data) -> Data {
    var zlib = Data([0x78, 0x01])
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(block.count)
      zlib.append(rest.isEmpty ? 1 : 0)
      let count = UInt16(block.count)
      for value in [count, ~count] {
        zlib.append(contentsOf: [UInt8(value & 0xFF), UInt8(value >> 8)])
      }
      zlib += block
    } while !rest.isEmpty
    var a: UInt32 = 1
    var b: UInt32 = 0
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return zlib + bigEndian(b << 16 | a)
  }

  private static func chunk(_ name: String, _ body: Data) -> Data {
    let named = Data(name.utf8) + body
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in named {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
    }
    return bigEndian(UInt32(body.count)) + named + bigEndian(~crc)
  }

  private static func bigEndian(_ value: UInt32) -> Data {
    Data((0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt32($0))) })
  }
}
