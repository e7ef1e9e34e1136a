/// Why a picture gave no page.
package enum RecognitionFailure: Error, Hashable, Codable, Sendable {
  /// The worker was killed at its deadline, after that many seconds.
  case timeout(seconds: Double)
  /// The worker died on the picture: of a signal, of its memory limit, or by itself.
  case crashed(String)
  /// The decoder refused the picture's data.
  case undecodable(String)
  /// No reader can work: a library or model is missing or altered. Nothing is wrong with the
  /// picture.
  case unavailable(String)
}

extension RecognitionFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .timeout(let seconds):
      "the reader did not finish within \(seconds.formatted()) s; the picture needs a person"
    case .crashed(let how): "the reader process died on this picture (\(how))"
    case .undecodable(let why): why
    case .unavailable(let why): why
    }
  }
}

extension Double {
  fileprivate func formatted() -> String {
    self == rounded() ? String(Int(self)) : String(self)
  }
}
