/// Which share of a price is left, as lines tell it: 9.5折.
enum DiscountRate {
  /// In thousandths: 950 of 9.5折 and of 95折; `nil` where a line tells none, or what may be had
  /// another time.
  static func told(on line: PrintedLine) -> Int64? {
    guard line.key.contains(fold), !offers.contains(where: line.key.contains),
      let digits = String(line.text.characters).firstMatch(of: #/(\d{1,2}(?:\.\d{1,2})?)折/#)?
        .output.1
    else { return nil }
    return rate(digits)
  }

  /// In thousandths, of what stands before 折: 8, 9.5 and 85; `nil` of anything else, and of 10.
  static func rate(_ digits: Substring) -> Int64? {
    guard let match = digits.wholeMatch(of: #/([1-9]\d?)(?:\.(\d{1,2}))?/#),
      let whole = Int64(match.1), whole != 10
    else { return nil }
    let part = match.2.map { Int64($0.count == 1 ? "\($0)0" : String($0)) ?? 0 } ?? 0
    let rate = whole < 10 ? whole * 100 + part : part == 0 ? whole * 10 : 0
    return (100..<1_000).contains(rate) ? rate : nil
  }

  /// The same of a line that says it of the whole bill: 全单9.5折.
  static func toldOfAll(on line: PrintedLine) -> Int64? {
    let isOfAll = line.keys.contains { key in
      wordsOfAll.contains { key.letters.starts(with: $0.letters) }
    }
    return isOfAll ? told(on: line) : nil
  }

  private static let fold = Key("折")
  private static let offers = ["满", "下次", "可享", "券", "第二", "任意", "起", "扫码"].map { Key($0) }
  private static let wordsOfAll = ["全单", "整单", "全场", "会员"].map { Key($0) }
}
