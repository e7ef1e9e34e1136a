import Foundation
import Receipts

/// PP-OCRv6's recogniser on OpenVINO, for single lines.
struct PaddleEngine: ~Copyable {
  private let network: Network
  private let squeeze: Double
  /// By class number; class 0 is "no character".
  private let characters: [String]
  /// `pp-ocrv6 small f32`.
  let name: String

  /// Rows of the network's input.
  static let height = 48
  /// Columns of the network's input are rounded up to this many: the more widths there are, the
  /// more often OpenVINO prepares itself anew and the more it keeps; the fewer, the more white it
  /// reads. Steps of 64 from 128 on were not taken: they save a hundredth of a page's time and 8
  /// MB, and of 767 sales of four sets three came out otherwise.
  private static let widthStep = 32
  private static let wideStep = 64
  private static let wide = 512
  /// A line that is wider is read in parts: what OpenVINO holds grows with the widest it has met,
  /// 91 MB with the small recogniser at 1,600 columns and 62 MB at 640.
  private static let widths = 64...1_024
  /// Input columns for one step of the output.
  private static let stride = 8
  /// White columns of a strip that are left before and behind its print.
  private static let margin = 8

  /// How much narrower than it is a strip is shown. For the tiny recogniser, whose numbers others
  /// read again, this saves a fifth of the time and on press mall 51 changed nothing that
  /// mattered (of 800 amounts and times 9 more were right and 8 fewer).
  private static func squeeze(_ size: PaddleSize) -> Double {
    switch size {
    case .tiny: 0.8
    case .small: 1
    }
  }

  /// The small one keeps eight times as much a shape, and is asked for a few lines a page.
  private static func keeping(_ size: PaddleSize) -> Network.Keeping {
    switch size {
    case .tiny: .some
    case .small: .few
    }
  }

  /// - Throws: ``RecognitionFailure/unavailable(_:)`` when the model cannot be loaded.
  init(
    _ size: PaddleSize, arithmetic: Arithmetic, files: PaddleFiles, library: OpenVINO
  ) throws(RecognitionFailure) {
    let known = try files.characters(of: size)
    let network = try Network(
      model: files.path(of: .recogniser(size)), arithmetic: arithmetic,
      keeping: Self.keeping(size), library: library)
    self.network = network
    squeeze = Self.squeeze(size)
    characters = [""] + known + [" "]
    name = "pp-ocrv6 \(size.rawValue) \(arithmetic.rawValue)"
  }

  /// What the engine reads in each of some strips; positions are columns of the strip.
  ///
  /// They are read by width: OpenVINO prepares itself anew whenever the width changes, which in the
  /// order of a page took a sixth of the time.
  borrowing func glyphs(in strips: [GrayImage]) -> [[StripGlyph]] {
    let pieces = strips.indices.flatMap { self.pieces(of: strips[$0], number: $0) }
    var read: [[StripGlyph]] = pieces.map { _ in [] }
    for index in pieces.indices.sorted(by: { pieces[$0].width < pieces[$1].width }) {
      read[index] = glyphs(in: pieces[index])
    }
    var glyphs: [[StripGlyph]] = strips.map { _ in [] }
    for (piece, part) in zip(pieces, read) { glyphs[piece.number] += part }
    return glyphs
  }

  /// What the network is shown at once.
  private struct Piece {
    /// Of the strip that it belongs to, and the column of that at which it starts.
    var number: Int
    var offset: Int
    var print: GrayImage
    /// Columns of the network's input.
    var width: Int
  }

  /// A strip's print from left to right, in one piece if it is not too wide.
  private func pieces(of strip: GrayImage, number: Int) -> [Piece] {
    // White at its ends costs as much time as print.
    guard let ink = strip.inkColumns else { return [] }
    let (print, offset) = strip.columns(
      from: ink.lowerBound - Self.margin, to: ink.upperBound + Self.margin)
    return pieces(ofPrint: print, number: number, offset: offset)
  }

  private func pieces(ofPrint print: GrayImage, number: Int, offset: Int) -> [Piece] {
    guard print.width > 4, print.height > 4 else { return [] }
    let wanted = Int((Double(print.width) * scale(of: print) * squeeze).rounded(.up))
    if wanted > Self.widths.upperBound, let parts = print.parted() {
      return parts.flatMap { part, at in
        pieces(ofPrint: part, number: number, offset: offset + at)
      }
    }
    return [Piece(number: number, offset: offset, print: print, width: Self.width(for: wanted))]
  }

  private func scale(of print: GrayImage) -> Double {
    Double(Self.height) / Double(print.height)
  }

  private borrowing func glyphs(in piece: Piece) -> [StripGlyph] {
    let scale = scale(of: piece.print)
    let scaleX = min(scale * squeeze, Double(piece.width) / Double(piece.print.width))
    var input = Self.input(piece.print, width: piece.width, scaleX: scaleX, scaleY: scale)
    let glyphs = network.run(&input, width: piece.width, height: Self.height) { extents, values in
      extents.count == 3
        ? decoded(
          values, steps: extents[1], classes: extents[2],
          columnsPerStep: Double(Self.stride) / scaleX) : []
    }
    return (glyphs ?? []).map { $0.moved(by: piece.offset) }
  }

  private static func width(for wanted: Int) -> Int {
    let step = wanted > wide ? wideStep : widthStep
    let rounded = (wanted + step - 1) / step * step
    return min(max(rounded, widths.lowerBound), widths.upperBound)
  }

  /// Three equal channels from −1 (black) to 1; 0 beyond the strip's end, as the network was
  /// trained.
  private static func input(
    _ strip: GrayImage, width: Int, scaleX: Double, scaleY: Double
  ) -> [Float] {
    let plane = width * height
    var input = [Float](repeating: 0, count: 3 * plane)
    let used = min(width, Int((Double(strip.width) * scaleX).rounded()))
    strip.pixels.withUnsafeBufferPointer { source in
      input.withUnsafeMutableBufferPointer { target in
        for y in 0..<height {
          let atY = min(Double(strip.height) - 1.001, max(0, (Double(y) + 0.5) / scaleY - 0.5))
          for x in 0..<used {
            let atX = min(Double(strip.width) - 1.001, max(0, (Double(x) + 0.5) / scaleX - 0.5))
            let value = GrayImage.sample(
              source, width: strip.width, height: strip.height, x: atX, y: atY, outside: 255)
            let level = Float(value / 127.5 - 1)
            let at = y * width + x
            target[at] = level
            target[at + plane] = level
            target[at + 2 * plane] = level
          }
        }
      }
    }
    return input
  }

  /// Connectionist temporal classification, greedily: the best class of each step; the same class
  /// twice without a gap is one character. Its runners-up come from its surest step.
  ///
  /// A space is kept where the network sees one.
  private borrowing func decoded(
    _ values: UnsafePointer<Float>, steps: Int, classes: Int, columnsPerStep: Double
  ) -> [StripGlyph] {
    let output = NetworkOutput(values: values, steps: steps, classes: classes)
    var glyphs: [StripGlyph] = []
    for run in output.runs() where run.best < characters.count {
      let center = output.center(of: run) * columnsPerStep
      let half = Self.usualWidth(of: characters[run.best]) / 2
      let left = max(center - half, glyphs.last.map { Double($0.left + $0.right) / 2 } ?? 0)
      glyphs.append(
        StripGlyph(
          text: characters[run.best], left: Int(left.rounded()),
          right: Int((center + half).rounded()), confidence: Double(run.confidence),
          alternatives: alternatives(in: output.row(run.surest), best: run.best)))
      Self.part(&glyphs)
    }
    return glyphs
  }

  /// The network tells where a character is, not how wide: in columns of a strip.
  private static func usualWidth(of character: String) -> Double {
    let isWide = character.unicodeScalars.first.map { $0.value > 0x2E80 } ?? false
    return LineStrip.textHeight * (isWide ? 0.95 : 0.5)
  }

  /// Two that overlap meet in the middle.
  private static func part(_ glyphs: inout [StripGlyph]) {
    guard glyphs.count >= 2 else { return }
    let (left, right) = (glyphs[glyphs.count - 2], glyphs[glyphs.count - 1])
    guard left.right > right.left else { return }
    let middle = max(left.left + 1, (left.right + right.left) / 2)
    glyphs[glyphs.count - 2].right = middle
    glyphs[glyphs.count - 1].left = middle
    glyphs[glyphs.count - 1].right = max(middle + 1, right.right)
  }

  private borrowing func alternatives(
    in row: UnsafeBufferPointer<Float>, best: Int
  ) -> [Glyph.Alternative] {
    guard row[best] < 0.98 else { return [] }
    var second = -1
    for index in 1..<row.count where index != best && (second < 0 || row[index] > row[second]) {
      second = index
    }
    guard second > 0, second < characters.count, row[second] > 0.01 else { return [] }
    return [Glyph.Alternative(text: characters[second], confidence: Double(row[second]))]
  }
}

/// A recogniser's output: for each step along the line, the probability of each class.
private struct NetworkOutput {
  let values: UnsafePointer<Float>
  let steps: Int
  let classes: Int

  /// Steps next to each other with the same best class, which is not "no character".
  struct Run {
    var best: Int
    var steps: Range<Int>
    var surest: Int
    var confidence: Float
  }

  func row(_ step: Int) -> UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(start: values + step * classes, count: classes)
  }

  func runs() -> [Run] {
    var runs: [Run] = []
    var last = 0
    for step in 0..<steps {
      let (best, confidence) = best(of: step)
      defer { last = best }
      guard best != 0 else { continue }
      guard best == last, var run = runs.popLast() else {
        runs.append(
          Run(best: best, steps: step..<step + 1, surest: step, confidence: confidence))
        continue
      }
      run.steps = run.steps.lowerBound..<step + 1
      if confidence > run.confidence { (run.surest, run.confidence) = (step, confidence) }
      runs.append(run)
    }
    return runs
  }

  private func best(of step: Int) -> (index: Int, value: Float) {
    let row = values + step * classes
    var (index, most) = (0, row[0])
    // Nothing else can be best where one holds more than half; most steps are "no character".
    guard most <= 0.5 else { return (0, most) }
    for other in 1..<classes where row[other] > most { (index, most) = (other, row[other]) }
    return (index, most)
  }

  /// The middle of a character, in steps: where its class's probability has its centre of weight,
  /// which is finer than the steps.
  func center(of run: Run) -> Double {
    var (sum, moment) = (0.0, 0.0)
    for step in max(0, run.steps.lowerBound - 1)..<min(steps, run.steps.upperBound + 1) {
      let value = Double(values[step * classes + run.best])
      sum += value
      moment += value * (Double(step) + 0.5)
    }
    return moment / sum
  }
}
