/// Where a paper's heading stands: below whose copy it is, what kind of paper, a greeting, the
/// mall's name and the number that is called out, all of which tills print above the shop's name.
struct PaperHead {
  /// The shop's name is among so many lines from the top.
  let lines: Int

  private static let headingLines = 2
  /// No till prints more above its name.
  private static let preambleMax = 4
  private static let welcome = Key("WELCOME")
  private static let copies = ["存根", "留存", "COPY"].map { Key($0) }
  /// 世纪华联 is a shop.
  private static let leaf: Unicode.Scalar = "联"
  private static let holders = ["顾客", "客户", "商户", "商家", "收银", "财务", "存根", "会员", "第一", "第二", "白"].map
  {
    Key($0)
  }
  private static let endsOfMalls = ShopHeading.kindsOfMalls + [Key("百货")]
  /// A called number's own line, K32.
  private static let lettersOfNumberMax = 5

  /// - Parameter isPlace: whether letters begin a branch of the register.
  init(_ lines: [PrintedLine], isPlace: (ArraySlice<Unicode.Scalar>) -> Bool) {
    var count = 0
    var isCalled = false
    for line in lines.prefix(Self.preambleMax) {
      let isNumber =
        isCalled && line.key.count <= Self.lettersOfNumberMax
        && line.key.letters.allSatisfy { $0.isDigit || $0.isLatin }
      isCalled = PaidFirst.isPickUp(line)
      guard isCalled || isNumber || Self.isPreamble(line.key, isPlace) else { break }
      count += 1
    }
    self.lines = count + Self.headingLines
  }

  private static func isPreamble(_ key: Key, _ isPlace: (ArraySlice<Unicode.Scalar>) -> Bool)
    -> Bool
  {
    key.count <= 1 || copies.contains { key.letters.hasSuffix($0) } || isMall(key, isPlace)
      || key.letters.last == leaf && holders.contains(where: key.contains)
      || NameSurroundings.isTitle(greetedLess(key))
  }

  /// 欢迎光临 WELCOME is nothing else.
  private static func greetedLess(_ key: Key) -> Key {
    let rest = key.letters.starts(with: welcome.letters) ? [] : key.letters[...]
    return rest.hasSuffix(welcome) ? Key(letters: rest.dropLast(welcome.count)) : Key(letters: rest)
  }

  /// 云际汇 CLOUDHALL, 成都蜀悦城购物中心, and not 云际汇店, which says where the shop above it is.
  private static func isMall(_ key: Key, _ isPlace: (ArraySlice<Unicode.Scalar>) -> Bool) -> Bool {
    var letters = key.letters.filter { !$0.isLatin }[...]
    guard letters.count >= 2, letters.last != "店", !letters.contains(where: \.isDigit) else {
      return false
    }
    letters = letters.dropFirst(CounterName.city(before: letters) ?? 0)
    let end = endsOfMalls.first { CounterName.ends(letters, with: $0) }
    return isPlace(letters) || end.map { isPlace(letters.dropLast($0.count)) } ?? false
  }
}
