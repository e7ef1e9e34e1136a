extension CounterName {
  /// How many letters a city has that others begin with.
  static func city(before letters: ArraySlice<Unicode.Scalar>) -> Int? {
    lengthsOfCities.first { $0 < letters.count && isCity(letters.prefix($0)) }
  }

  /// The same behind others.
  static func city(behind letters: ArraySlice<Unicode.Scalar>) -> Int? {
    lengthsOfCities.first { $0 < letters.count && isCity(letters.suffix($0)) }
  }

  /// What stands behind a name is a street's: 路 of 北京路, 万象城路18号 and 永辉路店.
  static func isStreet(_ behind: ArraySlice<Unicode.Scalar>) -> Bool {
    behind.first.map(streets.contains) ?? false || behind.starts(with: "大道".unicodeScalars)
  }

  private static let streets = Set("路街道".unicodeScalars)
  private static let lengthsOfCities = [4, 3, 2]

  static func isCity(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    cities.contains(String(String.UnicodeScalarView(letters)))
  }

  static let cityKeys = cities.map { Key($0).letters[...] }

  private static let cities: Set<String> = [
    "北京", "上海", "广州", "深圳", "成都", "武汉", "杭州", "南京", "重庆", "西安", "苏州", "天津", "长沙", "郑州", "青岛",
    "宁波", "东莞", "佛山", "合肥", "沈阳", "大连", "厦门", "福州", "济南", "昆明", "哈尔滨", "长春", "无锡", "常州", "南昌",
    "南宁", "贵阳", "太原", "石家庄", "珠海", "海口", "温州", "泉州", "嘉兴", "徐州", "南通", "惠州", "中山", "烟台", "兰州",
    "香港", "澳门", "台北",
    "唐山", "秦皇岛", "邯郸", "邢台", "保定", "张家口", "承德", "沧州", "廊坊", "衡水", "阳泉",
    "长治", "晋城", "朔州", "晋中", "运城", "忻州", "临汾", "吕梁", "包头", "赤峰", "通辽",
    "呼和浩特", "呼伦贝尔", "鞍山", "抚顺", "本溪", "丹东", "锦州", "营口", "阜新",
    "辽阳", "盘锦", "铁岭", "葫芦岛", "四平", "辽源", "通化", "白山", "松原", "白城", "延吉",
    "齐齐哈尔", "鸡西", "鹤岗", "大庆", "伊春", "佳木斯", "牡丹江", "绥化", "连云港", "淮安",
    "盐城", "扬州", "镇江", "泰州", "宿迁", "昆山", "江阴", "常熟", "张家港", "太仓", "湖州",
    "绍兴", "金华", "衢州", "舟山", "台州", "丽水", "义乌", "芜湖", "蚌埠", "淮南", "马鞍山",
    "淮北", "铜陵", "安庆", "滁州", "阜阳", "宿州", "六安", "亳州", "池州", "宣城", "漳州",
    "龙岩", "宁德", "晋江", "景德镇", "萍乡", "九江", "新余", "鹰潭", "赣州", "吉安", "宜春",
    "抚州", "上饶", "淄博", "枣庄", "东营", "潍坊", "济宁", "泰安", "威海", "日照", "临沂", "德州",
    "聊城", "滨州", "菏泽", "开封", "洛阳", "平顶山", "安阳", "鹤壁", "新乡", "焦作", "濮阳",
    "许昌", "漯河", "三门峡", "南阳", "商丘", "信阳", "周口", "驻马店", "黄石", "十堰", "宜昌",
    "襄阳", "鄂州", "荆门", "孝感", "荆州", "黄冈", "咸宁", "随州", "恩施", "株洲", "湘潭", "衡阳",
    "邵阳", "岳阳", "常德", "张家界", "益阳", "郴州", "永州", "怀化", "娄底", "韶关", "汕头",
    "江门", "湛江", "茂名", "肇庆", "梅州", "汕尾", "河源", "清远", "潮州", "揭阳", "云浮", "柳州",
    "桂林", "梧州", "北海", "防城港", "钦州", "贵港", "玉林", "百色", "贺州", "河池", "来宾",
    "崇左", "三亚", "自贡", "攀枝花", "泸州", "德阳", "绵阳", "广元", "遂宁", "内江", "乐山",
    "南充", "眉山", "宜宾", "广安", "达州", "雅安", "巴中", "资阳", "西昌", "六盘水", "遵义",
    "安顺", "毕节", "铜仁", "凯里", "都匀", "曲靖", "玉溪", "保山", "昭通", "丽江", "临沧", "大理",
    "拉萨", "铜川", "宝鸡", "咸阳", "渭南", "延安", "汉中", "榆林", "商洛", "嘉峪关", "金昌",
    "天水", "武威", "张掖", "酒泉", "庆阳", "定西", "西宁", "银川", "石嘴山", "乌鲁木齐",
    "克拉玛依", "库尔勒", "喀什", "伊宁", "余姚", "慈溪", "诸暨", "温岭", "宜兴", "如皋", "丹阳",
    "邹城", "滕州", "寿光", "即墨", "胶州",
    // Companies are named for their provinces as well.
    "四川", "浙江", "江苏", "广东", "福建", "湖北", "湖南", "河南", "河北", "山东", "山西", "陕西", "安徽", "江西", "辽宁",
    "吉林", "云南", "贵州", "广西", "海南", "甘肃", "青海", "宁夏", "新疆", "西藏", "黑龙江",
  ]

  /// A word that many names hold, COFFEE: it tells its shop only where it stands by itself.
  var isCommon: Bool { Self.isCommon(key) }
}
