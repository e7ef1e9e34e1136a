import Claiming
import Foundation
import Receipts

/// What an evaluation shows as pictures, in SVG: whether probabilities mean what they say, and what
/// straight-through costs in wrong credits.
struct EvaluationCharts {
  let evaluation: Evaluation
  let caption: String

  private static let colours: [FieldName: String] = [
    .kind: "#6b5b95", .counter: "#0b6aa8", .amount: "#c23b3b", .time: "#1f8a4c",
    .receiptNumber: "#c2702c",
  ]

  /// A field's probability against how often it was right. Both axes are stretched towards 1, where
  /// decisions are made: by the logarithm of what is missing.
  var reliability: String {
    let reliability = Reliability(evaluation.scores)
    var plot = ChartPlot(
      title: "Said to be right, and right: \(caption)",
      across: "said", up: "right", ticks: [0.5, 0.9, 0.99, 0.999])
    plot.addDiagonal()
    for field in [FieldName.kind] + Evaluation.fields {
      let bins = reliability.bins.filter { $0.field == field && $0.count >= 10 }
      let error = reliability.expectedError(of: field).map { Percent.text($0).trimmed } ?? "–"
      plot.add(
        bins.map { ($0.meanProbability, $0.rightShare.value ?? 0) },
        colour: Self.colours[field] ?? "#555555", name: "\(field.rawValue), off by \(error)")
    }
    return plot.svg
  }

  /// Straight-through rate against the rate of wrong credits and its upper bound, by threshold.
  var curve: String {
    let points = DecisionCurve(evaluation.scores).points.filter { $0.wrong.all > 0 }
    var plot = ChartPlot(
      title: "Straight through, and credits that are right: \(caption)",
      across: "credits that are right", up: "sales straight through",
      ticks: [0.5, 0.9, 0.99, 0.999])
    plot.add(
      points.map { (1 - ($0.wrong.value ?? 0), $0.straightThrough.value ?? 0) },
      colour: "#0b7a75", name: "as measured")
    plot.add(
      points.map { (1 - ($0.wrongUpperBound ?? 1), $0.straightThrough.value ?? 0) },
      colour: "#8c8c8c", name: "with 95 % confidence")
    return plot.svg
  }
}

/// A plot of shares from 0 to 1 on axes that are stretched towards 1.
struct ChartPlot {
  let title: String
  let across: String
  let up: String
  let ticks: [Double]

  private var body = ""
  private var names: [(name: String, colour: String)] = []

  private static let (left, top, side) = (60.0, 56.0, 440.0)
  /// What lies nearer to 1 is drawn there.
  private static let least = 0.0005

  init(title: String, across: String, up: String, ticks: [Double]) {
    (self.title, self.across, self.up, self.ticks) = (title, across, up, ticks)
  }

  /// 0…1 along an axis.
  private static func place(_ share: Double) -> Double {
    func decades(_ missing: Double) -> Double { -log10(max(least, missing)) }
    return decades(1 - share) / decades(0)
  }

  private static func x(_ share: Double) -> Double { left + place(share) * side }
  private static func y(_ share: Double) -> Double { top + side - place(share) * side }

  mutating func addDiagonal() {
    body += "<line x1=\"\(Self.x(0))\" y1=\"\(Self.y(0))\" x2=\"\(Self.x(1))\""
    body += " y2=\"\(Self.y(1))\" stroke=\"#bbbbbb\" stroke-dasharray=\"4 4\"/>\n"
  }

  mutating func add(_ points: [(x: Double, y: Double)], colour: String, name: String) {
    names.append((name, colour))
    let places = points.map { (Self.x($0.x).rounded(), Self.y($0.y).rounded()) }
    let path = places.map { "\(Int($0.0)),\(Int($0.1))" }.joined(separator: " ")
    body += "<polyline points=\"\(path)\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2\"/>\n"
    for (x, y) in places {
      body += "<circle cx=\"\(Int(x))\" cy=\"\(Int(y))\" r=\"3\" fill=\"\(colour)\"/>\n"
    }
  }

  var svg: String {
    let right = Int(Self.left + Self.side)
    let bottom = Int(Self.top + Self.side)
    var axes = ""
    for tick in [0] + ticks {
      let (x, y) = (Int(Self.x(tick)), Int(Self.y(tick)))
      let label = Percent.text(tick).trimmed
      axes +=
        "<line x1=\"\(x)\" y1=\"\(Int(Self.top))\" x2=\"\(x)\" y2=\"\(bottom)\" stroke=\"#eeeeee\"/>\n"
      axes +=
        "<line x1=\"\(Int(Self.left))\" y1=\"\(y)\" x2=\"\(right)\" y2=\"\(y)\" stroke=\"#eeeeee\"/>\n"
      axes += Self.text(label, x: x, y: bottom + 16, anchor: "middle")
      axes += Self.text(label, x: Int(Self.left) - 6, y: y + 4, anchor: "end")
    }
    axes += Self.text(across, x: right, y: bottom + 34, anchor: "end")
    axes += Self.text(up, x: Int(Self.left), y: Int(Self.top) - 10, anchor: "start")
    var legend = ""
    for (index, entry) in names.enumerated() {
      let y = bottom + 34 + index * 18
      legend +=
        "<rect x=\"60\" y=\"\(y - 9)\" width=\"12\" height=\"10\" fill=\"\(entry.colour)\"/>\n"
      legend += Self.text(entry.name, x: 78, y: y, anchor: "start")
    }
    let height = bottom + 44 + names.count * 18
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 540 \(height)" width="540" \
      height="\(height)" font-family="sans-serif">
      <rect width="540" height="\(height)" rx="8" fill="#ffffff"/>
      \(Self.text(title, x: 16, y: 24, anchor: "start", size: 14))\(axes)\(body)\(legend)</svg>

      """
  }

  private static func text(
    _ text: String, x: Int, y: Int, anchor: String, size: Int = 11
  ) -> String {
    let escaped = text.printable.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    return
      "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(size)\" text-anchor=\"\(anchor)\" fill=\"#1f2328\">"
      + "\(escaped)</text>\n"
  }
}
