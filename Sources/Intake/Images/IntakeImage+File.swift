import Crypto
package import Foundation
package import Receipts
import SystemPackage

/// Reads a photograph from a file: a regular file, not through a link at its end, no larger than
/// the limit, with a header that may be decoded. Blocks for as long as the disk takes.
package func image(at path: String, limits: ImageLimits) throws(ImageRefusal) -> IntakeImage {
  guard !path.isEmpty, !path.utf8.contains(0) else {
    throw ImageRefusal(.imageMissing, "there is no file of this name; check the name")
  }
  let bytes = try bytes(at: FilePath(path), limits: limits)
  let header = try header(of: bytes, limits: limits)
  return IntakeImage(bytes: bytes, digest: digest(of: bytes), header: header)
}

/// SHA-256 of an image file's bytes.
package func digest(of bytes: Data) -> ImageDigest {
  let digits = Array("0123456789abcdef")
  return ImageDigest(
    String(SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }))
}

/// All bytes of a regular file that is not empty and not too large.
func bytes(at path: FilePath, limits: ImageLimits) throws(ImageRefusal) -> Data {
  do {
    // Not blocking: opening a pipe would wait for its writer otherwise.
    let file = try FileDescriptor.open(
      path, .readOnly, options: [.noFollow, .nonBlocking, .closeOnExec])
    return try file.closeAfter { try bytes(of: file, limits: limits) }
  } catch let refusal as ImageRefusal {
    throw refusal
  } catch {
    throw refusal(for: error as? Errno, path: path)
  }
}

private func bytes(of file: FileDescriptor, limits: ImageLimits) throws -> Data {
  let status = try file.stat()
  guard status.type == .regular else { throw notAFile(status.type) }
  try limits.check(sizeBytes: Int(status.size))
  var bytes = Data(capacity: Int(status.size))
  var buffer = [UInt8](repeating: 0, count: 1 << 18)
  // The file may grow while it is read; one byte over the limit is enough to know.
  while bytes.count <= limits.bytesMax {
    let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
    if count == 0 { break }
    bytes.append(contentsOf: buffer[..<count])
  }
  return bytes
}

private func notAFile(_ type: FileType) -> ImageRefusal {
  let name =
    switch type {
    case .directory: "a directory"
    case .symbolicLink: "a link"
    case .fifo: "a pipe"
    case .socket: "a socket"
    default: "a device"
    }
  return ImageRefusal(.imageNotAFile, "this is \(name); name the photograph itself")
}

private func refusal(for error: Errno?, path: FilePath) -> ImageRefusal {
  switch error {
  case .noSuchFileOrDirectory, .notDirectory, .fileNameTooLong:
    ImageRefusal(
      .imageMissing,
      path.string.contains("\u{FFFD}")
        ? "there is no such file, and its name is not UTF-8; rename the file"
        : "there is no such file; check the name")
  case .tooManySymbolicLinkLevels:
    ImageRefusal(.imageNotAFile, "this is a link; name the photograph itself")
  case .noSuchAddressOrDevice:
    ImageRefusal(.imageNotAFile, "this is a socket or a device; name the photograph itself")
  case .permissionDenied, .notPermitted:
    ImageRefusal(.imageUnreadable, "file may not be read; give this user the right to read it")
  default:
    ImageRefusal(
      .imageUnreadable,
      "file cannot be read: \(error.map(\.description) ?? "unknown error"); check the disk")
  }
}
