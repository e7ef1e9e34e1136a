import COpenVINO
import Foundation
import Receipts

/// PP-OCRv6's recogniser on OpenVINO, for single lines.
struct PaddleEngine: ~Copyable {
  private let api: openvino
  private let core: OpaquePointer
  private let compiled: OpaquePointer
  private let request: OpaquePointer
  /// By class number; class 0 is "no character".
  private let characters: [String]
  /// `pp-ocrv6 small f32`.
  let name: String

  /// Rows of the network's input.
  static let height = 48
  /// Columns of the network's input. Few widths keep OpenVINO's memory from growing, since it
  /// prepares itself anew for each.
  static let widths = [160, 240, 320, 480, 640, 960, 1_280, 1_600]
  /// OpenVINO's name of the arithmetic: exact on every processor.
  private static let precision = "f32"
  /// Input columns for one step of the output.
  private static let stride = 8

  /// - Throws: ``RecognitionFailure/unavailable(_:)`` when library or model cannot be loaded.
  init(files: PaddleFiles) throws(RecognitionFailure) {
    let characters = [""] + (try OnnxMetadata.characters(inModelAt: files.model)) + [" "]
    var api = openvino()
    if let why = openvino_load(files.library, &api) {
      throw .unavailable("\(files.library) cannot be loaded: \(String(cString: why))")
    }
    func check(_ status: Int32, _ what: String) throws(RecognitionFailure) {
      guard status != 0 else { return }
      let why = api.last_error().map { String(cString: $0) } ?? "status \(status)"
      throw .unavailable("OpenVINO cannot \(what) (\(why.prefix(200))); run scripts/setup")
    }
    var core: OpaquePointer?
    try check(api.core_create(&core), "start")
    var model: OpaquePointer?
    try check(api.core_read_model(core, files.model, "", &model), "read \(files.model)")
    defer { api.model_free(model) }
    var compiled: OpaquePointer?
    try check(
      openvino_compile(&api, core, model, Self.precision, &compiled), "prepare \(files.model)")
    var request: OpaquePointer?
    try check(api.create_infer_request(compiled, &request), "make a request")
    guard let core, let compiled, let request else {
      throw .unavailable("OpenVINO gave nothing to work with; run scripts/setup")
    }
    self.characters = characters
    self.api = api
    self.core = core
    self.compiled = compiled
    self.request = request
    name = "pp-ocrv6 small \(Self.precision)"
  }

  deinit {
    api.infer_request_free(request)
    api.compiled_model_free(compiled)
    api.core_free(core)
  }

  /// What the engine reads in a strip; positions are columns of the strip.
  borrowing func glyphs(in strip: GrayImage) -> [StripGlyph] {
    guard strip.width > 4, strip.height > 4 else { return [] }
    let scale = Double(Self.height) / Double(strip.height)
    let wanted = Int((Double(strip.width) * scale).rounded(.up))
    let width = Self.widths.first { $0 >= wanted } ?? Self.widths[Self.widths.count - 1]
    let scaleX = min(scale, Double(width) / Double(strip.width))
    var input = Self.input(strip, width: width, scaleX: scaleX, scaleY: scale)
    return input.withUnsafeMutableBufferPointer { buffer in
      outputs(of: buffer, width: width) { steps, classes, values in
        decoded(
          values, steps: steps, classes: classes, columnsPerStep: Double(Self.stride) / scaleX)
      }
    } ?? []
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

  private borrowing func outputs<Result>(
    of buffer: UnsafeMutableBufferPointer<Float>, width: Int,
    _ body: (_ steps: Int, _ classes: Int, UnsafePointer<Float>) -> Result
  ) -> Result? {
    var dims: [Int64] = [1, 3, Int64(Self.height), Int64(width)]
    var tensor: OpaquePointer?
    let made = dims.withUnsafeMutableBufferPointer { dims in
      api.tensor_create_from_host_ptr(
        Int32(OPENVINO_F32), ov_shape_t(rank: 4, dims: dims.baseAddress),
        buffer.baseAddress, &tensor)
    }
    guard made == 0, let tensor else { return nil }
    defer { api.tensor_free(tensor) }
    var output: OpaquePointer?
    guard api.set_input_tensor(request, tensor) == 0, api.infer(request) == 0,
      api.get_output_tensor(request, &output) == 0, let output
    else { return nil }
    defer { api.tensor_free(output) }
    var shape = ov_shape_t()
    var data: UnsafeMutableRawPointer?
    guard api.tensor_get_shape(output, &shape) == 0, api.tensor_data(output, &data) == 0
    else { return nil }
    defer { _ = api.shape_free(&shape) }
    guard shape.rank == 3, let data, let dims = shape.dims else { return nil }
    return body(Int(dims[1]), Int(dims[2]), data.assumingMemoryBound(to: Float.self))
  }

  /// Connectionist temporal classification, greedily: the best class of each step; the same class
  /// twice without a gap is one character. Its runners-up come from its surest step.
  private borrowing func decoded(
    _ values: UnsafePointer<Float>, steps: Int, classes: Int, columnsPerStep: Double
  ) -> [StripGlyph] {
    var glyphs: [StripGlyph] = []
    var last = 0
    for step in 0..<steps {
      let row = UnsafeBufferPointer(start: values + step * classes, count: classes)
      var best = 0
      for index in 1..<classes where row[index] > row[best] { best = index }
      defer { last = best }
      guard best != 0, best < characters.count else { continue }
      let confidence = Double(row[best])
      if best == last, !glyphs.isEmpty {
        glyphs[glyphs.count - 1].right = Int(Double(step + 1) * columnsPerStep)
        if confidence > glyphs[glyphs.count - 1].confidence {
          glyphs[glyphs.count - 1].confidence = confidence
          glyphs[glyphs.count - 1].alternatives = alternatives(in: row, best: best)
        }
        continue
      }
      glyphs.append(
        StripGlyph(
          text: characters[best], left: Int(Double(step) * columnsPerStep),
          right: Int(Double(step + 1) * columnsPerStep), confidence: confidence,
          alternatives: alternatives(in: row, best: best)))
    }
    return glyphs.filter { $0.text != " " && $0.text != "\u{3000}" }
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
