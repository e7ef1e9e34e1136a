/// Rows and columns that fit the width of a terminal, wide characters counted as two.
struct TextTable: Sendable {
  struct Column: Sendable {
    var title: String
    var isNumber = false
    /// Gives up its room first when the terminal is narrow; never less than ``cellsMin``.
    var isFlexible = false
    /// What does not fit goes on below, word by word, instead of being cut off.
    var wraps = false

    init(
      _ title: String, isNumber: Bool = false, isFlexible: Bool = false, wraps: Bool = false
    ) {
      self.title = title
      self.isNumber = isNumber
      self.isFlexible = isFlexible
      self.wraps = wraps
    }
  }

  struct Cell: Sendable, ExpressibleByStringLiteral {
    var text: String
    var colour: Colour?

    init(_ text: String, _ colour: Colour? = nil) {
      // Cut where a row is one line.
      self.text = text.printable
      self.colour = colour
    }

    init(stringLiteral value: String) { self.init(value) }
  }

  static let cellsMin = 6
  private static let gap = "  "

  var columns: [Column]
  var rows: [[Cell]] = []

  init(_ columns: [Column]) { self.columns = columns }

  /// The lines to print, the header first; none wider than the terminal as long as every column
  /// can have ``cellsMin`` cells.
  func lines(columns width: Int, hasColour: Bool) -> [String] {
    let widths = self.widths(within: width)
    let header = zip(columns, widths).map { column, cells in
      aligned(column.title, column, cells)
    }
    let title = Colour.bold.painted(Self.joined(header), if: hasColour)
    return [title]
      + rows.flatMap { row in
        let cells = row.enumerated().map { place, cell in
          columns[place].wraps ? cell.text.words(wrappedToCells: widths[place]) : [cell.text]
        }
        return (0..<(cells.map(\.count).max() ?? 1)).map { line in
          var parts: [String] = []
          for (place, texts) in cells.enumerated() {
            let text = aligned(
              line < texts.count ? texts[line] : "", columns[place], widths[place])
            parts.append(row[place].colour?.painted(text, if: hasColour) ?? text)
          }
          return Self.joined(parts)
        }
      }
  }

  private func aligned(_ text: String, _ column: Column, _ cells: Int) -> String {
    text.cut(toCells: cells).padded(toCells: cells, atEnd: !column.isNumber)
  }

  private static func joined(_ parts: [String]) -> String {
    let line = parts.joined(separator: gap)
    return String(line.reversed().drop { $0 == " " }.reversed())
  }

  private func widths(within width: Int) -> [Int] {
    var widths = columns.indices.map { place in
      rows.reduce(DisplayWidth.of(columns[place].title)) {
        max($0, DisplayWidth.of($1[place].text))
      }
    }
    let room = width - Self.gap.count * max(0, columns.count - 1)
    shrink(&widths, columns.indices.filter { columns[$0].isFlexible }, to: room)
    shrink(&widths, columns.indices.filter { !columns[$0].isNumber }, to: room)
    return widths
  }

  /// Takes from the widest of those, a cell at a time, until all fit or all are at the least.
  private func shrink(_ widths: inout [Int], _ places: [Int], to room: Int) {
    let least = columns.indices.map(cellsMin)
    while widths.reduce(0, +) > room,
      let widest = places.filter({ widths[$0] > least[$0] }).max(by: { widths[$0] < widths[$1] })
    {
      widths[widest] -= 1
    }
  }

  /// A word of a column that wraps is not cut.
  private func cellsMin(_ place: Int) -> Int {
    guard columns[place].wraps else { return Self.cellsMin }
    return rows.flatMap { $0[place].text.split(separator: " ") }
      .reduce(Self.cellsMin) { max($0, DisplayWidth.of(String($1))) }
  }
}
