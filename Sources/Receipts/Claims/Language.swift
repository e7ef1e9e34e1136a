/// A language that people are spoken to in.
package enum Language: String, Codable, Sendable, CaseIterable {
  case english = "en"
  case chinese = "zh"

  /// The one of two texts that is in this language, so that both stand where they are said:
  /// `language("counter", "专柜")`.
  package func callAsFunction(_ english: String, _ chinese: String) -> String {
    switch self {
    case .english: english
    case .chinese: chinese
    }
  }
}
