extension CounterName {
  /// How many letters a city has that others begin with.
  static func city(before letters: ArraySlice<Unicode.Scalar>) -> Int? {
    lengthsOfCities.first { $0 < letters.count && isCity(letters.prefix($0)) }
  }

  /// The same behind others.
  static func city(behind letters: ArraySlice<Unicode.Scalar>) -> Int? {
    lengthsOfCities.first { $0 < letters.count && isCity(letters.suffix($0)) }
  }

  private static let lengthsOfCities = [3, 2]

  static func isCity(_ letters: ArraySlice<Unicode.Scalar>) -> Bool {
    cities.contains(String(String.UnicodeScalarView(letters)))
  }

  static let cityKeys = cities.map { Key($0).letters[...] }

  private static let cities: Set<String> = [
    "北京", "上海", "广州", "深圳", "成都", "武汉", "杭州", "南京", "重庆", "西安", "苏州", "天津", "长沙", "郑州", "青岛",
    "宁波", "东莞", "佛山", "合肥", "沈阳", "大连", "厦门", "福州", "济南", "昆明", "哈尔滨", "长春", "无锡", "常州", "南昌",
    "南宁", "贵阳", "太原", "石家庄", "珠海", "海口", "温州", "泉州", "嘉兴", "徐州", "南通", "惠州", "中山", "烟台", "兰州",
    "香港", "澳门", "台北",
    // Companies are named for their provinces as well.
    "四川", "浙江", "江苏", "广东", "福建", "湖北", "湖南", "河南", "河北", "山东", "山西", "陕西", "安徽", "江西", "辽宁",
    "吉林", "云南", "贵州", "广西", "海南", "甘肃", "青海", "宁夏", "新疆", "西藏", "黑龙江",
  ]

  /// A word that many names hold, COFFEE: it tells its shop only where it stands by itself.
  var isCommon: Bool { Self.isCommon(key) }
}
