import Receipts

/// A paper as it came out of the printer, dot by dot, before anybody photographs it.
struct Sheet {
  var ink: GreyRaster
  /// What was put on it afterwards, stamp or pen, in its colour; `nil` when nothing was.
  var stain: GreyRaster?
  /// Red, green, blue of the stain, 0…1.
  var stainColor: (Double, Double, Double) = (0.8, 0.12, 0.12)

  var width: Int { ink.width }
  var height: Int { ink.height }
}

/// Prints papers on sheets.
struct Printer {
  let book: GlyphBook

  func sheet(_ receipt: PrintedReceipt, chance: inout Chance) -> Sheet {
    var ink = GreyRaster(width: receipt.widthDots, height: receipt.heightDots)
    for line in receipt.lines {
      if let mark = line.mark { put(mark, line, on: &ink) }
      for run in line.runs {
        if run.alteration != nil {
          put(alteredRun: run, line, on: &ink)
        } else {
          put(run, line, on: &ink)
        }
      }
    }
    PrintHead.drawn(&chance).burn(&ink, &chance)
    var sheet = Sheet(ink: ink)
    sheet.addStain(receipt, chance: &chance)
    return sheet
  }

  private func baseline(of run: Run, in line: PrintedLine) -> Int {
    Int((line.topDots + line.heightDots - run.sizeDots * 0.14).rounded())
  }

  private func put(_ run: Run, _ line: PrintedLine, on ink: inout GreyRaster) {
    let baseline = baseline(of: run, in: line)
    if run.style.isInverse || run.style.isBoxed { putFrame(run, line, on: &ink) }
    let cuts = cuts(of: run)
    let width = cuts.reduce(0.0) { $0 + $1.advance } + spacing(run) * Double(max(0, cuts.count - 1))
    var pen = run.leftDots
    switch run.side {
    case .leading: break
    case .center: pen += (run.widthDots - width) / 2
    case .trailing: pen += run.widthDots - width
    }
    for (cut, character) in zip(cuts, run.text) {
      let left: Int
      if run.style.typeface.isGrid {
        let cell = run.cellDots * Double(character.cells)
        left = Int((pen + (cell - cut.advance) / 2).rounded()) + cut.left
        pen += cell + spacing(run)
      } else {
        left = Int(pen.rounded()) + cut.left
        pen += cut.advance + spacing(run)
      }
      stamp(cut, run, left: left, top: baseline + cut.top, on: &ink)
    }
  }

  private func spacing(_ run: Run) -> Double { Double(run.style.spacingCells) * run.cellDots }

  private func stamp(
    _ cut: GlyphBook.Cut, _ run: Run, left: Int, top: Int, on ink: inout GreyRaster
  ) {
    guard run.style.isInverse else {
      ink.stamp(cut.raster, left: left, top: top)
      return
    }
    for row in 0..<cut.raster.height where (0..<ink.height).contains(top + row) {
      for column in 0..<cut.raster.width where (0..<ink.width).contains(left + column) {
        let index = (top + row) * ink.width + left + column
        let covered = cut.raster.bytes[row * cut.raster.width + column]
        ink.bytes[index] = min(ink.bytes[index], 255 - covered)
      }
    }
  }

  /// The characters of a run; type with widths of its own is squeezed into the run's width.
  private func cuts(of run: Run) -> [GlyphBook.Cut] {
    if run.style.typeface.isGrid {
      return run.text.map {
        book.cut($0, run.style, sizeDots: run.sizeDots, cellDots: run.cellDots)
      }
    }
    let free = run.text.map {
      book.cut($0, run.style, sizeDots: run.sizeDots, cellDots: nil)
    }
    let width = free.reduce(0.0) { $0 + $1.advance } + spacing(run) * Double(max(0, free.count - 1))
    guard width > run.widthDots * 1.01 else { return free }
    let squeeze = max(0.5, run.widthDots / width)
    return run.text.map {
      book.cut($0, run.style, sizeDots: run.sizeDots, cellDots: nil, squeeze: squeeze)
    }
  }

  private func putFrame(_ run: Run, _ line: PrintedLine, on ink: inout GreyRaster) {
    let left = Int(run.leftDots) - 6
    let right = Int(run.leftDots + run.widthDots) + 6
    let bottom = Int(line.topDots + line.heightDots) + 3
    let top = Int(line.topDots + line.heightDots - run.sizeDots) - 3
    ink.fill(left: left, top: top, right: right, bottom: bottom, with: 255)
    if run.style.isBoxed {
      ink.fill(left: left + 3, top: top + 3, right: right - 3, bottom: bottom - 3, with: 0)
    }
  }

  /// The first print, painted over, and other digits set upon the paint.
  private func put(alteredRun run: Run, _ line: PrintedLine, on ink: inout GreyRaster) {
    guard let alteration = run.alteration else { return }
    var first = run
    first.alteration = nil
    first.text = alteration.original
    put(first, line, on: &ink)
    let shade = UInt8(max(0, min(40, -alteration.patchShade * 255)))
    ink.fill(
      left: Int(run.leftDots) - 3, top: Int(line.topDots + line.heightDots - run.sizeDots) - 2,
      right: Int(run.leftDots + run.widthDots) + 3, bottom: Int(line.topDots + line.heightDots) + 2,
      with: shade)
    var second = run
    second.alteration = nil
    second.style.typeface = alteration.typeface
    second.leftDots += alteration.shiftXDots
    second.sizeDots *= alteration.scale
    var moved = line
    moved.topDots += alteration.shiftYDots
    var layer = GreyRaster(width: ink.width, height: ink.height)
    put(second, moved, on: &layer)
    let darkness = min(1, alteration.darkness)
    for index in layer.bytes.indices where layer.bytes[index] > 0 {
      ink.bytes[index] = max(ink.bytes[index], UInt8(Double(layer.bytes[index]) * darkness))
    }
  }

  private func put(_ mark: PrintedLine.Mark, _ line: PrintedLine, on ink: inout GreyRaster) {
    let top = Int(line.topDots)
    switch mark {
    case .separator: break
    case .rule(let thickness, let gap):
      let step = gap == 0 ? ink.width : gap * 3
      for left in stride(from: 8, to: ink.width - 8, by: step) {
        ink.fill(
          left: left, top: top + 5,
          right: min(ink.width - 8, gap == 0 ? ink.width : left + gap * 2),
          bottom: top + 5 + thickness, with: 255)
      }
    case .bars(let seed): putBars(seed, top: top, height: Int(line.heightDots), on: &ink)
    case .square(let seed): putSquare(seed, top: top, height: Int(line.heightDots), on: &ink)
    }
  }

  private func putBars(_ seed: UInt64, top: Int, height: Int, on ink: inout GreyRaster) {
    var chance = Chance(seed: seed)
    let width = min(ink.width - 40, 300)
    var left = (ink.width - width) / 2
    let end = left + width
    while left < end {
      let bar = chance.within(1...4) * 2
      ink.fill(
        left: left, top: top, right: min(end, left + bar), bottom: top + height - 6, with: 255)
      left += bar + chance.within(1...3) * 2
    }
  }

  private func putSquare(_ seed: UInt64, top: Int, height: Int, on ink: inout GreyRaster) {
    var chance = Chance(seed: seed)
    let modules = 29
    let size = max(3, height / modules)
    let left = (ink.width - modules * size) / 2
    func isDark(_ row: Int, _ column: Int) -> Bool {
      for (cornerRow, cornerColumn) in [(0, 0), (0, modules - 7), (modules - 7, 0)] {
        let (y, x) = (row - cornerRow, column - cornerColumn)
        guard (-1...7).contains(y), (-1...7).contains(x) else { continue }
        let ring = max(abs(y - 3), abs(x - 3))
        return ring == 3 || ring <= 1
      }
      return chance.happens(0.5)
    }
    for row in 0..<modules {
      for column in 0..<modules where isDark(row, column) {
        ink.fill(
          left: left + column * size, top: top + row * size, right: left + (column + 1) * size,
          bottom: top + (row + 1) * size, with: 255)
      }
    }
  }
}
