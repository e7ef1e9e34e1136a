import Receipts

/// Reads pictures inside a worker process: decodes, finds lines, straightens and recognises them.
struct PageReader: ~Copyable {
  private let engines: EngineSet
  private let limits: PageLimits

  init(engines: consuming EngineSet, limits: PageLimits) {
    self.engines = engines
    self.limits = limits
  }

  /// - Parameter orientation: of EXIF, 1…8.
  borrowing func page(
    of bytes: [UInt8], orientation: Int, sidePixels: Int
  ) throws(RecognitionFailure) -> Page {
    let pix = try Pix(
      decoding: bytes, sidePixels: sidePixels, sidePixelsMin: limits.decodedSidePixelsMin)
    let stored = try pix.gray()
    let reduction = max(1, Double(sidePixels) / Double(max(stored.width, stored.height)))
    return page(of: stored.upright(orientation: orientation), reduction: reduction)
  }

  /// - Parameter reduction: original pixels for one of this picture, by which outlines are scaled.
  borrowing func page(of upright: GrayImage, reduction: Double) -> Page {
    var found = LineFinder.lines(in: upright)
    let image = found.image
    found.rows = Array(found.rows.prefix(limits.linesMax))
    let segments = found.rows.flatMap { $0 }
    let choice = engines.choice(for: probes(of: segments)) { segment, isReversed in
      LineStrip(
        of: segment, in: image, placement: found.placement, isReversed: isReversed)
    }
    let view = PageView(
      upright: upright, reduction: reduction, isSideways: found.isSideways,
      isReversed: choice.isReversed, placement: found.placement)
    let lines = found.rows.compactMap { row in
      line(of: row, in: image, view: view, choice: choice)
    }
    return Page(
      width: Int((Double(upright.width) * reduction).rounded()),
      height: Int((Double(upright.height) * reduction).rounded()),
      lines: choice.isReversed ? lines.reversed() : lines,
      readers: engines.names(for: choice),
      turnedDegrees: view.turnedDegrees)
  }

  /// The widest segments of usual height tell the script and which way is up.
  private func probes(of segments: [Segment]) -> [Segment] {
    let heights = segments.map(\.height).sorted()
    guard !heights.isEmpty else { return [] }
    let usual = heights[heights.count / 2]
    return segments.filter {
      $0.height < 2 * usual && $0.height > usual / 2 && $0.width > 3 * usual
        && $0.width < 16 * usual
    }
    .sorted { $0.width > $1.width }.prefix(limits.probesMax).map { $0 }
  }

  private borrowing func line(
    of row: [Segment], in image: GrayImage, view: PageView, choice: EngineChoice
  ) -> Line? {
    let ordered = choice.isReversed ? row.reversed() : row
    guard let first = ordered.first, let last = ordered.last else { return nil }
    let start = choice.isReversed ? first.right : first.left
    let end = choice.isReversed ? last.left : last.right
    let length = end - start
    guard abs(length) > 1 else { return nil }
    var parts: [Transcript.Reader: [Glyph]] = [:]
    for segment in ordered {
      let strip = LineStrip(
        of: segment, in: image, placement: view.placement, isReversed: choice.isReversed)
      for (reader, glyphs) in engines.readings(of: strip, by: choice) {
        let placed = glyphs.map { glyph in
          let left = Double(glyph.left - strip.marginX) / strip.scale
          let right = Double(glyph.right - strip.marginX) / strip.scale
          let from = choice.isReversed ? segment.right - left : segment.left + left
          let to = choice.isReversed ? segment.right - right : segment.left + right
          return Glyph(
            text: glyph.text, start: ((from - start) / length).rounded(toPlaces: 4),
            end: ((to - start) / length).rounded(toPlaces: 4),
            confidence: glyph.confidence.rounded(toPlaces: 4),
            alternatives: glyph.alternatives.map { alternative in
              Glyph.Alternative(
                text: alternative.text, confidence: alternative.confidence.rounded(toPlaces: 4))
            })
        }
        parts[reader, default: []] += placed
      }
    }
    let transcripts = choice.readers.compactMap { reader in
      parts[reader].flatMap { glyphs in
        glyphs.isEmpty
          ? nil
          : Transcript(
            reader: reader, glyphs: glyphs, confidence: glyphs.meanConfidence.rounded(toPlaces: 4))
      }
    }
    guard !transcripts.isEmpty else { return nil }
    return Line(outline: view.outline(of: row), transcripts: transcripts)
  }
}

/// Bounds on the work for one picture.
package struct PageLimits: Sendable, Hashable, Codable {
  /// A JPEG is decoded at a half, quarter or eighth while its long side keeps this many pixels.
  package var decodedSidePixelsMin = 1_800
  package var linesMax = 200
  package var probesMax = 5

  package init() {}
}

extension [Glyph] {
  fileprivate var meanConfidence: Double {
    reduce(0) { $0 + $1.confidence } / Double(Swift.max(1, count))
  }
}
