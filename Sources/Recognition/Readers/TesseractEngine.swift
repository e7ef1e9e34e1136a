import CTesseract
import Foundation

import Receipts

/// One engine of Tesseract with one model, for single lines.
///
/// An engine's memory only grows; the worker process is renewed instead of the engine.
struct TesseractEngine: ~Copyable {
  private let handle: OpaquePointer
  /// The library's version and the model: `tesseract 5.3.0 chi_sim`.
  let name: String

  /// - Throws: ``RecognitionFailure/unavailable(_:)`` when the model cannot be loaded.
  init(model: String, directory: String) throws(RecognitionFailure) {
    guard let handle = TessBaseAPICreate() else {
      throw .unavailable("tesseract cannot be started: out of memory")
    }
    guard Self.initialised(handle, model: model, directory: directory) else {
      TessBaseAPIDelete(handle)
      throw .unavailable(
        "tesseract cannot load the model \(model) from \(directory); run scripts/setup")
    }
    TessBaseAPISetPageSegMode(handle, PSM_SINGLE_LINE)
    _ = TessBaseAPISetVariable(handle, "tessedit_do_invert", "0")
    self.handle = handle
    name = "tesseract \(String(cString: TessVersion())) \(model)"
  }

  /// Without the word lists: receipts are names, codes and numbers, and the lists cost a fifth of
  /// the time.
  private static func initialised(
    _ handle: OpaquePointer, model: String, directory: String
  ) -> Bool {
    let names = ["load_system_dawg", "load_freq_dawg", "load_punc_dawg", "load_number_dawg"]
    var keys = names.map { strdup($0) }
    var values = names.map { _ in strdup("0") }
    defer { (keys + values).forEach { free($0) } }
    return TessBaseAPIInit4(
      handle, directory, model, OEM_LSTM_ONLY, nil, 0, &keys, &values, names.count, 0) == 0
  }

  deinit {
    TessBaseAPIEnd(handle)
    TessBaseAPIDelete(handle)
  }

  /// What the engine reads in a strip; positions are columns of the strip.
  borrowing func glyphs(in strip: GrayImage) -> [StripGlyph] {
    strip.pixels.withUnsafeBufferPointer { pixels in
      TessBaseAPISetImage(
        handle, pixels.baseAddress, Int32(strip.width), Int32(strip.height), 1,
        Int32(strip.width))
      TessBaseAPISetSourceResolution(handle, 300)
    }
    defer { TessBaseAPIClear(handle) }
    guard TessBaseAPIRecognize(handle, nil) == 0,
      let iterator = TessBaseAPIGetIterator(handle)
    else { return [] }
    defer { TessResultIteratorDelete(iterator) }
    let position = TessResultIteratorGetPageIterator(iterator)
    var glyphs: [StripGlyph] = []
    repeat {
      guard let text = TessResultIteratorGetUTF8Text(iterator, RIL_SYMBOL) else { continue }
      defer { TessDeleteText(text) }
      var (left, top, right, bottom): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
      guard
        TessPageIteratorBoundingBox(position, RIL_SYMBOL, &left, &top, &right, &bottom) != 0
      else { continue }
      let symbol = String(cString: text)
      let confidence = Self.trust(TessResultIteratorConfidence(iterator, RIL_SYMBOL))
      glyphs.append(
        StripGlyph(
          text: symbol, left: Int(left), right: Int(right), confidence: confidence,
          alternatives: alternatives(of: symbol, at: iterator)))
    } while TessResultIteratorNext(iterator, RIL_SYMBOL) != 0
    return glyphs
  }

  /// Tesseract tells 100 + 7 × the log of the character's probability
  /// (`LTRResultIterator::Confidence`); this undoes it.
  private static func trust(_ confidence: Float) -> Double {
    min(1, exp((Double(confidence) - 100) / 7))
  }

  private borrowing func alternatives(
    of symbol: String, at iterator: OpaquePointer
  ) -> [Glyph.Alternative] {
    guard let choices = TessResultIteratorGetChoiceIterator(iterator) else { return [] }
    defer { TessChoiceIteratorDelete(choices) }
    var result: [Glyph.Alternative] = []
    repeat {
      guard let text = TessChoiceIteratorGetUTF8Text(choices) else { continue }
      let alternative = String(cString: text)
      let confidence = Self.trust(TessChoiceIteratorConfidence(choices))
      if alternative != symbol, !alternative.isEmpty, confidence > 0.01 {
        result.append(Glyph.Alternative(text: alternative, confidence: confidence))
      }
    } while TessChoiceIteratorNext(choices) != 0 && result.count < 3
    return result
  }
}

/// A character read in a strip.
struct StripGlyph: Sendable, Equatable {
  var text: String
  /// Columns of the strip.
  var left: Int
  var right: Int
  /// The engine's own trust, 0…1.
  var confidence: Double
  var alternatives: [Glyph.Alternative]

  var isDigit: Bool { text.utf8.count == 1 && text.first?.isNumber ?? false }

  /// The same where the strip is part of a wider one, and starts at that column of it.
  func moved(by columns: Int) -> StripGlyph {
    var moved = self
    moved.left += columns
    moved.right += columns
    return moved
  }
}
