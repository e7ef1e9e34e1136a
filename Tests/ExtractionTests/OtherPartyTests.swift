import Receipts
import Testing

@testable import Extraction

/// Papers of shops that are not in the register and that name one of it.
@Suite("Other parties on a paper")
struct OtherPartyTests {
  private static let rest = [
    "单号 2611181204419", "时间 2026-11-18 12:37:05", "商品甲 68.00", "商品乙 30.00", "合计 98.00",
    "微信支付 98.00",
  ]

  private static let goods = ["商品甲 68.00", "商品乙 30.00"]

  private static func counter(
    _ code: String, _ name: String, _ branch: String? = "紫金汇店", aliases: [String] = [],
    category: String? = nil
  ) -> Counter {
    Counter(
      code: CounterCode(code), name: name, branch: branch, category: category, aliases: aliases)
  }

  /// A mall of which the register tells the name.
  private static let mall = [
    counter("1-101", "优衣库"), counter("1-102", "周大福"), counter("1-103", "名创优品"),
  ]

  /// The counter's code where a credit might rest on it, and nothing else against it.
  private static func credited(
    _ head: [String], foot: [String] = [], bought: [String] = goods, in register: [Counter]
  ) -> String? {
    let lines = head + rest.prefix(2) + bought + rest.suffix(2) + foot
    let reading = Extractor.reading(Array(lines), counters: register)
    return reading.counter.probability > 0.98 ? reading.codeText : nil
  }

  @Test(
    "who sold, who bought and through whom the money went did not print the paper",
    arguments: [
      ("收银员:李宁", "李宁"), ("导购 李宁", "李宁"), ("店长:李宁", "李宁"), ("顾客:李先生", "李先生"), ("收货人 李先生", "李先生"),
      ("设计师:周大生", "周大生"), ("机型:华为", "华为"), ("卡别：招商银行", "招商银行24h自助"), ("发卡行:招商银行", "招商银行24h自助"),
      ("发票抬头:华为", "华为"), ("收银系统:小米", "小米"),
    ])
  func labelled(line: String, name: String) {
    let register = [Self.counter("1-001", name, nil)]
    #expect(Self.credited(["小杨生煎", line], in: register) == nil)
    #expect(Self.credited(["小杨生煎"], foot: [line], in: register) == nil)
    // The name over a line of its own is the shop's all the same.
    let own = name.replacing("24h自助", with: "")
    #expect(Self.credited([own, "收银员:002"], in: register) == "1-001" || own != name)
  }

  @Test("an advertisement below another shop's paper is no heading")
  func advertised() {
    let register = [Self.counter("1-001", "海底捞", nil)]
    #expect(Self.credited(["小杨生煎"], foot: ["优惠券", "海底捞", "满100减20"], in: register) == nil)
    #expect(Self.credited(["海底捞"], foot: ["优惠券", "海底捞"], in: register) == "1-001")
  }

  @Test(
    "who sells many brands sells another's as well",
    arguments: [
      (["丝芙兰", "兰蔻"], "兰蔻"), (["丝芙兰 SEPHORA", "专柜:兰蔻"], "兰蔻"), (["苏宁易购", "专柜:华为"], "华为"),
      (["亨得利", "专柜:欧米茄"], "欧米茄"), (["洗鞋匠 洗鞋", "耐克"], "耐克"),
    ])
  func sold(head: [String], name: String) {
    #expect(Self.credited(head, in: [Self.counter("1-001", name, nil)]) == nil)
  }

  @Test(
    "a brand's shop in another mall is none of this one's",
    arguments: [
      ["星巴克(大悦城店)"], ["星巴克", "门店:大悦城店"], ["星巴克", "北京朝阳大悦城店"], ["星巴克(万达广场店)"], ["星巴克-万象城店"],
      ["大悦城购物中心", "星巴克"],
    ])
  func otherMall(head: [String]) {
    let register = Self.mall + [Self.counter("1-001", "星巴克", category: "咖啡")]
    #expect(Self.credited(head, in: register) == nil)
    #expect(Self.credited(["星巴克(紫金汇店)"], in: register) == "1-001")
    // Of a mall that is called so itself.
    let ownMall = [
      Self.counter("1-201", "优衣库", "北京大悦城店"), Self.counter("1-202", "周大福", "北京大悦城店"),
      Self.counter("1-203", "喜茶", "北京大悦城店"), Self.counter("1-001", "星巴克", "北京大悦城店"),
    ]
    #expect(Self.credited(["星巴克(北京大悦城店)"], in: ownMall) == "1-001")
  }

  @Test(
    "that a shop is in this mall does not make it the one whose name its own holds",
    arguments: [
      ("Burger King", "King", nil), ("UNDER ARMOUR", "ARMOUR", nil), ("ZARA HOME", "ZARA", nil),
      ("Moon Cafe", "Moon", nil), ("探鱼烤鱼", "探炉烤鱼", nil), ("小龙坎冒菜", "小龙坎", "火锅"),
      ("李先生干洗店", "李先生", "餐饮"), ("百草堂宠物店", "百草堂", "药店"),
    ])
  func partOfAnother(heading: String, name: String, category: String?) {
    let register = Self.mall + [Self.counter("1-001", name, category: category)]
    #expect(Self.credited([heading, "紫金汇店"], in: register) == nil)
    #expect(Self.credited([name, "紫金汇店"], in: register) == "1-001")
  }

  @Test(
    "behind a name stands what another shop does",
    arguments: [
      ("老百姓鞋帽店", "老百姓", "药店"), ("大自然地板店", "大自然", "鲜花"), ("胡大师烟酒店", "胡大师", "餐饮"),
      ("太平洋眼镜铺", "太平洋", "咖啡"), ("太平鸟男装柜", "太平鸟", "女装"), ("小森林面包铺", "小森林", "鲜花"),
    ])
  func otherTrade(heading: String, name: String, category: String) {
    #expect(
      Self.credited([heading], in: [Self.counter("1-001", name, nil, category: category)]) == nil)
  }

  @Test(
    "what was bought is another shop's of the name than the one whose goods the register tells",
    arguments: [
      (["老凤祥"], "老凤祥（眼镜）", "眼镜", ["足金项链 98.00"], false),
      (["沃尔玛"], "沃尔玛（黄金）", "珠宝", ["纯牛奶 68.00", "抽纸 30.00"], false),
      (["百联紫金汇店"], "百联眼镜", "眼镜", ["T恤 68.00", "高跟鞋 30.00"], false),
      (["华联紫金汇店"], "华联珠宝", "珠宝", ["纯牛奶 98.00"], false),
      (["悦读紫金汇店"], "悦读书店", "书店", ["拿铁 68.00", "可颂 30.00"], false),
      (["悦读紫金汇店"], "悦读书店", "书店", ["三体 98.00"], true),
      // A laundry cleans what others sold, and a tea shop sells 拿铁.
      (["洁净洗衣"], "洁净洗衣（干洗）", "生活服务", ["衬衫 68.00", "四件套 30.00"], true),
      (["古茗紫金汇店"], "古茗茶饮", "餐饮", ["幽兰拿铁 98.00"], true),
    ])
  func bought(
    head: [String], name: String, category: String, goods: [String], isOwn: Bool
  ) {
    let register = Self.mall + [Self.counter("1-001", name, category: category)]
    #expect(Self.credited(head, bought: goods, in: register) == (isOwn ? "1-001" : nil))
  }

  @Test("of namesakes each keeps the alias that is its own")
  func namesakes() {
    let register = [
      Self.counter("1-001", "滔搏运动(一楼店)", nil, aliases: ["NIKE"]),
      Self.counter("2-002", "滔搏运动(二楼店)", nil, aliases: ["ADIDAS"]),
    ]
    #expect(Self.credited(["ADIDAS", "一楼店"], in: register) != "1-001")
    let shared = [
      Self.counter("1-001", "匡威", "紫金汇1F店", aliases: ["CONVERSE"]),
      Self.counter("2-002", "匡威", "紫金汇2F店"),
    ]
    #expect(Self.credited(["CONVERSE", "紫金汇2F店"], in: shared) == "2-002")
  }

  @Test(
    "a landlord's and a till's words around a shop's own name",
    arguments: [
      ("泡泡玛特POP MART潮玩", ["POP MART泡泡玛特"]), ("他她（TATA）女鞋", ["Tata他她", "店名:紫金汇专柜"]),
      ("思凡(SIFAN)家纺", ["思凡家纺销售单"]), ("内衣·都市丽人（Cosmo Lady）", ["都市丽人", "紫金汇店销售小票"]),
      ("点都德广式茶点", ["点都德(南宁紫金汇店)", "台号:B09"]), ("尔丹尼羊绒", ["尔丹尼ERDANI"]),
      ("球球乐园 室内儿童游乐场", ["球球乐园", "票券销售凭证"]), ("金拱堡餐厅(GOLDEN BUN)", ["金拱堡苏州紫金汇餐厅"]),
      ("和牛小馆日式烧肉", ["和牛小馆", "桌位 54 人数 6"]), ("爱沛克斯数码专营店", ["爱沛克斯数码 No.AP2611071352"]),
      ("竹叶青茶业", ["竹叶青", "高端绿茶领导者"]), ("耐卡体育用品", ["NIKA", "耐卡体育(中国)有限公司"]),
      ("周生生珠宝（Chow Sang Sang）", ["商户名称：南宁周生生珠宝金行"]), ("素以服饰SUYI", ["素以SUYI 销售小票"]),
      ("四川陈麻婆餐饮管理有限公司 陈麻婆豆腐", ["陈麻婆豆腐(紫金汇店)"]), ("森林王国儿童乐园", ["森林王国", "票务小票"]),
      ("内衣·都市丽人", ["都市丽人"]), ("花点时间鲜花（L1岛柜）", ["花点时间花店"]),
      ("佛山市康民大药房连锁有限公司紫金汇分店", ["康民大药房紫金汇分店"]), ("佛山市康民大药房", ["康民大药房", "紫金汇店"]),
      ("广东星幕影城有限公司佛山紫金汇分公司", ["星幕影城紫金汇IMAX店"]), ("饭扫光现炒盖饭", ["饭扫光(紫金汇店)"]),
      ("饭小锅 木桶饭", ["饭小锅(紫金汇店)"]), ("H&N（哈恩）服装", ["H&N", "H&N 紫金汇店 CN0428"]),
      ("茶岫CHAXIU(手作茶饮)", ["茶岫", "紫金汇店", "就餐方式:外带"]), ("金履缘皮鞋（专柜）", ["专柜名称:金履缘"]),
      ("捞旺海底鲜火锅", ["LAOWANG HOTPOT 捞旺", "火锅·南京紫金汇店"]), ("木槿衣橱·设计师集合", ["木槿衣橱", "MUJIN CLOSET"]),
      ("指间美甲美睫", ["指间美学美甲·美睫"]), ("零食有鸣堂", ["有鸣堂零食", "紫金汇店"]),
      ("康佰大药房", ["安徽康佰大药房连锁有限公司紫金汇店"]), ("果核数码（授权经销）", ["果核数码授权体验店"]),
      ("小鹿配饰", ["商户:小鹿配饰屋"]), ("兰州牛肉面（个体 马一清）", ["马一清牛肉面"]), ("兰州拉面(马家)", ["马家牛肉面"]),
      ("绵阳市涪城区沈记蹄花餐饮店(沈记老妈蹄花)", ["沈记老妈蹄花"]), ("闻见香氛", ["闻见", "东方香氛"]),
      ("探鱼·鲜青椒爽麻烤鱼", ["探鱼烤鱼（紫金汇店）"]), ("维特户外(VITAL OUTDOOR)", ["VITAL", "销售门店南京紫金汇店"]),
      ("螺状元螺蛳粉", ["商户名称:收钱吧-螺状元螺蛳粉"]), ("花点时间鲜花", ["商户名称花点时间花店"]),
      ("进巧美甲", ["进巧 nail", "紫金汇店"]), ("一盏灯（湘菜）", ["盏灯紫金汇店"]), ("海尔专卖店", ["海尔家电"]),
      ("泸溪河桃酥", ["泸溪河烘焙紫金汇店"]), ("泡泡玛帅儿童摄影", ["泡泡玛帅", "紫金汇店"]),
      ("金鼎轩宴会中心", ["金鼎轩", "紫金汇店"]), ("一点点五金日杂", ["一点点日杂"]),
      ("一鸣真鲜奶吧", ["鸣真鲜奶吧"]),
      ("绝味鸭脖", ["绝味", "武汉鸭脖"]), ("NYKE 运动（耐珂）", ["NYKE", "门店:南京紫金汇店"]),
      ("巴布豆 童装", ["巴布豆童装(紫金汇)"]), ("老码头海鲜酒家（大连菜）", ["老码头·大连海鲜"]),
      ("良品仓零食铺", ["良品仓", "店铺:南京紫金汇店"]), ("小鹿花艺工作室", ["小鹿花艺(紫金汇店)"]),
      ("肥仔明烧腊", ["商户名称:佛山市南海区肥仔明烧腊店"]),
    ])
  func landlordsWords(name: String, head: [String]) {
    let register = Self.mall + [Self.counter("1-001", name)]
    #expect(Self.credited(head, in: register) == "1-001")
    // And nobody's where the shop is not in the register.
    #expect(Self.credited(head, in: Self.mall) == nil)
  }

  @Test(
    "a beginning, a city and two letters tell a shop only where nobody else may be called so",
    arguments: [
      (["饭扫光现炒盖饭", "饭扫光酱料"], ["饭扫光(紫金汇店)"]),
      (["饭扫光老家湘味现炒盖饭"], ["饭扫光(紫金汇店)"]), (["紫云楼甜品"], ["紫云楼影城(紫金汇店)"]),
      (["苏州稻香村食品有限公司"], ["稻香村(紫金汇店)"]), (["佛山市康民大药房", "南海市康民大药房"], ["康民大药房"]),
      (["H&N（哈恩）服装"], ["H&N", "南岸店"]), (["捞旺海底鲜火锅"], ["LAOWANG CAFE 捞旺", "紫金汇店"]),
      (["木槿衣橱·设计师集合", "木槿衣橱·内衣"], ["木槿衣橱"]), (["味千拉面·小馆"], ["味千拉面"]),
      (["兰州拉面(马家)", "兰州拉面(沙家)"], ["兰州拉面"]), (["兰州拉面(马家)"], ["马家烤肉"]),
      (["成都新华书店"], ["四川新华书店连锁有限公司紫金汇店"]), (["本汕潮汕牛肉火锅"], ["本汕", "日本料理"]),
      (["维特户外(VITAL OUTDOOR)"], ["VITAL", "销售门店北岸店"]),
      (["蜜巷茶饮"], ["蜜巷", "红烧肉 15.00"]), (["渝味晓宇火锅"], ["渝味火锅(紫金汇店)"]),
      (["木屋里小童童装"], ["木屋里(紫金汇店)"]), (["云海里荟烤肉"], ["云海里(紫金汇店)"]),
      (["佛山市南海区阿强烧腊店"], ["佛山市顺德区阿强烧腊店"]), (["阿强烧腊"], ["商户名称:东莞市阿强烧腊店"]),
      (["云南米线（过桥）"], ["过桥米线"]), (["老张拉面"], ["老张牛肉面"]), (["初见咖啡"], ["初见美学(紫金汇店)"]),
      (["老街烧烤"], ["老街", "火锅·南京紫金汇店"]),
      (["海尔专卖店"], ["海尔洗衣"]), (["华为专卖店"], ["华为维修"]), (["乐高专卖店"], ["乐高教育"]),
      (["小确幸餐厅"], ["小确幸烘焙"]),
      (["天使早教中心"], ["天使", "金源购物中心"]), (["九田家秋田烤肉", "九田家黄牛烤肉"], ["九田家(紫金汇店)"]),
    ])
  func beginnings(names: [String], head: [String]) {
    let register =
      Self.mall + names.enumerated().map { Self.counter("1-00\($0.offset)", $0.element) }
    #expect(Self.credited(head, in: register) == nil)
  }

  @Test("a cinema's paper is its snack bar's where it tells of snacks, and else its own")
  func snackBar() {
    let register =
      Self.mall + [Self.counter("6-001", "星幕影城"), Self.counter("6-002", "星幕影城（卖品）")]
    let ticket = ["影厅 4号厅激光 59.90", "座位 4排8座"]
    #expect(Self.credited(["星幕影城"], bought: ticket, in: register) == "6-001")
    #expect(Self.credited(["星幕影城 卖品小票"], bought: ["爆米花 38.00"], in: register) != "6-001")
  }

  @Test(
    "addresses, goods of one family, and what a shop's own papers say of others are no other shop's",
    arguments: [
      ("优衣库", ["优衣库", "北京东路店"], goods), ("喜茶", ["喜茶", "中国美术学院店"], goods),
      ("海尔", ["海尔", "海尔洗衣机专卖"], goods), ("喜茶", ["喜茶", "京东秒送 #12"], goods),
      ("耐克(运动)", ["耐克"], ["运动鞋 98.00"]), ("李宁(运动)", ["李宁"], ["T恤 98.00"]),
      ("巴拉巴拉(童装)", ["巴拉巴拉"], ["帆布鞋 98.00"]), ("喜茶", ["喜茶", "荟聚天下好茶"], goods),
      ("喜茶", ["喜茶", "地址:万象城路18号"], goods), ("喜茶", ["喜茶", "其他门店:万达广场店 吾悦广场店"], goods),
      ("周大福", ["紫金百货销售小票", "供应商:周大福珠宝金行有限公司"], goods),
    ])
  func ownPapers(name: String, head: [String], goods: [String]) {
    let register = Self.mall.filter { $0.name != name } + [Self.counter("1-001", name)]
    #expect(Self.credited(head, bought: goods, in: register) == "1-001")
  }

  @Test("behind a company's name stands its shop's where both begin alike, and no place or trade")
  func companies() {
    for (name, head) in [
      ("上海亿珂商贸有限公司 紫金汇店", ["瑞幸咖啡(紫金汇店)"]), ("上海亿珂商贸有限公司 专柜", ["专柜:优衣生活"]),
      ("上海亿珂商贸有限公司 女装", ["专柜:女装"]), ("成都味鲜餐饮有限公司 麻辣烫", ["麻辣烫"]),
    ] {
      #expect(Self.credited(head, in: Self.mall + [Self.counter("1-001", name)]) == nil, "\(name)")
    }
  }

  @Test("dashes before names, and an alias of nothing but signs, stop nobody")
  func signs() {
    let register = [Self.counter("1-001", "喜茶", nil)]
    for line in ["-少冰 -少糖 -喜茶", "-谢谢惠顾 -欢迎光临 -喜茶", "日期- 时间- 桌号- 门店- 喜茶"] {
      _ = Self.credited([line], in: register)
    }
    #expect(
      Self.credited(["小杨生煎", "-导购:李宁"], in: [Self.counter("1-001", "李宁", nil)]) == nil)
    let signs = [
      Self.counter("1-001", "喜茶", "紫金汇1F店", aliases: ["-"]),
      Self.counter("2-002", "喜茶", "紫金汇2F店", aliases: ["HEYTEA"]),
    ]
    #expect(Self.credited(["喜茶", "紫金汇2F店"], in: signs) == "2-002")
  }

  @Test("codes that differ in where their dash stands are two units'")
  func dashes() {
    let register = [Self.counter("L12-3", "星巴克", nil), Self.counter("L5-01", "星巴克", nil)]
    #expect(Self.credited(["星巴克", "铺位号:L1-23"], in: register) == nil)
  }

  @Test("a city and the mall in a shop's brackets are no part of its name")
  func cityAndMall() {
    let register =
      Self.mall + [
        Self.counter("1-001", "CGV影城(绵阳紫金汇IMAX)", nil), Self.counter("1-002", "西贝莜面村", nil),
      ]
    #expect(Self.credited(["小杨生煎", "绵阳紫金汇"], in: register) == nil)
    #expect(Self.credited(["西贝莜面村", "绵阳紫金汇"], in: register) == "1-002")
  }

  @Test("a name that was misread in the head and stands at the foot is the head's")
  func misreadHead() {
    let register = [Self.counter("1-001", "北安甜品", nil)]
    #expect(Self.credited(["北安品"], foot: ["北安甜品", "谢谢惠顾"], in: register) == "1-001")
    #expect(Self.credited(["小杨生煎"], foot: ["北安甜品", "谢谢惠顾"], in: register) == nil)
  }

  @Test("a unit's code without its dash is one behind the words for a place, and nowhere else")
  func dashless() {
    let register = Self.mall + [Self.counter("L2-01", "ONLY女装")]
    #expect(Self.credited(["柜组：L201 0NLY"], in: register) == "L2-01")
    #expect(Self.credited(["货号 L201"], in: register) == nil)
  }
}
