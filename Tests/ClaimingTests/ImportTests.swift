import Foundation
import Receipts
import TestSupport
import Testing

@testable import Claiming

@Suite("Files that are handed in")
struct ImportTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test("a register is taken with all its columns, in any order, with a byte-order mark")
  func register() throws {
    let path = try directory.write(
      "\u{FEFF}name,code,aliases,opened_on,closed_on,category,floor,branch,phone\r\n"
        + "本汕,2F075,本汕牛肉| Bénshàn |,2020-01-01,2026-12-31,餐饮,2F,总店,010-1\r\n",
      to: "counters.csv")
    let register = try RegisterFile(path: path)
    #expect(
      register.counters == [
        Counter(
          code: CounterCode("2F075"), name: "本汕", branch: "总店", category: "餐饮", floor: "2F",
          aliases: ["本汕牛肉", "Bénshàn"], phone: "010-1", openedOn: Day(iso: "2020-01-01"),
          closedOn: Day(iso: "2026-12-31"))
      ])
    #expect(register.warnings.isEmpty)
  }

  @Test("every bad row of a register is named by line, column and field, and nothing is taken")
  func badRegister() throws {
    let path = try directory.write(
      """
      code,name,opened_on,closed_on
      A1,甲,2026-02-30,
      ,乙,,
      A3,,2026-05-01,2026-04-30
      A1,丁,,
      A5,戊,
      """, to: "counters.csv")
    let error = try #require(throws: ClaimingError.self) { try RegisterFile(path: path) }
    let lines = error.message.split(separator: "\n").map {
      $0.replacingOccurrences(of: path, with: "F")
    }
    #expect(
      lines == [
        "F:2:6: opened_on: 2026-02-30 is not a day like 2026-11-03",
        "F:3:1: code: is empty",
        "F:4:4: name: is empty",
        "F:4:16: closed_on: 2026-04-30 is before opened_on, 2026-05-01",
        "F:5:1: code: A1 is on line 2 already",
        "F:6: 3 fields; the header has 4",
        "F: 6 problems; nothing of the file was taken",
      ])
  }

  @Test("a unit has one tenant after the other, and none beside it")
  func tenants() throws {
    let rows = "A1,甲,2026-09-15,\nA2,丙,,\nA1,乙,,2026-08-31\nA1,丁,2026-09-02,2026-09-10\n"
    let path = try directory.write("code,name,opened_on,closed_on\n" + rows, to: "counters.csv")
    let counters = try RegisterFile(path: path).counters
    #expect(counters.map(\.name) == ["甲", "丙"])
    #expect(counters[0].former.map(\.name) == ["丁", "乙"])
    let both = try directory.write(
      "code,name,opened_on,closed_on\nA1,甲,2026-09-15,\nA1,乙,,2026-09-15\n", to: "both.csv")
    let error = try #require(throws: ClaimingError.self) { try RegisterFile(path: both) }
    #expect(error.message.contains("A1 is on line 2 already, and neither has closed before"))
  }

  @Test("only the first twenty bad rows are listed, the others counted")
  func manyBadRows() throws {
    let rows = (1...25).map { "C\($0),," }.joined(separator: "\n")
    let path = try directory.write("code,name,floor\n" + rows, to: "counters.csv")
    let error = try #require(throws: ClaimingError.self) { try RegisterFile(path: path) }
    let lines = error.message.split(separator: "\n")
    #expect(lines.count == 22)
    #expect(lines[20] == "… and 5 more")
    #expect(lines[21].hasSuffix("25 problems; nothing of the file was taken"))
  }

  @Test("a name that two counters share and an unknown column are taken with a warning")
  func warnings() throws {
    let path = try directory.write(
      "code,name,aliases,shelf\nA1,星巴克,,9\nA2,Starbucks,星巴克,9\n", to: "counters.csv")
    let register = try RegisterFile(path: path)
    #expect(register.counters.count == 2)
    #expect(register.warnings.map(\.line) == [1, 3])
    #expect(register.warnings.map(\.name) == ["shelf", "aliases"])
  }

  @Test(
    "a file that cannot be used at all says why",
    arguments: [
      ("code;name\nA1;x\n", "not by \";\""), ("code,floor\nA1,1\n", "name: the column is missing"),
      ("code,name\n", "has no counters"), ("", "empty"),
      ("code,name,code\nA,b,c\n", "there twice"),
    ])
  func unusable(text: String, expected: String) throws {
    let path = try directory.write(text, to: "counters.csv")
    let error = try #require(throws: ClaimingError.self) { try RegisterFile(path: path) }
    #expect(error.message.contains(expected), "\(error.message)")
  }

  @Test("GBK and UTF-16 are refused with what to do")
  func encodings() throws {
    let gbk = Data("code,name\nA1,".utf8) + Data([0xB1, 0xBE, 0xC9, 0xC7]) + Data("\n".utf8)
    let utf16 = Data([0xFF, 0xFE]) + Data("code,name".utf8.flatMap { [$0, 0] })
    for (bytes, expected) in [(gbk, "looks like GBK (line 2)"), (utf16, "UTF-16")] {
      let path = try directory.write(bytes, to: "counters.csv")
      let error = try #require(throws: ClaimingError.self) { try RegisterFile(path: path) }
      let message = error.message
      #expect(message.contains(expected) && message.contains("UTF-8"), "\(message)")
    }
  }

  @Test("a missing file and a directory are told apart")
  func missing() throws {
    #expect(throws: ClaimingError.inputMissing(path: directory.path + "/no.csv")) {
      try RegisterFile(path: directory.path + "/no.csv")
    }
    #expect(
      throws: ClaimingError.inputUnusable(path: directory.path, why: "is a directory, not a file")
    ) {
      try RegisterFile(path: directory.path)
    }
  }

  @Test("members are taken with their tiers, and one that is there twice is a bad row")
  func members() throws {
    let good = try directory.write("member_id,tier\nM1,gold\nM2,\n", to: "members.csv")
    #expect(
      try MembersFile(path: good).members == [
        Member(id: MemberID("M1"), tier: Tier("gold")), Member(id: MemberID("M2")),
      ])
    let twice = try directory.write("member_id\nM1\nM2\nM1\n", to: "twice.csv")
    let error = try #require(throws: ClaimingError.self) { try MembersFile(path: twice) }
    #expect(error.message.contains("twice.csv:4:1: member_id: M1 is on line 2"))
  }

  @Test(
    "a member's number that cannot name a directory is a bad row, with its place and the limit",
    arguments: [
      ("../x", "../x has a slash"), ("a/b", "a/b has a slash"), ("..", ".. begins with a dot"),
      (".refused", ".refused begins with a dot"), ("M\u{200B}1", "cannot be seen"),
      ("M\u{202E}1", "cannot be seen"), ("M\u{7}1", "a control character"),
      (String(repeating: "会", count: 64) + "员", "longer than 64 characters"),
      (String(repeating: "𠀀", count: 60), "has 240 bytes"),
    ])
  func badMember(id: String, expected: String) throws {
    let path = try directory.write("tier,member_id\n,M1\ngold,\(id)\n", to: "members.csv")
    let error = try #require(throws: ClaimingError.self) { try MembersFile(path: path) }
    #expect(error.message.contains("members.csv:3:6: member_id: "), "\(error.message)")
    #expect(error.message.contains(expected), "\(error.message)")
  }

  @Test("blanks around a member's number are dropped, and what is inside it stays")
  func memberBlanks() throws {
    let path = try directory.write(
      "member_id,tier\n M1 , gold\n\"\tM 2\u{3000}\",\n会员-3.a,\n", to: "members.csv")
    #expect(
      try MembersFile(path: path).members == [
        Member(id: MemberID("M1"), tier: Tier("gold")), Member(id: MemberID("M 2")),
        Member(id: MemberID("会员-3.a")),
      ])
  }

  @Test("claims are taken in order, with the mall's time zone where none is written")
  func claims() throws {
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    let path = try directory.write(
      """
      file,member_id,submitted_at,claim_id
      a.jpg,M1,2026-11-18T12:00:00,c1
      b/c.jpg,M2,2026-11-18T04:00:00Z,
      a.jpg,M1,2026-11-18T13:00:00.25+09:00,
      a.jpg,M2,,
      d.jpg,M2,2026-11-18,
      """, to: "claims.csv")
    let rows = try ClaimsFile(path: path, timeZone: zone).rows
    #expect(rows.map(\.file) == ["a.jpg", "b/c.jpg", "a.jpg", "a.jpg", "d.jpg"])
    #expect(rows.map(\.occurrence) == [0, 0, 1, 0, 0])
    #expect(rows.map(\.claimID) == [ClaimID("c1"), nil, nil, nil, nil])
    let noon = Date(timeIntervalSince1970: 1_794_974_400)
    // A day alone is its last minute: what was bought on it came before.
    let night = Date(timeIntervalSince1970: 1_795_017_540)
    #expect(rows.map(\.submittedAt) == [noon, noon, noon, nil, night])
  }

  @Test(
    "a bad claim names its place",
    arguments: [
      ("../a.jpg,M1,,", "file: ../a.jpg leads out"), ("/etc/a.jpg,M1,,", "file: /etc/a.jpg leads"),
      ("x/../../a.jpg,M1,,", "leads out"), (",M1,,", "file: is empty"),
      ("a.jpg,,,", "member_id: is empty"), ("a.jpg,M1,yesterday,", "submitted_at: yesterday is"),
      ("a.jpg,M1,2026-11-18T12:00:00+99:00,", "submitted_at"),
      ("a.jpg,M1,,c1\nb.jpg,M1,,c1", "claim_id: c1 is on line 2 already"),
      ("a\u{7}.jpg,M1,,", "control character"), ("a.jpg,../x,,", "../x has a slash"),
      ("a.jpg,.x,,", ".x begins with a dot"),
    ])
  func badClaims(rows: String, expected: String) throws {
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    let path = try directory.write(
      "file,member_id,submitted_at,claim_id\n\(rows)\n", to: "claims.csv")
    let error = try #require(throws: ClaimingError.self) {
      try ClaimsFile(path: path, timeZone: zone)
    }
    #expect(error.message.contains(expected), "\(error.message)")
  }

  @Test("a claim that is said to be made tomorrow or later is warned of, and taken")
  func future() throws {
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    let path = try directory.write(
      """
      file,member_id,submitted_at
      a.jpg,M1,2026-11-18T12:00:00
      b.jpg,M1,2026-11-20T12:00:01
      """, to: "claims.csv")
    let now = try #require(Instant.date(iso: "2026-11-19T12:00:00+08:00", timeZone: .gmt))
    let file = try ClaimsFile(path: path, timeZone: zone, now: now)
    #expect(file.rows.count == 2)
    #expect(file.warnings.map(\.line) == [3])
    #expect(file.warnings.first?.message.contains("is in the future") == true)
  }

  @Test(
    "a reason that is a code but for its spelling is told, words are a reviewer's own",
    arguments: [
      ("Refund", Reason.refund), ("not-paid", .notPaid), ("not paid", .notPaid),
      ("refnud", .refund), ("refund", nil), ("the picture is of a screen", nil), ("屏幕照片", nil),
      ("photo", nil), ("stolen", nil), ("duplicate", nil),
    ])
  func reasons(text: String, meant: Reason?) {
    #expect(Reason.meant(by: text) == meant)
  }

  @Test("instants are written with the zone's offset and read back")
  func instants() throws {
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    let date = try #require(Instant.date(iso: "2026-11-18T12:37:05+08:00", timeZone: .gmt))
    #expect(Instant.iso(date, in: zone) == "2026-11-18T12:37:05+08:00")
    let newYork = try #require(TimeZone(identifier: "America/New_York"))
    #expect(Instant.iso(date, in: newYork) == "2026-11-17T23:37:05-05:00")
  }

  @Test("columns that a register does not have are told, the days of a tenancy as one")
  func absentColumns() throws {
    let directory = try TemporaryDirectory()
    func absent(_ header: String, _ row: String) throws -> Set<Counter.Detail> {
      let path = try directory.write("\(header)\n\(row)\n", to: "c.csv")
      return try RegisterFile(path: path).absent
    }
    #expect(try absent("code,name", "A1,本汕") == Set(Counter.Detail.allCases))
    #expect(
      try absent("code,name,closed_on", "A1,本汕,2026-01-01")
        == [.branch, .category, .floor, .aliases, .phone])
    #expect(
      try absent("code,name,phone,floor", "A1,本汕,,")
        == [.branch, .category, .aliases, .openedOn, .closedOn])
  }
}
