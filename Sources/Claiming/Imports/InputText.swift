import Foundation

/// Reads a text file that a person handed in: UTF-8, with or without a byte-order mark.
struct InputText {
  /// The most that is read: a register or a members file of a million rows.
  static let bytesMax = 64_000_000

  let text: String

  init(contentsOf path: String) throws(ClaimingError) {
    try self.init(bytes: Self.bytes(of: path), path: path)
  }

  init(bytes: Data, path: String) throws(ClaimingError) {
    let start = bytes.prefix(4)
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF])
      || bytes.prefix(4_096).contains(0)
    {
      throw .inputUnusable(
        path: path, why: "is UTF-16 or binary; save it as \(Self.format(of: path)) and try again")
    }
    let body = start.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    guard let text = String(validating: body, as: UTF8.self) else {
      let line = Self.lineOfFirstBadByte(in: body)
      let guess = Self.looksLikeGBK(body) ? "looks like GBK" : "is not UTF-8"
      throw .inputUnusable(
        path: path,
        why: "\(guess) (line \(line)); save it as \(Self.format(of: path)), or convert it: "
          + "iconv -f GB18030 -t UTF-8")
    }
    self.text = text
  }

  /// Standard input to its end, at most ``bytesMax``. Blocks until it ends.
  static func standardInput(named name: String) throws(ClaimingError) -> InputText {
    let bytes: Data
    do {
      bytes = try FileHandle.standardInput.read(upToCount: bytesMax + 1) ?? Data()
    } catch {
      throw .inputUnusable(path: name, why: "cannot be read: \(error.localizedDescription)")
    }
    guard bytes.count <= bytesMax else {
      throw .inputUnusable(path: name, why: "is larger than \(bytesMax / 1_000_000) MB; split it")
    }
    return try InputText(bytes: bytes, path: name)
  }

  /// As spreadsheets and editors call it.
  private static func format(of path: String) -> String {
    path.lowercased().hasSuffix(".csv") ? "\"CSV UTF-8\"" : "UTF-8"
  }

  /// The bytes of a regular file, at most ``bytesMax``.
  static func bytes(of path: String) throws(ClaimingError) -> Data {
    switch PathKind(at: path) {
    case .missing: throw .inputMissing(path: path)
    case .directory: throw .inputUnusable(path: path, why: "is a directory, not a file")
    case .file: break
    }
    do {
      guard let handle = FileHandle(forReadingAtPath: path) else {
        throw ClaimingError.inputUnusable(
          path: path, why: "cannot be opened: check its permissions")
      }
      defer { try? handle.close() }  // Opened for reading: a failing close loses nothing.
      let bytes = try handle.read(upToCount: bytesMax + 1) ?? Data()
      guard bytes.count <= bytesMax else {
        throw ClaimingError.inputUnusable(
          path: path, why: "is larger than \(bytesMax / 1_000_000) MB; split it")
      }
      return bytes
    } catch let error as ClaimingError {
      throw error
    } catch {
      throw .inputUnusable(path: path, why: "cannot be read: \(error.localizedDescription)")
    }
  }

  private static func lineOfFirstBadByte(in bytes: Data) -> Int {
    var line = 1
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }

  /// Whether every byte above ASCII is half of a GBK pair: lead 0x81…0xFE, trail 0x40…0xFE.
  private static func looksLikeGBK(_ bytes: Data) -> Bool {
    var isTrail = false
    for byte in bytes {
      if isTrail {
        guard (0x40...0xFE).contains(byte), byte != 0x7F else { return false }
        isTrail = false
      } else if byte >= 0x80 {
        guard (0x81...0xFE).contains(byte) else { return false }
        isTrail = true
      }
    }
    return !isTrail
  }
}
