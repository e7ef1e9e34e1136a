import CPango
import Foundation
import Receipts

extension Sheet {
  /// Puts on the paper what shops and their customers do: a round stamp, a pen's ring about the
  /// total, a signature. Most papers get nothing.
  mutating func addStain(_ receipt: PrintedReceipt, chance: inout Chance) {
    let isSlip = receipt.lines.contains { $0.text.contains("签名") || $0.text.contains("SIGNATURE") }
    switch chance.fraction() {
    case ..<0.13:
      stain = stamped(&chance)
      stainColor = (0.92, chance.within(0.2...0.42), chance.within(0.2...0.4))
    case ..<0.17:
      stain = ringed(receipt, &chance)
      stainColor = chance.pick([(0.2, 0.25, 0.75), (0.8, 0.2, 0.2), (0.15, 0.15, 0.2)])
    case ..<(isSlip ? 0.7 : 0.18):
      stain = signed(receipt, &chance)
      stainColor = chance.pick([(0.1, 0.1, 0.14), (0.15, 0.2, 0.6)])
    default: break
    }
  }

  private func stamped(_ chance: inout Chance) -> GreyRaster? {
    let radius = chance.within(70.0...115)
    let words = chance.word("现金收讫 收讫 已付款 发票专用章 财务专用章 已兑换 停车已减免 已积分")
    let x = chance.within(0.25...0.75) * Double(width)
    let y = Double(height) * chance.within(0.35...0.9)
    let turn = chance.bell() * 0.35
    let strength = chance.within(0.35...0.8)
    let wear = chance.next()
    var raster = drawn { cairo in
      cairo_translate(cairo, x, y)
      cairo_rotate(cairo, turn)
      cairo_set_source_rgba(cairo, 0, 0, 0, strength)
      cairo_set_line_width(cairo, 5)
      cairo_arc(cairo, 0, 0, radius, 0, 2 * .pi)
      cairo_stroke(cairo)
      Self.starPath(cairo, radius: radius * 0.26)
      cairo_fill(cairo)
      Self.put(words, cairo, y: radius * 0.62, size: min(34, radius * 1.25 / Double(words.count)))
      Self.put("★ ★ ★", cairo, y: -radius * 0.42, size: 15)
    }
    raster?.wear(seed: wear)
    return raster
  }

  private static func starPath(_ cairo: OpaquePointer, radius: Double) {
    for point in 0..<10 {
      let length = point % 2 == 0 ? radius : radius * 0.4
      let angle = Double(point) * .pi / 5 - .pi / 2
      cairo_line_to(cairo, length * cos(angle), length * sin(angle))
    }
    cairo_close_path(cairo)
  }

  /// Words centred on a line, by a font map of this call's own.
  private static func put(_ words: String, _ cairo: OpaquePointer, y: Double, size: Double) {
    guard let map = pango_cairo_font_map_new() else { return }
    defer { g_object_unref(map) }
    guard let context = pango_font_map_create_context(map) else { return }
    defer { g_object_unref(UnsafeMutableRawPointer(context)) }
    pango_cairo_context_set_resolution(context, 72)
    guard let layout = pango_layout_new(context), let font = pango_font_description_new() else {
      return
    }
    defer {
      pango_font_description_free(font)
      g_object_unref(UnsafeMutableRawPointer(layout))
    }
    pango_font_description_set_family(font, "AR PL UMing CN, DejaVu Sans")
    pango_font_description_set_absolute_size(font, size * Double(PANGO_SCALE))
    pango_layout_set_font_description(layout, font)
    pango_layout_set_text(layout, words, -1)
    var extent = PangoRectangle()
    pango_layout_get_extents(layout, nil, &extent)
    let scale = Double(PANGO_SCALE)
    cairo_move_to(
      cairo, -Double(extent.width) / scale / 2, y - Double(extent.height) / scale / 2)
    pango_cairo_show_layout(cairo, layout)
  }

  private func ringed(_ receipt: PrintedReceipt, _ chance: inout Chance) -> GreyRaster? {
    guard let line = receipt.lines.last(where: { $0.runs.contains { $0.field == .amount } }),
      let run = line.runs.last(where: { $0.field == .amount })
    else { return nil }
    let x = run.leftDots + run.widthDots / 2
    let y = line.topDots + line.heightDots - run.sizeDots / 2
    let turn = chance.bell() * 0.08
    let gap = chance.within(0.2...0.9)
    let slack = chance.within(14.0...30)
    return drawn { cairo in
      cairo_translate(cairo, x, y)
      cairo_rotate(cairo, turn)
      cairo_scale(cairo, run.widthDots / 2 + slack, run.sizeDots / 2 + slack * 0.8)
      cairo_arc(cairo, 0, 0, 1, gap, gap + 6.6)
      cairo_identity_matrix(cairo)
      cairo_set_line_width(cairo, 3.5)
      cairo_set_source_rgba(cairo, 0, 0, 0, 0.85)
      cairo_stroke(cairo)
    }
  }

  private func signed(_ receipt: PrintedReceipt, _ chance: inout Chance) -> GreyRaster? {
    let line = receipt.lines.last { $0.text.contains("签名") || $0.text.contains("SIGNATURE") }
    let y = line.map { $0.topDots + 44 } ?? Double(height) - 60
    var x = Double(width) * 0.3
    let strokes = (0..<chance.within(5...9)).map { _ in
      (chance.within(8.0...26), chance.bell() * 22, chance.bell() * 22, chance.bell() * 12)
    }
    return drawn { cairo in
      cairo_move_to(cairo, x, y)
      for (step, first, second, end) in strokes {
        cairo_curve_to(
          cairo, x + step * 0.3, y + first, x + step * 0.8, y + second, x + step, y + end)
        x += step
      }
      cairo_set_line_width(cairo, 2.8)
      cairo_set_source_rgba(cairo, 0, 0, 0, 0.9)
      cairo_stroke(cairo)
    }
  }

  /// A raster of the sheet's size with what the body draws.
  private func drawn(_ body: (OpaquePointer) -> Void) -> GreyRaster? {
    CairoLock.held { drawnAlone(body) }
  }

  private func drawnAlone(_ body: (OpaquePointer) -> Void) -> GreyRaster? {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(width), Int32(height)),
      let cairo = cairo_create(surface)
    else { return nil }
    defer {
      cairo_destroy(cairo)
      cairo_surface_destroy(surface)
    }
    body(cairo)
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { return nil }
    let stride = Int(cairo_image_surface_get_stride(surface))
    var raster = GreyRaster(width: width, height: height)
    for row in 0..<height {
      for column in 0..<width { raster.bytes[row * width + column] = data[row * stride + column] }
    }
    return raster
  }
}

extension GreyRaster {
  /// Takes ink away in patches, as a stamp pressed unevenly leaves it.
  fileprivate mutating func wear(seed: UInt64) {
    let noise = SmoothNoise(seed: seed, side: 128, cells: 16, octaves: 3)
    for row in 0..<height {
      for column in 0..<width where bytes[row * width + column] > 0 {
        let share = min(1, max(0.1, noise.values[(row % 128) * 128 + column % 128] * 2.2 - 0.3))
        bytes[row * width + column] = UInt8(Float(bytes[row * width + column]) * share)
      }
    }
  }
}
