import Foundation

/// Pictures made by hand, no larger than their headers need.
enum Sample {
  static let soi: [UInt8] = [0xFF, 0xD8]
  static let eoi: [UInt8] = [0xFF, 0xD9]

  static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    let length = content.count + 2
    return [0xFF, marker, UInt8(length >> 8), UInt8(length & 0xFF)] + content
  }

  static func frame(
    _ width: Int, _ height: Int, marker: UInt8 = 0xC0, bits: UInt8 = 8, components: UInt8 = 3
  ) -> [UInt8] {
    var content: [UInt8] = [bits, UInt8(height >> 8), UInt8(height & 0xFF)]
    content += [UInt8(width >> 8), UInt8(width & 0xFF), components]
    for component in 0..<components { content += [component + 1, 0x11, 0] }
    return segment(marker, content)
  }

  static let scan: [UInt8] =
    segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56]

  static func jpeg(
    _ width: Int = 640, _ height: Int = 480, marker: UInt8 = 0xC0, bits: UInt8 = 8,
    components: UInt8 = 3, exif: [UInt8]? = nil
  ) -> [UInt8] {
    let block = exif.map { segment(0xE1, Array("Exif\0\0".utf8) + $0) } ?? []
    let picture = frame(width, height, marker: marker, bits: bits, components: components)
    return soi + block + picture + scan + eoi
  }

  static func exif(orientation: Int, isLittleEndian: Bool, type: Int = 3) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      let bytes = (0..<count).map { UInt8(value >> ($0 * 8) & 0xFF) }
      return isLittleEndian ? bytes : bytes.reversed()
    }
    func entry(_ tag: Int, _ type: Int, _ count: Int, _ value: [UInt8]) -> [UInt8] {
      [number(tag, 2), number(type, 2), number(count, 4), value].flatMap(\.self)
    }
    let value = type == 3 ? number(orientation, 2) + [0, 0] : number(orientation, 4)
    let entries = entry(0x010F, 2, 4, number(0, 4)) + entry(0x0112, type, 1, value)
    var block: [UInt8] = Array((isLittleEndian ? "II" : "MM").utf8) + number(42, 2)
    block += number(8, 4) + number(2, 2) + entries + number(0, 4)
    return block
  }

  static let pngSignature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  static func chunk(_ type: String, _ content: [UInt8] = []) -> [UInt8] {
    number(content.count) + Array(type.utf8) + content + [0, 0, 0, 0]
  }

  static func number(_ value: Int) -> [UInt8] {
    (0..<4).reversed().map { UInt8(value >> ($0 * 8) & 0xFF) }
  }

  static func ihdr(
    _ width: Int, _ height: Int, bits: UInt8 = 8, colour: UInt8 = 2, rest: [UInt8] = [0, 0, 0]
  ) -> [UInt8] {
    chunk("IHDR", number(width) + number(height) + [bits, colour] + rest)
  }

  static func png(
    _ width: Int = 640, _ height: Int = 480, bits: UInt8 = 8, colour: UInt8 = 2,
    before: [UInt8] = []
  ) -> [UInt8] {
    pngSignature + ihdr(width, height, bits: bits, colour: colour) + before
      + chunk("IDAT", [1, 2, 3]) + chunk("IEND")
  }
}

/// A directory that is gone with the test.
final class TemporaryDirectory {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "xiaopiao-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { path + "/" + name }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = self(name)
    try FileManager.default.createDirectory(
      atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: self(name)) }

  func names(in name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: self(name)).sorted()
  }
}
