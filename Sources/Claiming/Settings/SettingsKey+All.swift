import Foundation
import Receipts

extension SettingsKey {
  /// Every setting, in the order of the file.
  static let all: [SettingsKey] = mall + watch + retention

  /// The sections that name their own keys, such as a category; each has a reader of its own.
  static let sectionComments: [String: String] = [
    "mall": "The mall itself.",
    "watch": "The inbox that `xiaopiao watch` looks after.",
    "retention": "How long pictures are kept. What was credited is kept for ever.",
  ]

  private static let mall: [SettingsKey] = [
    .text(
      "mall.name", expected: "a text of at most 100 characters", \.mall.name,
      "Printed at the head of reports.", write: { $0 },
      read: { $0.count <= 100 ? $0 : nil }),
    .text(
      "mall.currency",
      expected: "one of " + Currency.known.map(\.rawValue).joined(separator: ", "),
      \.mall.currency,
      "What a \"$\" or no sign at all means on a receipt. Another currency on the paper means "
        + "review.\nNever change it in a home that has credited.",
      write: { $0.rawValue }, read: { Currency.known.contains(Currency($0)) ? Currency($0) : nil }),
    .text(
      "mall.time_zone", expected: "a time zone like Asia/Shanghai", \.mall.timeZoneName,
      "The wall clock that receipts print.", write: { $0 },
      read: { TimeZone(identifier: $0) == nil ? nil : $0 }),
    .text(
      "mall.language", expected: "en or zh", \.mall.language,
      "Of reasons and questions: \"en\" or \"zh\".", write: { $0.rawValue },
      read: { Language(rawValue: $0) }),
  ]

  private static let watch: [SettingsKey] = [
    .milliseconds(
      "watch.settle_ms", 50...60_000, \.watch.settle,
      "A file must stay unchanged for so long before it is taken."),
    .seconds(
      "watch.patience_s", 1...86_400, \.watch.patience,
      "A file that is still not whole after so long is set aside."),
    .seconds(
      "watch.rescan_s", 1...3_600, \.watch.rescan,
      "The inbox is read again this often, whether or not anything was heard."),
  ]

  private static let retention: [SettingsKey] = [
    .integer(
      "retention.images_days", 0...36_500, \.retention.imagesDays,
      "Pictures of decided claims are deleted after so many days; 0 keeps them.\n"
        + "Claims in review keep theirs.")
  ]
}
