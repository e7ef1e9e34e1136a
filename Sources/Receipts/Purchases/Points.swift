/// A number of loyalty points. Negative where points are taken back.
package struct Points: Hashable, Codable, Sendable, Comparable, AdditiveArithmetic {
  package var value: Int64

  package init(_ value: Int64) { self.value = value }

  package static let zero = Points(0)

  package static func + (left: Points, right: Points) -> Points {
    Points(left.value + right.value)
  }

  package static func - (left: Points, right: Points) -> Points {
    Points(left.value - right.value)
  }

  package static prefix func - (points: Points) -> Points { Points(-points.value) }

  package static func < (left: Points, right: Points) -> Bool { left.value < right.value }

  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Int64.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

extension Points: CustomStringConvertible {
  package var description: String { String(value) }
}
