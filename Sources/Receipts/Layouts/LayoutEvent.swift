/// Something that became of a layout.
package struct LayoutEvent: Hashable, Sendable {
  package enum Kind: String, Codable, Sendable, CaseIterable {
    case began, decides, demoted, retired
    /// It may not decide any more: a credit that taught it was taken back.
    case doubted
  }

  package var version: Int
  package var kind: Kind
  package var cause: Cause

  package init(version: Int, kind: Kind, cause: Cause) {
    self.version = version
    self.kind = kind
    self.cause = cause
  }
}

extension LayoutEvent {
  /// Why it became so.
  package enum Cause: Hashable, Codable, Sendable {
    /// The claim whose paper it was first seen on.
    case seen(on: ClaimID)
    /// Papers agree, confirmed by these: `reviewer li`, `member M1`.
    case agreed(papers: Int, sources: [String])
    /// So many of its counter's latest papers are printed otherwise.
    case changed(papers: Int, latest: Int, differences: [Difference])
    /// The credit of a claim that taught it was taken back.
    case creditTakenBack(of: ClaimID)
    /// A person put it away.
    case person(name: String)
    /// As an earlier version of the program put it.
    case words(text: String)

    // The spelling is stored, so that no case is ever renamed.
    private enum CodingKeys: String, CodingKey {
      case seen, agreed, changed, person, words
      case creditTakenBack = "credit_taken_back"
    }
  }

  /// What a paper prints otherwise than a layout.
  package enum Difference: Hashable, Codable, Sendable {
    /// After which labels a field stands, and after which it did; an empty one is none.
    case labels(of: FieldName, shown: [String], known: [String])
    /// How numbers are built, and were.
    case numberShape(shown: String, known: [String])

    private enum CodingKeys: String, CodingKey {
      case labels
      case numberShape = "number_shape"
    }
  }
}

extension LayoutEvent.Cause {
  /// For operators: lower case, no full stop.
  package func text(in language: Language) -> String {
    switch self {
    case .seen(let claim): language("from claim \(claim)", "源自申请 \(claim)")
    case .agreed(let papers, let sources):
      language(
        "\(papers) papers agree, confirmed by \(sources.joined(separator: ", "))",
        "\(papers) 张小票一致，确认人："
          + sources.map { Lesson.name(ofSource: $0, in: .chinese) }.joined(separator: "、"))
    case .changed(let papers, let latest, let differences):
      language(
        "\(papers) of the latest \(latest) papers are printed otherwise: ",
        "最近 \(latest) 张小票中有 \(papers) 张印法不同：") + Self.text(of: differences, in: language)
    case .creditTakenBack(let claim):
      language("the credit of claim \(claim) was taken back", "申请 \(claim) 的积分已撤回")
    case .person(let name): language("by \(name)", "操作人：\(name)")
    case .words(let words): words
    }
  }

  private static func text(
    of differences: [LayoutEvent.Difference], in language: Language
  ) -> String {
    guard !differences.isEmpty else { return language("its lines", "各行文字") }
    return differences.map { $0.text(in: language) }.joined(separator: language(", ", "，"))
  }
}

extension LayoutEvent.Difference {
  func text(in language: Language) -> String {
    func list(_ labels: [String]) -> String {
      labels.map { $0.isEmpty ? language("no label", "无标签") : $0 }.joined(separator: "/")
    }
    switch self {
    case .labels(let field, let shown, let known):
      let name =
        switch field {
        case .kind: language("the kind", "类型")
        case .counter: language("the counter", "专柜")
        case .amount: language("the amount", "金额")
        case .time: language("the time", "时间")
        case .receiptNumber: language("the number", "小票号")
        }
      return language(
        "\(name) after \(list(shown)) instead of \(list(known))",
        "\(name)在“\(list(shown))”之后，原在“\(list(known))”之后")
    case .numberShape(let shown, let known):
      return language(
        "numbers like \(shown) instead of \(list(known))",
        "小票号形如 \(shown)，原为 \(list(known))")
    }
  }
}

extension Lesson {
  /// Who has confirmed a paper, as people call it.
  package static func name(ofSource source: String, in language: Language) -> String {
    guard language == .chinese else { return source }
    if source.hasPrefix(reviewer) { return "审核人 " + source.dropFirst(reviewer.count) }
    return source.hasPrefix(member) ? "会员 " + source.dropFirst(member.count) : source
  }
}
