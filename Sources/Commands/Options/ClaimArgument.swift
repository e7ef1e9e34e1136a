import ArgumentParser
import Claiming
import Ledger
import Receipts

/// Which claim a command is about: its identifier, or as much of its beginning as no other has.
struct ClaimArgument: ParsableArguments {
  @Argument(help: "The claim's identifier, or its beginning.") var id: String

  func claimID(in ledger: Ledger) async throws -> ClaimID {
    let found = try await stored { [id] () throws(LedgerError) in
      try await ledger.claimIDs(matching: id)
    }
    guard let first = found.first, !id.isEmpty else {
      throw ClaimingError.unknown("there is no claim \(id)")
    }
    guard found.count == 1 else {
      throw ClaimingError.unknown("more than one claim begins with \(id); give more of it")
    }
    return first
  }
}

extension ClaimID {
  /// As a table shows it: what Xiaopiao made itself is cut to what tells claims apart.
  var short: String { rawValue.count == 32 ? String(rawValue.prefix(10)) : rawValue }
}
