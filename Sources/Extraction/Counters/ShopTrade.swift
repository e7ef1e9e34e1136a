import Receipts

/// What a shop sells or does, as registers name it in their category and tills behind a shop's
/// name: 珠宝 behind 周大生, 照相馆 behind 海马体.
struct ShopTrade: Sendable {
  /// Words of a register's category that name it, in Latin letters what they begin with.
  var categories: [Key]
  /// What counters of a department store are called by, whose name stays theirs with it or without.
  var goods: [Key] = []
  /// What makes two names of one: 太平洋咖啡 is not 太平洋眼镜.
  var shops: [Key] = []
  /// What else such a shop may be called by, where the register says that it is one.
  var others: [Key] = []
  /// What is bought nowhere else: 拿铁.
  var wares: [Key] = []

  private init(
    _ categories: [String], goods: [String] = [], shops: [String] = [], others: [String] = [],
    wares: [String] = []
  ) {
    self.categories = Self.keys(categories)
    self.wares = Self.keys(wares)
    (self.goods, self.shops, self.others) = (Self.keys(goods), Self.keys(shops), Self.keys(others))
  }

  private static func keys(_ words: [String]) -> [Key] { words.map { Key($0) } }

  private static let clothes = [
    "T恤", "衬衫", "连衣裙", "半裙", "半身裙", "牛仔裤", "休闲裤", "卫衣", "羽绒服", "针织衫", "毛衣", "西装", "风衣", "阔腿裤",
  ]

  var words: [Key] { goods + shops + others }

  /// What a brand sells in shops of their own, 童装, 女装, is told by the register alone.
  static let all =
    [
      ShopTrade(
        ["珠宝", "首饰", "黄金", "JEWEL", "GEM", "GOLD"],
        goods: ["珠宝首饰", "珠宝", "首饰", "银楼", "金行", "金店", "黄金"], others: ["钻石", "翡翠", "玉器"],
        wares: ["足金", "千足", "金重", "工费", "18K", "K金", "克拉", "钻戒", "吊坠", "转运珠"]),
      ShopTrade(["饰品", "配饰"], others: ["饰品", "配饰", "饰品屋", "配饰屋"]),
      ShopTrade(["钟表", "WATCH"], goods: ["钟表"], others: ["名表"]),
      ShopTrade(
        ["家纺", "家居", "HOME"], goods: ["家纺"], others: ["家居", "家具", "床品"],
        wares: ["四件套", "三件套", "被套", "床单", "枕芯", "蚕丝被", "羽绒被", "夏凉被", "枕套", "床笠"]),
      ShopTrade(["箱包", "皮具", "BAG", "HANDBAG", "LEATHER"], goods: ["皮具", "箱包"], others: ["手工皮具"]),
      ShopTrade(
        ["鞋", "SHOE", "FOOTWEAR"], goods: ["鞋业"],
        others: ["鞋店", "皮鞋", "布鞋", "女鞋", "男鞋", "鞋帽", "鞋履"],
        wares: ["高跟鞋", "凉鞋", "短靴", "单鞋", "帆布鞋", "板鞋", "乐福鞋", "运动鞋"]),
      ShopTrade(
        ["服饰", "服装", "CLOTH", "FASHION", "APPAREL"], goods: ["服饰", "服装"],
        others: ["时装", "羽绒服", "羊绒", "羊绒衫", "皮草"], wares: clothes),
      ShopTrade(["内衣", "LINGERIE"], others: ["内衣", "家居服"]),
      ShopTrade(["女装"], others: ["女装"], wares: clothes),
      ShopTrade(["男装"], others: ["男装"], wares: clothes),
      ShopTrade(
        ["童装", "母婴", "亲子", "KIDS"], others: ["童装", "母婴", "婴童"],
        wares: ["纸尿裤", "奶瓶", "婴儿", "奶粉", "爬服"]),
      ShopTrade(
        ["化妆品", "美妆", "COSM"], goods: ["化妆品"], others: ["彩妆", "美妆", "香氛", "护肤"],
        wares: ["精华", "面霜", "口红", "唇膏", "粉底", "眼霜", "面膜", "香水", "洁面", "眼影", "化妆水", "卸妆"]),
      ShopTrade(
        ["眼镜", "OPTIC", "EYEWEAR"], shops: ["眼镜"], others: ["眼镜店", "光学", "视光"],
        wares: ["镜片", "镜架", "镜框", "验光", "瞳距"]),
      ShopTrade(
        ["药店", "药房", "健康", "PHARM"], shops: ["大药房", "药房", "药店", "药业"],
        others: ["健康药房", "医药"], wares: ["口服液", "滴眼液", "感冒灵", "布洛芬", "阿莫西林"]),
      // 蜀大侠烤鱼 may be another than 蜀大侠, of whom the register says 餐饮; 海底捞火锅 is 海底捞.
      ShopTrade(
        ["餐饮", "餐厅", "美食", "中餐", "西餐", "FOOD", "RESTAURANT", "DINING"], shops: ["餐厅", "酒楼"],
        others: [
          "餐饮", "饭店", "饭馆", "酒家", "菜馆", "火锅", "料理", "面馆", "快餐", "美食", "小吃", "西餐", "简餐", "宴会中心",
          "宴会厅",
        ]),
      ShopTrade(["火锅", "HOTPOT", "HOT POT"], shops: ["火锅店", "火锅"], others: ["老火锅"]),
      ShopTrade(["烤鸭"], shops: ["烤鸭店"], others: ["烤鸭"]),
      ShopTrade(
        ["烧烤", "烤肉", "BBQ"], others: ["烧烤", "烤肉", "烧肉", "炭火烤肉", "炭火烧肉", "炭烤", "韩国炭烤"]),
      ShopTrade(["烤鱼"], others: ["烤鱼"]),
      ShopTrade(["料理", "JAPANESE"], others: ["料理"]),
      ShopTrade(["面馆", "NOODLE"], others: ["面馆"]),
      ShopTrade(["快餐", "FASTFOOD"], others: ["快餐"]),
      ShopTrade(
        ["咖啡", "CAFE", "COFFEE"], shops: ["咖啡店", "咖啡馆", "咖啡"],
        wares: ["拿铁", "美式咖啡", "卡布奇诺", "澳白", "馥芮白", "LATTE", "AMERICANO", "CAPPUCCINO"]),
      ShopTrade(
        ["茶饮", "饮品", "TEA"], others: ["茶饮", "奶茶", "饮品"],
        wares: [
          "奶绿", "绿茶", "柠檬茶", "芋泥", "杨枝甘露", "多肉葡萄", "伯牙绝弦", "珍珠奶茶", "冰茶", "轻乳茶",
        ]),
      ShopTrade(
        ["茶叶", "茶业"], others: ["茶业", "茶叶", "茗茶"],
        wares: ["建盏", "茶具", "铁观音", "大红袍", "正山小种", "毛尖", "碧螺春", "茶饼", "绿茶"]),
      ShopTrade(
        ["烘焙", "BAKE", "BAKERIES"], shops: ["面包店"],
        others: ["烘焙", "面包", "蛋糕", "西饼", "饼屋", "糕点", "桃酥"],
        wares: ["吐司", "可颂", "贝果", "蛋挞", "泡芙", "瑞士卷", "欧包", "毛巾卷"]),
      ShopTrade(["书店", "BOOK"], shops: ["书店"], others: ["书城", "图书", "书屋"]),
      ShopTrade(
        ["影院", "影城", "电影", "CINE"], shops: ["影城"], others: ["国际影城", "影院", "电影城"],
        wares: ["影厅", "影片", "场次", "影票"]),
      ShopTrade(
        ["超市", "SUPER"], others: ["超市", "生鲜"], wares: ["抽纸", "卷纸", "洗洁精", "纯牛奶", "洗衣液", "五花肉"]),
      ShopTrade(["便利", "CONV"], others: ["便利店", "便利"]),
      ShopTrade(["停车", "PARKING", "CARWASH"], others: ["停车场", "停车", "汽车服务", "洗车", "汽车美容"]),
      ShopTrade(
        ["摄影", "PHOTO"], others: ["照相馆", "照相", "摄影", "摄影工作室", "影楼", "写真", "儿童摄影", "儿童影楼"]),
      ShopTrade(
        ["美容", "美发", "丽人", "BEAUTY", "HAIR", "NAIL", "SPA"],
        others: [
          "美容", "美发", "美甲", "美睫", "养发", "造型", "沙龙", "美容工作室", "美甲工作室", "造型工作室",
        ],
        wares: ["染发", "烫发", "洗剪吹", "剪发", "洗吹", "头皮", "护发", "发膜"]),
      ShopTrade(["电玩", "游戏"], others: ["电玩城", "超乐场", "电玩", "动漫城", "游戏厅", "游艺城", "游艺"]),
      ShopTrade(["网咖", "电竞"], others: ["网咖", "网吧", "电竞馆", "电竞"]),
      ShopTrade(["KTV"], others: ["歌城"]),
      ShopTrade(["酒吧"], others: ["酒吧", "酒馆", "音乐酒馆", "小酒馆"]),
      ShopTrade(["玩具", "亲子", "文创", "潮玩", "TOY"], others: ["玩具", "潮玩"]),
      ShopTrade(["五金", "日杂", "杂货"], others: ["五金", "日杂", "五金日杂", "杂货", "杂货铺"]),
      ShopTrade(["水产"], others: ["水产", "鲜活"]),
      ShopTrade(["修理"], others: ["修表", "钟表维修", "修表配钥匙", "配钥匙"]),
      ShopTrade(["文具", "STATIONERY"], others: ["文具"]),
      ShopTrade(["烟酒", "酒类", "LIQUOR"], others: ["烟酒", "名酒"]),
      ShopTrade(["乐器", "琴行"], others: ["乐器", "钢琴", "琴行"]),
      ShopTrade(["灯饰", "照明", "建材", "LIGHTING"], others: ["灯具", "灯饰", "照明", "窗帘", "地板", "瓷砖"]),
      ShopTrade(["彩票"], others: ["彩票"]),
      ShopTrade(
        ["健身", "GYM", "FITNESS"], others: ["健身房", "健身", "瑜伽", "健身俱乐部", "健身中心", "瑜伽生活馆"],
        wares: ["私教", "团课"]),
      ShopTrade(
        ["宠物", "PET"], others: ["宠物店", "宠物医院", "宠物"],
        wares: ["猫粮", "狗粮", "犬粮", "猫砂", "驱虫"]),
      ShopTrade(
        ["鲜花", "FLOWER", "FLORIST"], others: ["鲜花", "花店", "花艺", "花艺工作室"], wares: ["花束", "洋桔梗"]),
      ShopTrade(["洗衣", "LAUNDRY"], others: ["洗衣", "干洗", "洗护"]),
      ShopTrade(["家电", "电器", "APPLIANCE"], others: ["家电", "电器"]),
      ShopTrade(["数码", "DIGI", "PHONE", "ELECTRONIC"], others: ["数码", "手机", "通讯", "维修"]),
      ShopTrade(
        ["乐园", "亲子", "儿童", "PLAY"],
        others: [
          "蹦床公园", "蹦床", "儿童乐园", "亲子乐园", "乐园", "游乐园", "游乐场", "儿童游乐场", "儿童游乐园", "室内游乐场", "家庭中心",
          "亲子中心", "成长中心",
        ]),
      ShopTrade(
        ["早教", "教育", "培训", "亲子"],
        others: ["早教中心", "早教", "托育", "培训中心", "教育培训", "教育", "艺术教育", "美术教育", "美校"]),
      ShopTrade(["齿", "口腔", "DENTAL"], others: ["口腔", "齿科"]),
      ShopTrade(["食品", "零食", "SNACK"], others: ["食品", "零食", "零食铺", "零食店"]),
      ShopTrade(["运动", "体育", "SPORT", "OUTDOOR"], others: ["体育", "运动", "户外"]),
      ShopTrade(["裁缝", "改衣"], others: ["裁缝店", "裁缝", "修改衣", "改衣", "织补"]),
      ShopTrade(
        ["足浴", "足道", "养生"], others: ["养生会所", "足浴", "足道", "养生", "推拿", "按摩"],
        wares: ["足疗", "采耳"]),
    ]
    // What a restaurant cooks tells it from the next: each is a trade of its own.
    + [
      "鸭脖", "卤味", "肉蟹煲", "牛肉面", "拉面", "酸菜鱼", "烤鸡", "炸鸡", "汉堡", "披萨", "比萨", "寿司", "水饺", "饺子", "馄饨",
      "小龙虾", "米线", "米粉", "螺蛳粉", "酸辣粉", "麻辣烫", "麻辣香锅", "冒菜", "串串香", "串串", "煲仔饭", "黄焖鸡", "烧腊", "茶餐厅",
      "点心", "小笼包", "小笼", "生煎", "包子", "粥铺", "甜品", "糖水", "冰淇淋", "冰激凌", "酸奶", "水果", "坚果", "湘菜", "川菜",
      "粤菜", "本帮菜", "新徽菜", "徽菜", "云南菜", "东北菜", "江浙菜", "杭帮菜", "淮扬菜", "西北菜", "新疆菜", "贵州菜", "客家菜",
      "潮汕菜",
      "台湾菜", "农家菜", "融合菜", "创意菜", "私房菜", "毛肚火锅", "牛肉火锅", "椰子鸡", "猪肚鸡", "石锅拌饭", "家常菜", "牛排", "烤串",
      "羊肉串", "小面",
      "黄焖鸡米饭", "江南菜", "牛杂", "羊肉汤", "鸡公煲", "鲜生", "拌面", "麻辣拌", "拌饭", "烤冷面", "重庆小面", "捞面", "臭豆腐",
      "海鲜", "肠粉",
      "羊蝎子", "牛蛙", "钵钵鸡", "锅贴", "烧鹅", "早茶", "茶点", "豆浆", "手工面", "肉夹馍", "热干面", "豆皮", "鸭血粉丝", "饭团",
      "卤肉饭", "盖饭", "盖浇饭", "木桶饭", "自助餐", "潮汕牛肉火锅", "铁板烧",
    ].map { ShopTrade([], others: [$0]) }

  /// What a restaurant cooks, which no register's category names.
  static func isDish(_ trade: Int) -> Bool { all[trade].categories.isEmpty }

  /// 餐饮, of which each kind has shops of its own.
  static let ofRestaurants = Set(all.indices.filter { all[$0].shops.contains(Key("酒楼")) })

  /// What is eaten and drunk, which one shop sells beside the other.
  static let ofFood = ofRestaurants.union(eatenAtTables)
    .union(["咖啡", "茶饮", "烘焙"].flatMap { trades(ofCategory: $0) })

  /// What brands of it make, whatever each of their shops sells of it.
  static let ofAppliances = Set(trades(ofCategory: "家电"))

  /// What is baked, which no restaurant cooks.
  static let ofBakeries = Set(trades(ofCategory: "烘焙"))

  /// What is worn, which one brand sells beside the other; and not what one lives with, of which 红豆（家纺） is
  /// another shop than 红豆.
  static let ofDress = Set(
    ["服饰", "女装", "男装", "童装", "鞋", "运动"].flatMap { trades(ofCategory: $0) })

  /// Where food is bought that restaurants cook as well: 五花肉.
  static let ofMarkets = Set(trades(ofCategory: "超市"))

  /// Who cleans and mends what others sold.
  static let ofClothesOfOthers = Set(["洗衣", "裁缝"].flatMap { trades(ofCategory: $0) })

  /// What malls run themselves, under their own name: 锦悦天地停车场.
  static let ofMalls = Set(
    all.indices.filter { number in
      ["停车", "乐园", "超市"].contains { all[number].words.contains(Key($0)) }
    })

  /// What may stand before a shop's name as well as behind it: 零食有鸣堂.
  static let goodsBefore = keys([
    "零食", "内衣", "女装", "男装", "童装", "家纺", "眼镜", "珠宝", "烘焙", "茶饮", "火锅", "烤肉",
  ])

  /// Those that hold others come first.
  static let goods = longestFirst(all.flatMap(\.goods))
  static let shops = longestFirst(all.flatMap(\.shops))
  private static let words = longestFirst(all.flatMap(\.words))
  /// Such as shops of other trades open beside their own: 老凤翔咖啡 is not 老凤翔.
  private static let trades = words.filter { !sidelines.contains($0) }
  private static let sidelines = keys([
    "咖啡店", "咖啡馆", "咖啡", "奶茶", "茶饮", "饮品", "餐厅", "COFFEE", "TEA",
  ])
  /// What a shop of any trade ends with.
  private static let endings = keys(["公园", "会所", "工坊", "馆", "店", "坊", "铺", "厅", "屋", "吧", "行"])

  /// The words for what a counter of a category sells or does, those that hold others first.
  static func words(ofCategory category: String?) -> [Key] {
    longestFirst(trades(ofCategory: category).flatMap { all[$0].words })
  }

  /// What a counter of a category sells or does, as indices into ``all``.
  static func trades(ofCategory category: String?) -> [Int] {
    let category = Key(category ?? "")
    guard !category.isEmpty else { return [] }
    // 餐饮品牌 is none of 饮品, nor 服饰品牌 of 饰品.
    let besides = Key(category.text.replacing("餐饮", with: "").replacing("服饰", with: ""))
    // A Latin word begins one of the category's, CINE Cinemas: TEA is none of STEAKHOUSE.
    func isNamed(_ word: Key) -> Bool {
      guard word.letters[0].isLatin else {
        return category.contains(word) && (!cutOfOthers.contains(word) || besides.contains(word))
      }
      return category.letters.indices.contains { start in
        category.startsWord[start] && category.letters[start...].starts(with: word.letters)
      }
    }
    return all.indices.filter { all[$0].categories.contains(where: isNamed) }
  }

  private static let cutOfOthers: Set<Key> = [Key("饮品"), Key("饰品")]

  /// Whether a word makes two shops of one name: 太平洋咖啡 is not 太平洋眼镜.
  static func partsShops(_ word: Key) -> Bool {
    shops.contains(word)
      || word.letters[0].isLatin
        && trades(ofCategory: word.text).contains { !all[$0].shops.isEmpty }
  }

  /// Whether shops of other trades have such beside their own: 老凤翔咖啡 is not 老凤翔.
  static func isSideline(_ word: Key) -> Bool { sidelines.contains(word) }

  /// Whether a brand calls another of its shops so, beside those of its name alone: 老乡鸡面馆.
  static func isBeside(_ word: Key) -> Bool { beside.contains(word) }

  private static let beside = keys(["面馆", "小吃", "酒吧", "甜品", "茶餐厅"])

  private static func longestFirst(_ words: [Key]) -> [Key] {
    words.sorted { ($1.count, $0.text) < ($0.count, $1.text) }
  }

  static func isTrade(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    consists(letters, of: words)
  }

  /// Whether letters are words for what shops do that stays in the trade of whoever is called so.
  static func staysInTrade(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    consists(letters, of: trades)
  }

  static func holdsTrade(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    let key = Key(letters: letters)
    return words.contains(where: key.contains)
  }

  /// The trades that a line's words name, as indices into ``all``.
  static func trades(in line: Key) -> Set<Int> {
    Set(all.indices.filter { all[$0].words.contains(where: line.contains) })
  }

  /// What a paper's shop does by what was bought, 烫发, and by where it was eaten, 桌号: as indices
  /// into ``all``. Empty where nothing tells it.
  static func trades(ofGoodsOn lines: [PrintedLine]) -> Set<Int> {
    func isOn(_ word: Key) -> Bool { lines.contains { $0.key.contains(word) } }
    let isTable = tables.contains(where: isOn) || lines.contains { $0.key.letters.first == "桌" }
    let eaten = isTable ? eatenAtTables : []
    return trades(ofWaresOn: lines).union(eaten)
  }

  /// The same by what was bought alone.
  static func trades(ofWaresOn lines: [PrintedLine]) -> Set<Int> {
    Set(
      all.indices.filter { trade in
        all[trade].wares.contains { ware in lines.contains { $0.key.contains(ware) } }
      })
  }

  /// What stands on the papers of who serves at tables.
  private static let tables = keys(["桌号", "人数", "桌台", "餐位", "茶位", "就餐", "用餐人数", "锅底", "堂食", "加菜"])
  private static let eatenAtTables =
    all.indices.filter(isDish) + ofRestaurants
    + ["火锅", "烧烤", "烤鱼", "烤鸭", "料理", "面馆", "快餐"].flatMap { trades(ofCategory: $0) }

  /// Whether a place in a name is within a word for what shops do: 进巍美|甲.
  static func isCut(_ name: Key, at place: Int) -> Bool {
    words.contains { word in
      (max(0, place - word.count + 1)..<place).contains {
        name.letters[$0...].starts(with: word.letters)
      }
    }
  }

  /// A name without what it says of its trade: 全聚德 of 全聚德烤鸭. Not 锦悦天地 of 锦悦天地停车场: what malls run
  /// themselves leaves the mall's name.
  static func withoutTrade(_ letters: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    without(trimmable, letters)
  }

  /// The same without any of the words for what shops do: 现炒 of 现炒盖饭.
  static func withoutAnyTrade(
    _ letters: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    without(words, letters)
  }

  private static let trimmable = longestFirst(
    goods + shops
      + keys(["烤鸭", "老火锅", "糕点", "面包", "蛋糕", "奶茶", "烤肉", "烧烤", "烤鱼", "美发", "美容"]))

  /// Letters without one of `words` at their end.
  static func without(_ words: [Key], _ letters: ArraySlice<Unicode.Scalar>)
    -> ArraySlice<Unicode.Scalar>
  {
    let word = words.first { letters.hasSuffix($0) }
    return letters.dropLast(word?.count ?? 0)
  }

  /// Letters are nothing but `words`, with or without what a shop ends with: 汽车服务, 养发馆.
  static func consists(_ letters: ArraySlice<Unicode.Scalar>, of words: [Key]) -> Bool {
    [letters, without(endings, letters)].contains { letters in
      var rest = letters
      while true {
        let shorter = without(words, rest)
        if shorter.isEmpty { return !rest.isEmpty }
        guard shorter.count < rest.count else { return false }
        rest = shorter
      }
    }
  }

  /// All words for what shops do, save repairs, and others: those that hold others come first.
  static func words(besidesRepairsAnd others: [Key]) -> [Key] {
    longestFirst(words.filter { $0 != repairs } + others)
  }

  private static let repairs = Key("维修")

  /// What is left of a name without its trade tells somebody by two characters: not 美容美发.
  private static let weightOfNameMin = 2.0

  /// A shop's name that says what it does goes on with more of it, 进巍美甲 with 美睫, or with what shops
  /// end with: 丝域养发 with 馆.
  static func goesOn(_ lead: ArraySlice<Unicode.Scalar>, with rest: ArraySlice<Unicode.Scalar>)
    -> Bool
  {
    var own = lead
    while true {
      let shorter = without(words, own)
      guard shorter.count < own.count else { break }
      own = shorter
    }
    return own.count < lead.count && CounterName.weight(of: own) >= weightOfNameMin
      && (consists(rest, of: words) || without(endings, rest).isEmpty)
  }
}
