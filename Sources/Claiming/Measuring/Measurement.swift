package import Receipts
package import Recognition

/// What one contender made of one picture, once.
package struct Measurement: Hashable, Sendable {
  /// The picture, as it was named.
  package var file: String
  /// From being handed the picture to the result.
  package var wallTime: Duration
  /// Of the processor, in all processes that took part.
  package var processorTime: Duration
  /// Whether each labelled field's true value stands in the recognised text; empty without truth.
  package var found: [FieldName: Bool]
  /// How the claim was decided; `nil` for a contender that only recognises.
  package var decision: ImageScore.Decision?
  /// Of the wall time, what was recognition; `nil` where it cannot be told apart.
  package var recognitionTime: Duration?
  /// Where the recognition's time went, as far as it is told; empty for others.
  package var stepMilliseconds: [PageStep: Double]
  /// What finding the fields on the recognised page takes, measured once more by itself; `nil` for
  /// others.
  package var extractionTime: Duration?
  /// It could not be done at all.
  package var isFailure = false

  package init(
    file: String, wallTime: Duration, processorTime: Duration, found: [FieldName: Bool] = [:],
    decision: ImageScore.Decision? = nil, recognitionTime: Duration? = nil,
    stepMilliseconds: [PageStep: Double] = [:], extractionTime: Duration? = nil,
    isFailure: Bool = false
  ) {
    self.file = file
    self.wallTime = wallTime
    self.processorTime = processorTime
    self.found = found
    self.decision = decision
    self.recognitionTime = recognitionTime
    self.stepMilliseconds = stepMilliseconds
    self.extractionTime = extractionTime
    self.isFailure = isFailure
  }
}

/// All that was measured of one contender.
package struct Performance: Hashable, Sendable {
  /// As people know it: `xiaopiao`, or the command that was run.
  package var name: String
  package var measurements: [Measurement]
  /// The most memory that its largest process had resident; `nil` when nothing could be seen.
  package var peakMemoryBytes: Int?

  package init(name: String, measurements: [Measurement] = [], peakMemoryBytes: Int? = nil) {
    self.name = name
    self.measurements = measurements
    self.peakMemoryBytes = peakMemoryBytes
  }

  /// Pictures for each second of one core; `nil` before any.
  ///
  /// By processor time, so that what else the machine does does not count.
  package var picturesPerCoreSecond: Double? {
    let seconds = measurements.reduce(Duration.zero) { $0 + $1.processorTime } / .seconds(1)
    return seconds > 0 ? Double(measurements.count) / seconds : nil
  }

  package var wallTime: Percentiles? { Percentiles(measurements.map(\.wallTime)) }
  package var processorTime: Percentiles? { Percentiles(measurements.map(\.processorTime)) }
  package var recognitionTime: Percentiles? {
    Percentiles(measurements.compactMap(\.recognitionTime))
  }

  package var extractionTime: Percentiles? {
    Percentiles(measurements.compactMap(\.extractionTime))
  }

  /// Of the pictures whose truth is known; every run counts.
  package func found(_ field: FieldName) -> Share {
    let known = measurements.compactMap { $0.found[field] }
    return Share(part: known.count(where: \.self), all: known.count)
  }

  /// A step of reading, and the milliseconds a picture that went into it, in the mean.
  package struct StepTime: Hashable, Sendable {
    var step: PageStep
    package var milliseconds: Double

    package var code: String { step.rawValue }
    package var isInference: Bool { step.isInference }

    package func title(in language: Language) -> String { step.title(in: language) }
  }

  /// Empty where nothing is told of steps.
  package var steps: [StepTime] {
    guard measurements.contains(where: { !$0.stepMilliseconds.isEmpty }) else { return [] }
    return PageStep.allCases.map { step in
      let sum = measurements.reduce(0) { $0 + ($1.stepMilliseconds[step] ?? 0) }
      return StepTime(step: step, milliseconds: sum / Double(measurements.count))
    }
  }

  /// Milliseconds a picture from the file to the result, in the mean.
  package var meanMilliseconds: Double {
    let sum = measurements.reduce(0) { $0 + $1.wallTime / .milliseconds(1) }
    return sum / Double(max(1, measurements.count))
  }

  /// The part of the whole time that no neural network had; `nil` where nothing is told of it.
  package var shareBesideInference: Double? {
    let inference = steps.filter(\.isInference).reduce(0) { $0 + $1.milliseconds }
    return inference > 0 ? max(0, 1 - inference / meanMilliseconds) : nil
  }

  package func count(_ decision: ImageScore.Decision) -> Int {
    measurements.count { $0.decision == decision }
  }

  package var failures: Int { measurements.count(where: \.isFailure) }
}

/// By the nearest rank: the smallest value that at least so many per cent do not exceed.
package struct Percentiles: Hashable, Sendable {
  package let p50: Duration
  package let p95: Duration
  package let p99: Duration

  /// `nil` of nothing.
  package init?(_ values: [Duration]) {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    func value(_ share: Int) -> Duration { sorted[(sorted.count * share + 99) / 100 - 1] }
    p50 = value(50)
    p95 = value(95)
    p99 = value(99)
  }
}
