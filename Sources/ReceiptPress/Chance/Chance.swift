/// The press's only source of randomness: the same seed and stream give the same draws, on any
/// number of threads.
///
/// xoshiro256** by Blackman and Vigna, its state filled by SplitMix64 as they advise.
package struct Chance: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  package init(seed: UInt64) {
    var filler = seed
    state = (
      Self.split(&filler), Self.split(&filler), Self.split(&filler), Self.split(&filler)
    )
  }

  /// A stream of its own for one purpose of a seed, so that drawing more for one thing never
  /// changes another.
  package init(seed: UInt64, _ purpose: String, _ index: Int = 0) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in purpose.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    var mixed = seed ^ hash
    let first = Self.split(&mixed)
    var indexed = first ^ (UInt64(bitPattern: Int64(index)) &* 0x9e37_79b9_7f4a_7c15)
    self.init(seed: Self.split(&indexed))
  }

  package mutating func next() -> UInt64 {
    let product = state.1 &* 5
    let result = ((product << 7) | (product >> 57)) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = (state.3 << 45) | (state.3 >> 19)
    return result
  }

  private static func split(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

extension Chance {
  /// 0…1, 1 excluded.
  package mutating func fraction() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  package mutating func happens(_ probability: Double) -> Bool { fraction() < probability }

  /// A whole number from 0 up to, not including, `limit`.
  package mutating func below(_ limit: Int) -> Int {
    precondition(limit > 0, "nothing lies below \(limit)")
    return Int(next().multipliedFullWidth(by: UInt64(limit)).high)
  }

  package mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  package mutating func within(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + fraction() * (range.upperBound - range.lowerBound)
  }

  /// Bell-shaped with mean 0 and deviation 1: the sum of twelve fractions less six.
  package mutating func bell() -> Double {
    (0..<12).reduce(-6.0) { sum, _ in sum + fraction() }
  }

  /// One of the choices; there must be one.
  package mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[below(choices.count)]
  }

  /// One of the words of a pool written with spaces between.
  package mutating func word(_ pool: String) -> String {
    String(pick(pool.split(separator: " ")))
  }

  /// One of the choices, each as often as its weight says; a weight must be above 0.
  package mutating func pick<Choice>(weighted choices: [(Choice, Double)]) -> Choice {
    var rest = fraction() * choices.reduce(0) { $0 + $1.1 }
    for (choice, weight) in choices {
      rest -= weight
      if rest < 0 { return choice }
    }
    return choices[choices.count - 1].0
  }

  /// Some of the choices, in a random order.
  package mutating func some<Choice>(_ count: Int, of choices: [Choice]) -> [Choice] {
    var rest = choices
    var taken: [Choice] = []
    while taken.count < count, !rest.isEmpty { taken.append(rest.remove(at: below(rest.count))) }
    return taken
  }

  /// So many random decimal digits, the first not 0.
  package mutating func digits(_ count: Int) -> String {
    (0..<count).map { String(within($0 == 0 ? 1...9 : 0...9)) }.joined()
  }
}
