import Receipts

/// Clocks that stand on other lines than their day.
extension TimeSightings {
  struct ClockApart {
    var clock: ClockToken
    var label: LabelFinder<TimeLabel>.Match?
    var order: Int
    var span: Span
    /// Who saw it.
    var reader: Transcript.Reader
  }

  /// Who saw a day and a clock that stand on two lines: the fewer of those that saw the one and
  /// those that saw the other.
  func support(of day: DayToken, on order: Int, with apart: ClockApart) -> Support {
    let days = scanned[order].compactMap { text in
      text.days.first { $0.days.first == day.days.first && !$0.isInsideNumber }
        .map { Support(text.scanner.text.reader, confidence: $0.leastConfidence) }
    }
    let witness = isAmongWords(day, on: order, by: days) ? Support.amongWords : nil
    let clocks = scanned[apart.order].compactMap { text in
      text.clocks.first {
        $0.clock == apart.clock.clock && text.scanner.text.span(of: $0.range).overlaps(apart.span)
      }
      .map { Support(text.scanner.text.reader, confidence: $0.leastConfidence) }
    }
    return [Support(joining: clocks), Support(joining: days + [witness].compactMap(\.self))]
      .compactMap(\.self)
      .max { $0.standing.rank < $1.standing.rank }
      ?? Support(apart.reader, confidence: day.leastConfidence)
  }

  /// Tesseract saw the digits of a day that PP-OCRv6 read, and could not read its words.
  private func isAmongWords(_ day: DayToken, on order: Int, by supports: [Support]) -> Bool {
    guard supports.contains(where: \.isByPaddle), supports.allSatisfy(\.isByPaddle),
      let text = scanned[order].first(where: { $0.scanner.text.reader.isPaddle }),
      let own = text.days.first(where: { $0.days.first == day.days.first }),
      let witness = lines[order].texts.first(where: { $0.reader == .tesseractLatin })
    else { return false }
    return DigitTrail(text.scanner.characters, [own.range]).isSeen(by: witness)
  }

  /// Clocks on lines near by that have no day of their own, with their labels. Where one of them
  /// says what it is, those that say it is something else fall away.
  ///
  /// - Parameter reader: whose view of those lines counts where it has one.
  func clocksApart(
    from order: Int, seenBy reader: Transcript.Reader
  ) -> [ClockApart] {
    var result: [ClockApart] = []
    for distance in 1..<max(2, lines.count) {
      for other in [order + distance, order - distance] {
        guard let texts = scanned[safe: other],
          texts.allSatisfy({ $0.days.allSatisfy(\.isInsideNumber) }),
          let text = texts.first(where: {
            !$0.clocks.isEmpty && $0.scanner.text.reader == reader
          }) ?? texts.first(where: { !$0.clocks.isEmpty })
        else { continue }
        var start = 0
        var isArrival = false
        for clock in text.clocks {
          let before = Key(characters: text.scanner.characters[start..<clock.range.lowerBound])
          start = clock.range.upperBound
          var label = Self.finder.match(in: before)
          // 到店 19:47 离店 20:20; a hotel's 离店 alone is a day to come.
          if isArrival, label?.phrase == Self.leaving { label?.meaning = .paid }
          if label?.meaning == .other { continue }
          // 到店 19:47 离店 20:20: behind when somebody came, what is not named may be when they paid.
          defer { isArrival = label.map { [.opened, .ordered].contains($0.meaning) } ?? false }
          if result.isEmpty || isArrival || label.map({ !$0.isVague }) ?? false {
            result.append(
              ClockApart(
                clock: clock, label: label, order: other,
                span: text.scanner.text.span(of: clock.range), reader: text.scanner.text.reader))
          }
        }
      }
      if distance >= 2, !result.isEmpty { break }
    }
    return result
  }

  private static let leaving = "离店"
}
