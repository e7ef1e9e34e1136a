/// A language that people are spoken to in.
package enum Language: String, Codable, Sendable, CaseIterable {
  case english = "en"
  case chinese = "zh"
}
