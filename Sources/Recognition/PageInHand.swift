import Receipts

/// A picture whose lines have been found and read once, and may be looked at again.
struct PageInHand: Sendable {
  fileprivate(set) var page: Page
  /// The same picture, where its colours can be seen.
  fileprivate let colours: ColourImage
  /// What the lines are cut from.
  fileprivate let image: GrayImage
  fileprivate let view: PageView
  /// Of each line of the page.
  fileprivate let rows: [ReadRow]
}

/// A row of segments in the order in which they are read, with what the page's reader saw in each.
struct ReadRow: Sendable {
  fileprivate var segments: [Segment]
  fileprivate var seen: [StripReadings]
}

extension PageReader {
  /// - Parameters:
  ///   - picture: as it is meant to be seen.
  ///   - reduction: original pixels for one of this picture, by which outlines are scaled.
  borrowing func glance(at picture: DecodedPicture, reduction: Double) -> PageInHand {
    let colours = ColourImage(of: picture, reduction: reduction)
    let upright = picture.brightness
    let found = engines.lines(in: upright)
    let rows = Array(found.rows.prefix(limits.linesMax))
    let probes = probes(of: rows.flatMap { $0 })
    let (choice, probesSeen) = engines.choice(for: probes) { segment, isReversed in
      LineStrip(of: segment, in: found.image, placement: found.placement, isReversed: isReversed)
    }
    let view = PageView(
      width: upright.width, reduction: reduction, isSideways: found.isSideways,
      isReversed: choice.isReversed, placement: found.placement)
    let inOrder = choice.isReversed ? rows.reversed().map { $0.reversed() } : rows
    let segments = inOrder.flatMap { $0 }
    var seen = engines.readings(
      of: segments.map { strip(of: $0, in: found.image, view: view) }, by: choice,
      known: segments.map { segment in
        probes.firstIndex(of: segment).map { probesSeen[$0] }
      })[...]
    var read: [(row: ReadRow, line: Line)] = []
    for segments in inOrder {
      let row = ReadRow(segments: segments, seen: Array(seen.prefix(segments.count)))
      seen = seen.dropFirst(segments.count)
      let along = RowPlaces(of: segments, isReversed: choice.isReversed)
      let transcripts = transcripts(
        of: zip(segments, row.seen).map { along.placed($0.1, in: $0.0) })
      guard !transcripts.isEmpty else { continue }
      let outline = view.outline(of: choice.isReversed ? segments.reversed() : segments)
      read.append((row, Line(outline: outline, transcripts: transcripts)))
    }
    let page = Page(
      width: Int((Double(upright.width) * reduction).rounded()),
      height: Int((Double(upright.height) * reduction).rounded()), lines: read.map(\.line),
      readers: engines.names(of: [choice.page] + (choice.witness.map { [$0] } ?? [])),
      turnedDegrees: view.turnedDegrees, sheets: found.sheets)
    return PageInHand(
      page: page, colours: colours, image: found.image, view: view, rows: read.map(\.row))
  }

  /// Reads some lines of the page again, by better and by other eyes.
  ///
  /// - Parameter looks: those at lines that the page does not have are passed over.
  borrowing func lookAgain(at hand: inout PageInHand, _ looks: [SecondLook]) {
    let looks = looks.filter { hand.page.lines.indices.contains($0.line) }
    let asked = looks.flatMap { look in
      zip(hand.rows[look.line].segments, hand.rows[look.line].seen).map { segment, seen in
        EngineSet.Again(
          strip: strip(of: segment, in: hand.image, view: hand.view),
          first: seen.byEngine.first?.glyphs ?? [], part: look.part)
      }
    }
    let read = engines.secondReadings(of: asked)
    var again = read[...]
    for look in looks {
      let row = hand.rows[look.line]
      let along = RowPlaces(of: row.segments, isReversed: hand.view.isReversed)
      let placed = zip(again, row.segments).map { along.placed($0, in: $1) }
      let old = zip(row.seen, row.segments).map { along.placed($0, in: $1) }
      again = again.dropFirst(row.segments.count)
      hand.page.lines[look.line].transcripts = transcripts(of: placed, besides: old)
    }
    let engines = Set(read.flatMap { $0.byEngine.map(\.engine) })
    hand.page.readers += self.engines.names(of: EngineSet.secondEngines.filter(engines.contains))
    addTraces(to: &hand, at: looks.map(\.line))
  }

  private borrowing func addTraces(to hand: inout PageInHand, at lines: [Int]) {
    let traces = TraceFinder(hand.colours, page: hand.page).traces(at: lines)
      .merging(InkFinder(hand.colours, page: hand.page).traces(at: lines)) { $0 + $1 }
    for (line, traces) in traces { hand.page.lines[line].traces = traces }
  }

  /// What second looks have seen beside what the first has: the better reader's text comes first,
  /// with the first look's where that was sure; then the first look's own, then the others'.
  private func transcripts(
    of again: [SegmentReadings], besides old: [SegmentReadings]
  ) -> [Transcript] {
    let better = EngineSet.secondEngines[0].reader
    let isBetter = again.contains { $0.contains { $0.reader == better && !$0.glyphs.isEmpty } }
    let whole = zip(again, old).map { again, old -> SegmentReadings in
      let own = old.first.map { [(reader: better, glyphs: $0.glyphs)] } ?? []
      let seen = again.filter { $0.reader == better }
      return (isBetter ? (seen.isEmpty ? own : seen) : [])
    }
    return transcripts(of: whole) + transcripts(of: old)
      + transcripts(of: again.map { $0.filter { $0.reader != better } })
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

  private func strip(of segment: Segment, in image: GrayImage, view: PageView) -> LineStrip {
    LineStrip(of: segment, in: image, placement: view.placement, isReversed: view.isReversed)
  }

  /// One line's transcripts, its segments put together; readers that saw nothing are left out.
  private func transcripts(of segments: [SegmentReadings]) -> [Transcript] {
    var order: [Transcript.Reader] = []
    var parts: [Transcript.Reader: [Glyph]] = [:]
    for (reader, glyphs) in segments.joined() where !glyphs.isEmpty {
      if parts[reader] == nil { order.append(reader) }
      parts[reader, default: []] += glyphs
    }
    return order.map { reader in
      let glyphs = parts[reader] ?? []
      return Transcript(
        reader: reader, glyphs: glyphs, confidence: glyphs.meanConfidence.rounded(toPlaces: 4))
    }
  }
}

/// What each reader saw in one segment, in the order in which they are believed.
private typealias SegmentReadings = [(reader: Transcript.Reader, glyphs: [Glyph])]

/// Places along a row: 0 where its first segment begins, 1 where its last ends.
private struct RowPlaces {
  private let start: Double
  private let length: Double
  private let isReversed: Bool

  init(of row: [Segment], isReversed: Bool) {
    self.isReversed = isReversed
    start = (isReversed ? row.first?.right : row.first?.left) ?? 0
    length = ((isReversed ? row.last?.left : row.last?.right) ?? 0) - start
  }

  func placed(_ readings: StripReadings, in segment: Segment) -> SegmentReadings {
    guard abs(length) > 1 else { return [] }
    func along(_ column: Int) -> Double {
      let distance = Double(column - readings.marginX) / readings.scale
      let at = isReversed ? segment.right - distance : segment.left + distance
      return ((at - start) / length).rounded(toPlaces: 4)
    }
    return readings.byEngine.map { engine, glyphs in
      let placed = glyphs.map { glyph in
        Glyph(
          text: glyph.text, start: along(glyph.left), end: along(glyph.right),
          confidence: glyph.confidence.rounded(toPlaces: 4),
          alternatives: glyph.alternatives.map { alternative in
            Glyph.Alternative(
              text: alternative.text, confidence: alternative.confidence.rounded(toPlaces: 4))
          })
      }
      return (engine.reader, placed)
    }
  }
}

extension [Glyph] {
  fileprivate var meanConfidence: Double {
    reduce(0) { $0 + $1.confidence } / Double(Swift.max(1, count))
  }
}
