/// How alike two texts are, with a reader's slips forgiven.
enum Likeness {
  /// The cost of a character taken for one that looks like it.
  private static let lookalikeCost = 0.35

  /// Characters that readers take for each other, in groups.
  private static let groups: [[Unicode.Scalar]] = [
    "0ODQ〇C", "1IL|!T7]", "2Z", "5S", "6G", "8B3", "9G", "日目曰白", "合台含令舍", "计十什汁讨",
    "实买卖宝突", "付什村符", "收牧攻", "应库", "总息怠", "单早草", "号亏另", "小水少", "票栗粟",
    "己已巳乙", "未末本木朱", "人入八", "士土上工", "士仕", "千干于", "天夫大太", "王玉主", "贝见", "问间同闻",
    "开井并", "元无兀", "订计汀", "流硫", "零雪霉", "找我", "积枳", "余佘", "店居", "堂党", "茶荼",
    "坊访妨", "氏民", "鸟乌岛", "时肘", "金全", "额颔", "VYW", "UV0", "MN", "EF", "PR", "CG", "GQ", "HK",
    "KX", "付忖", "账帐赈胀", "云会",
  ].map { Array($0.unicodeScalars) }

  /// The groups a character belongs to, one bit each.
  private static let membership: [Unicode.Scalar: UInt64] = {
    precondition(groups.count <= 64, "one bit a group")
    var result: [Unicode.Scalar: UInt64] = [:]
    for (number, group) in groups.enumerated() {
      for scalar in group { result[scalar, default: 0] |= 1 << UInt64(number) }
    }
    return result
  }()

  static func groups(of letters: [Unicode.Scalar]) -> [UInt64] {
    letters.map { membership[$0] ?? 0 }
  }

  /// Bits of a character and of all it looks like: two characters without a common bit differ.
  static func traces(of letters: [Unicode.Scalar]) -> [UInt64] {
    letters.map { scalar in
      let groups = membership[scalar] ?? 0
      return groups != 0 ? groups : 1 << UInt64((scalar.value &* 0x9E37_79B1) >> 26)
    }
  }

  /// The least cost of finding `pattern` somewhere in `text`: edits of the pattern, what surrounds
  /// it is free. Also where it ends.
  ///
  /// - Complexity: pattern times text.
  static func cost(of pattern: Key, in text: Key) -> (cost: Double, end: Int) {
    cost(
      of: pattern.letters, groups(of: pattern.letters), in: text.letters, groups(of: text.letters))
  }

  static func cost(
    of pattern: [Unicode.Scalar], _ patternGroups: [UInt64], in text: [Unicode.Scalar],
    _ textGroups: [UInt64]
  ) -> (cost: Double, end: Int) {
    guard !pattern.isEmpty else { return (0, 0) }
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: pattern.count + 1) { row in
      for index in 0...pattern.count { row.initializeElement(at: index, to: Double(index)) }
      var best = (cost: Double(pattern.count), end: 0)
      for index in text.indices {
        var diagonal = row[0]
        row[0] = 0
        for position in 1...pattern.count {
          let above = row[position]
          let isSame = pattern[position - 1] == text[index]
          let slip =
            isSame
            ? 0 : patternGroups[position - 1] & textGroups[index] != 0 ? lookalikeCost : 1
          row[position] = min(diagonal + slip, above + 1, row[position - 1] + 1)
          diagonal = above
        }
        if row[pattern.count] < best.cost { best = (row[pattern.count], index + 1) }
      }
      return best
    }
  }
}
