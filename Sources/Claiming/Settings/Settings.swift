package import Foundation
package import Receipts

/// Every setting there is, each with a default. Read once in the executable (flags over
/// environment over `xiaopiao.toml`), then passed down as the part each stage needs.
package struct Settings: Hashable, Sendable {
  package var mall = Mall()
  package var watch = Watch()
  package var retention = Retention()

  package init() {}

  package struct Mall: Hashable, Sendable {
    /// For people; printed at the head of reports.
    package var name = ""
    /// What a `$` or no sign at all means on the paper, and what points are counted in.
    package var currency = Currency.cny
    /// A name of the IANA database; papers print its wall clock.
    package var timeZoneName = "Asia/Shanghai"
    /// Of the texts that people read.
    package var language = Language.english

    package init() {}

    package var timeZone: TimeZone {
      // Only names that exist get into `timeZoneName`; UTC would show a broken database of zones.
      TimeZone(identifier: timeZoneName) ?? .gmt
    }
  }

  package struct Watch: Hashable, Sendable {
    /// How long a file in the inbox must stay unchanged before it is taken.
    package var settle = Duration.milliseconds(400)
    /// How long an unfinished file may lie there before it is set aside.
    package var patience = Duration.seconds(120)
    /// How often the inbox is read again even when nothing was heard.
    package var rescan = Duration.seconds(5)

    package init() {}
  }

  package struct Retention: Hashable, Sendable {
    /// Pictures of decided claims are deleted after so many days; 0 keeps them. Claims in review
    /// keep theirs.
    package var imagesDays = 0

    package init() {}
  }
}

/// A language of the texts for people. Logs and messages of commands are English.
package enum Language: String, Codable, Sendable, CaseIterable {
  case english = "en"
  case chinese = "zh"
}
