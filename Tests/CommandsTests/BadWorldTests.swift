import Foundation
import TestSupport
import Testing

/// What can be wrong around the claims: files of the mall, the home, the disk, the models.
@Suite("A bad world around the claims", .timeLimit(.minutes(4)))
struct BadWorldTests {
  @Test(
    "a bad file of the mall is 66, says where, and nothing of it is taken",
    arguments: [
      ("members", "member_id,tier\nM8,gold\nM8,\n", ":3:1: member_id: M8 is on line 2 already"),
      ("members", "", "empty"), ("members", "tier\ngold\n", "member_id"),
      ("members", "member_id,tier\nM8,gold,x\n", ":2"),
      ("counters", "code\nA9\n", "name"), ("counters", "", "empty"),
      ("counters", "code,name\nA9,\"新\n", ":2"),
    ])
  func badFile(kind: String, text: String, message: String) async throws {
    let home = try await TestHome(hasRules: false)
    let before = try await home.must(["counters", "list"]).output
    let file = try home.directory.write(text, to: "bad.csv")
    let result = try await home.run([kind, "import", file])
    #expect(result.code == 66)
    #expect(
      result.errors.contains("bad.csv") && result.errors.contains(message), "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(try await home.must(["counters", "list"]).output == before)
    #expect(try await home.run(["member", "M8"]).code == 66)
  }

  @Test("a claims file in another encoding is 66 with what to do, and nothing is claimed")
  func badEncoding() async throws {
    let home = try await TestHome()
    // 会员 in GBK.
    let bytes = Data("file,member_id\na.png,".utf8) + [0xBB, 0xE1, 0xD4, 0xB1] + Data("\n".utf8)
    let file = try home.directory.write(bytes, to: "claims.csv")
    let result = try await home.run(["batch", home.photos, "--claims", file])
    #expect(result.code == 66)
    #expect(result.errors.contains("UTF-8"), "\(result.errors)")
  }

  private func claimOne(_ home: TestHome) async throws -> Program.Result {
    try await home.batch("file,member_id\na.png,M1\n")
  }

  @Test(
    "a home that may not be written is 69, and is whole when it may", .enabled(if: Shell.canBeBound)
  )
  func homeNotWritable() async throws {
    let home = try await TestHome()
    try home.photo("a.png", seed: 1, page: PrintedPage.receipt())
    let claims = try home.directory.write("file,member_id\na.png,M1\n", to: "claims.csv")
    chmod(home.path, 0o500)
    let commands = [
      ["verify"], ["members", "import", claims], ["stats"],
      ["batch", home.photos, "--claims", claims, "--pages", home.pages],
    ]
    for command in commands {
      let result = try await Shell().runBound(command, home: home.path)
      #expect(result.code == 69, "\(command)")
      #expect(result.errors.contains("cannot be written; make it writable"), "\(result.errors)")
      #expect(result.output.isEmpty)
    }
    let inside = try await Shell().runBound(["init", "--home", home.path + "/new"])
    #expect(inside.code == 69 && inside.errors.contains("cannot be made"), "\(inside.errors)")
    chmod(home.path, 0o700)
    #expect(try await claimOne(home).code == 0)
  }

  @Test("a store that may not be written is 69 and named", .enabled(if: Shell.canBeBound))
  func storeNotWritable() async throws {
    let home = try await TestHome()
    try home.photo("a.png", seed: 1, page: PrintedPage.receipt())
    let claims = try home.directory.write("file,member_id\na.png,M1\n", to: "claims.csv")
    chmod(home.path + "/store.sqlite", 0o400)
    let result = try await Shell().runBound(
      ["batch", home.photos, "--claims", claims, "--pages", home.pages], home: home.path)
    #expect(result.code == 69)
    #expect(result.errors.contains("store.sqlite"), "\(result.errors)")
    chmod(home.path + "/store.sqlite", 0o600)
    #expect(try await claimOne(home).code == 0)
  }

  @Test("a model that is altered is 69, by name; what was claimed goes on when it is whole")
  func alteredModel() async throws {
    let home = try await TestHome()
    try home.photo("a.png", seed: 1, page: PrintedPage.receipt())
    let claims = try home.directory.write("file,member_id\na.png,M1\n", to: "claims.csv")
    for name in ["chi_sim", "chi_tra", "eng"] {
      try home.directory.write("altered", to: "models/\(name).traineddata")
    }
    let result = try await home.run(
      ["batch", home.photos, "--claims", claims],
      environment: ["XIAOPIAO_RECOGNITION_MODEL_DIRECTORY": home.directory.path + "/models"])
    #expect(result.code == 69)
    #expect(result.errors.contains("chi_sim.traineddata is altered"), "\(result.errors)")
    #expect(result.errors.contains("scripts/setup"))
    #expect(result.output.isEmpty)
    #expect(try await claimOne(home).code == 0)
    #expect(try await home.run(["verify"]).code == 0)
  }

  /// Puts the home on a disk of 2 MB with so many bytes left, claims, makes room and claims again.
  private static let onFullDisk = """
    program=$0 home=$1 photos=$2 claims=$3 pages=$4 left=$5
    mkdir "$home.disk" && mount -t tmpfs -o size=2m tmpfs "$home.disk" || exit 99
    cp -a "$home" "$home.disk/home"
    export XIAOPIAO_HOME=$home.disk/home
    batch() { "$program" batch "$photos" --claims "$claims" --pages "$pages" --format jsonl; }
    dd if=/dev/zero of="$home.disk/ballast" bs=4096 2>/dev/null
    truncate -s "-$left" "$home.disk/ballast"
    batch; echo "code $?"
    rm "$home.disk/ballast"
    batch; echo "code $?"
    "$program" verify; echo "code $?"
    "$program" member M1
    """

  @Test(
    "a full disk is 69 and loses nothing: with room again the same batch credits every claim",
    .enabled(if: Shell.hasSmallDisk), arguments: [0, 40_960, 102_400, 204_800])
  func fullDisk(bytesLeft: Int) async throws {
    let home = try await TestHome()
    var claims = "file,member_id\n"
    for number in 0..<8 {
      try home.photo(
        "\(number).png", seed: UInt8(number),
        page: PrintedPage.receipt(
          number: "2026703\(number)", time: "2026-11-20 12:1\(number):05",
          amount: "\(100 + number).00"))
      claims += "\(number).png,M1\n"
    }
    let file = try home.directory.write(claims, to: "claims.csv")
    let shell = try Shell()
    let result = try await shell.run(
      "exec unshare -Urm bash -c '\(Self.onFullDisk)' \"$0\" \"$@\"",
      [home.path, home.photos, file, home.pages, "\(bytesLeft)"])
    let lines = result.output.split(separator: "\n").map(String.init)
    let codes = lines.filter { $0.hasPrefix("code ") }
    #expect(["code 69", "code 0"].contains(codes.first) && codes.count == 3, "\(result)")
    if bytesLeft == 0 { #expect(codes.first == "code 69") }
    if codes.first == "code 69" {
      #expect(result.errors.contains("full") || result.errors.contains("space"), "\(result.errors)")
    }
    #expect(codes.dropFirst() == ["code 0", "code 0"])
    let parts = lines.split { $0.hasPrefix("code ") }
    let again = try #require(parts.count >= 3 ? parts[parts.count - 3] : nil)
    #expect(again.count == 8 && again.allSatisfy { $0.contains("\"verdict\":\"credited\"") })
    #expect(lines.last?.contains("\"balance\":828,") == true, "\(lines.last ?? "")")
  }
}
