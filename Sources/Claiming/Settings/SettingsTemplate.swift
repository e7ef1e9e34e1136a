/// The commented settings file of a new home: every setting with its default, so that a person
/// finds all there is in one place.
package enum SettingsTemplate {
  package static func text(of settings: Settings) -> String {
    var lines = [
      "# Settings of this home of xiaopiao. A line that begins with # is a default that is not",
      "# changed; take the # away to change it. The environment overrides this file:",
      "# XIAOPIAO_WATCH_SETTLE_MS is watch.settle_ms.",
    ]
    let defaults = Settings()
    var section = ""
    for key in SettingsKey.all {
      if key.section != section {
        section = key.section
        lines += ["", "# " + (SettingsKey.sectionComments[section] ?? section), "[\(section)]"]
      }
      let value = key.value(settings)
      let isChosen = section == "mall" || value != key.value(defaults)
      lines += key.comment.split(separator: "\n").map { "# \($0)" }
      lines.append((isChosen ? "" : "# ") + "\(key.name) = \(value.toml)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
