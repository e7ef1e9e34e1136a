import Claiming
import Foundation
import FoundationXML
import Receipts
import Testing

@testable import Commands

@Suite("The report of a benchmark")
struct BenchmarkReportTests {
  private var report: BenchmarkReport {
    let own = Performance(
      name: "xiaopiao",
      measurements: [
        Measurement(
          file: "a", wallTime: .milliseconds(420), processorTime: .milliseconds(400),
          found: [.amount: true], decision: .credited, recognitionTime: .milliseconds(390))
      ], peakMemoryBytes: 152_000_000)
    let other = Performance(
      name: "other <&> \"reader\"",
      measurements: [
        Measurement(
          file: "a", wallTime: .milliseconds(900), processorTime: .milliseconds(800),
          found: [.amount: false])
      ])
    return BenchmarkReport(performances: [own, other], pictures: 1, runs: 1, language: .english)
  }

  @Test("a person sees speed, times, memory and what was found, in lines that fit")
  func lines() {
    var terminal = Terminal(environment: [:])
    terminal.columns = 80
    terminal.hasColour = false
    let lines = report.lines(on: terminal)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= 80 })
    let text = lines.joined(separator: "\n")
    #expect(text.contains("2.50") && text.contains("1.25") && text.contains("152 MB"))
    #expect(text.contains("1 credited, 0 review, 0 rejected"))
    #expect(text.contains("100.0 %"))
  }

  @Test("a program gets one object a contender, null where nothing is known")
  func objects() throws {
    let objects = report.objects.map(\.encoded)
    #expect(objects.count == 2)
    #expect(objects[0].contains(#""per_core_second":2.5"#))
    #expect(objects[0].contains(#""wall_ms":{"p50":420,"p95":420,"p99":420}"#))
    #expect(objects[1].contains(#""reading_ms":null"#))
    #expect(objects[1].contains(#""credited":null"#))
  }

  @Test("the chart is well-formed whatever a command is called")
  func chart() {
    let chart = BenchmarkChart(performances: report.performances, caption: report.caption)
    #expect(XMLParser(data: Data(chart.svg.utf8)).parse())
    #expect(chart.svg.contains("other &lt;&amp;&gt; &quot;reader&quot;"))
  }

  static let rates: [(Double?, String)] = [
    (nil, "–"), (0.049, "0.05"), (2.5, "2.50"), (9.996, "10.00"), (12.34, "12.3"),
    (120.06, "120.1"),
  ]

  @Test("a rate keeps the digits that matter", arguments: rates)
  func rate(rate: Double?, text: String) { #expect(BenchmarkReport.rate(rate) == text) }
}
