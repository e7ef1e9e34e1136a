import Foundation
import Logging
import Receipts
import Recognition
import TestSupport
import Testing

@testable import Claiming

@Suite("Measuring")
struct MeasuringTests {
  private func truth(_ fields: String) throws -> Truth {
    try JSONDecoder().decode(
      Truth.self, from: Data(#"{"file":"a.jpg","kind":"sale",\#(fields)}"#.utf8))
  }

  static let amounts: [(String, String, Bool)] = [
    ("1042.06", "实付金额 ￥1042.06", true), ("1042.06", "合 计: 1,042 . 06", true),
    ("1042.06", "１０４２．０６", true), ("1042.06", "1042.66", false),
    ("1042.06", "1042\n.06", false), ("898.00", "实付 898 元", true),
    ("898.50", "实付 898 元", false), ("8.00", "8 件", false), ("1200", "1200", true),
  ]

  @Test(
    "an amount is found with spaces, grouping or wide digits, and only whole", arguments: amounts
  )
  func findsAmount(amount: String, text: String, isFound: Bool) throws {
    let truth = try truth(#""amount":"\#(amount)""#)
    #expect(FoundText(text).found(truth) == [.amount: isFound])
  }

  static let times: [(String, String, String, Bool)] = [
    ("2026-11-03T14:05:00", "minute", "日期：2026/11/3 时间 14：05", true),
    ("2026-11-03T14:05:00", "minute", "2026年11月03日\n14:05:59", true),
    ("2026-11-03T14:05:00", "minute", "03-Nov-2026 2:05 PM", true),
    ("2026-11-03T14:05:00", "minute", "11/03/2026 02:05 PM", true),
    ("2026-11-03T14:05:00", "minute", "26-11-03 14:06", false),
    ("2026-11-03T14:05:00", "minute", "14:05", false),
    ("2026-11-03T14:05:09", "second", "20261103 14:05:09", true),
    ("2026-11-03T14:05:09", "second", "20261103 14:05", false),
    ("2026-11-03", "day", "Nov 3, 2026", true), ("2026-11-03", "day", "2026-11-08", false),
  ]

  @Test("a time is found in every usual spelling, to its precision", arguments: times)
  func findsTime(time: String, precision: String, text: String, isFound: Bool) throws {
    let truth = try truth(#""time":"\#(time)","time_precision":"\#(precision)""#)
    #expect(FoundText(text).found(truth) == [.time: isFound])
  }

  @Test("a receipt number is found by its letters and digits, any of its spellings counts")
  func numbers() throws {
    let fields = #""receipt_no":"SP-261115","receipt_no_alternatives":["0042"]"#
    let truth = try truth(fields)
    #expect(FoundText("no. sp 261115").found(truth) == [.receiptNumber: true])
    #expect(FoundText("单号 00 42").found(truth) == [.receiptNumber: true])
    #expect(FoundText("SP26111S").found(truth) == [.receiptNumber: false])
  }

  @Test("a field that is not labelled is not scored")
  func unlabelled() throws {
    let truth = try truth(#""amount":"8.00","receipt_no":"1","unlabelled":["amount","receipt_no"]"#)
    #expect(FoundText("8.00 1").found(truth).isEmpty)
  }

  @Test("percentiles are by the nearest rank, and there are none of nothing")
  func percentiles() throws {
    #expect(Percentiles([]) == nil)
    let hundred = try #require(Percentiles((1...100).reversed().map { .milliseconds($0) }))
    #expect(hundred.p50 == .milliseconds(50))
    #expect(hundred.p95 == .milliseconds(95))
    #expect(hundred.p99 == .milliseconds(99))
    let one = try #require(Percentiles([.seconds(2)]))
    #expect([one.p50, one.p95, one.p99] == Array(repeating: .seconds(2), count: 3))
  }

  @Test("speed is pictures by processor time, whatever the clock on the wall says")
  func speed() {
    var performance = Performance(name: "a")
    #expect(performance.picturesPerCoreSecond == nil)
    performance.measurements = [
      Measurement(
        file: "1", wallTime: .seconds(9), processorTime: .milliseconds(300),
        found: [.amount: true]),
      Measurement(
        file: "2", wallTime: .seconds(1), processorTime: .milliseconds(200),
        found: [.amount: false, .time: true], isFailure: true),
    ]
    #expect(performance.picturesPerCoreSecond == 4)
    #expect(performance.found(.amount) == Share(part: 1, all: 2))
    #expect(performance.found(.time) == Share(part: 1, all: 1))
    #expect(performance.failures == 1)
  }

  static let commands: [(String, [String]?)] = [
    ("tesseract", ["tesseract", "{}", "-", "-l", "chi_sim", "--psm", "4"]),
    ("/opt/a/tesseract", ["/opt/a/tesseract", "{}", "-", "-l", "chi_sim", "--psm", "4"]),
    ("tesseract {} - -l eng", ["tesseract", "{}", "-", "-l", "eng"]),
    ("ocr --image={} --quiet", ["ocr", "--image={}", "--quiet"]), ("ocr", nil), ("{}", nil),
    ("", nil),
  ]

  @Test("a command is a program with a place for the picture", arguments: commands)
  func takesCommand(text: String, words: [String]?) {
    #expect(ForeignCommand(text)?.words == words)
  }

  @Test("the picture's path is one argument, spaces and all")
  func arguments() throws {
    let command = try #require(ForeignCommand("ocr --image={} -q"))
    #expect(command.arguments(for: "a b.jpg") == ["--image=a b.jpg", "-q"])
    #expect(command.name == "ocr --image={} -q")
    #expect(ForeignCommand("tesseract")?.name == "tesseract -l chi_sim --psm 4")
  }

  @Test("a process is known by what the kernel writes of it")
  func figures() {
    #expect(ProcessFigures.parent(stat: "42 (a) b (c) S 17 42 42 0") == 17)
    #expect(ProcessFigures.parent(stat: "no process") == nil)
    #expect(
      ProcessFigures.peakMemoryBytes(status: "Name:\ta\nVmHWM:\t  152340 kB\nVmRSS:\t 1 kB")
        == 155_996_160)
    #expect(ProcessFigures.peakMemoryBytes(status: "Name:\ta\nState:\tZ (zombie)") == nil)
  }

  @Test("a command's text is taken, and how long it kept the processor busy")
  func command() async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("金额 8.00\n", to: "a.txt")
    let output = try await #require(ForeignCommand("cat {}")).output(for: path)
    #expect(output.text == "金额 8.00\n")
    #expect(output.hasSucceeded)
    #expect(output.processorTime >= .zero && output.wallTime > .zero)
    let failed = try await #require(ForeignCommand("cat {}")).output(for: path + ".none")
    #expect(!failed.hasSucceeded)
  }

  @Test("a command that is not there is named")
  func missingCommand() async throws {
    let command = try #require(ForeignCommand("no-such-reader-anywhere {}"))
    let error = await #expect(throws: ClaimingError.self) {
      _ = try await command.output(for: "a.jpg")
    }
    guard case .readerUnavailable(let why) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(why.hasPrefix("the command no-such-reader-anywhere cannot be run"))
  }

  @Test("a picture that is missing is named before anything is measured")
  func missingPicture() throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/none.jpg"
    #expect(throws: ClaimingError.inputMissing(path: path)) {
      _ = try Benchmark(paths: [path], runs: 1, commands: [], environment: [:])
    }
  }

  @Test("the truth of a picture is that of the set it lies in")
  func knowsTruth() throws {
    let directory = try TemporaryDirectory()
    try directory.write(Picture.png(seed: 1), to: "images/a.png")
    try directory.write(Picture.png(seed: 2), to: "images/b.png")
    try directory.write(
      #"{"file":"a.png","kind":"sale","amount":"8.00","currency":"HKD"}"#, to: "truth.jsonl")
    let paths = ["a", "b"].map { "\(directory.path)/images/./\($0).png" }
    let benchmark = try Benchmark(
      paths: paths, runs: 2, commands: [try #require(ForeignCommand("cat {}"))],
      environment: [:])
    #expect(benchmark.pictures.map { $0.truth?.amount?.decimal } == ["8.00", nil])
    #expect(benchmark.count == 8)
  }

  @Test("a reader that keeps running is asked by paths and answers with text")
  func server() async throws {
    let directory = try TemporaryDirectory()
    let script = try directory.write(
      """
      printf '{"ready":"echo"}\\n'
      while read -r path; do
        case $path in
          bad) printf '{"error":"no picture"}\\n' ;;
          *) printf '{"text":"seen %s"}\\n' "$path" ;;
        esac
      done
      """, to: "serve.sh")
    let server = try #require(ForeignServer("/bin/bash \(script)"))
    try await server.run { running in
      let good = try await running.output(for: "a.jpg")
      #expect(good.text == "seen a.jpg" && good.hasSucceeded)
      let bad = try await running.output(for: "bad")
      #expect(bad.text.isEmpty && !bad.hasSucceeded)
      // It goes on.
      #expect(try await running.output(for: "b.jpg").text == "seen b.jpg")
    }
  }

  @Test(
    "a reader that ends, or never says that it is ready, is named",
    arguments: ["exit 0", "printf 'hello\\n'; cat", "printf '{}\\n'; cat"])
  func brokenServer(script: String) async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(script, to: "serve.sh")
    let server = try #require(ForeignServer("/bin/bash \(path)"))
    await #expect(throws: ClaimingError.self) {
      try await server.run { _ in Issue.record("it is not ready") }
    }
  }

  @Test("where the milliseconds go is told, and what no network had")
  func profile() throws {
    var performance = Performance(name: "a")
    #expect(performance.steps.isEmpty && performance.shareBesideInference == nil)
    performance.measurements = [
      Measurement(
        file: "1", wallTime: .milliseconds(100), processorTime: .zero,
        stepMilliseconds: [.decoding: 10, .tiny: 60]),
      Measurement(
        file: "2", wallTime: .milliseconds(300), processorTime: .zero,
        stepMilliseconds: [.tiny: 100, .tesseract: 80]),
    ]
    #expect(performance.meanMilliseconds == 200)
    #expect(performance.steps.first { $0.code == "tiny" }?.milliseconds == 80)
    #expect(abs(try #require(performance.shareBesideInference) - 0.4) < 1e-9)
  }
}
