/// One of Tesseract's models that Xiaopiao uses, by the name of its file.
package enum ReaderModel: String, Codable, Sendable, CaseIterable {
  case simplifiedChinese = "chi_sim"
  case traditionalChinese = "chi_tra"
  case latin = "eng"

  var fileName: String { "\(rawValue).traineddata" }
}
