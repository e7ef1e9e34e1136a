import Foundation
import Receipts

/// A recorded page of a simple receipt: the text a reader would have seen.
enum PrintedPage {
  static func receipt(
    counter: String = "本汕", number: String = "20267037", time: String = "2026-11-20 12:11:05",
    amount: String = "101.00"
  ) -> Page {
    page([
      counter, "结账单", "单号：\(number)", "结账时间：\(time)", "牛肉火锅 1 \(amount)", "合计：\(amount)",
      "实付：\(amount)", "谢谢惠顾",
    ])
  }

  static func page(_ texts: [String]) -> Page {
    Page(
      width: 600, height: 40 * texts.count + 80,
      lines: texts.enumerated().map { index, text in
        let top = Double(40 * index + 40)
        let width = Double(text.count) * 20
        let glyphs = text.enumerated().map { place, character in
          Glyph(
            text: String(character), start: Double(place) / Double(text.count),
            end: Double(place + 1) / Double(text.count), confidence: 0.99)
        }
        return Line(
          outline: Quadrilateral(left: 40, top: top, right: 40 + width, bottom: top + 24),
          transcripts: [Transcript(reader: .tesseract, glyphs: glyphs, confidence: 0.99)])
      }, readers: ["test"])
  }
}
