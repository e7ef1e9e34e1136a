import Foundation
import TestSupport
import Testing

@Suite("Bad pictures in a batch", .timeLimit(.minutes(2)))
struct BadPictureTests {
  /// A bad file with the reason and message that it is to get.
  private struct Bad {
    var name: String
    var reason: String
    var message: String
    var code = 1
  }

  private static let pictures = [
    Bad(name: "text.jpg", reason: "image_type_unsupported", message: "JPEG or PNG"),
    Bad(name: "empty.jpg", reason: "image_empty", message: "empty"),
    Bad(name: "cut.png", reason: "image_truncated", message: "cut"),
    Bad(name: "heavy.jpg", reason: "image_too_large", message: "the limit is 12"),
    Bad(
      name: "wide.png", reason: "image_too_many_pixels",
      message: "18000 px wide; the limit is 12000"),
    Bad(name: "folder.jpg", reason: "image_not_a_file", message: "directory"),
    Bad(name: "link.png", reason: "image_not_a_file", message: "link"),
    Bad(name: "gone.jpg", reason: "image_missing", message: "no such file"),
    Bad(name: "locked.png", reason: "image_unreadable", message: "may not be read"),
  ]

  private func prepare(_ home: TestHome) throws {
    let good = Picture.png(seed: 9)
    try home.directory.write("no picture at all, but text", to: "photos/text.jpg")
    try home.directory.write("", to: "photos/empty.jpg")
    try home.directory.write(good.prefix(good.count / 2), to: "photos/cut.png")
    let heavy = try home.directory.write(Data([0xFF, 0xD8, 0xFF, 0xE0]), to: "photos/heavy.jpg")
    truncate(heavy, 12_000_001)
    var wide = good
    wide.replaceSubrange(16..<20, with: [0, 0, 0x46, 0x50])
    try home.directory.write(wide, to: "photos/wide.png")
    try FileManager.default.createDirectory(
      atPath: home.photos + "/folder.jpg", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: home.photos + "/link.png", withDestinationPath: home.photos + "/a.png")
    chmod(try home.directory.write(good, to: "photos/locked.png"), 0)
    for bad in Self.pictures { try home.save(PrintedPage.page([]), for: bad.name) }
  }

  @Test(
    "each bad picture is told with its reason, and the claims around it are credited",
    .enabled(if: Shell.canBeBound))
  func batch() async throws {
    let home = try await TestHome()
    try home.photo("a.png", seed: 1, page: PrintedPage.receipt())
    try home.photo(
      "z.png", seed: 2,
      page: PrintedPage.receipt(
        number: "20267038", time: "2026-11-20 12:19:05", amount: "55.00"))
    try prepare(home)
    let files = ["a.png"] + Self.pictures.map(\.name) + ["z.png"]
    let claims =
      "file,member_id,submitted_at\n"
      + files.map { "\($0),M1,2026-11-21T09:00:00+08:00\n" }.joined()
    let result = try await Shell().runBound(
      [
        "batch", home.photos, "--claims", home.directory.write(claims, to: "claims.csv"),
        "--pages", home.pages, "--format", "jsonl",
      ], home: home.path)
    #expect(result.code == 1, "\(result.errors)")
    let lines = try result.objects
    try #require(lines.map { $0["file"] as? String } == files)
    for (bad, line) in zip(Self.pictures, lines.dropFirst()) {
      #expect(line["verdict"] as? String == "rejected", "\(bad.name)")
      #expect(line["reasons"] as? [String] == [bad.reason], "\(bad.name)")
      #expect(line["points"] as? Int == 0)
      let told = result.errors.split(separator: "\n").first { $0.hasPrefix("\(bad.name): ") }
      #expect(told?.contains(bad.message) == true, "\(told ?? "nothing") for \(bad.name)")
    }
    for line in [lines.first, lines.last] {
      #expect(line?["verdict"] as? String == "credited", "\(line ?? [:])")
    }
    let member = try #require(try await home.must(["member", "M1"]).objects.first)
    #expect(member["balance"] as? Int == 156)
    #expect(try await home.run(["verify"]).code == 0)
  }

  @Test("read tells each bad picture in its own line", .enabled(if: Shell.canBeBound))
  func read() async throws {
    let home = try await TestHome(hasRules: false)
    try prepare(home)
    let result = try await Shell().runBound(
      ["read"] + Self.pictures.map { home.photos + "/" + $0.name } + ["--pages", home.pages])
    #expect(result.code == 66)
    let lines = try result.objects
    #expect(lines.map { $0["verdict"] as? String } == Self.pictures.map { _ in "reject" })
    #expect(lines.map { $0["reasons"] as? [String] } == Self.pictures.map { [$0.reason] })
  }

  @Test("a name that is not UTF-8 is told, and the pictures beside it are read")
  func notUTF8() async throws {
    let home = try await TestHome(hasRules: false)
    let photo = try home.photo("a.png", seed: 1, page: PrintedPage.receipt())
    let result = try await Shell().run(
      """
      bad=$1/$(printf '\\377\\376').jpg && cp "$2" "$bad" &&
      exec "$0" read "$bad" "$2" --pages "$3" --format jsonl
      """, [home.photos, photo, home.pages])
    #expect(result.code == 66, "\(result.errors)")
    #expect(result.errors.contains("not UTF-8"), "\(result.errors)")
    let lines = try result.objects
    #expect(lines.count == 2)
    #expect(lines.first?["reasons"] as? [String] == ["image_missing"])
    #expect((lines.last?["amount"] as? [String: Any])?["value"] as? String == "101.00")
  }

  @Test("a claim of a member nobody knows is told, and the others are credited")
  func unknownMember() async throws {
    let home = try await TestHome()
    try home.photo("a.png", seed: 1, page: PrintedPage.receipt())
    try home.photo("b.png", seed: 2, page: PrintedPage.receipt(number: "20267038"))
    let result = try await home.batch("file,member_id\na.png,M7\nb.png,M2\n")
    #expect(result.code == 1)
    let lines = try result.objects
    #expect(lines.first?["reasons"] as? [String] == ["member_unknown"])
    #expect(lines.map { $0["verdict"] as? String } == ["rejected", "credited"])
    #expect(result.errors.contains("member M7 is not known; import the member"))
    #expect(result.errors.contains("decided anew"), "\(result.errors)")
    #expect(try await home.run(["verify"]).code == 0)
  }
}
