import Foundation

/// Reads what an ONNX file says beside its graph.
///
/// The format is Protocol Buffers: `ModelProto` keeps key and value pairs in its field 14
/// (`metadata_props`, onnx.proto). Only the top level is walked; the graph is skipped whole.
enum OnnxMetadata {
  /// The recogniser's characters, in the order of its classes.
  static func characters(inModelAt path: String) throws(RecognitionFailure) -> [String] {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    else { throw .unavailable("the model \(path) is missing or cannot be read; run scripts/setup") }
    guard let list = value(of: "character", in: data) else {
      throw .unavailable("the model \(path) names no characters; run scripts/setup")
    }
    var characters = list.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if characters.last?.isEmpty == true { characters.removeLast() }
    return characters
  }

  private static func value(of key: String, in data: Data) -> String? {
    var at = data.startIndex
    while at < data.endIndex, let tag = varint(data, &at) {
      guard let field = field(tag, data, &at) else { return nil }
      guard tag >> 3 == 14, tag & 7 == 2 else { continue }
      var inner = field.lowerBound
      var texts: [UInt64: String] = [:]
      while inner < field.upperBound, let tag = varint(data, &inner) {
        guard let part = self.field(tag, data, &inner) else { return nil }
        texts[tag >> 3] = String(decoding: data[part], as: UTF8.self)
      }
      if texts[1] == key { return texts[2] }
    }
    return nil
  }

  /// The bytes of a field; `nil` when the file ends before it does.
  private static func field(_ tag: UInt64, _ data: Data, _ at: inout Int) -> Range<Int>? {
    let start = at
    switch tag & 7 {
    case 0:
      guard varint(data, &at) != nil else { return nil }
    case 1: at += 8
    case 5: at += 4
    case 2:
      guard let count = varint(data, &at), count <= UInt64(data.endIndex - at) else { return nil }
      let from = at
      at += Int(count)
      return from..<at
    default: return nil
    }
    return at <= data.endIndex ? start..<at : nil
  }

  private static func varint(_ data: Data, _ at: inout Int) -> UInt64? {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    while at < data.endIndex, shift < 64 {
      let byte = data[at]
      at += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }
}
