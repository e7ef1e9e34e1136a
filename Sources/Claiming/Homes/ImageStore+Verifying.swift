import Foundation
import Intake
package import Ledger
package import Receipts

/// Something wrong with the pictures that a home keeps.
package enum PictureProblem: Hashable, Sendable {
  /// A claim that nobody has decided yet has none: neither a reader nor a reviewer can see it.
  case missing(ClaimID)
  /// The file, relative to the home, does not hold the bytes that were taken.
  case damaged(path: String)
}

extension Home {
  /// Holds every kept picture against the digest that it was taken with, and every claim that waits
  /// against its picture. Reads all of them: minutes for a year of photographs.
  package func pictureProblems(in ledger: Ledger) async throws(ClaimingError) -> [PictureProblem] {
    let waiting = try await stored { () throws(LedgerError) in
      try await ledger.claims(in: [.received, .review], limit: .max)
    }
    let missing = waiting.filter {
      !$0.claim.imageDigest.rawValue.isEmpty && picture(of: $0) == nil
    }
    return missing.map { .missing($0.id) } + ImageStore(home: self).damaged()
  }

  /// How many credited claims have no picture any more: deleted for its age, or lost.
  package func creditedWithoutPicture(in ledger: Ledger) async throws(ClaimingError) -> Int {
    let credited = try await stored { () throws(LedgerError) in
      try await ledger.claims(in: [.credited], limit: .max)
    }
    return credited.count { !$0.claim.imageDigest.rawValue.isEmpty && picture(of: $0) == nil }
  }
}

extension ImageStore {
  /// Kept files whose bytes are not those of their name.
  func damaged() -> [PictureProblem] {
    let files = FileManager.default
    // An unreadable directory holds nothing that could be looked at; what is missing is told apart.
    let directories = (try? files.contentsOfDirectory(atPath: imagesPath)) ?? []
    return directories.filter { $0.count == 2 }.sorted().flatMap { directory in
      ((try? files.contentsOfDirectory(atPath: imagesPath + "/" + directory)) ?? []).sorted()
        .filter { !$0.hasSuffix(".part") && !isWhole(imagesPath + "/" + directory + "/" + $0) }
        .map { PictureProblem.damaged(path: "images/\(directory)/\($0)") }
    }
  }

  private func isWhole(_ path: String) -> Bool {
    let name = NSString(string: path).lastPathComponent
    guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    else { return false }
    return Intake.digest(of: bytes).rawValue == name.prefix { $0 != "." }
  }
}
