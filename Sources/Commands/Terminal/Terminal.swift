import Foundation

/// What standard output and standard error are connected to.
struct Terminal: Sendable {
  var isOutputTerminal: Bool
  var isErrorTerminal: Bool
  var isInputTerminal: Bool
  /// Cells of a line.
  var columns: Int
  var hasColour: Bool

  static let columnsUnknown = 100

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    isOutputTerminal = isatty(STDOUT_FILENO) == 1
    isErrorTerminal = isatty(STDERR_FILENO) == 1
    isInputTerminal = isatty(STDIN_FILENO) == 1
    columns =
      Self.windowColumns() ?? environment["COLUMNS"].flatMap { Int($0) } ?? Self.columnsUnknown
    columns = min(max(columns, 40), 400)
    hasColour =
      isOutputTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  private static func windowColumns() -> Int? {
    var size = winsize()
    // Asks whichever of the two is a terminal; neither is when both are piped.
    for descriptor in [STDOUT_FILENO, STDERR_FILENO]
    where ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return nil
  }

  /// Writes a line of results. Ends quietly when the reader of a pipe has gone.
  static func print(_ line: String) {
    write(line + "\n", to: FileHandle.standardOutput)
  }

  /// Writes a line for the person, beside the results.
  static func note(_ line: String) {
    write(line + "\n", to: FileHandle.standardError)
  }

  static func write(_ text: String, to handle: FileHandle) {
    do {
      try handle.write(contentsOf: Data(text.utf8))
    } catch {
      // Nobody reads any more (`| head`), or the disk behind a redirect is full.
      if isBrokenPipe(error) { exit(0) }
      let why = ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError)
      let told = why.domain == NSPOSIXErrorDomain ? String(cString: strerror(Int32(why.code))) : ""
      if handle !== FileHandle.standardError {
        note("xiaopiao: the output cannot be written: \(told.isEmpty ? "\(why)" : told)")
      }
      exit(1)
    }
  }

  private static func isBrokenPipe(_ error: any Error) -> Bool {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return (cause ?? error as NSError).code == Int(EPIPE)
  }
}

/// The few colours of tables and questions.
enum Colour: String, Sendable {
  case green = "32"
  case yellow = "33"
  case red = "31"
  case dim = "2"
  case bold = "1"

  func painted(_ text: String, if isPainted: Bool) -> String {
    isPainted ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
