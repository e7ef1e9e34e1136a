import Receipts

/// Sets lines of text on a paper of a given style, from the top down.
struct Typesetter {
  let style: PrintStyle
  private(set) var lines: [PrintedLine] = []
  private var topDots: Double

  typealias Side = Run.Side

  init(style: PrintStyle) {
    self.style = style
    topDots = Double(style.sizeDots)
  }

  var columns: Int { style.columns }

  var plain: TextStyle { TextStyle(typeface: style.typeface, isBold: style.isBold) }

  /// The paper with a blank end of some millimetres.
  func receipt(tailDots: Double) -> PrintedReceipt {
    PrintedReceipt(
      widthDots: style.widthDots, heightDots: Int(topDots + tailDots), lines: lines)
  }

  mutating func feed(dots: Double) { topDots += dots }

  /// One text; what does not fit goes on the next lines.
  mutating func put(
    _ text: String, _ side: Side = .leading, style textStyle: TextStyle? = nil,
    field: FieldName? = nil
  ) {
    guard !text.isEmpty else { return }
    let textStyle = fitting(text, textStyle ?? plain)
    let perCell = textStyle.widthMultiple * (1 + textStyle.spacingCells)
    for piece in text.wrapped(cells: max(4, columns / perCell)) {
      var run = run(piece, textStyle, field)
      run.side = side
      switch side {
      case .leading: break
      case .center: run.leftDots += max(0, (usable - run.widthDots) / 2).rounded()
      case .trailing: run.leftDots += max(0, usable - run.widthDots).rounded()
      }
      add([run])
    }
  }

  /// Texts that each start (or end, when trailing) at a share of the width.
  mutating func row(_ texts: [(text: String, at: Double, side: Side)], style: TextStyle? = nil) {
    let style = style ?? plain
    let runs = texts.filter { !$0.text.isEmpty }.map { text, place, side -> Run in
      var run = run(text, style, nil)
      run.side = side
      let offset = usable * place
      switch side {
      case .leading: run.leftDots += offset
      case .center: run.leftDots += max(0, offset - run.widthDots / 2)
      case .trailing: run.leftDots += max(0, offset - run.widthDots)
      }
      run.leftDots = (run.leftDots / run.cellDots).rounded() * run.cellDots
      return run
    }
    addApart(runs)
  }

  /// A label with its value.
  mutating func pair(
    _ label: String, _ value: String, _ pairs: Layout.PairStyle,
    _ arrangement: Layout.PairStyle.Arrangement, labelStyle: TextStyle? = nil,
    valueStyle: TextStyle? = nil, field: FieldName? = nil
  ) {
    let labelStyle = labelStyle ?? plain
    var valueStyle = valueStyle ?? plain
    let spaced = pairs.spacesShortLabels && label.count == 2 && label.cells == 4
    let name = (spaced ? label.map(String.init).joined(separator: "　　") : label)
    let text = label.isEmpty ? "" : name + pairs.colon
    guard !text.isEmpty else {
      let side: Side =
        arrangement == .justified || arrangement == .rightAligned ? .trailing : .leading
      put(value, side, style: valueStyle, field: field)
      return
    }
    var first = run(text, labelStyle, nil)
    var second = run(value, valueStyle, field)
    if first.widthDots + second.widthDots > usable, valueStyle.widthMultiple > 1 {
      valueStyle.widthMultiple = 1
      second = run(value, valueStyle, field)
    }
    let free = usable - first.widthDots - second.widthDots
    guard free >= 0 else {
      add([first])
      put(value, arrangement == .adjacent ? .leading : .trailing, style: valueStyle, field: field)
      return
    }
    switch arrangement {
    case .justified:
      second.leftDots += usable - second.widthDots
      second.side = .trailing
    case .adjacent: second.leftDots += first.widthDots
    case .tabbed:
      second.leftDots += min(usable - second.widthDots, max(first.widthDots, usable * pairs.tab))
    case .rightAligned:
      first.leftDots += free
      second.leftDots += free + first.widthDots
      (first.side, second.side) = (.trailing, .trailing)
    }
    add([first, second])
  }

  /// Short pairs side by side.
  mutating func halves(_ left: (String, FieldName?), _ right: (String, FieldName?)) {
    let first = run(left.0, plain, left.1)
    var second = run(right.0, plain, right.1)
    guard first.widthDots + style.cellDots <= usable / 2, second.widthDots <= usable / 2 else {
      put(left.0, field: left.1)
      put(right.0, field: right.1)
      return
    }
    second.leftDots += (usable / 2 / style.cellDots).rounded() * style.cellDots
    add([first, second])
  }

  mutating func separate(_ separator: Layout.Separator) {
    switch separator {
    case .blank: feed(dots: Double(style.sizeDots) * 0.6)
    case .text(let pattern):
      let count = columns / max(1, pattern.cells)
      add([run(String(repeating: pattern, count: count), plain, nil)], mark: .separator)
    case .drawn(let thickness, let gap):
      add([], mark: .rule(thickness: thickness, gap: gap), heightDots: Double(thickness + 10))
    }
  }

  mutating func mark(_ mark: PrintedLine.Mark, heightDots: Double) {
    add([], mark: mark, heightDots: heightDots)
  }

  private var usable: Double { Double(style.widthDots - 2 * style.marginDots) }

  /// The style narrowed until at least eight cells fit beside each other.
  private func fitting(_ text: String, _ textStyle: TextStyle) -> TextStyle {
    var fitted = textStyle
    let width = { (style: TextStyle) in
      text.cells * style.widthMultiple + style.spacingCells * style.widthMultiple * text.count
    }
    if width(fitted) > columns { fitted.spacingCells = 0 }
    while fitted.widthMultiple > 1, width(fitted) > columns { fitted.widthMultiple -= 1 }
    return fitted
  }

  private func run(_ text: String, _ textStyle: TextStyle, _ field: FieldName?) -> Run {
    Run(
      text: text, leftDots: Double(style.marginDots),
      cellDots: style.cellDots * Double(textStyle.widthMultiple),
      sizeDots: Double(style.sizeDots * textStyle.heightMultiple), style: textStyle, field: field,
      alteration: nil)
  }

  /// Runs that would touch are moved to lines of their own.
  private mutating func addApart(_ runs: [Run]) {
    var pending: [Run] = []
    for run in runs {
      if let last = pending.last, last.leftDots + last.widthDots + style.cellDots > run.leftDots {
        add(pending)
        pending = []
      }
      pending.append(run)
    }
    if !pending.isEmpty { add(pending) }
  }

  private mutating func add(
    _ runs: [Run], mark: PrintedLine.Mark? = nil, heightDots: Double? = nil
  ) {
    let height = heightDots ?? runs.map(\.sizeDots).max() ?? Double(style.sizeDots)
    lines.append(PrintedLine(topDots: topDots, heightDots: height, runs: runs, mark: mark))
    topDots += height + Double(style.leadingDots)
  }
}
