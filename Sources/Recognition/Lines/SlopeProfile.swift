/// By how much more lines of print slope at each height than a ``SlopeField`` has it: a sheet that
/// lies in waves, or was folded, bends another way every few lines, which no polynomial follows.
///
/// Found as the likeliest path from top to foot (Viterbi): at every height the slope by which most
/// segments meet one beside them, from one height to the next as little change as will do. That a
/// column of amounts stands a whole line too high beside its labels leaves one of each alone, and
/// asks for a leap where it begins. The weights were found on 480 photographs of one press, where
/// half and twice of each put nearly the same rows together.
struct SlopeProfile: Sendable, Equatable {
  /// Heights in the picture at equal distances, pixels.
  private let top: Double
  private let distance: Double
  /// At each of them.
  private let slopes: [Double]

  /// Slopes are told apart by how many tenths of a line's pitch they come to over the usual width
  /// between two segments.
  private static let stepsPerPitch = 10
  /// The most by which the field is wrong, in steps.
  private static let stepsMax = 16
  /// From one height to the next, in steps.
  private static let changeMax = 3
  /// Heights for one pitch.
  private static let heightsPerPitch = 2.0

  /// What two segments count that meet exactly is one; this far apart, in heights of the smaller,
  /// they count nothing.
  private static let meetingMax = 0.75
  /// Segments closer than this, in heights of the smaller, may be one word.
  private static let betweenMin = 2.0
  private static let largerMax = 2.2
  /// What a change of slope costs, by its square in pitches over so many pitches down.
  private static let changeCost = 4.0
  /// What it costs that the field is wrong, by the square in pitches.
  private static let fieldCost = 0.1
  /// A segment longer than this many heights shows its own slope, which is that between columns but
  /// for so much.
  private static let ownRatioMin = 8.0
  private static let ownSpread = 0.04
  private static let ownCostMax = 1.0
  private static let ownCost = 0.25
  /// By how much a path has to be better than the field alone.
  private static let gainMin = 1.5
  private static let pairsMin = 3

  /// Two segments that may lie on one line.
  private struct Pair {
    var left: Int
    var right: Int
    /// How much lower the right one passes halfway between them, as the field has it, pixels.
    var step: Double
    /// From the middle of one to that of the other, pixels.
    var width: Double
    /// Of the smaller, pixels.
    var height: Double
  }

  /// `nil` where the field does as well, and where too little lies beside each other.
  ///
  /// - Parameters:
  ///   - step: how much lower the second of two segments passes than the first, halfway between
  ///     them, as the field has it.
  init?(of segments: [Segment], field: SlopeField, step: (Segment, Segment) -> Double) {
    let pitch = Self.pitch(of: segments)
    let pairs = Self.pairs(of: segments, pitch: pitch, step: step)
    guard pairs.count >= Self.pairsMin else { return nil }
    let width = pairs.map(\.width).sorted()[pairs.count * 3 / 4]
    let middles = segments.map(\.centerY)
    guard pitch > 0, let top = middles.min(), let bottom = middles.max(), bottom > top else {
      return nil
    }
    let count = max(2, Int((bottom - top) / pitch * Self.heightsPerPitch) + 1)
    let distance = (bottom - top) / Double(count - 1)
    /// One step of a slope.
    let unit = pitch / Double(Self.stepsPerPitch) / width
    var gains = [[Double]](
      repeating: (-Self.stepsMax...Self.stepsMax).map {
        -Self.fieldCost * Self.square(Double($0) / Double(Self.stepsPerPitch))
      }, count: count)
    func height(of segment: Int) -> Int {
      min(count - 1, max(0, Int(((middles[segment] - top) / distance).rounded())))
    }
    for (segment, own) in [
      Dictionary(grouping: pairs, by: \.left), Dictionary(grouping: pairs, by: \.right),
    ].joined() {
      let meetings = Self.meetings(own, unit: unit)
      let at = height(of: segment)
      for state in meetings.indices { gains[at][state] += meetings[state] }
    }
    for (index, segment) in segments.enumerated()
    where segment.width > Self.ownRatioMin * segment.height {
      let middle = segment.centerX
      let shown =
        segment.middle.slope(at: middle) - field.slope(acrossAtX: middle, y: middles[index])
      let at = height(of: index)
      for state in gains[at].indices {
        let off = (shown - unit * Double(state - Self.stepsMax)) / Self.ownSpread
        gains[at][state] -= min(Self.ownCostMax, Self.ownCost * off * off)
      }
    }
    let path = Self.path(through: gains, pitches: distance / pitch)
    let without = gains.reduce(0) { $0 + $1[Self.stepsMax] }
    guard path.gain >= without + Self.gainMin else { return nil }
    (self.top, self.distance) = (top, distance)
    slopes = path.states.map { unit * Double($0 - Self.stepsMax) }
  }

  /// To be added to the field's.
  func slope(atY y: Double) -> Double {
    let place = min(Double(slopes.count - 1), max(0, (y - top) / distance))
    let above = min(slopes.count - 2, Int(place))
    let share = place - Double(above)
    return slopes[above] * (1 - share) + slopes[above + 1] * share
  }

  private static func square(_ value: Double) -> Double { value * value }

  private static let pitchColumn = 4.0
  private static let pitchRange = 0.6...3.0

  /// From one line to the next, by the segments that begin where many do: pixels.
  private static func pitch(of segments: [Segment]) -> Double {
    guard !segments.isEmpty else { return 1 }
    let height = segments.map(\.height).sorted()[segments.count / 2]
    let left = segments.map(\.left).sorted()[segments.count / 3]
    let column = segments.filter { abs($0.left - left) < pitchColumn * height }
      .map(\.centerY).sorted()
    let steps = zip(column.dropFirst(), column).map { $0 - $1 }
      .filter { $0 > pitchRange.lowerBound * height }.sorted()
    let usual = steps.isEmpty ? 2 * height : steps[steps.count / 2]
    return min(pitchRange.upperBound * height, usual)
  }

  private static func pairs(
    of segments: [Segment], pitch: Double, step: (Segment, Segment) -> Double
  ) -> [Pair] {
    let reach = pitch * Double(stepsMax) / Double(stepsPerPitch) + pitch / 2
    var pairs: [Pair] = []
    for (left, one) in segments.enumerated() {
      for (right, other) in segments.enumerated() {
        let smaller = min(one.height, other.height)
        guard other.left - one.right >= betweenMin * smaller,
          max(one.height, other.height) <= largerMax * smaller
        else { continue }
        let step = step(one, other)
        guard abs(step) < reach else { continue }
        pairs.append(
          Pair(
            left: left, right: right, step: step, width: other.centerX - one.centerX,
            height: smaller))
      }
    }
    return pairs
  }

  /// How well the best of a segment's pairs meets, for each slope: 0…1.
  private static func meetings(_ pairs: [Pair], unit: Double) -> [Double] {
    (-stepsMax...stepsMax).map { steps in
      pairs.reduce(0.0) { best, pair in
        let off = (pair.step - unit * Double(steps) * pair.width) / (meetingMax * pair.height)
        return abs(off) < 1 ? max(best, square(1 - off * off)) : best
      }
    }
  }

  /// The states of the best path, one a height, and what it gains.
  ///
  /// - Parameter pitches: from one height to the next.
  private static func path(
    through gains: [[Double]], pitches: Double
  ) -> (states: [Int], gain: Double) {
    let cost = changeCost / square(Double(stepsPerPitch)) / pitches
    var best = gains[0]
    var cameFrom: [[Int]] = []
    for gain in gains.dropFirst() {
      var (next, from) = (gain, [Int](repeating: 0, count: gain.count))
      for state in gain.indices {
        var most = -Double.infinity
        for other in max(0, state - changeMax)...min(gain.count - 1, state + changeMax) {
          let value = best[other] - cost * square(Double(other - state))
          if value > most { (most, from[state]) = (value, other) }
        }
        next[state] += most
      }
      best = next
      cameFrom.append(from)
    }
    var state = best.indices.max { best[$0] < best[$1] } ?? stepsMax
    let gain = best[state]
    var states = [state]
    for from in cameFrom.reversed() {
      state = from[state]
      states.append(state)
    }
    return (states.reversed(), gain)
  }
}
