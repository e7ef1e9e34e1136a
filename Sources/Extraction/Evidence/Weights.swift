package import Receipts

/// How much each piece of evidence adds to a candidate's log-odds, in nats, and what the sums are
/// worth as probabilities.
///
/// A candidate's score is the sum of its evidence; candidates of one field, with the possibility
/// that none is right, share probability by the exponentials of their scores. From its share a
/// candidate loses what it may be misread by; what then remains is calibrated.
package struct Weights: Sendable, Hashable {
  package var byCode: [String: Double]
  /// By set-up of readers; a field without one says what its evidence adds up to.
  package var calibrations: [ReaderSetup: [FieldName: Calibration]]

  package init(
    byCode: [String: Double], calibrations: [ReaderSetup: [FieldName: Calibration]] = [:]
  ) {
    self.byCode = byCode
    self.calibrations = calibrations
  }

  func callAsFunction(_ code: String) -> Double { byCode[code] ?? 0 }

  func evidence(_ code: String, times factor: Double = 1, _ detail: String? = nil) -> Evidence {
    Evidence(code, weight: self(code) * factor, detail: detail)
  }
}

/// Which readers a page was read by: what they agree on is worth more than what one says.
package enum ReaderSetup: String, Sendable, Hashable, CaseIterable {
  /// PP-OCRv6, with Tesseract as its witness.
  case both
  case tesseract

  package init(of page: Page) {
    let isByPaddle = page.lines.contains { line in
      line.transcripts.contains { [.paddle, .paddleTiny].contains($0.reader) }
    }
    // A page on which nothing was read tells by the name of who looked.
    self = isByPaddle || page.readers.contains { $0.hasPrefix("pp-ocr") } ? .both : .tesseract
  }
}
