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

extension [Double] {
  /// The one in the middle by size, of an even number the larger of the two; there must be one.
  var median: Double { sorted()[count / 2] }
}
