import Extraction
import Foundation
import Receipts
import TOMLKit

/// The weights of evidence and their calibrations as a file for people: `models/weights.toml`.
package enum WeightsFile {
  package static let name = "weights.toml"

  /// Those of `models/weights.toml` in `directory`, or else beside the program or in a directory
  /// above it.
  ///
  /// - Throws: ``ClaimingError/readerUnavailable(_:)`` where there is none that can be used: what
  ///   is set by hand is surer than it is right, and would credit wrongly.
  static func inForce(
    _ directory: String?, executable: String = Reader.ownExecutable
  ) throws(ClaimingError) -> Weights {
    let wayOut = "restore the one that came with the program, or learn one: scripts/train"
    guard let path = path(in: directory, executable: executable) else {
      throw .readerUnavailable(
        "there is no models/\(name) near \(executable), without which no probability means "
          + "what it says; \(wayOut)")
    }
    do throws(ClaimingError) {
      return try weights(try InputText(contentsOf: path).text, path: path)
    } catch {
      throw .readerUnavailable("\(error.message); \(wayOut)")
    }
  }

  private static func path(in directory: String?, executable: String) -> String? {
    let files = FileManager.default
    // A directory of the strong reader's own need not hold what was learned here.
    if let directory, files.fileExists(atPath: directory + "/" + name) {
      return directory + "/" + name
    }
    var place = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
    for _ in 0..<6 {
      place.deleteLastPathComponent()
      let path = place.appendingPathComponent("models/\(name)").path
      if files.fileExists(atPath: path) { return path }
    }
    return nil
  }

  static func weights(_ text: String, path: String) throws(ClaimingError) -> Weights {
    let table: TOMLTable
    do {
      table = try TOMLTable(string: text)
    } catch {
      throw .inputUnusable(path: path, why: "is no TOML: \(error)")
    }
    func number(_ value: (any TOMLValueConvertible)?, _ name: String) throws(ClaimingError)
      -> Double
    {
      guard let number = value?.double ?? value?.int.map(Double.init), number.isFinite else {
        throw .inputUnusable(path: path, why: "says no number for \(name)")
      }
      return number
    }
    var weights = Weights.usual
    guard let evidence = table["evidence"]?.table else {
      throw .inputUnusable(path: path, why: "has no [evidence]")
    }
    for code in evidence.keys {
      guard weights.byCode[code] != nil else {
        throw .inputUnusable(path: path, why: "weighs \(code), which is no evidence")
      }
      weights.byCode[code] = try number(evidence[code], "evidence.\(code)")
    }
    let calibrations = table["calibration"]?.table
    for setupName in calibrations?.keys ?? [] {
      guard let setup = ReaderSetup(rawValue: setupName) else {
        throw .inputUnusable(path: path, why: "calibrates \(setupName), which is no reader set-up")
      }
      let fields = calibrations?[setupName]?.table
      for fieldName in fields?.keys ?? [] {
        guard let field = FieldName(rawValue: fieldName), let values = fields?[fieldName]?.table
        else {
          throw .inputUnusable(path: path, why: "calibrates \(fieldName), which is no field")
        }
        let name = "calibration.\(setupName).\(fieldName)"
        weights.calibrations[setup, default: [:]][field] = Calibration(
          shareOffset: try number(values["share_offset"], name + ".share_offset"),
          shareSlope: try number(values["share_slope"], name + ".share_slope"),
          misreadOffset: try number(values["misread_offset"], name + ".misread_offset"),
          misreadSlope: try number(values["misread_slope"], name + ".misread_slope"),
          shareTail: try number(values["share_tail"], name + ".share_tail"),
          misreadTail: try number(values["misread_tail"], name + ".misread_tail"),
          sharePage: try number(values["share_page"], name + ".share_page"),
          misreadPage: try number(values["misread_page"], name + ".misread_page"),
          ceiling: try number(values["ceiling"], name + ".ceiling"))
      }
    }
    return weights
  }

  /// - Parameter made: how, in sentences; written as comments.
  static func text(_ weights: Weights, made: [String]) -> String {
    var lines = made.map { "# " + $0 }
    lines += [
      "", "# What each piece of evidence adds to a candidate's log-odds, in nats.", "[evidence]",
    ]
    lines += weights.byCode.sorted { $0.key < $1.key }.map { code, weight in
      "\(code) = \(rounded(weight))" + (EvidenceMeaning.text(code).map { "  # \($0)" } ?? "")
    }
    for (setup, fields) in weights.calibrations.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for (field, one) in fields.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        lines += [
          "", "[calibration.\(setup.rawValue).\(field.rawValue)]",
          "share_offset = \(rounded(one.shareOffset))", "share_slope = \(rounded(one.shareSlope))",
          "misread_offset = \(rounded(one.misreadOffset))",
          "misread_slope = \(rounded(one.misreadSlope))",
          "share_tail = \(rounded(one.shareTail))",
          "misread_tail = \(rounded(one.misreadTail))",
          "share_page = \(rounded(one.sharePage))", "misread_page = \(rounded(one.misreadPage))",
          "ceiling = \(one.ceiling)",
        ]
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// To three decimals: more would say nothing, and change with every training.
  private static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }
}
