import Receipts
import Testing

@Suite("Texts of reasons")
struct ReasonTextTests {
  @Test("every reason has a short text of its own in each language", arguments: Language.allCases)
  func hasTexts(language: Language) {
    let texts = Reason.allCases.map { $0.text(in: language) }
    #expect(Set(texts).count == Reason.allCases.count)
    for text in texts {
      #expect((8...100).contains(text.count), "\(text)")
      #expect(text.hasSuffix(language == .chinese ? "。" : "."), "\(text)")
    }
  }

  @Test("a Chinese text is Chinese and an English one is not", arguments: Reason.allCases)
  func isInItsLanguage(reason: Reason) {
    let isHan: (Unicode.Scalar) -> Bool = { (0x4E00...0x9FFF).contains($0.value) }
    #expect(reason.text(in: .chinese).unicodeScalars.contains(where: isHan))
    #expect(!reason.text(in: .english).unicodeScalars.contains(where: isHan))
  }

  @Test("every reason has a short Chinese name of its own, and its code as the English one")
  func hasNames() {
    let names = Reason.allCases.map { $0.name(in: .chinese) }
    #expect(Set(names).count == Reason.allCases.count)
    for name in names {
      #expect((2...12).contains(name.count), "\(name)")
      #expect(name.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }, "\(name)")
    }
    #expect(Reason.allCases.allSatisfy { $0.name(in: .english) == $0.rawValue })
  }

  @Test("a way out is told in both languages or in none, and names what to type as it is typed")
  func hasWaysOut() {
    for reason in Reason.allCases {
      let ways = Language.allCases.compactMap { reason.wayOut(in: $0) }
      #expect(ways.isEmpty || Set(ways).count == Language.allCases.count, "\(reason)")
    }
    for reason in [Reason.tooOld, .inFuture] {
      for language in Language.allCases {
        #expect(reason.wayOut(in: language)?.contains("claim_id") == true)
      }
    }
    #expect(Reason.memberUnknown.wayOut(in: .english)?.contains("members import") == true)
    #expect(Reason.refund.wayOut(in: .english) == nil)
  }

  @Test("a reason's code is lower case with underscores", arguments: Reason.allCases)
  func hasCode(reason: Reason) {
    #expect(reason.rawValue.wholeMatch(of: /[a-z]+(_[a-z]+)*/) != nil)
  }
}
