import CPango

/// The characters one worker has set so far. Pango's font maps are not to be shared between
/// threads, so each worker has a book of its own.
final class GlyphBook {
  /// A character's picture and where it stands against the pen.
  struct Cut {
    var raster: GreyRaster
    /// From the pen to the picture's left edge, and from the baseline down to its top.
    var left: Int
    var top: Int
    /// How far the pen moves on, in dots.
    var advance: Double
  }

  private struct Key: Hashable {
    var character: Character
    var typeface: Typeface
    var sizeDots: Int
    var isBold: Bool
    var across: Int
    var down: Int
    /// Sixty-fourths of the drawn width.
    var squeeze: Int
  }

  private let map: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  private var cuts: [Key: Cut] = [:]
  private var descriptions: [String: OpaquePointer] = [:]
  /// The characters asked for so far that no font had: what stands for them is an empty box.
  private(set) var unknown: Set<Character> = []

  init() throws(PressError) {
    let (map, context) = try CairoLock.held { () throws(PressError) in try Self.opened() }
    self.map = map
    self.context = context
  }

  private static func opened() throws(PressError)
    -> sending (map: UnsafeMutablePointer<PangoFontMap>, context: OpaquePointer)
  {
    guard let map = pango_cairo_font_map_new() else {
      throw .notPrintable("Pango has no font map")
    }
    guard let context = pango_font_map_create_context(map) else {
      g_object_unref(map)
      throw .notPrintable("Pango made no context")
    }
    let families = Self.families(of: map)
    for typeface in Typeface.allCases {
      for family in typeface.families.split(separator: ", ").map(String.init)
      where !families.contains(family) {
        throw .fontMissing(family)
      }
    }
    pango_cairo_context_set_resolution(context, 72)
    pango_context_set_language(context, pango_language_from_string("zh-cn"))
    return (map, context)
  }

  /// The names of all the fonts there are.
  private static func families(of map: UnsafeMutablePointer<PangoFontMap>) -> Set<String> {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
    var count: Int32 = 0
    pango_font_map_list_families(map, &list, &count)
    defer { g_free(list) }
    guard let list else { return [] }
    let names = (0..<Int(count)).compactMap { list[$0] }.map { family in
      String(cString: pango_font_family_get_name(family))
    }
    return Set(names)
  }

  deinit {
    CairoLock.held {
      for description in descriptions.values { pango_font_description_free(description) }
      g_object_unref(UnsafeMutableRawPointer(context))
      g_object_unref(map)
    }
  }

  /// A character of a style. `cellDots`: the width it must keep to, `nil` where it may take its
  /// own.
  func cut(
    _ character: Character, _ style: TextStyle, sizeDots: Double, cellDots: Double?,
    squeeze: Double = 1
  ) -> Cut {
    let em = Int((sizeDots / Double(style.heightMultiple)).rounded())
    var key = Key(
      character: character, typeface: style.typeface, sizeDots: em, isBold: style.isBold,
      across: style.widthMultiple, down: style.heightMultiple,
      squeeze: Int((squeeze * 64).rounded()))
    if let cellDots {
      let own = natural(key).advance
      let limit = cellDots * Double(character.cells)
      if own > limit * 1.04 { key.squeeze = max(24, Int((limit / own * 64).rounded())) }
    }
    return natural(key)
  }

  private func natural(_ key: Key) -> Cut {
    if let known = cuts[key] { return known }
    // Type larger than anything printed here would only come of a mistake.
    if cuts.count > 20_000 { cuts.removeAll() }
    let made = CairoLock.held { drawn(key) }
    cuts[key] = made
    return made
  }

  private func description(_ key: Key) -> OpaquePointer? {
    let isSoft = !key.typeface.isDots
    let size = key.sizeDots * (isSoft ? key.down : 1)
    let name = "\(key.typeface.families)|\(size)|\(key.isBold && isSoft)"
    if let known = descriptions[name] { return known }
    guard let made = pango_font_description_new() else { return nil }
    pango_font_description_set_family(made, key.typeface.families)
    pango_font_description_set_absolute_size(made, Double(size) * Double(PANGO_SCALE))
    if key.isBold, isSoft { pango_font_description_set_weight(made, PANGO_WEIGHT_BOLD) }
    descriptions[name] = made
    return made
  }

  private func drawn(_ key: Key) -> Cut {
    let isDots = key.typeface.isDots
    let down = isDots ? 1 : key.down
    let stretch =
      Double(key.squeeze) / 64 * (isDots ? 1 : Double(key.across) / Double(key.down))
    let side = key.sizeDots * down
    let width = side * 2 + 8
    let height = side * 2 + 8
    let baseline = side + side / 3 + 2
    let margin = side / 4 + 2
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(width), Int32(height)),
      let cairo = cairo_create(surface), let layout = pango_layout_new(context)
    else { return Cut(raster: GreyRaster(width: 0, height: 0), left: 0, top: 0, advance: 0) }
    defer {
      g_object_unref(UnsafeMutableRawPointer(layout))
      cairo_destroy(cairo)
      cairo_surface_destroy(surface)
    }
    setOptions(cairo, isDots: isDots)
    pango_layout_set_font_description(layout, description(key))
    pango_layout_set_text(layout, String(key.character), -1)
    if pango_layout_get_unknown_glyphs_count(layout) > 0 { unknown.insert(key.character) }
    var logical = PangoRectangle()
    pango_layout_get_extents(layout, nil, &logical)
    let layoutBaseline = Double(pango_layout_get_baseline(layout)) / Double(PANGO_SCALE)
    cairo_move_to(cairo, Double(margin), Double(baseline) - layoutBaseline.rounded())
    cairo_set_source_rgba(cairo, 0, 0, 0, 1)
    pango_cairo_show_layout(cairo, layout)
    cairo_surface_flush(surface)
    var advance = Double(logical.width) / Double(PANGO_SCALE) * stretch
    var cut = cropped(surface, width: width, height: height)
    cut.left -= margin
    cut.top -= baseline
    if stretch != 1 {
      cut.raster = cut.raster.stretched(by: stretch)
      cut.left = Int((Double(cut.left) * stretch).rounded())
    }
    if key.isBold, isDots { cut.raster = thickened(cut.raster) }
    if isDots {
      cut.raster = cut.raster.repeated(across: key.across, down: key.down)
      cut.left *= key.across
      cut.top *= key.down
      advance *= Double(key.across)
    }
    cut.advance = advance
    return cut
  }

  private func setOptions(_ cairo: OpaquePointer, isDots: Bool) {
    guard let options = cairo_font_options_create() else { return }
    cairo_font_options_set_antialias(
      options, isDots ? CAIRO_ANTIALIAS_NONE : CAIRO_ANTIALIAS_GRAY)
    cairo_font_options_set_hint_style(
      options, isDots ? CAIRO_HINT_STYLE_FULL : CAIRO_HINT_STYLE_SLIGHT)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  /// The inked part of a surface; its place is left and top within the surface.
  private func cropped(_ surface: OpaquePointer, width: Int, height: Int) -> Cut {
    var cut = Cut(raster: GreyRaster(width: 0, height: 0), left: 0, top: 0, advance: 0)
    guard let data = cairo_image_surface_get_data(surface) else { return cut }
    let stride = Int(cairo_image_surface_get_stride(surface))
    var (left, top, right, bottom) = (width, height, 0, 0)
    for row in 0..<height {
      for column in 0..<width where data[row * stride + column] > 0 {
        left = min(left, column)
        right = max(right, column + 1)
        top = min(top, row)
        bottom = max(bottom, row + 1)
      }
    }
    guard left < right else { return cut }
    cut.raster = GreyRaster(width: right - left, height: bottom - top)
    for row in top..<bottom {
      for column in left..<right {
        cut.raster.bytes[(row - top) * (right - left) + column - left] = data[row * stride + column]
      }
    }
    cut.left = left
    cut.top = top
    return cut
  }

  /// Printed twice, one dot apart: how a till prints bold.
  private func thickened(_ raster: GreyRaster) -> GreyRaster {
    var bold = GreyRaster(width: raster.width + 1, height: raster.height)
    bold.stamp(raster, left: 0, top: 0)
    bold.stamp(raster, left: 1, top: 0)
    return bold
  }
}
