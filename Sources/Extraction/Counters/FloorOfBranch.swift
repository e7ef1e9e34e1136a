/// On which floor of a mall a brand has one of its shops, as a branch's name tells: L3 of 云澜汇L3店.
///
/// Where a brand has two shops in one mall nothing else tells them apart.
struct FloorOfBranch {
  /// The mall's name; nothing where the branch is a floor and no more, 4F店.
  let place: Key
  let floor: String

  /// `nil` for a branch that names no floor.
  init?(_ branch: Key) {
    guard let (place, floor, hasSign) = Self.parts(of: branch.text), place.count != 1,
      // 一店 is the first of several.
      !place.isEmpty || hasSign
    else { return nil }
    self.place = Key(place)
    self.floor = floor
  }

  /// 瑞幸咖啡B1店: a name, and behind it on which floor the brand has this shop.
  static func parted(_ name: String) -> (name: String, branch: String)? {
    guard name.hasSuffix("店"), name.contains(where: signsOfFloors.contains),
      let (place, _, hasSign) = parts(of: name), hasSign, place.count >= 2,
      place.last.map({ !$0.isASCII }) ?? false
    else { return nil }
    return (place, String(name.dropFirst(place.count)))
  }

  /// L1 of the unit L1-12, B1 of B1F08, 2F of 2F075; `nil` of 3012.
  static func floor(ofUnit code: String) -> String? {
    let match = code.prefixMatch(of: #/([BLF]\d{1,2})[-F]|(\d{1,2}F)-?\d/#)
    return (match?.1 ?? match?.2).map { String($0) }
  }

  /// Whether a line tells of the same floor in other signs: 成都澜悦汇四楼店 of 澜悦汇4F店, B1店 of a shop
  /// on B1.
  func isHere(_ line: Key) -> Bool {
    told(by: line).map { Self.number(floor) == Self.number($0) } ?? false
  }

  /// Whether a line tells of another floor of the same mall: 店铺:云澜汇L5店.
  func isOther(_ line: Key) -> Bool {
    guard let told = told(by: line) else { return false }
    let (own, other) = (Self.number(floor), Self.number(told))
    // A reader takes the L of L3 for a 1.
    return own != other && own != "1" + other && other != "1" + own
  }

  private func told(by line: Key) -> String? {
    guard !place.isEmpty else { return Self.lastFloor(of: line) }
    guard let start = line.range(of: place)?.upperBound else { return nil }
    return String(String.UnicodeScalarView(line.letters[start...])).prefixMatch(of: Self.floors)
      .map { String($0.1) }
  }

  /// 四楼 of a line that ends with 四楼店; 南昌二店 is the second in town, and 机号:1 店员 no shop on floor 1.
  private static func lastFloor(of line: Key) -> String? {
    parts(of: String(String.UnicodeScalarView(line.letters.suffix(lettersOfFloorMax))))
      .flatMap { $0.hasSign ? $0.floor : nil }
  }

  /// What stands before a floor and 店, the floor, and whether a sign says that it is one: 层, F, B.
  private static func parts(of text: String) -> (place: String, floor: String, hasSign: Bool)? {
    text.wholeMatch(of: pattern).map { match in
      let place = String(match.1)
      return (
        place, String(match.2), text.dropFirst(place.count).contains(where: signsOfFloors.contains)
      )
    }
  }

  private static let lettersOfFloorMax = 6

  /// L3, 3F and 三 are 3, 负一 is B1.
  static func number(_ floor: String) -> String {
    String(
      floor.compactMap { character -> Character? in
        if let place = numerals.firstIndex(of: character) {
          return Character(String(numerals.distance(from: numerals.startIndex, to: place) + 1))
        }
        return character == "负" ? "B" : character == "L" || character == "F" ? nil : character
      })
  }

  private static let signsOfFloors = "层楼BFL负"
  private static let numerals = "一二三四五六七八九"

  private static var pattern: Regex<(Substring, Substring, Substring)> {
    #/(.*?)((?:[BLF]|负)?\d{1,2}[FL]?|负?[一二三四五六七八九])[层楼]?(?:中庭|连廊|外街|内街)?店/#
  }
  private static var floors: Regex<(Substring, Substring)> {
    #/((?:[BLF]|负)?\d{1,2}[FL]?|负?[一二三四五六七八九])[层楼]?(?:中庭|连廊|外街|内街)?店/#
  }
}
