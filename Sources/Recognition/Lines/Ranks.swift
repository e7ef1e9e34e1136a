extension Sequence {
  /// The element in the middle, each as heavy as it is told: half of all weight lies below it. `nil` where
  /// there is none.
  func median(
    by value: (Element) -> Double, weighedBy weight: (Element) -> Double
  ) -> Element? {
    let sorted = sorted { value($0) < value($1) }
    var rest = sorted.reduce(0) { $0 + weight($1) } / 2
    return sorted.first { element in
      rest -= weight(element)
      return rest <= 0
    }
  }
}

extension Array where Element: Comparable {
  /// Puts the element of a rank (0 is the least) where it would stand if all were sorted, with none
  /// before it that is larger and none behind it that is less (quickselect, Hoare 1961): of many
  /// elements a tenth of the work of sorting them.
  ///
  /// - Parameter rank: of an element that there is.
  mutating func part(atRank rank: Int) {
    precondition(indices.contains(rank), "there is an element of the rank")
    withUnsafeMutableBufferPointer { elements in
      var (low, high) = (0, elements.count - 1)
      // Where the pivots part little, as somebody may have laid the elements out, the rest is sorted.
      var rounds = 4 * (Int.bitWidth - elements.count.leadingZeroBitCount)
      while low < high {
        guard rounds > 0 else {
          elements[low...high].sort()
          return
        }
        rounds -= 1
        // Of three, so that what is sorted already costs no more.
        let (first, middle, last) = (elements[low], elements[(low + high) / 2], elements[high])
        let pivot = Swift.max(Swift.min(first, middle), Swift.min(Swift.max(first, middle), last))
        var (left, right) = (low, high)
        while left <= right {
          while elements[left] < pivot { left += 1 }
          while pivot < elements[right] { right -= 1 }
          guard left <= right else { break }
          elements.swapAt(left, right)
          left += 1
          right -= 1
        }
        if rank <= right {
          high = right
        } else if rank >= left {
          low = left
        } else {
          return
        }
      }
    }
  }

  /// The element of a rank (0 is the least), which there must be.
  func element(ofRank rank: Int) -> Element {
    var parted = self
    parted.part(atRank: rank)
    return parted[rank]
  }
}

extension [Double] {
  /// The one in the middle by size, of an even number the larger of the two; there must be one.
  var median: Double { element(ofRank: count / 2) }
}
