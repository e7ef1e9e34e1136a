import Foundation
import Receipts

extension ImageStore {
  /// Deletes pictures that were taken before that time, but none of those.
  ///
  /// - Returns: how many. One that cannot be deleted is tried again the next time.
  func prune(before limit: Date, keeping wanted: Set<ImageDigest>) -> Int {
    let files = FileManager.default
    var count = 0
    // An unreadable directory has nothing to delete.
    for directory in (try? files.contentsOfDirectory(atPath: imagesPath)) ?? [] {
      let path = imagesPath + "/" + directory
      for name in (try? files.contentsOfDirectory(atPath: path)) ?? [] {
        let digest = ImageDigest(String(name.prefix { $0 != "." }))
        guard !wanted.contains(digest), let taken = Self.takenAt(path + "/" + name),
          taken < limit
        else { continue }
        if unlink(path + "/" + name) == 0 { count += 1 }
      }
    }
    return count
  }

  /// When the file got its place here: the time of its last change of status, since the time of
  /// writing may be that of the camera.
  private static func takenAt(_ path: String) -> Date? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return Date(timeIntervalSince1970: Double(status.st_ctim.tv_sec))
  }
}
