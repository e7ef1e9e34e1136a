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
    let near = try day("2026-01-01")
    #expect(place.day(in: ReceiptNumber("7149261117197"), near: near) == Day(iso: "2026-11-17"))
    #expect(place.day(in: ReceiptNumber("7149269917197"), near: near) == nil)
    #expect(place.day(in: ReceiptNumber("714926111"), near: near) == nil)
    let short = DayPlace(form: .noYear, start: 0)
    let november = try day("2026-11-26")
    #expect(short.day(in: ReceiptNumber("1121454857"), near: november) == Day(iso: "2026-11-21"))
    // At the turn of the year.
    #expect(short.day(in: ReceiptNumber("1231454857"), near: near) == Day(iso: "2025-12-31"))
    #expect(
      short.day(in: ReceiptNumber("0101454857"), near: try day("2026-12-31"))
        == Day(iso: "2027-01-01"))
  }

  private func specimen(_ number: String, _ iso: String) throws -> Specimen {
    let (day, number) = (try day(iso), ReceiptNumber(number))
    return Specimen(
      numberShape: Specimen.shape(of: number), dayPlaces: DayPlace.places(of: day, in: number),
      day: day)
  }

  @Test("a layout knows the places that its papers share, four digits from three days on")
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

  @Test("of one day nothing is learned: what stands there every day is the till's own number")
  func days() throws {
    let sameDay = [
      try specimen("71492611170042", "2026-11-17"), try specimen("71492611170101", "2026-11-17"),
    ]
    #expect(Layout(version: 1, specimens: sameDay).dayPlaces.isEmpty)
    let constant = try ["2026-11-17", "2026-11-18", "2026-11-19"].map { iso in
      try specimen("2611177\(iso.suffix(2))", iso)
    }
    #expect(Layout(version: 1, specimens: constant).dayPlaces.isEmpty)
  }

  @Test(
    "one paper that is otherwise takes no place from a till; the eleventh of November hides none")
  func otherPaper() throws {
    let papers = try (15...18).map { try specimen("1\(1100 + $0)45", "2026-11-\($0)") }
    let place = DayPlace(form: .noYear, start: 1)
    let wrong = try specimen("1111945", "2026-11-20")
    #expect(Layout(version: 1, specimens: papers + [wrong]).dayPlaces == [place])
    #expect(Layout(version: 1, specimens: papers.dropLast() + [wrong]).dayPlaces.isEmpty)
    let elevens = try specimen("1111145", "2026-11-11")
    #expect(Layout(version: 1, specimens: papers + [elevens]).dayPlaces == [place])
  }

  @Test("a number of another shape is not asked, nor a place that tells less of the day")
  func shapes() throws {
    let papers = try (15...18).map { try specimen("26\(1100 + $0)\(1100 + $0)7", "2026-11-\($0)") }
    let layout = Layout(version: 1, specimens: papers)
    #expect(layout.dayPlaces.map(\.form) == [.shortYear, .noYear])
    let day = try day("2026-11-20")
    #expect(layout.day(in: ReceiptNumber("26112111207"), besides: day) == Day(iso: "2026-11-21"))
    #expect(layout.day(in: ReceiptNumber("26112011217"), besides: day) == day)
    #expect(layout.day(in: ReceiptNumber("2611211120"), besides: day) == nil)
    #expect(layout.day(in: ReceiptNumber("NO26112111207"), besides: day) == nil)
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
