import Foundation
import Testing

@testable import Receipts

@Suite("Where a till's numbers tell the day")
struct DayPlaceTests {
  private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

  @Test(
    "the day is found in whatever form, and only as a whole",
    arguments: [
      ("7149261117197", [DayPlace(form: .shortYear, start: 4)]),
      ("XS-2026-1117-0042", [DayPlace(form: .fullYear, start: 0)]),
      ("1117454857", [DayPlace(form: .noYear, start: 0)]),
      ("20261117 1117", [DayPlace(form: .fullYear, start: 0), DayPlace(form: .noYear, start: 8)]),
      ("00426", []), ("", []),
    ])
  func places(number: String, expected: [DayPlace]) throws {
    #expect(
      Set(DayPlace.places(of: try day("2026-11-17"), in: ReceiptNumber(number))) == Set(expected))
  }

  @Test("a number tells its day there, of the purchase's year where it tells none")
  func told() throws {
    let place = DayPlace(form: .shortYear, start: 4)
    #expect(place.day(in: ReceiptNumber("7149261117197"), year: 2025) == Day(iso: "2026-11-17"))
    #expect(place.day(in: ReceiptNumber("7149269917197"), year: 2026) == nil)
    #expect(place.day(in: ReceiptNumber("714926111"), year: 2026) == nil)
    let short = DayPlace(form: .noYear, start: 0)
    #expect(short.day(in: ReceiptNumber("1121454857"), year: 2026) == Day(iso: "2026-11-21"))
  }

  private func specimen(_ number: String, _ iso: String) throws -> Specimen {
    Specimen(dayPlaces: DayPlace.places(of: try day(iso), in: ReceiptNumber(number)))
  }

  @Test("a layout knows the places that all its papers share, four digits from three papers on")
  func layout() throws {
    let papers = [
      try specimen("71492611170042", "2026-11-17"), try specimen("71492611180101", "2026-11-18"),
    ]
    let layout = Layout(version: 1, specimens: papers)
    #expect(layout.dayPlaces == [DayPlace(form: .shortYear, start: 4)])
    let number = ReceiptNumber("71492611200007")
    #expect(layout.day(in: number, besides: try day("2026-11-26")) == Day(iso: "2026-11-20"))
    #expect(Layout(version: 1, specimens: [papers[0]]).dayPlaces.isEmpty)
    let other = try specimen("0007", "2026-11-19")
    #expect(Layout(version: 1, specimens: papers + [other]).dayPlaces.isEmpty)
    // Papers whose numbers nobody found say nothing.
    #expect(Layout(version: 1, specimens: papers + [Specimen()]).dayPlaces == layout.dayPlaces)
    let short = try ["2026-11-17", "2026-11-18", "2026-11-19"].map { iso in
      try specimen("\(iso.suffix(5).filter { $0 != "-" })4857", iso)
    }
    #expect(Layout(version: 1, specimens: Array(short.prefix(2))).dayPlaces.isEmpty)
    #expect(Layout(version: 1, specimens: short).dayPlaces == [DayPlace(form: .noYear, start: 0)])
  }

  @Test("a specimen of an earlier version is read, and says nothing of days")
  func earlier() throws {
    let json = """
      {"amountLabels":[],"otherAmountLabels":[],"timeLabels":[],"numberLabels":[],"lines":[]}
      """
    let old = try JSONDecoder().decode(Specimen.self, from: Data(json.utf8))
    #expect(old.dayPlaces == nil)
    let new = try specimen("71492611170042", "2026-11-17")
    let again = try JSONDecoder().decode(Specimen.self, from: JSONEncoder().encode(new))
    #expect(again == new)
  }
}
