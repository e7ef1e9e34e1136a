import Testing

@testable import Recognition

@Suite("Connected patches")
struct ComponentsTests {
  /// `#` is set.
  private func found(_ rows: [String]) -> (components: [Component], labels: [Int32]) {
    let pixels = rows.joined().map { $0 == "#" ? UInt8(255) : 0 }
    let mask = GrayImage(width: rows[0].count, height: rows.count, pixels: pixels)
    return Components.found(in: mask)
  }

  @Test("pixels that meet at a corner are one patch")
  func diagonal() {
    let (components, _) = found(["#..", ".#.", "..#"])
    #expect(components == [Component(left: 0, top: 0, right: 3, bottom: 3, area: 3)])
    #expect(found(["..#", ".#.", "#.."]).components.count == 1)
  }

  @Test("patches with a row or column between them stay apart, in reading order")
  func apart() {
    let (components, labels) = found(["##.#", "##.#", "....", "####"])
    #expect(
      components == [
        Component(left: 0, top: 0, right: 2, bottom: 2, area: 4),
        Component(left: 3, top: 0, right: 4, bottom: 2, area: 2),
        Component(left: 0, top: 3, right: 4, bottom: 4, area: 4),
      ])
    #expect(labels == [0, 0, -1, 1, 0, 0, -1, 1, -1, -1, -1, -1, 2, 2, 2, 2])
  }

  @Test(
    "arms that meet only further down are one patch from the start",
    arguments: [
      ["#..#", "#..#", "####"], ["#.#.#", "#.#.#", "#####"], ["..#..", "#.#.#", "#####"],
      ["#...#", ".#.#.", "..#.."], ["####", "#..#", "####"],
      ["#.#.#.#", "#.#.#.#", "###.###", "..#.#..", "..###.."],
    ])
  func joined(rows: [String]) {
    let (components, labels) = found(rows)
    #expect(components.count == 1)
    let inked = rows.joined().map { $0 == "#" }
    #expect(components.first?.area == inked.count { $0 })
    #expect(zip(labels, inked).allSatisfy { ($0 == 0) == $1 })
  }

  @Test("nothing is found on plain paper")
  func nothing() { #expect(found(["....", "...."]).components.isEmpty) }

  @Test("patches are those that a flood fill finds", arguments: 0..<20)
  func flooded(seed: Int) {
    var chance = SeededChance(seed: UInt64(seed))
    let (width, height) = (23, 19)
    let pixels = (0..<width * height).map { _ -> UInt8 in
      Int.random(in: 0..<10, using: &chance) < 4 ? 255 : 0
    }
    let image = GrayImage(width: width, height: height, pixels: pixels)
    let (components, labels) = Components.found(in: image)
    let flood = floodFilled(pixels, width: width)
    #expect(components.map(\.area).sorted() == flood.map(\.count).sorted(), "\(chance)")
    for patch in flood {
      #expect(Set(patch.map { labels[$0] }).count == 1, "\(chance)")
    }
  }

  private func floodFilled(_ pixels: [UInt8], width: Int) -> [[Int]] {
    var isSeen = pixels.map { $0 == 0 }
    var patches: [[Int]] = []
    for start in pixels.indices where !isSeen[start] {
      var patch = [start]
      var next = 0
      isSeen[start] = true
      while next < patch.count {
        let (x, y) = (patch[next] % width, patch[next] / width)
        for dy in -1...1 {
          for dx in -1...1 {
            let (nearX, nearY) = (x + dx, y + dy)
            let near = nearY * width + nearX
            if (0..<width).contains(nearX), pixels.indices.contains(near), !isSeen[near] {
              isSeen[near] = true
              patch.append(near)
            }
          }
        }
        next += 1
      }
      patches.append(patch)
    }
    return patches
  }
}
