import Testing

@testable import Recognition

@Suite("Elements by rank")
struct RanksTests {
  @Test("each stands where sorting would put it, however they lie")
  func ranks() {
    var chance = SeededChance(seed: 5)
    for count in [1, 2, 3, 10, 257] {
      let random = (0..<count).map { _ in Int.random(in: 0..<50, using: &chance) }
      for values in [
        random, random.sorted(), random.sorted(by: >), Array(repeating: 4, count: count),
      ] {
        let sorted = values.sorted()
        for rank in Set([0, count / 3, count / 2, count - 1]) {
          #expect(values.element(ofRank: rank) == sorted[rank])
          var parted = values
          parted.part(atRank: rank)
          #expect(parted.sorted() == sorted)
          #expect(parted[..<rank].allSatisfy { $0 <= sorted[rank] })
          #expect(parted[rank...].allSatisfy { $0 >= sorted[rank] })
        }
      }
    }
  }
}
