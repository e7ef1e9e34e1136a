import Extraction
import Foundation
import Receipts
import TestSupport
import Testing

@testable import Claiming

@Suite("The file of weights")
struct WeightsFileTests {
  private var learned: Weights {
    var weights = Weights.usual
    weights.byCode["amount_label_paid"] = 5.125
    weights.calibrations[.both] = [
      .amount: Calibration(
        shareOffset: -0.5, shareSlope: 0.875, misreadOffset: 0.25, misreadSlope: 1.5,
        shareTail: 0.375, misreadTail: -0.25, sharePage: -2.5, misreadPage: 1.25, ceiling: 0.998)
    ]
    return weights
  }

  @Test("what is written is read again, with how it was made as comments")
  func roundTrip() throws {
    let text = WeightsFile.text(learned, made: ["Made by hand."])
    #expect(text.hasPrefix("# Made by hand.\n"))
    let again = try WeightsFile.weights(text, path: "w.toml")
    #expect(again.calibrations == learned.calibrations)
    #expect(again.byCode["amount_label_paid"] == 5.125)
    #expect(Set(again.byCode.keys) == Set(learned.byCode.keys))
  }

  static let badFiles: [(String, String)] = [
    ("[evidence", "is no TOML"), ("a = 1", "has no [evidence]"),
    ("[evidence]\nno_such = 1", "weighs no_such, which is no evidence"),
    ("[evidence]\namount_none = \"much\"", "says no number for evidence.amount_none"),
    ("[evidence]\n[calibration.nobody.amount]\nceiling = 1", "which is no reader set-up"),
    ("[evidence]\n[calibration.both.colour]\nceiling = 1", "which is no field"),
    ("[evidence]\n[calibration.both.amount]\nceiling = 1", "calibration.both.amount.share_offset"),
  ]

  @Test("a file that cannot be used is named with what is wrong", arguments: badFiles)
  func bad(text: String, why: String) {
    #expect {
      _ = try WeightsFile.weights(text, path: "w.toml")
    } throws: { error in
      guard case .inputUnusable("w.toml", let told) = error as? ClaimingError else { return false }
      return told.contains(why)
    }
  }

  @Test("the project's own file can be used, and knows every code there is")
  func own() throws {
    let weights = try WeightsFile.inForce(nil)
    #expect(Set(weights.byCode.keys) == Set(Weights.usual.byCode.keys))
    for setup in ReaderSetup.allCases {
      #expect(weights.calibrations[setup]?.count == FieldName.allCases.count, "\(setup)")
    }
  }

  @Test("without a file nothing is decided, and it is told what to do")
  func missing() throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("", to: "bin/xiaopiao")
    let error = #expect(throws: ClaimingError.self) {
      _ = try WeightsFile.inForce(directory.path, executable: path)
    }
    guard case .readerUnavailable(let why) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(why.contains("no models/weights.toml near") && why.contains("scripts/train"))
    try directory.write("[evidence]\nno_such = 1", to: "weights.toml")
    #expect(throws: ClaimingError.self) {
      _ = try WeightsFile.inForce(directory.path, executable: path)
    }
  }

  @Test("one in the directory that is named goes before the project's own")
  func named() throws {
    let directory = try TemporaryDirectory()
    #expect(try WeightsFile.inForce(directory.path) == WeightsFile.inForce(nil))
    try directory.write(WeightsFile.text(learned, made: []), to: "weights.toml")
    #expect(try WeightsFile.inForce(directory.path).byCode["amount_label_paid"] == 5.125)
  }
}
