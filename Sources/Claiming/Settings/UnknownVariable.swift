/// A variable of the environment that begins like a setting and is none, so that it has no effect:
/// misspelt, most likely.
package struct UnknownVariable: Hashable, Sendable {
  package var name: String
  /// The one there is that is spelt most like it.
  package var nearest: String

  private static let prefix = "XIAOPIAO_"
  private static let home = "XIAOPIAO_HOME"
  private static let listedMax = 10

  /// By name, the first ten. Next to nothing where there is none.
  package static func all(in environment: [String: String]) -> [UnknownVariable] {
    let suspects = environment.keys.filter { $0.hasPrefix(prefix) && $0 != home }
    guard !suspects.isEmpty else { return [] }
    let known = [home] + SettingsKey.all.map(\.variable)
    return suspects.filter { !known.contains($0) }.sorted().prefix(listedMax).map { name in
      UnknownVariable(name: name, nearest: closest(to: name, among: known))
    }
  }

  private static func closest(to name: String, among known: [String]) -> String {
    // What they all begin with tells nothing.
    func own(_ variable: String) -> String { String(variable.dropFirst(prefix.count)) }
    return Spelling.closest(to: own(name), among: known.map(own)).map { prefix + $0.word } ?? home
  }
}
