import Foundation
import Receipts

/// How far a batch has come: count, rate and the time left, on standard error and only when that
/// is a terminal.
final class ProgressBar {
  private let total: Int
  private let isShown: Bool
  private let columns: Int
  private let start: ContinuousClock.Instant
  private var done = 0
  private var lastShown: ContinuousClock.Instant?

  init(total: Int, terminal: Terminal) {
    self.total = total
    isShown = terminal.isErrorTerminal && total > 1
    columns = terminal.columns
    start = .now
  }

  func advance() {
    done += 1
    let now = ContinuousClock.now
    // Ten times a second is as often as an eye follows.
    if let lastShown, now - lastShown < .milliseconds(100), done < total { return }
    lastShown = now
    show(Self.line(done: done, total: total, elapsed: now - start, columns: columns))
  }

  /// Wipes the bar, so that lines of results stand alone.
  func clear() {
    if isShown, lastShown != nil { write("\r\u{1B}[K") }
  }

  private func show(_ line: String) {
    if isShown { write("\r\u{1B}[K" + line) }
  }

  private func write(_ text: String) {
    Terminal.write(text, to: FileHandle.standardError)
  }

  /// `[#####.....] 12/60  3.1/s  15 s left`.
  static func line(done: Int, total: Int, elapsed: Duration, columns: Int) -> String {
    let seconds = max(elapsed / .seconds(1), 0.001)
    let rate = Double(done) / seconds
    let left = rate > 0 ? Int((Double(total - done) / rate).rounded(.up)) : 0
    let text = "\(done)/\(total)  \(oneDecimal(rate))/s  \(duration(left)) left"
    let cells = min(40, columns - text.count - 5)
    guard cells >= 10, total > 0 else { return text }
    let filled = cells * done / total
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: cells - filled)
    return "[\(bar)] \(text)"
  }

  private static func oneDecimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// `15 s`, `4 min 05 s`, `2 h 10 min`.
  static func duration(_ seconds: Int) -> String {
    if seconds < 60 { return "\(seconds) s" }
    if seconds < 3_600 { return "\(seconds / 60) min \((seconds % 60).twoDigits) s" }
    return "\(seconds / 3_600) h \((seconds / 60 % 60).twoDigits) min"
  }
}
