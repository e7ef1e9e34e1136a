import Foundation

/// Reads what an ONNX file says beside its numbers.
///
/// The format is Protocol Buffers (onnx.proto): `ModelProto` keeps its graph in field 7 and pairs
/// of key and value in field 14 (`metadata_props`); `GraphProto` keeps its operations in field 1
/// and what it gives back in field 12, both with names.
enum OnnxFile {
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
    for pair in Message(data).fields(14) {
      let texts = Message(data, pair)
      if texts.text(1) == key { return texts.text(2) }
    }
    return nil
  }

  /// Makes the sigmoid that gives a model's only output an operation that changes nothing.
  ///
  /// It becomes a `Dropout`, which drops only in training and is spelt with as many letters, so
  /// that no length in the file changes.
  /// - Returns: whether there was one.
  static func leaveOutLastSigmoid(_ model: inout Data) -> Bool {
    guard let graph = Message(model).fields(7).first else { return false }
    let parts = Message(model, graph)
    let outputs = parts.fields(12)
    guard outputs.count == 1, let name = Message(model, outputs[0]).text(1) else { return false }
    // NodeProto: inputs in field 1, outputs in field 2, the operation in field 4.
    for node in parts.fields(1).reversed() {
      let operation = Message(model, node)
      guard operation.text(2) == name else { continue }
      guard let type = operation.fields(4).first, operation.text(4) == "Sigmoid" else {
        return false
      }
      model.replaceSubrange(type, with: Data("Dropout".utf8))
      return true
    }
    return false
  }
}

/// The fields of one message, as far as they are whole.
private struct Message {
  private let data: Data
  private let range: Range<Int>

  init(_ data: Data, _ range: Range<Int>? = nil) {
    self.data = data
    self.range = range ?? data.startIndex..<data.endIndex
  }

  /// Where the values of a field of texts, bytes or messages stand, in the file's order.
  func fields(_ number: UInt64) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = range.lowerBound
    while at < range.upperBound, let tag = varint(&at), let value = value(tag, &at) {
      if tag >> 3 == number, tag & 7 == 2 { found.append(value) }
    }
    return found
  }

  func text(_ number: UInt64) -> String? {
    fields(number).first.map { String(decoding: data[$0], as: UTF8.self) }
  }

  /// The bytes of a value; `nil` when the message ends before it does.
  private func value(_ tag: UInt64, _ at: inout Int) -> Range<Int>? {
    let start = at
    switch tag & 7 {
    case 0:
      guard varint(&at) != nil else { return nil }
    case 1: at += 8
    case 5: at += 4
    case 2:
      guard let count = varint(&at), count <= UInt64(range.upperBound - at) else { return nil }
      let from = at
      at += Int(count)
      return from..<at
    default: return nil
    }
    return at <= range.upperBound ? start..<at : nil
  }

  private func varint(_ at: inout Int) -> UInt64? {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    while at < range.upperBound, shift < 64 {
      let byte = data[at]
      at += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }
}
