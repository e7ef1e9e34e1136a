import Foundation
import Ledger
package import Logging
import Receipts
import Screening

/// Measures Xiaopiao on this machine, beside commands of others on the same pictures in the same
/// run: one picture at a time, one worker, the contenders in turn on each picture.
package struct Benchmark: Sendable {
  package struct Picture: Hashable, Sendable {
    package var path: String
    /// From the `truth.jsonl` beside its directory, where there is one.
    package var truth: Truth?
  }

  package let pictures: [Picture]
  package let runs: Int
  package let commands: [ForeignCommand]
  package let servers: [ForeignServer]
  private let settings: Settings
  private let mall: LabelledSet.Mall?

  /// - Parameters:
  ///   - paths: of the pictures. Truth, register and settings are those of the labelled set in
  ///     which the first one lies, if it lies in one.
  ///   - runs: how often each picture is measured.
  package init(
    paths: [String], runs: Int, commands: [ForeignCommand], servers: [ForeignServer] = [],
    environment: [String: String]
  ) throws(ClaimingError) {
    self.runs = runs
    self.commands = commands
    self.servers = servers
    for path in paths {
      switch PathKind(at: path) {
      case .missing: throw .inputMissing(path: path)
      case .directory:
        throw .inputUnusable(path: path, why: "is a directory; name its pictures: \(path)/*")
      case .file: break
      }
    }
    var settings: Settings
    var truths: [String: Truth] = [:]
    if let set = paths.first.flatMap(Self.set(of:)) {
      settings = try LabelledSet.settings(of: set, environment: environment)
      let labelled = try LabelledSet(path: set, settings: settings)
      mall = labelled.mall
      for truth in labelled.truths {
        truths[Self.standard("\(labelled.imagesPath)/\(truth.file)")] = truth
      }
    } else {
      settings = try SettingsFile.settings(path: nil, environment: environment)
      mall = nil
    }
    settings.workers = 1
    self.settings = settings
    pictures = paths.map { Picture(path: $0, truth: truths[Self.standard($0)]) }
  }

  /// How many measurements there will be, for a progress bar.
  package var count: Int { pictures.count * runs * (1 + commands.count + servers.count) }

  /// - Parameter told: is called after each measurement.
  /// - Returns: Xiaopiao first, then the commands and the servers in their order.
  package func performances(
    logger: Logger, told: @Sendable () async -> Void
  ) async throws -> [Performance] {
    try await Reader(settings: settings.recognition, logger: logger).run { source in
      var performances = [Performance(name: "xiaopiao")]
      performances += commands.map { Performance(name: $0.name) }
      performances += servers.map { Performance(name: $0.name) }
      try await withServers(servers[...], running: []) { running in
        try await warmUp(source, running, logger: logger)
        for run in 0..<runs {
          try await self.run(
            run, source, running, logger: logger, into: &performances, told: told)
        }
      }
      return performances
    }
  }

  /// Starts one server after the other, each around the next.
  private func withServers(
    _ rest: ArraySlice<ForeignServer>, running: [RunningServer],
    _ body: ([RunningServer]) async throws -> Void
  ) async throws {
    guard let next = rest.first else { return try await body(running) }
    try await next.run { server in
      try await withServers(rest.dropFirst(), running: running + [server], body)
    }
  }

  /// The first page of a worker loads its models, the first run of a command its files.
  private func warmUp(
    _ source: PageSource, _ running: [RunningServer], logger: Logger
  ) async throws {
    guard let first = pictures.first else { return }
    try await inHome(source, logger: logger) { contender in
      _ = try await contender.measurement(of: first, member: Self.member)
    }
    for command in commands { _ = try await command.output(for: first.path) }
    for server in running { _ = try await server.output(for: first.path) }
  }

  /// Every contender on every picture, once.
  private func run(
    _ run: Int, _ source: PageSource, _ running: [RunningServer], logger: Logger,
    into performances: inout [Performance], told: @Sendable () async -> Void
  ) async throws {
    var measured = performances
    try await inHome(source, logger: logger) { contender in
      for (place, picture) in pictures.enumerated() {
        // Who comes first changes, so that nobody always finds the file in the cache.
        let order = measured.indices.map { ($0 + run + place) % measured.count }
        for index in order {
          if index == 0 {
            measured[0].measurements.append(
              try await contender.measurement(of: picture, member: Self.member))
            measured[0].note(memoryBytes: ClaimContender.workerPeakMemoryBytes)
          } else {
            let output =
              index <= commands.count
              ? try await commands[index - 1].output(for: picture.path)
              : try await running[index - 1 - commands.count].output(for: picture.path)
            measured[index].measurements.append(Measurement(output, of: picture))
            measured[index].note(memoryBytes: output.peakMemoryBytes)
          }
          await told()
        }
      }
    }
    performances = measured
  }

  private static let member = MemberID("benchmark")

  /// Runs `body` with a contender whose home is new, and removes that home: a home that has seen
  /// a picture would find it again.
  private func inHome(
    _ source: PageSource, logger: Logger, _ body: (ClaimContender) async throws -> Void
  ) async throws {
    var settings = settings
    // All claims are one member's, on few days.
    settings.screening.memberCreditsPerDayMax = 10_000
    settings.screening.counterCreditsPerDayMax = 10_000
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("xiaopiao-bench-\(UUID().uuidString)").path
    // What is left of a home in the temporary directory harms nobody.
    defer { try? FileManager.default.removeItem(atPath: directory) }
    let home = try Home.made(at: directory, settings: settings).home
    let ledger = try home.ledger()
    let counters = mall?.counters ?? []
    let rules = mall?.rules ?? RulesFile.example(currency: settings.mall.currency)
    try await stored { () throws(LedgerError) in
      _ = try await ledger.importCounters(counters)
      _ = try await ledger.importMembers([Member(id: Self.member)])
      _ = try await ledger.applyRules(toml: rules, at: Date())
    }
    try await body(
      try ClaimContender(
        home: home, ledger: ledger, counters: counters, settings: settings, source: source,
        logger: logger))
  }

  /// The labelled set that has this picture in its `images/`.
  private static func set(of path: String) -> String? {
    let images = URL(fileURLWithPath: path).deletingLastPathComponent().standardizedFileURL
    let set = images.deletingLastPathComponent().path
    let hasTruth = FileManager.default.fileExists(atPath: set + "/truth.jsonl")
    return images.lastPathComponent == "images" && hasTruth ? set : nil
  }

  private static func standard(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }
}

extension Measurement {
  init(_ output: ForeignCommand.Output, of picture: Benchmark.Picture) {
    self.init(
      file: picture.path, wallTime: output.wallTime, processorTime: output.processorTime,
      found: picture.truth.map { FoundText(output.text).found($0) } ?? [:],
      isFailure: !output.hasSucceeded)
  }
}

extension Performance {
  mutating func note(memoryBytes: Int?) {
    guard let memoryBytes else { return }
    peakMemoryBytes = max(peakMemoryBytes ?? 0, memoryBytes)
  }
}
