import Receipts

/// Tells the counter's name as printed, where there is no register: the line at the head that most
/// looks like a name.
struct HeaderReader {
  let weights: Weights

  private static let linesMax = 8

  func field(_ lines: [PrintedLine]) -> Field<CounterMatch> {
    let usualHeight = lines.usualHeight
    var ballot = Ballot<CounterMatch>()
    for (order, line) in lines.prefix(Self.linesMax).enumerated() {
      let letters = line.text.characters.count { $0.isLetter }
      let digits = line.text.characters.count { $0.isNumber }
      guard letters >= 2, letters > digits else { continue }
      var evidence = [
        weights.evidence("counter_header_line"),
        weights.evidence("counter_header_order", times: Double(order)),
        weights.evidence("counter_header_trust", times: line.confidence - 0.7),
      ]
      if line.height > 1.4 * usualHeight { evidence.append(weights.evidence("counter_name_large")) }
      if Self.others.contains(where: { line.key.contains($0) }) {
        evidence.append(weights.evidence("counter_header_other"))
      }
      let text = line.text.characters.drop { $0 == " " }
      ballot.add(CounterMatch(code: nil, name: String(text)), evidence, line: line.index)
    }
    return ballot.field(noneScore: 0)
  }

  /// Words of lines that are no names.
  private static let others = [
    "欢迎", "光临", "小票", "收据", "凭证", "WELCOME", "INVOICE", "RECEIPT", "TEL", "电话", "地址", "JALAN", "日期",
    "单号",
    "时间", "DATE", "STRASSE", "GST", "谢谢", "桌号", "NO",
  ].map { Key($0) }
}
