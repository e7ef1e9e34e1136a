package import Foundation
package import Intake
package import Receipts
package import Recognition
package import Screening

/// Every setting there is, each with a default. Read once in the executable (flags over
/// environment over `xiaopiao.toml`), then passed down as the part each stage needs.
package struct Settings: Hashable, Sendable {
  package var mall = Mall()
  package var intake = ImageLimits()
  package var recognition = RecognitionSettings()
  package var screening = ScreeningPolicy()
  package var watch = InboxSettings()
  package var retention = Retention()
  package var layouts = Layouts()

  package init() {}

  /// How many pictures are read at the same time; 0: one a core.
  package var workers: Int {
    get { recognition.workers }
    set { recognition.workers = newValue }
  }

  package struct Mall: Hashable, Sendable {
    /// For people, and what no shop is known by: receipts print it beside their shop's name.
    package var name = ""
    /// What a `$` or no sign at all means on the paper, and what points are counted in.
    package var currency = Currency.cny
    /// A name of the IANA database; papers print its wall clock.
    package var timeZoneName = "Asia/Shanghai"
    /// Of the texts that people read.
    /// `nil`: that of the process's own locale.
    package var language: Language?

    package init() {}

    package var timeZone: TimeZone {
      // Only names that exist get into `timeZoneName`; UTC would show a broken database of zones.
      TimeZone(identifier: timeZoneName) ?? .gmt
    }
  }

  package struct Layouts: Hashable, Sendable {
    /// Whether layouts take part in reading; they are learned in any case.
    package var areUsed = true
    package var asked = LayoutHistory.Asked()
    /// How likely all of a credit's fields have to be right for it to teach its layout with no
    /// person involved.
    package var certaintyMin = 0.97

    package init() {}
  }

  package struct Retention: Hashable, Sendable {
    /// Pictures of decided claims are deleted after so many days; 0 keeps them. Claims in review
    /// keep theirs.
    package var imagesDays = 0

    package init() {}
  }
}

extension Settings {
  /// How likely kind, counter, amount and time have to be right together for a credit without a
  /// person.
  package var certaintyAsked: Double { screening.creditProbabilityMin }
}
