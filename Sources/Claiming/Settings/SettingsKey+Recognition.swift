import Recognition

extension SettingsKey {
  static let recognition: [SettingsKey] = [
    .text(
      "recognition.readers",
      expected: RecognitionSettings.Readers.allCases.map(\.rawValue).joined(separator: " or "),
      \.recognition.readers,
      "\"best\": the strong reader with Tesseract as its witness where it is installed;\n"
        + "\"tesseract\": Tesseract alone.",
      write: { $0.rawValue }, read: { RecognitionSettings.Readers(rawValue: $0) }),
    .text(
      "recognition.strong_reader_directory", expected: "a directory, or nothing",
      \.recognition.strongReaderDirectory,
      "Where scripts/setup put the strong reader; empty for models/ beside the program.",
      write: { $0 ?? "" }, read: { $0.isEmpty ? .some(nil) : .some($0) }),
    .text(
      "recognition.arithmetic",
      expected: ArithmeticChoice.allCases.map(\.rawValue).joined(separator: " or "),
      \.recognition.arithmetic,
      "What the strong reader computes with: \"f32\"; \"bf16\", faster on processors that have\n"
        + "it and not quite as exact; \"mixed\": bf16 for what finds and reads a whole page, f32\n"
        + "for what reads lines again.",
      write: { $0.rawValue }, read: { ArithmeticChoice(rawValue: $0) }),
    .text(
      "recognition.models",
      expected: "names of models, the mall's usual script first: "
        + ReaderModel.allCases.map(\.rawValue).joined(separator: "+"),
      \.recognition.models, "Tesseract's models, in the order in which they are tried.",
      write: { $0.map(\.rawValue).joined(separator: "+") },
      read: { text in
        let names = text.split(separator: "+").map(String.init)
        let models = names.compactMap(ReaderModel.init)
        return models.isEmpty || models.count < names.count ? nil : models
      }),
    .text(
      "recognition.model_directory", expected: "a directory, or nothing",
      \.recognition.modelDirectory,
      "Where the models are; empty for where Debian puts them.", write: { $0 ?? "" },
      read: { $0.isEmpty ? .some(nil) : .some($0) }),
    .truth(
      "recognition.checks_models", \.recognition.checksModels,
      "Whether a model must be the very one that was measured."),
    .truth(
      "recognition.keeps_models", \.recognition.keepsModels,
      "Whether the strong reader's networks, prepared for this processor, are kept in cache/\n"
        + "beside its models, for a quicker start."),
    .integer(
      "recognition.workers", 0...256, \.recognition.workers,
      "Pictures read at the same time; 0: one a core."),
    .integer(
      "recognition.pages_per_worker", 1...100_000, \.recognition.pagesPerWorker,
      "A worker is renewed after so many pages, since the reader's memory only grows."),
    .integer(
      "recognition.resident_bytes_max", 100_000_000...64_000_000_000,
      \.recognition.residentBytesMax, "A worker that holds more memory than this is renewed too."),
    .number(
      "recognition.deadline_s", 0.1...600, \.recognition.deadlineSeconds,
      "A picture that is not read after so long goes to review."),
    .integer(
      "recognition.memory_bytes_max", 100_000_000...64_000_000_000,
      \.recognition.memoryBytesMax, "The address space of a worker."),
  ]
}
