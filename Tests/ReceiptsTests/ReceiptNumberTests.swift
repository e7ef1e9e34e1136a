import Receipts
import Testing

@Suite("Receipt numbers")
struct ReceiptNumberTests {
  static let spellings: [(String, String)] = [
    ("0805-4005", "08054005"), ("０８０５－４００５", "08054005"), ("ｎｏ．１２", "NO12"), ("no 12", "NO12"),
    ("№ 12", "12"), ("小票12", "小票12"), ("--", ""), ("", ""),
  ]

  @Test("a number is one key, whatever its width, case and punctuation", arguments: spellings)
  func folds(text: String, key: String) {
    #expect(ReceiptNumber(text).key == key)
  }
}
