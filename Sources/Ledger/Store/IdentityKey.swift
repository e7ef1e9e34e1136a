package import Crypto
import Foundation
import Receipts

/// The secret of a home that purchase identities are digested with, so that a copy of the store
/// alone does not tell who bought what once the pictures are gone. 32 bytes, kept in a file of
/// the home as hexadecimal text that only its owner may read.
package struct IdentityKey: Sendable {
  package let key: SymmetricKey

  /// A new random key.
  package init() { key = SymmetricKey(size: .bits256) }

  package init(_ key: SymmetricKey) { self.key = key }

  /// The keyed digest (HMAC-SHA256) of an identity, in lower-case hexadecimal.
  func digest(of identity: PurchaseIdentity) -> String { digest(of: identity.canonical) }

  /// Tells this key from another without telling what it is.
  var check: String { digest(of: "check|identity key") }

  private func digest(of text: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)
    return hexadecimal(Data(code))
  }
}

extension IdentityKey {
  private static let sizeBytes = 32

  /// Reads the key of a home. Blocks on the disk.
  package static func load(at path: String) throws(IdentityKeyFailure) -> IdentityKey {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { throw .missing(path: path) }
      throw .unusable(path: path, detail: errorText())
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unusable(path: path, detail: errorText())
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .malformed(path: path) }
    guard status.st_mode & 0o077 == 0 else {
      throw .exposed(path: path, mode: Int(status.st_mode & 0o777))
    }
    var bytes = [UInt8](repeating: 0, count: 2 * sizeBytes + 2)
    let count = read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw .unusable(path: path, detail: errorText()) }
    guard let key = key(hexadecimal: bytes.prefix(count)) else { throw .malformed(path: path) }
    return IdentityKey(key)
  }

  /// Reads the key of a home, or makes one. Two processes that start together end up with the same
  /// key. Blocks on the disk until the key is safe there.
  package static func loadOrCreate(at path: String) throws(IdentityKeyFailure) -> IdentityKey {
    do {
      return try load(at: path)
    } catch .missing {
      try create(at: path)
      return try load(at: path)
    }
  }

  /// Writes a new key beside the path and links it there, so that nobody ever sees half a key. One
  /// that is there by now is left alone.
  private static func create(at path: String) throws(IdentityKeyFailure) {
    let draft = "\(path).\(UUID().uuidString)"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .unusable(path: path, detail: errorText()) }
    defer {
      close(descriptor)
      unlink(draft)
    }
    let text = IdentityKey().key.withUnsafeBytes { hexadecimal(Data($0)) + "\n" }
    let bytes = Array(text.utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count, fsync(descriptor) == 0 else {
      throw .unusable(path: path, detail: errorText())
    }
    guard link(draft, path) == 0 || errno == EEXIST else {
      throw .unusable(path: path, detail: errorText())
    }
    let directory = open((path as NSString).deletingLastPathComponent + "/.", O_RDONLY | O_CLOEXEC)
    guard directory >= 0 else { throw .unusable(path: path, detail: errorText()) }
    defer { close(directory) }
    guard fsync(directory) == 0 else { throw .unusable(path: path, detail: errorText()) }
  }

  private static func key(hexadecimal text: ArraySlice<UInt8>) -> SymmetricKey? {
    let digits = text.last == UInt8(ascii: "\n") ? text.dropLast() : text
    let values = digits.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard digits.count == 2 * sizeBytes, values.count == digits.count else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: values.count, by: 2) {
      bytes.append(UInt8(values[index] * 16 + values[index + 1]))
    }
    return SymmetricKey(data: bytes)
  }
}

private func hexadecimal(_ bytes: Data) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

private func errorText() -> String { String(cString: strerror(errno)) }
