import Receipts
import Testing

@testable import Extraction

/// What registers write around the names of shops, and tills around theirs: each row once sent a
/// receipt to a person, or could have credited another shop's.
@Suite("What landlords and tills write around a shop's name")
struct LandlordNameTests {
  private static let mall = "锦云里店"

  private static func counter(
    _ code: String, _ name: String, branch: String? = mall, category: String? = nil,
    aliases: [String] = [], floor: String? = nil, closedOn: String? = nil
  ) -> Counter {
    Counter(
      code: CounterCode(code), name: name, branch: branch, category: category, floor: floor,
      aliases: aliases, closedOn: closedOn.flatMap { Day(iso: $0) })
  }

  private static let register = [
    counter("B1-80", "发现造型（美发）"), counter("B1-81", "洁净洗衣（干洗）"), counter("B1-82", "电玩部落（游艺）"),
    counter("B1-83", "栗子树蛋糕（定制）"), counter("B1-84", "邦可汉堡（BUN&CO）"),
    counter("B1-85", "粤点轩港式茶餐厅"), counter("B1-86", "一碗桃花·鲜果茶"),
    counter("B1-87", "华莱士·全鸡汉堡"), counter("B1-88", "必胜客欢乐餐厅"),
    counter("L1-01", "兰蔻LANCOME专柜", category: "化妆品"),
    counter("L1-02", "雅澜化妆品专柜 YALAN", category: "化妆品"),
    counter("L1-03", "周六福珠宝", category: "珠宝"), counter("L1-04", "迪卡山户外 DIKASHAN"),
    counter("L1-05", "康和大药房连锁(锦云里店)", category: "药店"), counter("L1-06", "小龙坎老火锅·锦云里"),
    counter("L1-07", "肯德基(B1甜品站)"), counter("L1-08", "屈臣氏集合店（筹备）"),
    counter("L1-09", "小马当家（儿童业态）", category: "儿童乐园"), counter("L1-10", "德仁堂大药房", category: "药房"),
    counter("L1-11", "序曲咖啡 OVERTURE COFFEE", category: "咖啡"),
    counter("L1-12", "序曲咖啡（影院外带窗口）", category: "咖啡"),
    counter("L1-13", "序曲咖啡（旧铺）", category: "咖啡", closedOn: "2025-08-31"),
    counter("L1-14", "童话镇童装", category: "儿童"),
    counter("L1-15", "童话镇玩具", category: "儿童", closedOn: "2025-08-31"),
    counter("L1-16", "中免市内免税店", aliases: ["CDF"]),
    counter("L2-01", "ONLY女装", category: "服装"), counter("L2-02", "绝味鸭脖 熟食", category: "餐饮"),
    counter("L2-03", "H&M 时装", category: "服装"), counter("L2-04", "张亮餐饮(麻辣烫)", category: "餐饮"),
    counter("L2-05", "权金城烤肉(韩式) KWONKUMSUNG", category: "餐饮"),
    counter("L2-06", "古茗茶饮", category: "茶饮咖啡"), counter("L2-07", "哈根达斯冰淇淋店", category: "茶饮咖啡"),
    counter("L2-08", "雅诗兰黛(Estee Lauder)专柜", category: "化妆品", aliases: ["EL"]),
    counter("L2-09", "一点点奶茶(1點點)", category: "茶饮咖啡", aliases: ["一点点"]),
  ]

  /// - Parameter least: how likely it has to be. Without the branch's learned weight two shops of
  ///   one brand are told apart less surely than with it.
  private static func sure(
    _ head: [String], in register: [Counter] = register, least: Double = 0.96
  ) -> String? {
    let lines = head + ["单号 2026110300012", "时间 2026-11-03 12:40", "合计 12.00", "微信支付 12.00"]
    let reading = Extractor.reading(lines, counters: register)
    return reading.counter.probability > least ? reading.codeText : nil
  }

  @Test(
    "a shop is known without what the register says of it, and before what its papers are called",
    arguments: [
      (["发现造型FAXIAN HAIR"], "B1-80"), (["洁净洗衣收衣单"], "B1-81"), (["电玩部落售币小票"], "B1-82"),
      (["栗子树 蛋糕订单"], "B1-83"), (["BUN&CO"], "B1-84"), (["粵點軒", "人數:5"], "B1-85"),
      (["碗桃花鲜果茶"], "B1-86"), (["华莱士(锦云里店)"], "B1-87"), (["必胜客(成都锦云里餐厅)"], "B1-88"),
      (["商场专柜销售小票", "柜组：雅澜 No.0023473", "精华液 1 900"], "L1-02"),
      (["迪卡山成都锦云里商场"], "L1-04"), (["康和大药房销售小票"], "L1-05"), (["小龙坎(锦云里旗舰店)"], "L1-06"),
      (["小马当家亲子乐园"], "L1-09"), (["德仁堂药业连锁", "锦云里药店"], "L1-10"),
      (["绝味鸭脖(郑东锦云里店)"], "L2-02"), (["H&M"], "L2-03"), (["张亮麻辣烫"], "L2-04"),
      (["权金城锦云里店"], "L2-05"), (["古茗(成都锦云", "里店)"], "L2-06"),
      (["Häagen-Dazs(锦云里店)"], "L2-07"), (["购物小票", "柜组:L2-01 ONLY"], "L2-01"),
      (["1點點·锦云里"], "L2-09"),
      (["古茗 每天一杯喝不腻", "锦云里店"], "L2-06"), (["绝味鸭脖#157", "锦云里负一楼店"], "L2-02"),
      (["ONLY女装锦云里专卖店"], "L2-01"),
      (["序曲咖啡(锦云里店)"], "L1-11"), (["童话镇", "纸尿裤 1 69.50"], "L1-14"),
    ])
  func known(head: [String], code: String) { #expect(Self.sure(head) == code) }

  @Test(
    "what is another shop's, or may be, is credited to none",
    arguments: [
      // A word for a place, that stands in a name as well.
      ["十月妈咪", "(成都锦云里专柜)"], ["某某专柜"],
      // Other brands, and a reader's slip within a longer word.
      ["六福珠宝", "锦云里店"], ["luckin coffee", "锦云里一层店"],
      // What the brand has beside, or not yet.
      ["肯德基(锦云里店)"], ["屈臣氏个人用品商店"], ["洁净眼镜收款小票"],
      // Of another city, and of a trade that parts shops.
      ["苏州德仁堂药业连锁"], ["发现造型童装"], ["童话镇"],
      ["童话镇", "宝宝款T恤 1 29.00", "女士风衣 1 99.00"],
      ["康和(锦云里影城)"], ["康和收银小票"], ["必胜客(锦云里药店)"],
      ["古茗 手工牛肉面馆", "锦云里店"], ["古茗 快修侠手机店", "锦云里店"],
      // Two letters where no names stand.
      ["某某店", "销售单", "顾客联", "谢谢", "第二联", "EL"],
    ])
  func unknown(head: [String]) { #expect(Self.sure(head) == nil) }

  /// What reviewers of this code credited to another shop by papers they made up.
  @Test(
    "a name that says less than the register's may be another shop's",
    arguments: [
      ("老百姓(锦云里药店)", "老百姓餐厅", "餐饮"), ("星美(锦云里影城)", "星美造型", "美发"),
      ("蜀大侠火锅", "蜀大侠·烤鱼", "餐饮"), ("海底捞火锅", "海底捞·冒菜", "餐饮"), ("老凤祥银楼", "老凤祥·咖啡", "餐饮"),

      ("华为", "华为（维修中心）", "数码"),
      ("王府井锦云里购物中心", "王府井珠宝", "珠宝"), ("百年收银小票", "百年糕点", "烘焙"), ("太平鸟", "太平鸟童装", "童装"),
      ("北京稻香村(锦云里店)", "稻香村食品", "食品"), ("六福珠宝", "周六福珠宝", "珠宝"),
    ])
  func another(heading: String, name: String, category: String) {
    for branch in [Self.mall, nil] {
      let register =
        [Self.counter("L9-01", name, branch: branch, category: category)]
        + ["青木堂", "见华", "良兴简餐"].map { Self.counter("L8-\($0)", $0) }
      #expect(
        Self.sure([heading, "锦云里店"], in: register, least: 0.97) == nil, "\(branch ?? "none")")
    }
  }

  @Test("of two shops of a brand the unit's code tells which, whoever has more of the name")
  func markedNamesake() {
    let register = [
      Self.counter("B1F06", "星巴克（锦云里地铁层）", category: "咖啡"),
      Self.counter("L1-01", "星巴克咖啡 STARBUCKS（一层）", branch: nil, category: "咖啡"),
      Self.counter("L1-02", "老庙黄金", category: "珠宝"),
    ]
    let head = ["星巴克咖啡", "成都锦云里店"]
    #expect(Self.sure(head + ["友谊路88号B1F06"], in: register) == "B1F06")
    #expect(Self.sure(head + ["友谊路88号L1-01"], in: register) == "L1-01")
    #expect(Self.sure(head, in: register) == "L1-01")
    // A table's number, a hotline that one of them gave as its own, and another's two letters say nothing.
    let more =
      register + [
        Self.counter("A12", "星巴克（影院外带窗口）", category: "咖啡"),
        Self.counter("A15", "星巴巴童装", category: "童装"),
      ]
    #expect(Self.sure(head + ["桌号:A12"], in: more) == "L1-01")
    #expect(Self.sure(head + ["友谊路88号A15"], in: more) != "A15")
    // Another brand's unit says nothing of it.
    #expect(Self.sure(head + ["友谊路88号L1-02"], in: register) == "L1-01")
  }

  @Test("a name in brackets in other letters is as good as the one before them")
  func bracketed() {
    let register = [Self.counter("L9-01", "1點點(一点点)"), Self.counter("L9-02", "点都德")]
    #expect(Self.sure(["1點點", "锦云里店"], in: register) == "L9-01")
    #expect(Self.sure(["点都德", "锦云里店"], in: register) == "L9-02")
  }

  @Test("a side shop's paper is not its brand's, where the side shop is not registered")
  func sideShop() {
    let register = Self.register.filter { $0.code.rawValue != "L1-12" }
    #expect(Self.sure(["序曲咖啡(影院窗口店)", "锦云里店"], in: register) == nil)
    #expect(Self.sure(["序曲咖啡(锦云里店)"], in: register) == "L1-11")
  }

  @Test(
    "of two shops of a brand the floor on the paper tells which, however the register writes it",
    arguments: [
      (["luckin coffee", "锦云里一层店(No.4482)"], "L1-K5"),
      (["luckin coffee", "锦云里B1地铁口店(No.5107)"], "B1-K6"), (["luckin coffee", "锦云里店"], nil),
    ])
  func floors(head: [String], code: String?) {
    let register =
      Self.register + [
        Self.counter("L1-K5", "瑞幸咖啡", branch: "锦云里一层", aliases: ["瑞幸"], floor: "L1"),
        Self.counter("B1-K6", "瑞幸咖啡", branch: "锦云里B1地铁口", aliases: ["瑞幸"], floor: "B1"),
      ]
    #expect(Self.sure(head, in: register, least: 0.8) == code)
  }

  @Test("a name that ends with a floor tells which of the brand's shops it is")
  func floorInName() {
    let register = [
      Self.counter("B1-12", "瑞幸咖啡B1店", aliases: ["luckin coffee"], floor: "B1"),
      Self.counter("L1-K01", "瑞幸咖啡（一层中庭店）", branch: nil, floor: "L1"),
    ]
    #expect(Self.sure(["luckin coffee", "锦云里1F中庭店"], in: register) == "L1-K01")
    #expect(Self.sure(["luckin coffee", "锦云里B1店"], in: register) == "B1-12")
  }
}
