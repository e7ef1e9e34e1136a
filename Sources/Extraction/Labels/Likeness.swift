/// How alike two texts are, with a reader's slips forgiven.
enum Likeness {
  /// Characters that readers take for each other cost less than others.
  static func substitution(_ a: Character, _ b: Character) -> Double {
    if a == b { return 0 }
    return alike[a]?.contains(b) == true ? 0.35 : 1
  }

  private static let alike: [Character: Set<Character>] = {
    let groups = [
      "0OODQ〇C", "1IL|!T7]", "2Z", "5S", "6G", "8B3", "9G", "日目曰白", "合台含令舍", "计十什汁讨",
      "实买卖宝突", "付什村符", "收牧攻", "应应库", "总息怠", "单早草", "号亏另", "小水少", "票栗粟", "己已巳乙",
      "未末本木", "人入八", "士土上工", "千干于", "天夫大太", "王玉主", "贝见", "问间同", "开井并", "元无兀",
      "订计汀", "流硫", "零雪霉", "找我", "积枳", "余佘", "店居", "堂党", "茶荼", "坊访妨", "氏民", "鸟乌岛",
      "时肘", "间问闻", "金全", "额颔", "VYW", "UV0", "MN", "EF", "PR", "CG", "HK", "KX",
    ]
    var result: [Character: Set<Character>] = [:]
    for group in groups {
      for character in group { result[character, default: []].formUnion(group) }
    }
    return result
  }()

  /// The least cost of finding `pattern` somewhere in `text`: edits of the pattern, what surrounds
  /// it is free. Also where it ends.
  static func cost(of pattern: [Character], in text: [Character]) -> (cost: Double, end: Int) {
    guard !pattern.isEmpty else { return (0, 0) }
    var row = (0...pattern.count).map(Double.init)
    var best = (cost: row[pattern.count], end: 0)
    for (index, character) in text.enumerated() {
      var diagonal = row[0]
      row[0] = 0
      for position in 1...pattern.count {
        let above = row[position]
        row[position] = min(
          diagonal + substitution(pattern[position - 1], character), above + 1,
          row[position - 1] + 1)
        diagonal = above
      }
      if row[pattern.count] < best.cost { best = (row[pattern.count], index + 1) }
    }
    return best
  }
}
