import Synchronization
import Testing

@testable import Claiming

@Suite("Ordered window")
struct OrderedWindowTests {
  private struct Broken: Error, Equatable {}

  @Test("items finish in their order however the work takes, and never more than the width are in")
  func order() async throws {
    let inside = Mutex(0)
    let most = Mutex(0)
    var next = 0
    var finished: [Int] = []
    let window = OrderedWindow<Int, Int>(width: 4)
    try await window.run { () async throws(Broken) -> Int? in
      guard next < 40 else { return nil }
      let now = inside.withLock {
        $0 += 1; return $0
      }
      most.withLock { $0 = max($0, now) }
      defer { next += 1 }
      return next
    } worked: { item in
      // Later items of a group of four are ready before the first one.
      for _ in 0..<(4 - item % 4) * 20 { await Task.yield() }
      return item
    } finished: { item throws(Broken) in
      inside.withLock { $0 -= 1 }
      finished.append(item)
    }
    #expect(finished == Array(0..<40))
    #expect(most.withLock { $0 } == 4)
  }

  @Test("an error ends it, and what was finished stays finished")
  func failure() async {
    var next = 0
    var finished: [Int] = []
    let window = OrderedWindow<Int, Int>(width: 3)
    await #expect(throws: Broken.self) {
      try await window.run { () async throws(Broken) -> Int? in
        defer { next += 1 }
        return next
      } worked: {
        $0
      } finished: { item throws(Broken) in
        if item == 5 { throw Broken() }
        finished.append(item)
      }
    }
    #expect(finished == [0, 1, 2, 3, 4])
  }
}
