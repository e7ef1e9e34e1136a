import Receipts
import Testing

@testable import Extraction

@Suite("Which counter printed the paper")
struct CounterTests {
  static let register = [
    Counter(
      code: CounterCode("2F075"), name: "本汕", aliases: ["深圳本汕餐饮有限公司"], phone: "0755-28840636"),
    Counter(code: CounterCode("3F012"), name: "见华(Relo)"),
    Counter(code: CounterCode("3109"), name: "良兴简餐"),
    Counter(code: CounterCode("1F001"), name: "简汐蹦床公园"),
    Counter(code: CounterCode("2057"), name: "Sunny Milano 优舍", aliases: ["优舍月亮湾奥特莱斯店"]),
    Counter(code: CounterCode("5F001"), name: "九湾", branch: "东区店"),
    Counter(code: CounterCode("6F001"), name: "九湾", branch: "西区店"),
    Counter(code: CounterCode("4F001"), name: "青木堂", closedOn: Day(iso: "2026-11-01")),
    Counter(code: CounterCode("4F002"), name: "青木堂", openedOn: Day(iso: "2026-11-02")),
    Counter(code: CounterCode("7F001"), name: "Golden Palace Bakery"),
    Counter(code: CounterCode("7F002"), name: "玉衣坊"),
    Counter(code: CounterCode("7F003"), name: "王衣坊"),
  ]

  private func reading(_ lines: [String]) -> Reading {
    Extractor.reading(
      lines + ["时间 2026-11-03 12:40", "珍珠奶茶 12.00", "合计 12.00"], counters: Self.register)
  }

  /// By code.
  private static func counters(_ names: KeyValuePairs<String, String>) -> [Counter] {
    names.map { Counter(code: CounterCode($0.key), name: $0.value) }
  }

  /// A paper with that head and little else.
  private func reading(_ head: [String], in register: [Counter]) -> Reading {
    Extractor.reading(head + ["时间 2026-11-03 12:40", "合计 12.00"], counters: register)
  }

  @Test(
    "a counter is known by what it prints",
    arguments: [
      (["本汕"], "2F075"), (["本汕(月亮湾店)"], "2F075"), (["欢迎光临", "门店: 本汕"], "2F075"),
      (["深圳本汕餐饮有限公司"], "2F075"), (["见华"], "3F012"), (["RELO"], "3F012"),
      (["良兴简餐月亮湾奥特莱斯店"], "3109"), (["简汐蹦床"], "1F001"), (["Sunny Milano"], "2057"),
      (["GOLDEN PALACE BAKERY"], "7F001"), (["Golden Palace 8akery"], "7F001"),
      (["良兴筒餐"], "3109"), (["良兴简歺"], "3109"), (["專櫃: 2F075"], "2F075"),
      (["玉衣坊"], "7F002"), (["王衣坊"], "7F003"),
      // Dashes around it that were read as characters.
      (["一良兴简餐一"], "3109"), (["深圳本汕餐炊有限公司"], "2F075"),
    ])
  func known(_ lines: [String], _ code: String) {
    #expect(reading(lines).codeText == code, "\(reading(lines).counter.candidates)")
  }

  @Test(
    "a department store's words for a place, a city and what is sold are no part of a name",
    arguments: [
      (["专柜513978 周大生珠宝"], "1F01"), (["柜组247630商户周大生"], "1F01"), (["部门547112百灵"], "1F02"),
      (["老凤翔银楼"], "1F03"), (["北京同仁居", "王府井店"], "1F04"), (["同仁居"], "1F04"),
      // What a brand sells in other shops, words that are a name, and a part that two begin with.
      (["周大生童装"], nil), (["百灵珠宝"], nil), (["513978周大生"], nil), (["大同仁居"], nil),
      (["万和"], nil), (["同仁居眼镜"], nil),
      (["同仁居眼镜店"], nil), (["同仁居 影城"], nil), (["同仁居眼镜有限公司"], nil), (["北京老凤翔"], nil),
      (["老凤翔咖啡"], nil),
    ])
  func departmentStore(_ lines: [String], _ code: String?) {
    let register = [
      Counter(code: CounterCode("1F01"), name: "周大生", branch: "王府井店"),
      Counter(code: CounterCode("1F02"), name: "百灵", branch: "王府井店"),
      Counter(code: CounterCode("1F03"), name: "老凤翔", branch: "王府井店"),
      Counter(code: CounterCode("1F04"), name: "同仁居药店", branch: "王府井店"),
      Counter(code: CounterCode("1F05"), name: "万和城眼镜"),
      Counter(code: CounterCode("1F06"), name: "万和城健康"),
    ]
    let found = Extractor.reading(
      lines + ["时间 2026-11-03 12:40", "钻石吊坠 12.00", "合计 12.00"], counters: register)
    let isSure = found.counter.probability > 0.97
    #expect((isSure ? found.codeText : nil) == code, "\(found.counter.candidates)")
  }

  @Test(
    "the mall's name and a company's form around a name are none of it",
    arguments: [
      (["良兴城·本汕", "南京市中山北路174号良兴城4F"], true), (["良兴城本汕店", "中山北路174号良兴城4F"], true),
      (["本汕消费单"], true), (["本汕 商品销售单"], true), (["本汕专柜"], true), (["专柜 94249-本汕营业员徐静"], true),
      (["柜组:0312-本汕 导购小李"], true),
      // A heading is no counter's line, and a number may be the name.
      (["94249-本汕"], false), (["本汕导购小王"], false), (["推荐:本汕导购小王"], false), (["本汕电话:021"], false),
      (["690123-本汕"], false),

      (["94249-本汕大药房营业员徐静"], false),
      (["长沙本汕有限公司"], true), (["商户名称：长沙本汕餐饮管理有限公司"], true),
      (["Golden Palace Bakery @ Sunrise Mall", "12 Long Road Sunrise Mall 4F"], true),
      // What a 蹦床公园 does.
      (["简汐蹦床"], true),
      // Nothing says that these are no names of others.
      (["良兴城本汕"], false), (["老北京本汕"], false), (["长沙本汕茶香有限公司"], false),
    ])
  func surroundings(_ lines: [String], isWhole: Bool) {
    let reading = reading(lines)
    let codes = reading.counter.best?.evidence.map(\.code) ?? []
    #expect(codes.contains("counter_name_whole") == isWhole, "\(codes)")
  }

  @Test(
    "a heading that begins as one counter's name does, and no other's, is that counter's",
    arguments: [
      (["皓齿口腔门诊部"], "5-01"), (["云水瑜伽YOGA"], "5-03"),
      (["珍味坊", "参茸燕窝滋补行"], "5-04"), (["绝味", "鸭脖 0.5 20.00"], nil),
      (["绝味", "翅尖 0.5 20.00"], nil),
      (["绝味", "满20元赠鸭脖"], nil),
      (["小袋熊 LITTLE ROO", "童装三双 1 12.00"], "5-06"),
      // Of three characters nobody else's, and all that the heading says.
      (["珍味坊", "锦悦天地店"], "5-04"),
      // Two begin so, another trade, another shop of the brand.
      (["周大祥"], nil), (["皓齿口腔儿童"], nil), (["皓齿口腔咖啡"], nil),
      (["皓齿口腔小馆"], nil),
      (["皓齿口腔·美学"], nil),
      (["东岚坊", "开心 1 12.00"], nil), (["东岚坊", "SALE 1 12.00"], nil),
      // The mall's name is no shop's, and who names another is not this one.
      (["锦悦天地", "停车2小时"], nil), (["锦悦天地"], nil), (["云水瑜伽会所", "商户:鹿港小镇"], nil),
      // A mall, over what is free there; a neighbour; what an offer is for.
      (["印象城", "屈臣氏", "溜冰场赠票 0.00"], nil), (["皓齿口腔对面麦当劳"], nil), (["康泽大药房小食仙"], nil),
      (["绝味", "鸭脖满300减50"], nil),
      // In the middle of the paper it is what was bought.
      (["古茗", "谢谢", "欢迎", "皓齿口腔门诊部"], nil),
    ])
  func headNames(_ lines: [String], _ code: String?) {
    let register = [
      Counter(code: CounterCode("5-01"), name: "皓齿口腔", branch: "锦悦天地店"),
      Counter(code: CounterCode("5-02"), name: "康泽大药房"),
      Counter(code: CounterCode("5-03"), name: "云水瑜伽"),
      Counter(code: CounterCode("5-04"), name: "珍味坊参茸"),
      Counter(code: CounterCode("5-05"), name: "极客派体验店"),
      Counter(code: CounterCode("5-06"), name: "小袋熊童装(锦悦天地店)"),
      Counter(code: CounterCode("5-07"), name: "周大祥珠宝坊"),
      Counter(code: CounterCode("5-08"), name: "周大祥荟馆"),
      Counter(code: CounterCode("5-09"), name: "锦悦天地停车场"),
      Counter(code: CounterCode("5-10"), name: "东岚坊SALON"),
      Counter(code: CounterCode("5-11"), name: "印象城溜冰场"),
      Counter(code: CounterCode("5-12"), name: "绝味鸭脖"),
    ]
    let counter = reading(lines, in: register).counter
    let told = counter.candidates.first { candidate in
      candidate.evidence.contains { $0.code == "counter_name_sole" }
    }
    #expect(told?.value.code?.rawValue == code, "\(counter.candidates)")
  }

  @Test(
    "what a shop sells, its place in the mall and its name in other letters leave it the same",
    arguments: [
      (["小鬼当佳童装"], "3-051"), (["停简单汽车服务"], "B-100"), (["海马体照相馆"], "3-210"),
      (["老庙黄金 LAOMIAO", "福州悦荟里商场专柜"], "1-122"), (["丝域养发"], "3-160"), (["进巍美甲"], "3-161"),
      (["周大福珠宝金行有限公司"], "1-120"), (["良品小铺散装称重"], "B-066"),
      (["LEGO CERTIFIED STORE", "乐高授权专卖店 南宁"], "2-161"), (["佳影摄影器材销货清单NO:053570"], "3-211"),
      (["POS签购单", "商户名称：星澜百货-海马体照相馆"], "3-210"),
      // What it does without the register's saying so, a half that nobody else has, a name cut
      // short by what it does.
      (["好利来蛋糕(云汇天地)"], "B-028"), (["海王星辰健康药房"], "B-010"), (["NIKE", "耐克体育(中国)有限公司"], "4-063"),
      (["LEVI'S STORE"], "2-053"), (["李宁专卖店"], "1-094"), (["中华老字号", "全聚德"], "1-047"),
      (["周大福珠宝金行(成都)有限公司"], "1-120"), (["奈雪の茶"], "4-036"),
      (["海底捞火锅"], "1-209"), (["周大生黄金珠宝"], "1-213"),
      (["老庙银楼", "福州悦荟里商场专柜"], "1-122"), (["卢米埃影城"], "1-210"),
      // 太二 is one of two.
      (["太二", "酸菜比鱼好吃"], nil), (["太平洋 超市"], nil), (["太平洋 百货"], nil), (["东方明珠超市"], nil),
      (["卢米埃烘焙"], nil), (["POS签购单", "商户名称:滔搏运动城-耐克"], nil), (["好利来咖啡"], nil),
      // Others, which the register does not have.
      (["MILANO"], nil), (["亨得利", "ROLEX OFFICIAL RETAILER"], nil), (["好利来眼镜"], nil),
      (["芒果屋", "DESSERT"], nil), (["艾米", "美容美发"], nil), (["悦荟里"], nil),
      (["豪客来奶茶"], nil), (["蜀大侠烤鱼"], nil),
      // Another trade, or more than what shops of its trade are called by, may be another shop.
      (["停简单火锅"], nil), (["海马体咖啡"], nil), (["进巍美"], nil), (["LEGO EDUCATION"], nil),
      (["小鬼当佳女装"], nil),
    ])
  func trades(_ lines: [String], _ code: String?) {
    func counter(_ code: String, _ name: String, _ category: String, _ aliases: String...)
      -> Counter
    {
      Counter(
        code: CounterCode(code), name: name, branch: code == "3-212" ? "悦荟里店" : nil,
        category: category, aliases: aliases)
    }
    let register = [
      counter("B-100", "停简单·悦荟里停车场", "停车", "停简单"), counter("3-051", "小鬼当佳 mini", "童装", "小鬼当佳"),
      counter("1-122", "老庙黄金·悦荟里专柜", "珠宝", "老庙"), counter("3-210", "天真蓝·海马体照相馆", "摄影", "海马体"),
      counter("3-160", "丝域养发馆", "美发", "丝域"), counter("3-161", "进巍美甲美睫", "美容", "进巍"),
      counter("1-120", "周大福", "珠宝"), counter("B-066", "良品小铺·散装零食", "食品", "良品小铺"),
      counter("2-161", "乐高 LEGO", "玩具", "LEGO"), counter("3-211", "佳影摄影器材", "数码"),
      counter("3-212", "素云", "女装"), counter("B-028", "好利来", ""), counter("B-010", "海王星辰", ""),
      counter("4-063", "Nike 耐克", ""), counter("2-053", "Levi's 李维斯", ""),
      counter("1-094", "李宁 LI-NING", ""), counter("1-047", "全聚德烤鸭", ""),
      counter("4-036", "奈雪的茶", ""), counter("3-001", "太二酸菜鱼", ""),
      counter("4-083", "太二·炒菜", ""), counter("1-201", "MILA", ""), counter("1-202", "ROLEX", ""),
      counter("1-203", "甜满堂 DESSERT", ""),
      counter("1-204", "太平洋咖啡", ""),
      counter("1-205", "美容美发沙龙", ""), counter("1-206", "悦荟里·悦荟里停车场", ""),
      counter("1-207", "豪客来", "Steakhouse"), counter("1-208", "蜀大侠", "餐飲"),
      counter("1-209", "海底捞", "餐饮"), counter("1-210", "卢米埃", "Cinemas"),
      counter("1-211", "东方明珠", "珠宝"), counter("1-213", "周大生", ""),
    ]
    let reading = self.reading(lines, in: register)
    let isSure = reading.counter.probability > 0.99
    #expect((isSure ? reading.codeText : nil) == code, "\(reading.counter.candidates)")
  }

  @Test(
    "a heading says whose it is, what the shop does, for whom and where",
    arguments: [
      (["罗森 LAWSON"], "5-093"), (["波司登羽绒服云汇专卖"], "4-073"), (["周大福珠宝金行(成都)有限公司"], "5-014"),
      (["PEACEBIRD WOMEN"], "3-097"), (["文峰国际美发美容"], "1-051"), (["好利来蛋糕(云汇天地)"], "1-028"),
      (["快修侠手机维修"], "1-014"), (["风云再起动漫城"], "5-040"), (["李宁专卖店", "跑鞋 1 12.00"], "1-094"),
      (["LAWSON 罗森旗舰店"], "5-093"), (["康泽大药房连锁有限公司"], "5-002"),
      (["好利来Lab"], "2-014"),
      (["极客派", "锦悦天地L2店"], "5-003"),
      (["瑞幸", "拿铁 1 20.00"], nil),
      (["luckin coffee 太原茂业店"], "5-005"), (["太原市新华书店"], nil), (["太原新华"], nil),
      (["悦美优品", "No.12"], "5-012"), (["欢唱岛量贩KTV"], "5-013"), (["WANKA玩咖"], "5-014B"),
      (["FORNET福奈特星汇店", "收衣单"], "5-015"), (["福奈特星汇店", "收衣单"], "5-015"),
      (["福奈特春熙路店", "收衣单"], "5-015"), (["福奈特布鞋天河店", "销售单"], nil),
      (["悦美百货春熙店", "销售单"], nil),
      // Companies and their branches, what they cook and where that is from, what a brand calls
      // itself.
      (["上海来伊份股份有限公司"], "5-018"), (["大参林医药集团股份有限公司云汇天地分店"], "5-019"),
      (["陈香贵", "No.5605"], "5-020"), (["名创优品", "No.5605"], "5-021"), (["MINISO名创优品"], "5-021"),
      (["DAVE & BELLA"], "5-022"), (["云汇天地购物中心", "销售单", "专柜:ZWILLING双立人"], "5-023"),
      (["云汇天地购物中心", "销售单", "专柜:ZWILLING"], "5-023"), (["成都蜀大侠火锅"], "5-024"),
      (["MANNER", "桂花拿铁x4"], "5-025"), (["MANNER", "连衣裙"], nil),
      (["ole'-云汇天地店"], "5-026"), (["ole'-春熙路店"], nil),
      (["Ole'", "成都云汇天地店"], "5-026"), (["Ole'", "春熙路店"], nil), (["COTTI COFFEE", "No.5"], "5-029"),
      (["小菜园", "结账单"], "5-030"), (["赤坂亭", "云汇天地店"], "5-031"), (["巴奴(云汇天地店)"], "5-032"),
      (["巴奴"], nil), (["巴奴(春熙路店)"], nil), (["vivo"], "5-033"), (["DJI大疆(云汇天地店)"], "5-034"),
      (["NOME 诺米(云汇天地店)"], "5-035"), (["ole'"], nil), (["☆极宠家PETS☆"], "5-027"),
      (["金宝贝", "销售单"], "5-028"), (["名创"], nil),
      (["小松鼠 Little Squirrel"], "5-016"), (["小松鼠", "水饺"], nil), (["优里亚 URIA"], nil),
      (["优里亚 URIA KIDS"], "5-017"),
      (["极客派", "杭州云澜天街店"], "5-003"),
      (["花点时间"], "5-007"), (["花点时间", "瑜伽馆"], nil), (["金剪刀改衣"], "5-008"),
      (["屈臣氏", "厦门中山路分店"], "5-010"), (["漱玉平民"], "5-011"),
      // Two do the same, another trade, other customers, another shop's Latin name, a mall's
      // operator.
      (["鲍师傅"], nil), (["鲍师傅烘焙"], nil), (["罗森咖啡"], nil), (["罗森眼镜"], nil), (["PEACEBIRD MEN"], nil),
      (["罗森便利 LAWSON"], nil), (["罗森商业管理有限公司"], nil), (["文峰餐饮"], nil),
      // The mall's name, and what is in it.
      (["云汇天地店"], nil), (["云汇天地超市"], nil), (["云汇天地"], nil), (["锦悦天地店"], nil),
      // Children's shoes may be 李宁童装's.
      (["李宁专卖店", "童鞋 1 12.00"], nil), (["李宁专卖店(童装部)"], nil),
      (["李宁专卖店(童装店)"], nil), (["福奈特美食店", "收衣单"], nil),
      (["李宁专卖店(天河店)"], "1-094"),
      // A mall of the name over another's shop; what its paper sells tells it.
      (["极客派", "花火眼镜"], nil), (["花点时间", "向日葵鲜花 1 30.00"], "5-007"),
    ])
  func headings(_ lines: [String], _ code: String?) {
    func counter(_ code: String, _ name: String, _ category: String = "", _ aliases: String...)
      -> Counter
    {
      Counter(
        code: CounterCode(code), name: name, branch: code == "5-093" ? "云汇天地店" : nil,
        category: category, aliases: aliases)
    }
    let register = [
      counter("5-093", "罗森"), counter("4-073", "波司登"), counter("5-014", "周大福"),
      counter("3-097", "太平鸟女装", "", "PEACEBIRD"), counter("1-051", "文峰美发"),
      counter("1-028", "好利来"), counter("2-014", "好利来Lab"), counter("1-014", "手机快修 (维修)", "", "快修侠"),
      counter("5-040", "风云再起电玩"), counter("1-094", "李宁 LI-NING"), counter("1-012", "李宁童装"),
      counter("2-060", "鲍师傅面包"), counter("5-098", "鲍师傅糕点"), counter("0-001", "云汇天地停车场", "停车"),
      counter("0-002", "锦悦天地停车场", "停车"),
      counter("5-002", "康泽大药房"), counter("5-003", "极客派体验店"),
      counter("5-005", "瑞幸咖啡"), counter("5-006", "新华书店"), counter("5-007", "花点时间鲜花"),
      counter("5-008", "金剪刀裁缝店", "", "金剪刀"), counter("5-010", "屈臣氏·厦门中山路"),
      counter("5-011", "漱玉平民大药房（天津）"), counter("5-012", "悦美饰品", "饰品", "悦美"),
      counter("5-013", "欢唱岛KTV", "KTV", "欢唱岛"), counter("5-014B", "玩咖集合", "潮玩", "WANKA"),
      counter("5-015", "福奈特洗衣"), counter("5-016", "小松鼠童装", "童装", "Little Squirrel"),
      counter("5-017", "优里亚童装", "童装", "URIA KIDS"), counter("5-018", "来伊份", "小食"),
      counter("5-019", "大参林药店", "医药"), counter("5-020", "陈香贵兰州牛肉面", "餐饮"),
      counter("5-021", "名创优品", "家居"), counter("5-022", "戴维贝拉", "儿童"),
      counter("5-023", "双立人", "百货"), counter("5-024", "蜀大侠火锅", "餐饮"),
      counter("5-025", "Manner Coffee", "咖啡"), counter("5-026", "Ole'精品超市", "超市"),
      counter("5-029", "库迪咖啡", "茶饮咖啡"), counter("5-030", "小菜园新徽菜"),
      counter("5-031", "赤坂亭炭火烧肉", "餐饮"), counter("5-032", "巴奴毛肚火锅"),
      counter("5-033", "vivo专卖店", "数码家电"), counter("5-034", "大疆授权体验店", "数码家电"),
      counter("5-035", "诺米家居", "零售"),
      counter("5-027", "极宠家", "宠物"), counter("5-028", "金宝贝早教", "教育"),
    ]
    let counter = self.reading(lines, in: register).counter
    let told = counter.best?.evidence.contains { $0.code == "counter_name_exact" } ?? false
    #expect((told ? counter.best?.value.code?.rawValue : nil) == code, "\(counter.candidates)")
  }

  @Test("each name of a brand stands in the table as headings are compared, and in one line")
  func brands() {
    var seen: [Key: [Substring]] = [:]
    for line in Brand.lines {
      #expect(line.count > 1, "\(line)")
      for name in line {
        let key = Key(name)
        #expect(seen.updateValue(line, forKey: key) == nil, "\(name) of \(line)")
        // Headings with numbers in them are none.
        guard !key.letters.contains(where: \.isDigit) else { continue }
        let core = ShopHeading(PrintedCharacter.array(name)) { _ in false }?.core
        #expect(core == key, "\(name) of \(line) is \(core?.text ?? "none")")
      }
    }
  }

  @Test(
    "a shop is known by what else its brand is called",
    arguments: [
      (["UNIQLO"], "1F-01"), (["迅销(中国)商贸有限公司", "上海第12店"], "1F-01"), (["唐宫"], "1F-02"),
      (["TANG PALACE"], "1F-02"), (["费大厨"], nil), (["GREEN TEA"], nil),
      (["苹果", "0.526 12.80 6.73"], nil), (["欧莱雅(中国)有限公司"], nil), (["YSL"], nil),
      (["FamilyMart", "欢迎光临"], "1F-08"), (["ALDI 奥乐齐", "纯牛奶 12.00"], nil),
      (["老乡鸡", "云际汇店"], nil), (["老乡鸡面馆"], "1F-16"),
      (["海恩斯莫里斯(上海)商业有限公司"], "1F-10"), (["DAO XIANG CUN", "糕点 88.00"], nil),
      (["Apple Premium Reseller"], nil), (["Samsung Authorised Reseller"], "1F-14"),
      (["HARMAY"], "1F-15"), (["话梅", "12.00"], "1F-15"),
    ])
  func namesOfBrands(_ lines: [String], _ code: String?) {
    let register = [
      ("1F-01", "优衣库"), ("1F-02", "唐宫海鲜舫"), ("1F-03", "费大厨辣椒炒肉"), ("1F-04", "费大厨小馆"),
      ("1F-05", "绿茶"), ("1F-06", "Apple"), ("1F-07", "巴黎欧莱雅"), ("1F-08", "全家便利店"),
      ("1F-09", "奥乐齐酒吧"),
      ("1F-10", "H&M"), ("1F-11", "苏州稻香村"), ("1F-12", "SAINT LAURENT"), ("1F-13", "YSL美妆"),
      ("1F-14", "三星授权店"), ("1F-15", "话梅"), ("1F-16", "老乡鸡面馆"),
    ].map { Counter(code: CounterCode($0), name: $1, branch: "云际汇店") }
    let counter = Extractor.reading(lines + ["合计 88.00"], counters: register).counter
    let told = counter.best?.evidence.contains { $0.code == "counter_name_exact" } ?? false
    #expect((told ? counter.best?.value.code?.rawValue : nil) == code, "\(counter.candidates)")
  }

  @Test(
    "a heading stands below whose copy it is, the paper's kind, the mall's name and the called number",
    arguments: [
      (["顾客联", "购物清单", "鱼匠日料"], "1F-01"),
      (["CUSTOMER COPY 顾客联", "云际汇 CLOUDHALL", "UNIQLO"], "1F-02"),
      (["取餐号", "K32", "Häagen-Dazs"], "1F-03"), (["上海云际汇购物中心", "1", "优衣库"], "1F-02"),
      (["1點點", "合计 12.00"], "1F-04"), (["专柜销售单", "柜组:VICTORIA'S SECRET 店员:08"], "1F-05"),
      (["MAXMARA"], "1F-06"), (["牛角"], nil), (["牛角", "桌B3 54名様"], "1F-07"),
      // The brand in its other letters, which stands in brackets.
      (["麦丝玛拉"], "1F-06"), (["一号台", "二号台", "UNIQLO 联名款 T恤"], nil),
      // Another shop's company below a heading.
      (["晴空书屋", "苏州味泰商贸有限公司"], "1F-09"), (["苏州味泰商贸有限公司"], "1F-10"),
    ])
  func heads(_ lines: [String], _ code: String?) {
    func counter(
      _ code: String, _ name: String, _ category: String? = nil, _ aliases: [String] = []
    ) -> Counter {
      Counter(
        code: CounterCode(code), name: name, branch: code == "1F-01" ? "云际汇店" : nil,
        category: category, aliases: aliases)
    }
    let register = [
      counter("1F-01", "鱼匠日料", "餐饮"), counter("1F-02", "优衣库"), counter("1F-03", "哈根达斯"),
      counter("1F-04", "一点点"), counter("1F-05", "维多利亚的秘密"), counter("1F-06", "Max Mara（麦丝玛拉）"),
      counter("1F-07", "牛角日本烧肉专门店", "餐饮"), counter("1F-09", "晴空书屋"),
      counter("1F-10", "茵芙莎", nil, ["苏州味泰商贸有限公司"]),
    ]
    let counter = Extractor.reading(
      lines + ["时间 2026-11-03 12:40", "合计 12.00"], counters: register
    ).counter
    let found = counter.probability > 0.97 ? counter.best?.value.code?.rawValue : nil
    #expect(found == code, "\(counter.candidates)")
  }

  @Test("three letters of a line that nobody could read are no shop's")
  func noise() {
    let register = [Counter(code: CounterCode("2F-01"), name: "COS")]
    func code(_ confidence: Double) -> CounterCode? {
      var page = PaperText.page(["COS", "时间 2026-11-03 12:40", "合计 12.00"])
      for letter in page.lines[0].transcripts[0].glyphs.indices {
        page.lines[0].transcripts[0].glyphs[letter].confidence = confidence
      }
      return Extractor.reading(of: page, counters: register).counter.best?.value.code
    }
    #expect(code(0.9) == CounterCode("2F-01"))
    #expect(code(0.3) == nil)
    // A dash that is taken for 一 is a letter more.
    let dash = Extractor.reading(["门店- COS", "合计 12.00"], counters: register)
    #expect(dash.counter.best?.value.code == CounterCode("2F-01"))
  }

  @Test("a mall whose register has no branches is told by the settings")
  func mallOfTheSettings() {
    let register = [
      Counter(code: CounterCode("4F-01"), name: "王府井书店"),
      Counter(code: CounterCode("1F-02"), name: "百灵钟表"),
    ]
    func counter(_ lines: [String], mall: String) -> Field<CounterMatch> {
      Extractor(register: CounterIndex(register, mall: mall))
        .reading(
          of: PaperText.page(lines),
          context: ExtractionContext(currency: .cny, claimDay: Day(iso: "2026-11-20"))
        ).counter
    }
    let stranger = ["王府井", "琴行", "合计 88.00"]
    #expect(counter(stranger, mall: "王府井").best?.value.code == nil)
    #expect(counter(stranger, mall: "").best?.value.code != nil)
    #expect(counter(["王府井书店", "合计 88.00"], mall: "王府井").best?.value.code == CounterCode("4F-01"))
  }

  @Test(
    "the mall's name in a registered one is no shop's, whatever stands beside it",
    arguments: [
      (["鱼匠", "(赣江汇店)"], nil), (["SHISEIDO", "专柜:赣江汇 BA:0086"], nil), (["CHAGEE", "(赣江汇店)"], nil),
      (["赣江汇", "欢迎光临"], nil), (["赣江汇CGV影城"], "F6-005"), (["CGV影城(赣江汇店)"], "F6-005"),
      (["(天虹店)", "鱼匠"], nil), (["天虹"], "F6-009"),
      // Of 名创优品 and 名创优品(B1店) the one whose place stands there, in whatever signs.
      (["名创优品", "赣江汇B1店"], "F6-007"), (["全家赣江汇四楼店"], "F6-008"),
      // A stall in a hall, whose name others have as well.
      (["赣江汇美食广场", "铁板厨房"], "F6-010"), (["赣江汇美食广场"], nil),
      // What names a shop stands before it, above it or behind another number.
      (["赣江汇购物中心", "专柜号:2841 专柜:Marisfrolg"], "F6-011"),
      (["银联商务", "签购单", "商户名称(MERCHANT NAME):", "OMEGA"], "F6-012"),
      (["签购单", "OMEGA RD 12", "商户名称(MERCHANT NAME):", "NOBODY"], nil),
      // Letters of nobody else, and what every shop may be called.
      (["OPPO官方授权体验店"], "F6-013"), (["DQ 南昌赣江汇店"], "F6-014"), (["锦上添花"], "F6-015"),
      (["太平鸟"], nil),
      // The brand's name over its shop's.
      // What a name goes on with on its line may be more of another's.
      (["老乡鸡·面", "赣江汇店"], "F6-022"), (["老乡鸡", "赣江汇店"], "F6-021"),
      // A till's number is no floor, an item's brand no heading, a foot's brand no shop's.
      (["一点点", "机号:1 店员:08"], nil), (["无名小店", "外套 货号:8821 品牌:OMEGA"], nil),
      (["NIKE", "No.12", "合计件数:1", "谢谢", "NIKE RISE"], nil),
      // A dish is a stall's name at the head alone; a mall of the name has a cinema of its own.
      (["张记饭店", "No.12", "桌号 3", "铁板厨房"], nil), (["乐购坊", "眼镜"], nil),
      (["乐购坊"], "F6-026"),
      // Two that only their floors tell apart, and a second shop in town, which no floor is.
      (["一点点", "B1店"], "F6-024"), (["一点点", "二层店"], "F6-023"), (["一点点", "南昌二店"], nil),
      (["LUCKIN COFFEE 瑞幸咖啡", "(南昌赣江汇L 1店)"], "L1-027"),
      (["瑞幸咖啡", "赣江汇B1店"], "B1F028"), (["瑞幸咖啡", "赣江汇店"], nil),
      // Of which one nobody knows the floor, and a zone that is no floor.
      (["名草堂", "赣江汇L1店"], nil), (["名草堂", "赣江汇店"], nil), (["百草堂", "赣江汇F6店"], nil),
      (["NIKE", "NIKE RISE 赣江汇"], "F6-019"), (["NIKE", "No.12"], "F6-020"),
      (["胡大(南昌红谷滩赣江汇店)"], "F6-017"), (["胡大(南昌八一广场店)"], nil),
    ])
  func mallsInNames(_ lines: [String], _ code: String?) {
    func counter(
      _ code: String, _ name: String, _ branch: String? = nil, floor: String? = nil
    ) -> Counter {
      Counter(code: CounterCode(code), name: name, branch: branch, floor: floor)
    }
    let register = [
      counter("F6-026", "乐购坊布艺馆"), counter("L1-027", "瑞幸咖啡", "赣江汇店"),
      counter("B1F028", "瑞幸咖啡", "赣江汇店"), counter("L1-029", "名草堂", "赣江汇店"),
      counter("3012", "名草堂", "赣江汇店"), counter("F6-030", "百草堂", "赣江汇店", floor: "2F"),
      counter("F6-031", "百草堂", "赣江汇店"),
      counter("F6-021", "老乡鸡", "赣江汇店"), counter("F6-022", "老乡鸡面馆"),
      counter("F6-023", "一点点", floor: "2F"), counter("F6-024", "一点点", floor: "B1"),
      counter("F6-001", "喜茶", "赣江汇店"), counter("F6-002", "兰蔻", "赣江汇店"),
      counter("F6-005", "赣江汇CGV影城", "赣江汇店"), counter("F6-006", "名创优品"),
      counter("F6-007", "名创优品(B1店)", "赣江汇店"), counter("F6-008", "全家(4F店)", "赣江汇店"),
      counter("F6-018", "全家"), counter("F6-009", "天虹"), counter("F6-010", "食代广场-铁板厨房"),
      counter("F6-011", "玛丝菲尔"), counter("F6-012", "欧米茄"), counter("F6-013", "OPPO体验店"),
      counter("F6-014", "DQ冰淇淋"), counter("F6-015", "锦上添花女装"), counter("F6-016", "太平鸟女装"),
      counter("F6-017", "胡大饭馆"), counter("F6-019", "Nike Rise", "赣江汇店"), counter("F6-020", "Nike"),
    ]
    let reading = self.reading(lines, in: register)
    let isSure = reading.counter.probability > (code == nil ? 0.99 : 0.85)
    #expect((isSure ? reading.codeText : nil) == code, "\(reading.counter.candidates)")
  }

  @Test(
    "another city's house, another restaurant of the name, a food court's head are no shop's",
    arguments: [
      (["苏州稻香村糕点"], nil), (["稻香村"], nil), (["北京稻香村"], "6-001"), (["北京稻香村糕点"], "6-001"),
      (["江南面馆"], nil), (["江南火锅"], nil), (["江南饭店"], "6-002"), (["大食代"], nil),
      (["小米", "粥铺"], nil), (["FILA"], nil), (["ZARA", "PAYMENT CARD"], "6-005"),
      (["ZARA KIDS"], nil), (["太平鸟 女装"], "6-007"), (["龙湖天街"], nil), (["云汇天地"], nil),
      (["大食代·武汉"], nil), (["老北京面馆"], nil), (["老北京餐厅"], "6-015"), (["老北京火锅店"], "6-015"),
      (["SUNRISE OPTICAL"], nil), (["SUMMIT重庆火锅店"], nil), (["LI-NING 成都童装店"], nil),
      (["花间SPA"], nil), (["花间BAR"], nil),
      (["花间"], "6-017"),
      (["CHANEL"], nil), (["FILA", "KIDS"], nil), (["巴拉巴拉童装"], "6-021"),
      (["BLOSSOM", "连衣裙 1 300.00"], nil), (["BLOSSOM", "美式咖啡 1 30.00"], "6-023"),
      (["阿婆", "米线 1 18.00"], nil), (["阿婆", "米线专门店"], "6-010"),
      (["思加图", "STACCATO"], "6-011"), (["百丽鞋业(北京)有限公司", "STACCATO"], nil),
    ])
  func otherHouses(_ lines: [String], _ code: String?) {
    let register = [
      Counter(code: CounterCode("6-001"), name: "北京稻香村", category: "烘焙"),
      Counter(code: CounterCode("6-002"), name: "江南饭店", category: "餐饮"),
      Counter(code: CounterCode("6-003"), name: "大食代·重庆小面"),
      Counter(code: CounterCode("6-004"), name: "斐乐 FUSION"),
      Counter(code: CounterCode("6-005"), name: "ZARA"),
      Counter(code: CounterCode("6-006"), name: "ZARA MEN"),
      Counter(code: CounterCode("6-007"), name: "太平鸟", category: "服饰"),
      Counter(code: CounterCode("6-008"), name: "龙湖天街健身"),
      Counter(code: CounterCode("6-009"), name: "罗森(云汇天地)"),
      Counter(code: CounterCode("6-010"), name: "阿婆米线"),
      Counter(code: CounterCode("6-011"), name: "思加图"),
      Counter(code: CounterCode("6-012"), name: "百丽"),
      Counter(code: CounterCode("6-013"), name: "XIAOMI", category: "数码"),
      Counter(code: CounterCode("6-014"), name: "大食代·武汉豆皮店"),
      Counter(code: CounterCode("6-015"), name: "老北京火锅", category: "餐饮"),
      Counter(code: CounterCode("6-016"), name: "Sunrise", category: "Lifestyle"),
      Counter(code: CounterCode("6-017"), name: "花间", category: "茶饮"),
      Counter(code: CounterCode("6-018"), name: "香奈儿", category: "服饰"),
      Counter(code: CounterCode("6-019"), name: "香奈儿美妆", category: "化妆品"),
      Counter(code: CounterCode("6-021"), name: "巴拉巴拉", category: "母婴"),
      Counter(code: CounterCode("6-024"), name: "李宁 LI-NING"),
      Counter(code: CounterCode("6-025"), name: "李宁童装"),
      Counter(code: CounterCode("6-022"), name: "Summit", category: "服饰"),
      Counter(code: CounterCode("6-023"), name: "Blossom Coffee", category: "咖啡"),
    ]
    let counter = self.reading(lines, in: register).counter
    let told =
      counter.best?.evidence.contains {
        ["counter_name_exact", "counter_name_sole"].contains($0.code)
      } ?? false
    let isSure = told && counter.probability > 0.9
    #expect((isSure ? counter.best?.value.code?.rawValue : nil) == code, "\(counter.candidates)")
  }

  @Test("what one shop of a brand is called besides, its others are called too")
  func namesakes() {
    let register = [
      Counter(
        code: CounterCode("B1-D54"), name: "匡威", branch: "云澜汇B1店", aliases: ["CONVERSE", "匡威臻选"]),
      Counter(code: CounterCode("L3-A23"), name: "匡威", branch: "云澜汇L3店"),
    ]
    for (branch, code) in [("云澜汇L3店", "L3-A23"), ("云澜汇B1店", "B1-D54")] {
      #expect(reading(["CONVERSE", branch], in: register).codeText == code)
    }
    // A third one's paper is neither's.
    for branch in ["云澜汇B1层店", "云澜汇负一店", "云澜汇B1F店", "云澜汇负1店"] {
      let same = reading(["匡威", branch], in: [register[0]]).counter
      #expect(same.probability > 0.9, "\(branch) \(same.candidates)")
    }
    for branch in ["云澜汇L5店", "店铺:云澜汇负二店", "云澜汇L31店", "云澜汇负2层店"] {
      let other = reading(["CONVERSE", branch], in: register).counter
      #expect(other.probability < 0.6, "\(branch) \(other.candidates)")
      let alone = reading(["匡威", branch], in: [register[0]]).counter
      #expect(alone.probability < 0.9, "\(branch) \(alone.candidates)")
    }
    let unknown = reading(["CONVERSE"], in: register).counter
    #expect(unknown.probability < 0.6, "\(unknown.candidates)")
    // What goes on behind the name is that shop's own.
    #expect(reading(["匡威臻选", "云澜汇B1店"], in: register).codeText == "B1-D54")
  }

  @Test("a name as a worse reader sees it is another's where the best is sure of another character")
  func worseReader() {
    func isExact(_ best: String, _ worse: String) -> Bool {
      let page = PaperText.page(
        [[best, worse], ["时间 2026-11-03 12:40"], ["合计 12.00"]], readers: [.paddle, .paddleTiny])
      let found = Extractor.reading(of: page, counters: Self.counters(["1-001": "品祥猪肚鸡"])).counter
      return found.best?.evidence.contains { $0.code == "counter_name_exact" } ?? false
    }
    #expect(isExact("品祥猪肚鸡", "品祥猪肚鸡"))
    #expect(isExact("品祥猪肚鸡", "品样猪肚鸡"))
    #expect(!isExact("品样猪肚鸡", "品祥猪肚鸡"))
    #expect(
      self.reading(["菲姿·悦"], in: Self.counters(["1-002": "Bird 菲姿"])).counter.probability < 0.9)
  }

  @Test("for whom a brand's shop is tells it from the brand's others, in either script")
  func customers() {
    let register = [
      Counter(code: CounterCode("L3051"), name: "太平鸟男装", category: "服饰"),
      Counter(
        code: CounterCode("L1041"), name: "太平鸟女装", category: "服饰", aliases: ["PEACEBIRD WOMEN"]),
    ]
    #expect(reading(["PEACEBIRD MEN"], in: register).codeText == "L3051")
    #expect(reading(["PEACEBIRD WOMEN"], in: register).codeText == "L1041")
    #expect(reading(["PEACEBIRD MEN"], in: [register[1]]).counter.probability < 0.5)
    let children = Self.counters(["L2040": "安踏儿童"])
    #expect(reading(["ANTA 安踏"], in: children).counter.probability < 0.9)
    #expect(reading(["ANTA 安踏儿童"], in: children).codeText == "L2040")
    #expect(
      reading(["FamilyMart 全家"], in: Self.counters(["L1068": "全家便利店"])).codeText == "L1068")
    let either = reading(["PEACEBIRD"], in: register).counter
    #expect(either.probability < 0.9, "\(either.candidates)")
  }

  @Test(
    "a word for many trades, a longer dish and another city's mall tell no shop of two characters")
  func shortNames() {
    let register = [
      Counter(code: CounterCode("1-001"), name: "江南面馆", category: "餐饮"),
      Counter(code: CounterCode("1-002"), name: "木子美甲", category: "美容"),
      Counter(code: CounterCode("1-003"), name: "老灶牛肉火锅", category: "餐饮"),
      Counter(code: CounterCode("1-004"), name: "巴奴毛肚火锅", branch: "北京大悦城店", category: "餐饮"),
    ]
    for head in ["江南 RESTAURANT", "木子HAIR", "老灶火锅", "巴奴(成都大悦城店)", "巴奴(北京店)"] {
      let found = reading([head], in: register).counter.best
      let isTold =
        found?.evidence.contains { ["counter_name_exact", "counter_name_sole"].contains($0.code) }
        ?? false
      #expect(!isTold, "\(head)")
    }
    #expect(reading(["巴奴(北京大悦城店)"], in: register).codeText == "1-004")
  }

  @Test("degrees are a word")
  func degrees() {
    let register = Self.counters(["B1087": "85度C"])
    for head in ["85°C", "85℃(云汀天地店)", "85ºC 宁波云汀天地店"] {
      #expect(reading([head], in: register).codeText == "B1087", "\(head)")
    }
  }

  @Test("a name of digits is no clock and no part of a number")
  func digits() {
    let register = Self.counters(["1-001": "1919酒类直供", "1-002": "楠火锅"])
    #expect(reading(["楠火锅", "结账 19:19", "单号 61919"], in: register).codeText == "1-002")
    let found = reading(["楠火锅", "结账 19:19", "单号 61919"], in: register).counter.candidates
    #expect(!found.contains { $0.value.code == CounterCode("1-001") })
    #expect(reading(["1919", "销售单"], in: register).codeText == "1-001")
  }

  @Test("of two names of one trade one says more of it")
  func sameTrade() {
    let register = Self.counters([
      "1-001": "喜家德虾仁水饺", "1-002": "老北京面馆", "1-003": "太平鸟服饰", "1-004": "同仁堂大药房",
    ])
    for head in ["老北京炸酱面馆", "太平鸟女装服饰", "南京同仁堂大药房"] {
      let told = reading([head], in: register).counter.best?.evidence.contains {
        ["counter_name_exact", "counter_name_sole"].contains($0.code)
      }
      #expect(told != true, "\(head)")
    }
    #expect(reading(["喜家德水饺"], in: register).codeText == "1-001")
    let other = reading(["喜家德馄饨"], in: register).counter
    #expect(other.probability < 0.9, "\(other.candidates)")
  }

  @Test("a unit's code is that of its tenant on the day, and of the one before")
  func tenants() throws {
    let unit = Counter(
      code: CounterCode("L2-13"), name: "简迹服饰", openedOn: Day(iso: "2026-09-15"),
      former: [
        Counter(code: CounterCode("L2-13"), name: "艾格莱", closedOn: Day(iso: "2026-08-31"))
      ])
    for (name, day) in [("简迹服饰", "2026-09-20"), ("艾格莱", "2026-08-30")] {
      let reading = self.reading([name, "铺位:L2-13", "合计 88.00", "\(day) 12:40"], in: [unit])
      #expect(reading.codeText == "L2-13")
      #expect(reading.counter.best?.value.name == name)
      #expect(reading.counter.probability > 0.9, "\(reading.counter.candidates)")
    }
    #expect(!unit.isOpen(on: try #require(Day(iso: "2026-09-01"))))
    #expect(unit.tenant(on: try #require(Day(iso: "2026-08-01"))).name == "艾格莱")
    #expect(unit.tenant(on: try #require(Day(iso: "2026-09-01"))).name == "简迹服饰")
  }

  @Test("a name whose other half stands on the next line may be the longer one's")
  func longerTwin() {
    let register = [
      Counter(code: CounterCode("2-120"), name: "南京大牌档"),
      Counter(code: CounterCode("4-064"), name: "南京大牌档·小吃"),
      Counter(code: CounterCode("1-150"), name: "COACH OUTLET", aliases: ["COACH"]),
      Counter(code: CounterCode("1-126"), name: "COACH 蔻驰"),
    ]
    func probability(_ lines: [String]) -> Double {
      reading(lines, in: register).counter
        .probability
    }
    #expect(probability(["南京大牌檔", "民国风味·小吃"]) < 0.6)
    #expect(probability(["COACH", "COACH OUTLET Nanjing", "蔻驰贸易(上海)有限公司"]) > 0.9)
    // 小满 alone is the clothes shop's, over 照相馆 perhaps the photographer's.
    let twins = [
      Counter(code: CounterCode("2011"), name: "小满摄影", aliases: ["小满照相馆"]),
      Counter(code: CounterCode("2016"), name: "小满童装", aliases: ["小满"]),
    ]
    #expect(self.reading(["小满", "星禾广场店照相馆"], in: twins).codeText == "2011")
    #expect(self.reading(["小满", "星禾广场店"], in: twins).codeText == "2016")
    for below in ["新街口店", "小笼包 12.00"] { #expect(probability(["南京大牌檔", below]) > 0.9) }
  }

  @Test("a name without its trade is less where another trade stands below it")
  func otherTrade() {
    let register = Self.counters([
      "1-204": "太平洋咖啡",
      "1-209": "兰蔻Color",
      "1-210": "雅漾 Color Lab",
      "1-211": "全聚德烤鸭",
      "4-063": "Nike 耐克",
    ])
    func isExact(_ lines: [String]) -> Bool {
      let reading = self.reading(lines, in: register)
      return reading.counter.best?.evidence.contains { $0.code == "counter_name_exact" } ?? false
    }
    #expect(isExact(["太平洋", "锦悦店"]))
    #expect(!isExact(["太平洋", "影城"]))
    // Its own trade, and what stands beside a number.
    for below in ["北京烤鸭", "北京烤鸭一只 1 238.00", "手机:13800001111"] { #expect(isExact(["全聚德", below])) }
    // A brand is not each of its shops; a half is the whole in other letters.
    for brand in ["兰蔻", "雅漾"] { #expect(!isExact([brand, "商品销售单"])) }
    #expect(isExact(["NIKE", "商品销售单"]))
  }

  @Test("a name that is a word of many names is told by that word alone")
  func commonName() {
    let register = [Counter(code: CounterCode("5-021"), name: "Coffee", branch: "天府环汇城店")]
    let rest = ["天府环汇城店", "时间 2026-11-03 12:40", "合计 12.00"]
    #expect(Extractor.reading(["COFFEE"] + rest, counters: register).codeText == "5-021")
    #expect(Extractor.reading(["MANNER COFFEE"] + rest, counters: register).codeText == nil)
  }

  @Test("a longer name of which look-alikes stand there is not the shorter inside it")
  func longerName() {
    let register = [
      Counter(code: CounterCode("1-005"), name: "ZERRO & CO."),
      Counter(code: CounterCode("4-020"), name: "CIDA江裳", aliases: ["ZERRO"]),
    ]
    let rest = ["时间 2026-11-03 12:40", "珍珠奶茶 12.00", "合计 12.00"]
    #expect(Extractor.reading(["ZERRO &c0."] + rest, counters: register).codeText == "1-005")
    #expect(Extractor.reading(["ZERRO"] + rest, counters: register).codeText == "4-020")
  }

  @Test("a unit of digits and a dash counts where the line tells a place")
  func dashedUnit() {
    let register = [Counter(code: CounterCode("2-060"), name: "初色健身")]
    let rest = ["时间 2026-11-03 12:40", "珍珠奶茶 12.00", "合计 12.00"]
    #expect(Extractor.reading(["铺位:2-060"] + rest, counters: register).codeText == "2-060")
    #expect(Extractor.reading(["单号:2-060"] + rest, counters: register).codeText == nil)
  }

  @Test(
    "a unit with a Chinese word for its floor is known",
    arguments: ["品牌：素云3楼A53", "品牌:素云 3樓A53", "专柜 3楼A53"])
  func chineseUnit(line: String) {
    let register = Self.counters([
      "3楼A53": "素云",
      "负2楼C43": "素云",
    ])
    let reading = reading([line], in: register)
    #expect(reading.codeText == "3楼A53")
    #expect(reading.counter.probability > 0.85)
    let other = self.reading(["13楼A53"], in: register)
    #expect(other.codeText == nil)
  }

  @Test("a unit whose letter was read as a digit tells two shops of one name apart")
  func misreadUnit() {
    let register = Self.counters([
      "L1-014": "麦香村",
      "B1F-78": "麦香村",
    ])
    let lines = ["麦香村", "时间 2026-11-03 12:40", "合计 12.00", "店铺：81F-78"]
    let reading = Extractor.reading(lines, counters: register)
    #expect(reading.codeText == "B1F-78")
    #expect(reading.counter.probability > 0.9)
  }

  @Test("a name and a phone together are sure")
  func phone() {
    let reading = reading(["本汕", "电话: 0755-28840636"])
    #expect(reading.codeText == "2F075")
    #expect(reading.counter.probability > 0.999)
  }

  @Test(
    "a name with what any shop has around it is the whole name",
    arguments: [
      "LAWSON罗森", "罗森 LAWSON", "罗森零售票据", "罗森卖品小票", "罗森生活馆", "欢迎光临罗森", "罗森欢迎您", "-丁拉面",
    ])
  func surroundedName(line: String) {
    let register = [
      Counter(code: CounterCode("6F108"), name: "罗森 LAWSON", aliases: ["罗森"]),
      Counter(code: CounterCode("B1-73"), name: "一丁拉面"),
      Counter(code: CounterCode("L4-108"), name: "罗森林家居"),
    ]
    let counter = reading([line], in: register).counter
    #expect(counter.best?.evidence.contains { $0.code == "counter_name_whole" } == true, "\(line)")
    #expect(counter.best.map { $0.value.name != "罗森林家居" } == true)
  }

  @Test("digits that differ are another name, and a part that says enough is as good as a whole")
  func digitsAndParts() {
    let register = Self.counters([
      "5-053": "1990和集",
      "L1-10": "Old Bakehouse 华溪烘焙",
      "L1-11": "Meland 儿童乐园",
      "L1-12": "麦田 BAKERY",
      "L1-13": "一点点奶茶",
      "L1-14": "老重庆九宫格火锅",
    ])
    let rest = ["时间 2026-11-03 12:40", "合计 12.00"]
    func codes(_ line: String) -> [String] {
      Extractor.reading([line] + rest, counters: register).counter.best?.evidence.map(\.code) ?? []
    }
    #expect(codes("1909").isEmpty)
    #expect(!codes("1990").isEmpty)
    #expect(codes("华溪烘焙").contains("counter_name_exact"))
    // Nor is a Latin half, where nobody else is called so.
    #expect(codes("Old Bakehouse").contains("counter_name_exact"))
    // What many shops are called by themselves names none of them.
    #expect(codes("儿童乐园").isEmpty)
    #expect(!codes("BAKERY").contains("counter_name_whole"))
    // Nor is a name without its first sign the name.
    #expect(!codes("点点奶茶").contains("counter_name_exact"))
    #expect(!codes("重庆九宫格火锅").contains("counter_name_whole"))
  }

  @Test("a branch that the line's end parts, and a code that two readers have, tell more")
  func partedBranch() {
    let register = [
      Counter(code: CounterCode("L1136"), name: "月里奶茶", branch: "二店"),
      Counter(code: CounterCode("L4170"), name: "月里奶茶", branch: "南广场店"),
    ]
    let rest = ["时间 2026-11-03 12:40", "合计 12.00"]
    let reading = Extractor.reading(["月里奶茶(南广场", "店)"] + rest, counters: register)
    #expect(reading.codeText == "L4170")
    func evidence(_ seen: [String]) -> [String] {
      let page = PaperText.page([["购物凭条"], seen], readers: [.paddle, .tesseractLatin])
      let reading = Extractor(register: CounterIndex(register)).reading(
        of: page, context: ExtractionContext(currency: .cny, claimDay: nil))
      return reading.counter.best?.evidence.map(\.code) ?? []
    }
    #expect(evidence(["柜号 L4170", "L4170"]).contains("counter_code_again"))
    #expect(!evidence(["柜号 L4170", "L41"]).contains("counter_code_again"))
    #expect(!evidence(["桌号 L4170", "L4170"]).contains("counter_code_again"))
  }

  @Test(
    "a shop that the register does not have stays unknown",
    arguments: [
      ["林朗饼家月亮湾奥特莱斯店"], ["林朗饼家(月亮湾奥特莱斯店)"], ["奥境影城", "(月亮湾奥特莱斯店)"], ["The Common Store"],
      // The same city, trade and form.
      ["深圳良宏餐饮有限公司"], ["深圳木沐餐饮有限公司"],
      ["日期 2057-11"], ["单号 20570001"], ["张记饭店", "本汕 4 367.60"],
    ])
  func stranger(_ lines: [String]) {
    #expect(reading(lines).counter.probability < 0.6)
  }

  @Test("a Latin word beside a Latin name may be of another's, however it was read")
  func latinWord() {
    func codes(_ line: String) -> [String] {
      reading([line]).counter.best?.evidence.map(\.code) ?? []
    }
    #expect(codes("Golden Palace Bakery L2").contains("counter_name_exact"))
    #expect(!codes("Golden Palace Bakery Kid1").contains("counter_name_exact"))
  }

  @Test("one character more that is no dash is part of another's name, perhaps")
  func longer() {
    #expect(reading(["一本汕"]).counter.probability < 0.95)
    #expect(reading(["一本汕一"]).counter.probability > 0.99)
  }

  @Test("two shops of one name are uncertain, not wrong")
  func twins() {
    let reading = reading(["九湾"])
    #expect(reading.counter.candidates.count == 2)
    #expect(reading.counter.probability < 0.6)
  }

  @Test("a twin's own code outweighs the other's name, letter by letter")
  func twinsCode() {
    let reading = reading(["王衣坊", "专柜 7F002"])
    #expect(reading.counter.probability < 0.95)
    #expect(reading.counter.candidates.contains { $0.value.code == CounterCode("7F002") })
  }

  @Test("the branch tells two shops of one name apart")
  func branch() { #expect(reading(["九湾", "西区店"]).codeText == "6F001") }

  @Test("the day of purchase tells a shop from the one before it")
  func tenancy() {
    let reading = reading(["青木堂"])
    #expect(reading.codeText == "4F002")
    #expect(reading.counter.probability > 0.9)
  }

  @Test("without a register the printed name is told, without a code")
  func header() {
    let reading = Extractor.reading(["欢迎光临", "本汕小厨", "电话 0755-28840636", "合计 12.00"])
    #expect(reading.counter.best?.value == CounterMatch(code: nil, name: "本汕小厨"))
  }
}
