/// All that is known of how one counter prints: its layouts, and what became of each.
package struct LayoutHistory: Hashable, Sendable {
  package var counter: CounterCode
  /// By version.
  package var versions: [LayoutVersion]
  /// The highest version there ever was.
  package var latestVersion: Int
  /// What has happened since it was loaded, the latest last.
  package var news: [LayoutEvent] = []

  package init(counter: CounterCode, versions: [LayoutVersion] = []) {
    self.counter = counter
    self.versions = versions
    latestVersion = versions.map(\.version).max() ?? 0
  }

  package var deciding: [LayoutVersion] { versions.filter { $0.state == .deciding } }

  /// The till has changed its print, and no layout has taken the place of the one it had: papers
  /// that are alike are printed otherwise than the demoted one. Papers of which none is like
  /// another tell of no change; such a till has no layout, and is read without.
  package var isChanged: Bool {
    guard deciding.isEmpty,
      let last = versions.filter({ $0.state == .demoted }).map(\.version).max()
    else { return false }
    return versions.contains { $0.state == .shadow && $0.version > last && $0.lessons.count >= 2 }
  }
}

/// One layout of a counter.
package struct LayoutVersion: Hashable, Sendable {
  package enum State: String, Codable, Sendable, CaseIterable {
    /// It is compared with what is confirmed, and decides nothing.
    case shadow
    /// It takes part in reading.
    case deciding
    /// The till prints otherwise now.
    case demoted
    /// A person has put it away.
    case retired
  }

  package var version: Int
  package var state: State
  /// Papers it was learned from, ``lessonsMax`` at most, oldest first.
  package var lessons: [Lesson]
  /// What the counter's latest ``recentMax`` papers said of it, oldest first.
  package var recent: [Sighting]

  package static let lessonsMax = 12
  package static let recentMax = 5
  /// So many shadows, demoted and retired versions are kept of each, the latest.
  package static let keptMax = 4

  package init(
    version: Int, state: State = .shadow, lessons: [Lesson] = [], recent: [Sighting] = []
  ) {
    self.version = version
    self.state = state
    self.lessons = lessons
    self.recent = recent
  }

  var isLive: Bool { state == .shadow || state == .deciding }

  package var layout: Layout {
    var layout = Layout(version: version, specimens: lessons.map(\.specimen))
    for lesson in lessons where lesson.isOfReviewer { layout.confirmHeadings(of: lesson.specimen) }
    return layout
  }

  /// Who has confirmed its papers, each once.
  package var sources: Set<String> { Set(lessons.map(\.source)) }
}

/// Whether one paper was printed as a layout says.
package struct Sighting: Hashable, Codable, Sendable {
  package var claim: ClaimID
  package var agrees: Bool
  package var member: MemberID?

  package init(claim: ClaimID, agrees: Bool, member: MemberID?) {
    (self.claim, self.agrees, self.member) = (claim, agrees, member)
  }
}

/// A confirmed paper as a layout learns from it.
package struct Lesson: Hashable, Codable, Sendable {
  package var claim: ClaimID
  /// Who stands for it: `reviewer li`, or `member M1` where the machine was certain by itself.
  package var source: String
  /// Whose paper it is; `nil` where an earlier version of the program did not keep it.
  package var member: MemberID?
  package var specimen: Specimen

  /// A person has said whose paper it is.
  var isOfReviewer: Bool { source.hasPrefix(Self.reviewer) }

  /// What ``source`` begins with where a person stands for it.
  package static let reviewer = "reviewer "
  /// … and where the machine was certain by itself.
  package static let member = "member "

  package init(claim: ClaimID, source: String, member: MemberID? = nil, specimen: Specimen) {
    self.claim = claim
    self.source = source
    self.member = member
    self.specimen = specimen
  }
}

extension LayoutHistory {
  /// What it takes for a layout to decide.
  package struct Asked: Hashable, Codable, Sendable {
    /// Papers that agree.
    package var papersMin = 2
    /// Different people that stand for them, and different members whose papers they are.
    package var sourcesMin = 2
    /// Of the latest papers of a counter, how many disagree before its layout is demoted; they are
    /// never all of one member.
    package var disagreeingMax = 3

    package init() {}
  }

  /// Learns from a confirmed paper of the counter.
  ///
  /// - Parameter isIndependent: whether it was read without the help of the counter's layouts, or
  ///   confirmed by a person. Otherwise it confirms none of them: it was read as they say.
  package mutating func learn(_ lesson: Lesson, isIndependent: Bool = true, asked: Asked) {
    let live = versions.indices.filter { versions[$0].isLive }
    let views = live.map { (index: $0, agrees: versions[$0].layout.agrees(with: lesson.specimen)) }
    // The one that decides comes before the one in the shadow, the latest before the others.
    let agreeing = views.filter { $0.agrees == true }.map(\.index)
      .max { (isDeciding($0) ? 1 : 0, $0) < (isDeciding($1) ? 1 : 0, $1) }
    // A counter may have two tills: what one of its layouts explains is no doubt of the others.
    let isExplained = agreeing.map(isDeciding) ?? false
    for (index, agrees) in views {
      guard let agrees, agrees || !isExplained else { continue }
      let sighting = Sighting(claim: lesson.claim, agrees: agrees, member: lesson.member)
      versions[index].recent = Array(
        (versions[index].recent + [sighting]).suffix(LayoutVersion.recentMax))
    }
    if let index = agreeing, isIndependent {
      versions[index].add(lesson, asked: asked)
      promote(index, asked: asked)
    }
    for (index, agrees) in views where agrees == false { demoteIfChanged(index, lesson, asked) }
    // One poor photograph must not keep all others from beginning a layout.
    let isUntold = views.contains { view in
      view.agrees == nil
        && !(versions[view.index].state == .shadow && versions[view.index].lessons.count == 1)
    }
    if agreeing == nil, !isUntold { begin(with: lesson) }
    forgetOldest()
  }

  private func isDeciding(_ index: Int) -> Bool { versions[index].state == .deciding }

  /// Papers of no till leave a shadow each; tills that changed often, demoted versions.
  private mutating func forgetOldest() {
    for state in [LayoutVersion.State.shadow, .demoted, .retired] {
      let old = versions.filter { $0.state == state }.map(\.version)
        .dropLast(LayoutVersion.keptMax)
      versions.removeAll { old.contains($0.version) }
    }
  }

  private mutating func begin(with lesson: Lesson) {
    // A paper without a label of its amount or its time shows no layout.
    guard !lesson.specimen.amountLabels.isEmpty, !lesson.specimen.timeLabels.isEmpty else { return }
    // One shadow at a time: papers like no other are no till's.
    let isDecided = !deciding.isEmpty
    versions.removeAll { $0.state == .shadow && $0.lessons.count < 2 && isDecided }
    latestVersion += 1
    let sighting = Sighting(claim: lesson.claim, agrees: true, member: lesson.member)
    versions.append(LayoutVersion(version: latestVersion, lessons: [lesson], recent: [sighting]))
    news.append(
      LayoutEvent(version: latestVersion, kind: .began, cause: .seen(on: lesson.claim)))
  }

  private mutating func promote(_ index: Int, asked: Asked) {
    let version = versions[index]
    guard version.state == .shadow, version.isProven(asked) else { return }
    versions[index].state = .deciding
    news.append(
      LayoutEvent(
        version: version.version, kind: .decides,
        cause: .agreed(papers: version.lessons.count, sources: version.sources.sorted())))
  }

  private mutating func demoteIfChanged(_ index: Int, _ lesson: Lesson, _ asked: Asked) {
    let version = versions[index]
    let disagreeing = version.recent.filter { !$0.agrees }
    guard version.state == .deciding, disagreeing.count >= asked.disagreeingMax,
      disagreeing.map(\.member).isOfDifferent(2)
    else { return }
    versions[index].state = .demoted
    news.append(
      LayoutEvent(
        version: version.version, kind: .demoted,
        cause: .changed(
          papers: disagreeing.count, latest: version.recent.count,
          differences: version.layout.differences(from: lesson.specimen))))
  }

  /// A credit that it was learned from was taken back.
  package mutating func unlearn(_ claim: ClaimID, asked: Asked) {
    for index in versions.indices {
      versions[index].recent.removeAll { $0.claim == claim }
      guard versions[index].lessons.contains(where: { $0.claim == claim }) else { continue }
      versions[index].lessons.removeAll { $0.claim == claim }
      guard versions[index].state == .deciding, !versions[index].isProven(asked) else { continue }
      versions[index].state = .shadow
      news.append(
        LayoutEvent(
          version: versions[index].version, kind: .doubted,
          cause: .creditTakenBack(of: claim)))
    }
    let untaught = versions.filter { $0.state == .shadow && $0.lessons.isEmpty }.map(\.version)
    versions.removeAll { untaught.contains($0.version) }
    news += untaught.map {
      LayoutEvent(version: $0, kind: .retired, cause: .creditTakenBack(of: claim))
    }
  }

  /// A person puts a version away.
  ///
  /// - Returns: `false` where there is none, or it was put away before.
  package mutating func retire(_ version: Int, by reviewer: String) -> Bool {
    guard let index = versions.firstIndex(where: { $0.version == version }),
      versions[index].state != .retired
    else { return false }
    versions[index].state = .retired
    news.append(LayoutEvent(version: version, kind: .retired, cause: .person(name: reviewer)))
    return true
  }
}

extension LayoutVersion {
  func isProven(_ asked: LayoutHistory.Asked) -> Bool {
    lessons.count >= asked.papersMin && sources.count >= asked.sourcesMin
      && lessons.map(\.member).isOfDifferent(asked.sourcesMin)
  }

  /// One more; of too many the oldest goes whose people are not missed.
  fileprivate mutating func add(_ lesson: Lesson, asked: LayoutHistory.Asked) {
    lessons.append(lesson)
    guard lessons.count > Self.lessonsMax else { return }
    let wasProven = isProven(asked)
    let spare = lessons.indices.first { index in
      var rest = self
      rest.lessons.remove(at: index)
      return rest.isProven(asked) || !wasProven
    }
    lessons.remove(at: spare ?? 0)
  }
}

extension [MemberID?] {
  /// Whether they are at least so many members; one that is not known counts as one of its own.
  fileprivate func isOfDifferent(_ count: Int) -> Bool {
    Set(compactMap(\.self)).count + self.count(where: { $0 == nil }) >= count
  }
}

extension Layout {
  /// What a paper prints otherwise; none where only its lines are others.
  func differences(from specimen: Specimen) -> [LayoutEvent.Difference] {
    func labels(
      of field: FieldName, _ known: some Collection<String>, _ shown: [String]
    ) -> LayoutEvent.Difference? {
      guard !known.isEmpty, !shown.isEmpty,
        !shown.contains(where: { label in known.contains { Self.isAlikeLabel($0, label) } })
      else { return nil }
      return .labels(of: field, shown: shown.sorted(), known: known.sorted())
    }
    let shape = specimen.numberShape.flatMap { shape -> LayoutEvent.Difference? in
      numberShapes.isEmpty || numberShapes.keys.contains { Self.isAlike($0, shape) }
        ? nil : .numberShape(shown: shape, known: numberShapes.keys.sorted())
    }
    return [
      labels(of: .amount, amountLabels.keys, specimen.amountLabels),
      labels(of: .time, timeLabels.keys, specimen.timeLabels),
      labels(of: .receiptNumber, numberLabels.keys, specimen.numberLabels), shape,
    ].compactMap(\.self)
  }
}
