/// On which floor of a mall a brand has one of its shops, as a branch's name tells: L3 of 云澜汇L3店.
///
/// Where a brand has two shops in one mall nothing else tells them apart.
struct FloorOfBranch {
  /// The mall's name.
  let place: Key
  let floor: String

  /// `nil` for a branch that names no floor.
  init?(_ branch: Key) {
    guard let match = branch.text.wholeMatch(of: Self.pattern), match.1.count >= 2 else {
      return nil
    }
    place = Key(String(match.1))
    floor = String(match.2)
  }

  /// Whether a line tells of another floor of the same mall: 店铺:云澜汇L5店.
  func isOther(_ line: Key) -> Bool {
    guard let start = line.range(of: place)?.upperBound,
      let match = String(String.UnicodeScalarView(line.letters[start...]))
        .prefixMatch(of: Self.floors)
    else { return false }
    return String(match.1) != floor
  }

  private static var pattern: Regex<(Substring, Substring, Substring)> {
    #/(.+?)([BLF]?\d{1,2}[FL]?|负?[一二三四五六七八九])[层楼]?店/#
  }
  private static var floors: Regex<(Substring, Substring)> {
    #/([BLF]?\d{1,2}[FL]?|负?[一二三四五六七八九])[层楼]?店/#
  }
}
