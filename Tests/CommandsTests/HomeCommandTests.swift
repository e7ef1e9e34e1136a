import Foundation
import TestSupport
import Testing

@Suite("Homes, registers and rules from the command line")
struct HomeCommandTests {
  @Test("init makes a home once, and a second time changes nothing")
  func makes() async throws {
    let directory = try TemporaryDirectory()
    let program = try Program()
    let home = directory.path + "/mall"
    let first = try await program.run(["init", "--home", home, "--currency", "HKD"])
    #expect(first.code == 0)
    #expect(first.output == "{\"home\":\"\(home)\",\"new\":true}\n")
    let settings = try String(contentsOfFile: home + "/xiaopiao.toml", encoding: .utf8)
    #expect(settings.contains("currency = \"HKD\""))
    for name in ["store.sqlite", "inbox", "images", "identity.key"] {
      #expect(FileManager.default.fileExists(atPath: home + "/" + name), "\(name)")
    }
    let second = try await program.run(["init", "--home", home])
    #expect(second.output == "{\"home\":\"\(home)\",\"new\":false}\n")
    #expect(try String(contentsOfFile: home + "/xiaopiao.toml", encoding: .utf8) == settings)
    let other = try await program.run(["init", "--home", home, "--currency", "USD"])
    #expect(other.code == 64)
    #expect(other.errors.contains("is a home already, with HKD, not USD"))
  }

  @Test("a home that cannot be made is told with 69, a wrong currency or zone with 64")
  func cannotMake() async throws {
    let directory = try TemporaryDirectory()
    let program = try Program()
    let file = try directory.write("x", to: "file")
    let result = try await program.run(["init", "--home", file + "/mall"])
    #expect(result.code == 69)
    #expect(result.errors.contains("cannot be made"))
    #expect(try await program.run(["init", "--currency", "XXX"]).code == 64)
    #expect(try await program.run(["init", "--time-zone", "Mars/Base"]).code == 64)
  }

  @Test(
    "a directory that is no home is told with 66 and how to make one",
    arguments: [
      ["counters", "list"], ["member", "M1"], ["verify"], ["stats"], ["review", "list"],
      ["watch"], ["claim", "c"],
    ])
  func noHome(arguments: [String]) async throws {
    let directory = try TemporaryDirectory()
    let result = try await Program().run(arguments, home: directory.path)
    #expect(result.code == 66)
    #expect(result.errors.contains("is not a home") && result.errors.contains("xiaopiao init"))
    #expect(result.output.isEmpty)
  }

  @Test("the home is the flag's, else the variable's, else the current directory if it is one")
  func located() async throws {
    let directory = try TemporaryDirectory()
    let program = try Program()
    for name in ["a", "b", "c"] {
      _ = try await program.run(["init", "--home", "\(directory.path)/\(name)"])
      let counters = try directory.write("code,name\n\(name),x\n", to: "counters.csv")
      _ = try await program.run(
        ["counters", "import", counters, "--home", "\(directory.path)/\(name)"])
    }
    func code(_ arguments: [String], home: String?) async throws -> String? {
      try await program.run(
        ["counters", "list"] + arguments, home: home, directory: directory.path + "/c"
      ).objects.first?["code"] as? String
    }
    #expect(try await code(["--home", "../a"], home: directory.path + "/b") == "a")
    #expect(try await code([], home: directory.path + "/b") == "b")
    #expect(try await code([], home: nil) == "c")
  }

  @Test("the register goes in and comes out; a bad file leaves it as it was")
  func register() async throws {
    let home = try await TestHome(hasRules: false)
    let listed = try await home.must(["counters", "list"]).output
    #expect(
      listed.split(separator: "\n").first
        == #"{"code":"A1","name":"本汕","branch":null,"category":"餐饮","floor":null,"aliases":[],"phone":null,"opened_on":null,"closed_on":null}"#
    )
    let bad = try home.directory.write("code,name\nA3,新\nA3,\n", to: "bad.csv")
    let result = try await home.run(["counters", "import", bad])
    #expect(result.code == 66)
    #expect(result.errors.contains("bad.csv:3:1: code: A3 is on line 2 already"))
    #expect(result.errors.contains("nothing of the file was taken"))
    #expect(try await home.must(["counters", "list"]).output == listed)
    let more = try home.directory.write("code,name\nA1,本汕牛肉\nA3,新\n", to: "more.csv")
    let imported = try await home.must(["counters", "import", more])
    #expect(
      imported.output
        == #"{"imported":"counters","new":1,"changed":1,"unchanged":0,"renamed":["A1"]}"# + "\n")
    #expect(imported.errors.contains("is gone; give it in the file: A1"), "\(imported.errors)")
    let again = try await home.must(["counters", "import", more])
    #expect(
      again.output == #"{"imported":"counters","new":0,"changed":0,"unchanged":2,"renamed":[]}"#
        + "\n")
    #expect(again.errors.contains("what was stored of it stays"), "\(again.errors)")
  }

  @Test("a missing file is 66")
  func missing() async throws {
    let home = try await TestHome(hasRules: false)
    for arguments in [
      ["counters", "import"], ["members", "import"], ["rules", "check"], ["rules", "apply"],
      ["review", "apply"],
    ] {
      let result = try await home.run(arguments + ["no-such-file"])
      #expect(result.code == 66, "\(arguments)")
      #expect(result.errors.contains("no-such-file: no such file"), "\(result.errors)")
    }
  }

  @Test("rules are versioned, the same text keeps its version, bad rules are 78")
  func rules() async throws {
    let home = try await TestHome()
    let example = home.directory.path + "/rules.toml"
    #expect(try await home.must(["rules", "check", example]).output.contains("\"good\":true"))
    #expect(
      try await home.must(["rules", "apply", example]).output == "{\"good\":true,\"version\":1}\n")
    let text = try String(contentsOfFile: example, encoding: .utf8)
    let other = try home.directory.write(
      text.replacingOccurrences(of: "points = 1\n", with: "points = 2\n"), to: "two.toml")
    #expect(try await home.must(["rules", "apply", other]).output.contains("\"version\":2"))
    let bad = try home.directory.write("[points]\nper = 1.5\n", to: "bad.toml")
    for command in ["check", "apply"] {
      let result = try await home.run(["rules", command, bad])
      #expect(result.code == 78)
      #expect(result.errors.contains("bad.toml"), "\(result.errors)")
    }
    #expect(try await home.must(["rules", "show"]).output.contains("points = 2"))
    #expect(try await home.must(["rules", "show", "--of-version", "1"]).output == text)
    let none = try await home.run(["rules", "show", "--of-version", "7"])
    #expect(none.code == 66 && none.errors.contains("there is no version 7"), "\(none.errors)")
    // What cannot be applied is not good either.
    let foreign = try home.directory.write(
      text.replacingOccurrences(of: "\"CNY\"", with: "\"HKD\""), to: "foreign.toml")
    for command in ["check", "apply"] {
      let result = try await home.run(["rules", command, foreign, "--home", home.path])
      #expect(result.code == 78)
      #expect(result.errors.contains("the mall's is CNY"), "\(result.errors)")
    }
    // Which home there happens to be makes no file bad.
    let told = try await home.must(["rules", "check", foreign])
    #expect(told.errors.contains("would refuse it"), "\(told.errors)")
    #expect(told.errors.contains("the mall's is CNY"), "\(told.errors)")
  }

  @Test("rules check and apply warn once of each tier, category and counter that nobody has")
  func strangers() async throws {
    let home = try await TestHome()
    let file = try home.directory.write(
      """
      [points]
      currency = "CNY"
      per = "1.00"
      points = 1
      rounding = "down"
      [category."餐饮"]
      points = 2
      [category."餐引"]
      points = 3
      [counter.A9]
      points = 3
      [tier.gold]
      multiplier = "1.5"
      [tier.glod]
      multiplier = "2"
      [[campaign]]
      id = "c"
      multiplier = "2"
      from = 2026-11-20T10:00:00
      to = 2026-11-23T00:00:00
      categories = ["餐引"]
      tiers = ["glod"]
      """, to: "strange.toml")
    for command in ["check", "apply"] {
      let result = try await home.must(["rules", command, file])
      #expect(
        result.errors == """
          warning: \(file): no counter has the category "餐引"; there are: 餐饮
          warning: \(file): no counter has the code "A9"; there are: A1, A2
          warning: \(file): no member has the tier "glod"; there are: gold

          """)
    }
    let chinese = try await home.must(["rules", "check", file, "--language", "zh"])
    #expect(chinese.errors.contains("没有等级为「glod」的会员；现有：gold"), "\(chinese.errors)")
    let elsewhere = try await Program().run(["rules", "check", file])
    #expect(elsewhere.code == 0 && elsewhere.errors.isEmpty, "\(elsewhere.errors)")
  }

  @Test("settings with a mistake are 78 and name the line and the key")
  func badSettings() async throws {
    let home = try await TestHome()
    try home.directory.write("[mall]\n\ncurency = \"CNY\"\n", to: "home/xiaopiao.toml")
    let result = try await home.run(["member", "M1"])
    #expect(result.code == 78)
    #expect(result.errors.contains("xiaopiao.toml:3: mall.curency: unknown setting"))
    try home.directory.write("", to: "home/xiaopiao.toml")
    let variable = try await home.run(
      ["member", "M1"], environment: ["XIAOPIAO_WATCH_SETTLE_MS": "soon"])
    #expect(variable.code == 78)
    #expect(variable.errors.contains("XIAOPIAO_WATCH_SETTLE_MS"))
  }

  @Test("a misspelt variable of the environment is told with the nearest, and nothing else changes")
  func misspeltVariable() async throws {
    let home = try await TestHome()
    let plain = try await home.must(["member", "M1"])
    #expect(plain.errors.isEmpty)
    let warned = try await home.must(
      ["member", "M1"], environment: ["XIAOPIAO_WATCH_SETLE_MS": "900", "XIAOPIAO_HOMES": "x"])
    #expect(warned.output == plain.output)
    #expect(
      warned.errors == """
        warning: XIAOPIAO_HOMES is no setting and is ignored; the nearest there is: XIAOPIAO_HOME
        warning: XIAOPIAO_WATCH_SETLE_MS is no setting and is ignored; the nearest there is: \
        XIAOPIAO_WATCH_SETTLE_MS

        """)
  }

  @Test("a store of a newer version, a lost key and a file that is no store are 69")
  func badStores() async throws {
    let home = try await TestHome()
    let path = home.path + "/store.sqlite"
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var newer = whole
    // SQLite's header keeps user_version in bytes 60 to 63.
    newer.replaceSubrange(60..<64, with: [0, 0, 0, 99])
    for (bytes, expected) in [(newer, "newer xiaopiao"), (Data("hello, hello".utf8), "SQLite")] {
      try bytes.write(to: URL(fileURLWithPath: path))
      // A program that ended before its last checkpoint leaves pages there that replace the file's.
      for beside in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + beside) }
      let result = try await home.run(["verify"])
      #expect(result.code == 69)
      #expect(result.errors.contains(expected), "\(result.errors)")
    }
    try whole.write(to: URL(fileURLWithPath: path))
    try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
    let lost = try await home.run(["verify"])
    #expect(lost.code == 69)
    #expect(lost.errors.contains("there is no store"), "\(lost.errors)")
    #expect(!FileManager.default.fileExists(atPath: path))
    try FileManager.default.moveItem(atPath: path + ".away", toPath: path)
    try FileManager.default.removeItem(atPath: home.path + "/identity.key")
    for command in ["verify", "init"] {
      let result = try await home.run([command])
      #expect(result.code == 69)
      #expect(result.errors.contains("identity key"), "\(result.errors)")
    }
  }
}
