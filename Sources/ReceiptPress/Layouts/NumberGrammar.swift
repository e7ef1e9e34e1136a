import Receipts

/// How a till builds the number that tells its receipts apart.
package struct NumberGrammar: Hashable, Codable, Sendable {
  package enum Piece: Hashable, Codable, Sendable {
    case text(String)
    case year, yearShort, month, day
    case clock
    case clockMinutes
    /// The till's own running number, padded to so many digits.
    case serial(Int)
    /// Digits that mean something to the till only.
    case noise(Int)
  }

  package var pieces: [Piece]

  /// `serial` must differ for any two receipts of a counter.
  func number(at moment: Moment, serial: Int, chance: inout Chance) -> String {
    pieces.map { piece -> String in
      switch piece {
      case .text(let text): text
      case .year: String(moment.day.year)
      case .yearShort: String(String(moment.day.year).suffix(2))
      case .month: padded(moment.day.month)
      case .day: padded(moment.day.day)
      case .clock: padded(moment.hour) + padded(moment.minute) + padded(moment.second)
      case .clockMinutes: padded(moment.hour) + padded(moment.minute)
      case .serial(let width): padded(serial % power(width), to: width)
      case .noise(let width): chance.digits(width)
      }
    }.joined()
  }

  /// Whether day and time can be read from the number alone.
  var tellsTime: Bool {
    pieces.contains(.year) && pieces.contains(.month) && pieces.contains(.day)
      && pieces.contains(.clock)
  }

  private func power(_ width: Int) -> Int { (0..<width).reduce(1) { value, _ in value * 10 } }

  /// A grammar of one counter: its letters, till and store numbers are drawn once and stay.
  static func drawn(_ chance: inout Chance) -> NumberGrammar {
    let till = padded(chance.within(1...18), to: chance.pick([1, 2, 2, 3]))
    let store = chance.digits(chance.within(3...6))
    let letters = chance.word(
      "XS LS NO S POS A B T D DD ZD JZ SP XF CK GZ SH YD R INV OR TS KD M W LP")
    let dash = chance.pick(["-", "-", "/", "#", "_", "."])
    let serial = chance.within(3...6)
    let day: [Piece] = chance.pick([
      [.year, .month, .day], [.yearShort, .month, .day], [.month, .day],
    ])
    let shapes: [[Piece]] = [
      [.serial(chance.within(4...6))],
      [.noise(2), .serial(chance.within(5...8))],
      [.text(letters), .serial(chance.within(5...8))],
      [.text(letters)] + day + [.serial(serial)],
      day + [.text(till), .serial(serial)],
      day + [.text(dash), .serial(serial)],
      [.text(store), .text(dash), .serial(4)],
      [.text(store), .text(dash), .text(till), .text(dash), .serial(serial)],
      [.text(till), .text(dash), .serial(4)],
      [.text(store)] + day + [.text(till), .serial(serial)],
      [.year, .month, .day, .clock, .serial(4)],
      [.text(letters), .year, .month, .day, .clock, .text(till), .serial(3)],
      [.text(letters), .text(dash)] + day + [.text(dash), .serial(serial)],
      [.yearShort, .month, .day, .clock, .noise(2), .serial(4)],
      [.text(store), .year, .month, .day, .clockMinutes, .serial(4)],
      [.text("4200"), .noise(12), .serial(6)],
      [.text("#"), .serial(chance.within(3...5))],
      [.text(till), .serial(chance.within(5...7)), .text(letters)],
    ]
    return NumberGrammar(pieces: chance.pick(shapes))
  }
}
