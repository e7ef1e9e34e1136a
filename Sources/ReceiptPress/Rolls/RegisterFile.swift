package import Receipts

/// The comma-separated files beside the pictures.
package enum RegisterFile {
  package static func text(_ counters: [Counter]) -> String {
    lines(
      [
        "code", "name", "branch", "category", "floor", "aliases", "phone", "opened_on", "closed_on",
      ],
      counters.map { counter in
        [
          counter.code.rawValue, counter.name, counter.branch ?? "", counter.category ?? "",
          counter.floor ?? "", counter.aliases.joined(separator: "|"), counter.phone ?? "",
          counter.openedOn?.description ?? "", counter.closedOn?.description ?? "",
        ]
      })
  }

  package static func text(_ members: [Member]) -> String {
    lines(
      ["member_id", "tier"], members.map { [$0.id.rawValue, $0.tier?.rawValue ?? ""] })
  }

  /// Claims in the order they are handed in. A file is named as below images/.
  static func text(_ receipts: [PressedReceipt], seed: UInt64) -> String {
    let ordered = receipts.sorted { ($0.submitted, $0.index) < ($1.submitted, $1.index) }
    return lines(
      ["file", "member_id", "submitted_at", "claim_id"],
      ordered.map { receipt in
        [
          receipt.truth.file, receipt.member.rawValue, receipt.submitted.iso + "+08:00",
          "C\(seed)-\(padded(receipt.index + 1, to: 6))",
        ]
      })
  }

  private static func lines(_ heading: [String], _ rows: [[String]]) -> String {
    ([heading] + rows).map { $0.map(\.quoted).joined(separator: ",") + "\n" }.joined()
  }
}

extension String {
  /// As RFC 4180 writes a field.
  fileprivate var quoted: String {
    let needsQuotes = contains { $0 == "," || $0 == "\"" || $0.isNewline }
    return needsQuotes ? "\"\(replacing("\"", with: "\"\""))\"" : self
  }
}
