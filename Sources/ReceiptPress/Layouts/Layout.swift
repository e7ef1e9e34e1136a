/// How one counter's till prints: everything that is the same on all its receipts.
package struct Layout: Hashable, Codable, Sendable {
  package var family: Family
  package var script: Script
  package var print: PrintStyle
  package var header: HeaderStyle
  package var blocks: [Block]
  package var meta: MetaStyle
  package var items: ItemStyle
  package var settlement: Settlement
  package var pairs: PairStyle
  package var amounts: AmountGrammar
  package var dates: DateGrammar
  /// `nil` for tills that number nothing.
  package var number: NumberGrammar?
  package var methods: [Sale.Method]
  /// One of several wordings for each means of payment, by the method's order.
  package var methodWording: Int
  package var footer: FooterStyle
  package var marks: KindMarks

  /// The parts of a receipt, in the order this till prints them.
  package enum Block: String, Codable, Hashable, Sendable, CaseIterable {
    case header, title, meta, items, settlement, metaTail, footer
    /// The paid amount alone, large, before or after everything.
    case bigAmount
    /// Label and value lines of a card slip.
    case slip
  }

  package enum Separator: Hashable, Codable, Sendable {
    /// A line of one repeated text: `-`, `=`, `*`, `.`, `- `, `·`, `~`.
    case text(String)
    /// A drawn line of so many dots' thickness; a pattern other than 0 has gaps of that length.
    case drawn(thickness: Int, gap: Int)
    case blank
  }

  /// How a label and its value share a line.
  package struct PairStyle: Hashable, Codable, Sendable {
    package enum Arrangement: String, Codable, Hashable, Sendable, CaseIterable {
      /// Value at the right edge, far from its label.
      case justified
      /// Value right after the label.
      case adjacent
      /// Values start in one column.
      case tabbed
      /// Label and value both at the right.
      case rightAligned
    }

    package var settlement: Arrangement
    package var meta: Arrangement
    /// Between label and value: `:`, `：`, ` `, `=`.
    package var colon: String
    /// Share of the width at which the tabbed column starts.
    package var tab: Double
    /// Labels of two characters are set apart to four: `实　　付`, `合  计`.
    package var spacesShortLabels: Bool
  }

  /// What the paper says it is, when it is no plain sale.
  package struct KindMarks: Hashable, Codable, Sendable {
    package var title: String?
    package var refund: String
    package var prebill: String
    package var reprint: String
    /// Where the mark stands.
    package var place: Place

    package enum Place: String, Codable, Hashable, Sendable, CaseIterable {
      case title, top, bottom, beforeSettlement
    }
  }
}

/// Paper and type of a till.
package struct PrintStyle: Hashable, Codable, Sendable {
  /// Of the paper, at 8 dots a millimetre: 464 for 58 mm, 640 for 80 mm.
  package var widthDots: Int
  package var marginDots: Int
  /// The em of the body's Chinese type; a half-width cell is half of it.
  package var sizeDots: Int
  package var leadingDots: Int
  package var typeface: Typeface
  package var logoTypeface: Typeface
  package var totalWidth: Int
  package var totalHeight: Int
  package var isTotalBold: Bool
  /// The label of the emphasised row is enlarged too.
  package var enlargesTotalLabel: Bool
  package var separator: Layout.Separator
  package var secondSeparator: Layout.Separator
  package var isBold: Bool

  package var cellDots: Double { Double(sizeDots) / 2 }
  package var columns: Int { Int(Double(widthDots - 2 * marginDots) / cellDots) }
}

/// The type a till or a driver prints with.
package enum Typeface: String, Codable, Hashable, Sendable, CaseIterable {
  case songDots = "song_dots"
  case heiDots = "hei_dots"
  case hei, heiSharp, microHei
  case sans, serif, song, kai, ming
  case monoSans = "mono_sans"
  case monoType = "mono_type"
  case monoThin = "mono_thin"
  case latinSans = "latin_sans"
  case latinNarrow = "latin_narrow"
  case latinSerif = "latin_serif"

  /// Every character has the same cell, as a till's own font gives it; otherwise the computer's
  /// driver sets the text with the font's own widths.
  package var isGrid: Bool {
    switch self {
    case .songDots, .heiDots, .heiSharp, .song, .hei, .ming, .monoSans, .monoType, .monoThin: true
    case .microHei, .sans, .serif, .kai, .latinSans, .latinNarrow, .latinSerif: false
    }
  }

  /// Printed as black or white dots, enlarged by repeating them.
  package var isDots: Bool {
    switch self {
    case .songDots, .heiDots, .heiSharp: true
    case .hei, .microHei, .sans, .serif, .song, .kai, .ming, .monoSans, .monoType, .monoThin,
      .latinSans, .latinNarrow, .latinSerif:
      false
    }
  }
}
