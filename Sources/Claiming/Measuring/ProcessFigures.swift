import Foundation

/// What the kernel says of a running process.
enum ProcessFigures {
  /// Processor time of all threads of a process, so far; `nil` when it is gone.
  static func processorTime(of process: pid_t) -> Duration? {
    var clock = clockid_t()
    guard clock_getcpuclockid(process, &clock) == 0 else { return nil }
    return time(of: clock)
  }

  /// Processor time of this process, so far.
  static var ownProcessorTime: Duration { time(of: CLOCK_PROCESS_CPUTIME_ID) ?? .zero }

  /// Processor time of all processes that this one started and that have ended.
  static var endedProcessorTime: Duration {
    var usage = rusage()
    guard getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage) == 0 else { return .zero }
    return duration(usage.ru_utime) + duration(usage.ru_stime)
  }

  /// The most memory a process ever had resident; `nil` when it is gone.
  static func peakMemoryBytes(of process: pid_t) -> Int? {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    else { return nil }
    return peakMemoryBytes(status: status)
  }

  /// The line `VmHWM:    152340 kB` of proc_pid_status(5). The figure of `getrusage` will not do:
  /// for a child it also counts what its parent had when it was started.
  static func peakMemoryBytes(status: String) -> Int? {
    for line in status.split(separator: "\n") where line.hasPrefix("VmHWM:") {
      return line.split(separator: " ").lazy.compactMap { Int($0) }.first.map { $0 * 1024 }
    }
    return nil
  }

  /// The processes that this one started, with their command lines.
  static var children: [(process: pid_t, arguments: [String])] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    let own = getpid()
    return names.compactMap(pid_t.init).compactMap { process in
      guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
        parent(stat: stat) == own,
        let line = FileManager.default.contents(atPath: "/proc/\(process)/cmdline")
      else { return nil }
      return (process, line.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
    }
  }

  /// The fourth field of proc_pid_stat(5); the second is a name in brackets that may hold spaces
  /// and brackets of its own.
  static func parent(stat: String) -> pid_t? {
    guard let end = stat.lastIndex(of: ")") else { return nil }
    let fields = stat[stat.index(after: end)...].split(separator: " ")
    return fields.count > 1 ? pid_t(fields[1]) : nil
  }

  private static func time(of clock: clockid_t) -> Duration? {
    var time = timespec()
    guard clock_gettime(clock, &time) == 0 else { return nil }
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  private static func duration(_ time: timeval) -> Duration {
    .seconds(time.tv_sec) + .microseconds(time.tv_usec)
  }
}
