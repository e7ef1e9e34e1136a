import Claiming
import Receipts

/// Speed and found values as bars, in SVG: self-contained, readable on a light and a dark page.
struct BenchmarkChart {
  let performances: [Performance]
  let caption: String

  private static let width = 720
  private static let labelX = 16
  private static let barX = 280
  private static let barWidth = 340
  private static let row = 26
  private static let colours = ["#0b7a75", "#c2702c", "#6b5b95", "#4a6fa5", "#8c8c8c"]

  /// One bar: `share` of the panel's width.
  private struct Bar {
    var label: String
    var share: Double
    var value: String
    var colour: String
  }

  private struct Panel {
    var title: String
    var bars: [Bar]
  }

  var svg: String {
    var body = ""
    var y = 34
    body += Self.text("Xiaopiao: \(caption)", x: Self.labelX, y: y, size: 15, isBold: true)
    for panel in panels {
      y += 36
      body += Self.text(panel.title, x: Self.labelX, y: y, size: 13, isBold: true)
      for bar in panel.bars {
        y += Self.row
        body += Self.drawn(bar, y: y)
      }
    }
    let height = y + 24
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(height)" \
      width="\(Self.width)" height="\(height)" font-family="sans-serif">
      <rect width="\(Self.width)" height="\(height)" rx="8" fill="#ffffff"/>
      \(body)</svg>

      """
  }

  private var panels: [Panel] {
    let rates = performances.map { $0.picturesPerCoreSecond ?? 0 }
    let most = max(rates.max() ?? 0, .leastNormalMagnitude)
    let speed = performances.indices.map { index in
      Bar(
        label: performances[index].name, share: rates[index] / most,
        value: BenchmarkReport.rate(performances[index].picturesPerCoreSecond),
        colour: Self.colours[index % Self.colours.count])
    }
    let titles: [(FieldName, String)] = [
      (.amount, "amount"), (.time, "time"), (.receiptNumber, "receipt number"),
    ]
    let finds = titles.compactMap { field, title -> Panel? in
      let bars = performances.indices.compactMap { index -> Bar? in
        let share = performances[index].found(field)
        return share.value.map {
          Bar(
            label: performances[index].name, share: $0,
            value: Percent.text(share).trimmed, colour: Self.colours[index % Self.colours.count])
        }
      }
      return bars.isEmpty ? nil : Panel(title: "True \(title) in the text", bars: bars)
    }
    return [Panel(title: "Pictures a second and core", bars: speed)] + finds
  }

  private static func drawn(_ bar: Bar, y: Int) -> String {
    let width = Int((Double(barWidth) * min(max(bar.share, 0), 1)).rounded())
    let rectangle =
      "<rect x=\"\(barX)\" y=\"\(y - 13)\" width=\"\(max(1, width))\" height=\"16\" rx=\"2\""
      + " fill=\"\(bar.colour)\"/>\n"
    return text(bar.label.cut(toCells: 38), x: labelX, y: y, size: 12) + rectangle
      + text(bar.value, x: barX + max(1, width) + 8, y: y, size: 12)
  }

  private static func text(
    _ text: String, x: Int, y: Int, size: Int, isBold: Bool = false
  ) -> String {
    let weight = isBold ? " font-weight=\"bold\"" : ""
    return "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\"\(weight) fill=\"#1f2328\">"
      + "\(escaped(text))</text>\n"
  }

  private static func escaped(_ text: String) -> String {
    text.printable.reduce(into: "") { escaped, character in
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
  }
}
