import Foundation
import Intake
import Receipts
import Screening

extension SettingsKey {
  /// Every setting, in the order of the file.
  static let all: [SettingsKey] =
    mall + intake + recognition + screening + layouts + watch + retention

  static let sectionComments: [String: String] = [
    "mall": "The mall itself.",
    "intake": "Which pictures are taken at all. What is beyond is rejected before it is decoded.",
    "recognition": "The reader of pictures and its worker processes.",
    "screening": "What is certain enough for points, and what a person is asked.",
    "layouts": "What is learned of how each counter prints.",
    "watch": "The inbox that `xiaopiao watch` looks after.",
    "retention": "How long pictures are kept. What was credited is kept for ever.",
  ]

  private static let mall: [SettingsKey] = [
    .text(
      "mall.name", expected: "a text of at most 100 characters", \.mall.name,
      "As receipts print it beside the shop's own name: no part of a shop's name is known by\n"
        + "it; also at the head of `xiaopiao stats`.", write: { $0 },
      read: { $0.count <= 100 ? $0 : nil }),
    .text(
      "mall.currency",
      expected: "one of " + Currency.known.map(\.rawValue).joined(separator: ", "),
      \.mall.currency,
      "What a \"$\" or no sign at all means on a receipt. Another currency on the paper means\n"
        + "review. Never change it in a home that has credited.",
      write: { $0.rawValue }, read: { Currency.known.contains(Currency($0)) ? Currency($0) : nil }),
    .text(
      "mall.time_zone", expected: "a time zone like Asia/Shanghai", \.mall.timeZoneName,
      "The wall clock that receipts print.", write: { $0 },
      read: { TimeZone(identifier: $0) == nil ? nil : $0 }),
    .text(
      "mall.language", expected: "en, zh or auto", \.mall.language,
      "Of tables, reasons and questions: \"en\", \"zh\", or \"auto\" for that of the terminal.",
      write: { $0?.rawValue ?? "auto" },
      read: { text in
        if text == "auto" { return Language?.none }
        return Language(rawValue: text).map(Optional.some)
      }),
  ]

  private static let intake: [SettingsKey] = [
    .integer(
      "intake.bytes_max", 1_000...100_000_000, \.intake.bytesMax, "The largest file, in bytes."),
    .integer(
      "intake.pixels_max", 10_000...200_000_000, \.intake.pixelsMax,
      "The most pixels, width times height."),
    .integer(
      "intake.side_pixels_max", 100...30_000, \.intake.sidePixelsMax,
      "The longest side, in pixels."),
    .integer(
      "intake.side_pixels_min", 1...1_000, \.intake.sidePixelsMin,
      "The shortest side, in pixels."),
  ]

  private static let layouts: [SettingsKey] = [
    .truth(
      "layouts.are_used", \.layouts.areUsed,
      "Whether layouts take part in reading; they are learned in any case."),
    .integer(
      "layouts.papers_min", 2...100, \.layouts.asked.papersMin,
      "How many confirmed papers have to agree before a layout decides."),
    .integer(
      "layouts.sources_min", 2...100, \.layouts.asked.sourcesMin,
      "How many different people or members have to stand for them."),
    .integer(
      "layouts.disagreeing_max", 1...5, \.layouts.asked.disagreeingMax,
      "A layout is demoted when so many of its counter's latest five papers are printed otherwise."),
    .number(
      "layouts.certainty_min", 0.5...1, \.layouts.certaintyMin,
      "How likely a credit without a person has to be right to teach a layout."),
  ]

  private static let watch: [SettingsKey] = [
    .milliseconds(
      "watch.settle_ms", 50...60_000, \.watch.settlesAfter,
      "A whole photograph is taken once it has stayed unchanged for so long."),
    .seconds(
      "watch.patience_s", 1...86_400, \.watch.patience,
      "A file that is still not whole, or still lacks its note, after so long is set aside."),
    .seconds(
      "watch.rescan_s", 1...3_600, \.watch.rescansEvery,
      "The inbox is read again this often, whether or not anything was heard."),
  ]

  private static let retention: [SettingsKey] = [
    .integer(
      "retention.images_days", 0...36_500, \.retention.imagesDays,
      "Pictures of decided claims are deleted after so many days; 0 keeps them.\n"
        + "Claims in review keep theirs.")
  ]
}
