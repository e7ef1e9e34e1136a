/// Why the press cannot go on.
package enum PressError: Error, CustomStringConvertible {
  case notEmpty(String)
  case notWritable(String, String)
  case notEncodable(String)
  case notPictured(String, String)
  case notPrintable(String)
  case fontMissing(String)
  case charactersMissing([Character])

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
    case .charactersMissing(let characters):
      "no font has \(String(characters.prefix(20))); the fonts were perhaps installed a moment ago: "
        + "run fc-cache -f and try again"
    case .notPrintable(let reason): "cannot print: \(reason); are Pango and its fonts installed?"
    case .notPictured(let file, let reason): "cannot make the picture \(file): \(reason)"
    }
  }
}
