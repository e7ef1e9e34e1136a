/// Why the press cannot go on.
package enum PressError: Error, CustomStringConvertible {
  case notEmpty(String)
  case notWritable(String, String)
  case notEncodable(String)
  case notPictured(String, String)
  case notPrintable(String)
  case fontMissing(String)

  package var description: String {
    switch self {
    case .notEmpty(let path):
      "\(path) is not empty; name a new directory, so that no other set is mixed in"
    case .notWritable(let path, let reason): "cannot write \(path): \(reason)"
    case .notEncodable(let reason): "cannot write a line of truth: \(reason)"
    case .fontMissing(let family):
      "the font \(family) is missing; install fonts-noto-cjk, fonts-wqy-zenhei, "
        + "fonts-wqy-microhei, fonts-arphic-uming, fonts-arphic-ukai, fonts-dejavu-core, "
        + "fonts-liberation and fonts-inconsolata"
    case .notPrintable(let reason): "cannot print: \(reason); are Pango and its fonts installed?"
    case .notPictured(let file, let reason): "cannot make the picture \(file): \(reason)"
    }
  }
}
