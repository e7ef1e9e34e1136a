import Receipts

/// Decides which of a paper's times is that of the purchase.
struct TimeReader {
  let weights: Weights
  /// The day the claim was made; `nil` when nobody knows.
  let hint: Day?

  func field(_ lines: [PrintedLine]) -> Field<PrintedTime> {
    let sightings = TimeSightings(lines: lines, hint: hint).sightings
    var ballot = Ballot<PrintedTime>()
    var groups: [PrintedTime: [TimeSighting]] = [:]
    var order: [PrintedTime] = []
    for sighting in sightings {
      for time in sighting.times.prefix(2) {
        if groups[time] == nil { order.append(time) }
        groups[time, default: []].append(sighting)
      }
    }
    for time in order {
      let places = groups[time] ?? []
      ballot.add(time, evidence(for: time, places: places, among: sightings))
      for place in places { ballot.add(time, [], line: place.lineIndex) }
      ballot.doubt(time, doubt(time, places: places, among: sightings))
    }
    return ballot.field(noneScore: weights("time_none"))
  }

  private func evidence(
    for time: PrintedTime, places: [TimeSighting], among all: [TimeSighting]
  ) -> [Evidence] {
    var evidence: [Evidence] = []
    let best = places.max { labelWeight($0) < labelWeight($1) }
    if let best {
      let code = best.label.map { "time_label_\($0.rawValue)" } ?? "time_no_label"
      evidence.append(
        Evidence(code, weight: labelWeight(best), detail: best.phrase))
    }
    if places.allSatisfy(\.isInsideNumber) {
      evidence.append(weights.evidence("time_inside_number"))
    }
    evidence.append(weights.evidence(time.clock == nil ? "time_no_clock" : "time_clock"))
    let repeats = Set(places.map(\.order)).count - 1
    if repeats > 0 { evidence.append(weights.evidence("time_repeated", times: Double(min(2, repeats)))) }
    let sameDay = Set(
      all.filter { $0.times.first?.day == time.day && !places.map(\.order).contains($0.order) }
        .map(\.order)
    ).count
    if sameDay > 0 { evidence.append(weights.evidence("time_day_repeated")) }
    if places.allSatisfy({ $0.times.first != time }) {
      evidence.append(weights.evidence("time_second_reading"))
    }
    if let hint {
      let age = hint.ordinal - time.day.ordinal
      let code =
        age < 0 ? "time_future" : age <= 60 ? "time_recent" : age <= 400 ? "time_old" : "time_very_old"
      evidence.append(weights.evidence(code))
    }
    return evidence
  }

  private func labelWeight(_ place: TimeSighting) -> Double {
    guard let label = place.label else { return weights("time_no_label") }
    return weights("time_label_\(label.rawValue)") * (0.5 + 0.5 * place.likeness)
  }

  private func doubt(
    _ time: PrintedTime, places: [TimeSighting], among all: [TimeSighting]
  ) -> Double {
    var doubt = 1.0
    for place in places {
      var one: Double
      switch place.agreement {
      case .agreed: one = weights("misread_agreed")
      case .alone: one = weights("misread_alone")
      case .disputed: one = weights("misread_disputed")
      }
      one += weights("misread_confidence") * (1 - place.leastConfidence)
      if place.isRepaired { one += weights("misread_repaired") }
      one = min(0.9, one)
      doubt *= doubt == 1 ? one : max(one, weights("misread_again"))
    }
    // Another place that tells the same day leaves only the clock in doubt.
    let others = all.filter { other in
      other.times.first?.day == time.day && !places.map(\.order).contains(other.order)
    }
    if !others.isEmpty { doubt *= 0.7 }
    return min(0.9, doubt)
  }
}
