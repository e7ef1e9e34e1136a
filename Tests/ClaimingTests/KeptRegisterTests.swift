import Receipts
import Testing

@testable import Claiming
@testable import Extraction

@Suite("The register that is kept between runs")
struct KeptRegisterTests {
  @Test("another register is looked in as soon as the store has it, and the same again after it")
  func changes() {
    let kept = KeptRegister()
    let old = [Counter(code: CounterCode("L1-01"), name: "云禾茶饮")]
    let new = old + [Counter(code: CounterCode("L1-02"), name: "鹿鸣书屋")]
    func names(_ counters: [Counter]) -> [String] {
      kept.index(of: counters, mall: "").counters.map(\.name)
    }
    #expect(names(old) == ["云禾茶饮"])
    #expect(names(new) == ["云禾茶饮", "鹿鸣书屋"])
    #expect(names(new) == ["云禾茶饮", "鹿鸣书屋"])
    var renamed = new
    renamed[1].name = "鹿鸣书店"
    #expect(names(renamed) == ["云禾茶饮", "鹿鸣书店"])
    #expect(names(old) == ["云禾茶饮"])
  }
}
