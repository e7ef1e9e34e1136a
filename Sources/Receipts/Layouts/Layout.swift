/// How a counter's till prints, as its confirmed papers have shown it: what stands before the
/// amount, the time and the number on *this* till.
package struct Layout: Hashable, Sendable {
  /// 1, 2, 3… in the order in which the counter's layouts began.
  package var version: Int
  /// How many papers it was learned from.
  package var papers: Int
  /// Each label with the number of papers on which it stands there.
  package var amountLabels: [String: Int] = [:]
  /// Labels that have only stood before other numbers.
  package var otherAmountLabels: [String: Int] = [:]
  /// On how many of the papers something was taken off. Where it was on none, the labels of what
  /// the items cost and of what was paid have stood before the same amounts.
  package var reducedPapers = 0
  package var timeLabels: [String: Int] = [:]
  package var timePrecisions: [PrintedTime.Precision: Int] = [:]
  package var numberLabels: [String: Int] = [:]
  package var numberShapes: [String: Int] = [:]
  /// Where the papers' numbers tell their day: seen on as many days as it takes for chance to be
  /// ruled out.
  package var dayPlaces: [DayPlace] = []
  /// What stands at the very top and may be the shop's name.
  package var headings: Set<String> = []
  /// The same with the number of papers that reviewers have confirmed.
  package var confirmedHeadings: [String: Int] = [:]
  /// On how many papers of reviewers such lines were looked for.
  package var papersOfHeadings = 0
  /// Lines of head and foot that more than one paper has, or the only one.
  package var lines: [String: Int] = [:]

  package init(version: Int, specimens: [Specimen]) {
    self.version = version
    papers = specimens.count
    for specimen in specimens {
      for label in Set(specimen.amountLabels) { amountLabels[label, default: 0] += 1 }
      for label in Set(specimen.otherAmountLabels) { otherAmountLabels[label, default: 0] += 1 }
      for label in Set(specimen.timeLabels) { timeLabels[label, default: 0] += 1 }
      // An earlier version did not look: its papers may have shown one.
      if specimen.isReduced ?? true { reducedPapers += 1 }
      if let precision = specimen.timePrecision { timePrecisions[precision, default: 0] += 1 }
      for label in Set(specimen.numberLabels) { numberLabels[label, default: 0] += 1 }
      if let shape = specimen.numberShape { numberShapes[shape, default: 0] += 1 }
      headings.formUnion(specimen.headings ?? [])
      for line in Set(specimen.lines) { lines[line, default: 0] += 1 }
    }
    dayPlaces = Self.dayPlaces(of: specimens)
    for label in amountLabels.keys { otherAmountLabels[label] = nil }
    if papers > 1 { lines = lines.filter { $0.value > 1 } }
  }

  /// Takes what a paper is headed by for what the shop calls itself, since a person has said whose
  /// it is.
  mutating func confirmHeadings(of specimen: Specimen) {
    guard let headings = specimen.headings else { return }
    papersOfHeadings += 1
    for heading in Set(headings) { confirmedHeadings[heading, default: 0] += 1 }
  }

  /// Whether a heading is this till's: it stands on most of the papers that reviewers have
  /// confirmed, and on more than one.
  package func isHeaded(by heading: String) -> Bool {
    let count = confirmedHeadings[heading] ?? 0
    return count >= Self.papersOfHeadingMin && count * 2 > papersOfHeadings
  }

  private static let papersOfHeadingMin = 2

  /// A shop's number may hold the digits of one day, and four digits do so one time in 365.
  private static let (daysMin, daysMinOfNoYear) = (2, 3)
  /// One paper in five may be another: whose date was misread, or mended by a person.
  private static let paperOfOthers = 5

  /// Places that nearly all papers share, and that tell days which differ: what a till prints the
  /// same every day is its own number.
  private static func dayPlaces(of specimens: [Specimen]) -> [DayPlace] {
    let told = specimens.compactMap { specimen in
      specimen.day.flatMap { day in specimen.dayPlaces.map { (day: day, places: $0) } }
    }
    return Set(told.flatMap(\.places)).filter { place in
      let papers = told.filter { $0.places.contains(place) }
      return Set(papers.map(\.day)).count >= (place.form == .noYear ? daysMinOfNoYear : daysMin)
        && (told.count - papers.count) * paperOfOthers <= told.count
    }.sorted()
  }

  /// The day that a number of this till tells, the printed one if any of its places does; `nil`
  /// where its numbers tell none, or this one is built otherwise. Of places the ones that tell most
  /// of the day are asked.
  ///
  /// - Parameter day: of the purchase, as printed.
  package func day(in number: ReceiptNumber, besides day: Day) -> Day? {
    guard numberShapes.isEmpty || numberShapes[Specimen.shape(of: number)] != nil,
      let form = dayPlaces.first?.form
    else { return nil }
    let told = dayPlaces.filter { $0.form == form }.compactMap { $0.day(in: number, near: day) }
    return told.contains(day) ? day : told.first
  }

  /// Whether another paper is printed alike; `nil` where it shows too little to tell.
  package func agrees(with specimen: Specimen) -> Bool? {
    let fields = [
      Self.agree(amountLabels.keys, specimen.amountLabels),
      Self.agree(timeLabels.keys, specimen.timeLabels),
      Self.agree(numberLabels.keys, specimen.numberLabels),
      specimen.numberShape.flatMap { shape in
        numberShapes.isEmpty ? nil : numberShapes.keys.contains { Self.isAlike($0, shape) }
      },
    ].compactMap(\.self)
    if fields.contains(false) { return false }
    // One field alone may agree by chance: half of all tills print 合计.
    return fields.count >= 2 ? true : nil
  }

  /// `nil` where either shows no label.
  private static func agree(
    _ known: some Collection<String>, _ shown: [String]
  ) -> Bool? {
    if known.contains(""), shown.contains("") { return true }
    // Of a time that stands in a number, and of one that stands by itself, nothing is compared.
    guard known.contains(where: { $0.first == "#" }) == shown.contains(where: { $0.first == "#" })
    else { return nil }
    // Where no label was read, one may stand all the same.
    let shown = shown.filter { !$0.isEmpty }
    let known = known.filter { !$0.isEmpty }
    guard !known.isEmpty, !shown.isEmpty else { return nil }
    return shown.contains { label in known.contains { isAlikeLabel($0, label) } }
  }

  /// 单号 is what a poor photograph leaves of 销售单号, and 交易时问 what it makes of 交易时间.
  package static func isAlikeLabel(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    let (short, long) = one.count < other.count ? (one, other) : (other, one)
    if short.count >= 2, !short.allSatisfy(\.isASCII), long.contains(short) { return true }
    // What begins otherwise is another: 应付金额, 实付金额.
    return short.count >= 3 && short.count == long.count && short.first == long.first
      && zip(short, long).count(where: { $0 != $1 }) == 1
  }

  /// Numbers that count up grow by a digit now and then.
  package static func isAlike(_ shape: String, _ other: String) -> Bool {
    guard abs(shape.count - other.count) <= 1 else { return false }
    func frame(_ shape: String) -> String {
      shape.reduce(into: "") { frame, character in
        if frame.last != character { frame.append(character) }
      }
    }
    return frame(shape) == frame(other)
  }
}
