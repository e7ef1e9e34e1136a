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

  @Test("a reason's code is lower case with underscores", arguments: Reason.allCases)
  func hasCode(reason: Reason) {
    #expect(reason.rawValue.wholeMatch(of: /[a-z]+(_[a-z]+)*/) != nil)
  }
}
