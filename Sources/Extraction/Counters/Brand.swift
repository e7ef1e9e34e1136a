/// What brands are called in Chinese and in Latin letters, as they call themselves in mainland malls.
///
/// A register has a shop most often in one script, 瑞幸咖啡, and its till prints the other, luckin coffee. Only
/// names that are no words besides, and of four Latin letters at least.
enum Brand {
  /// By either name the other ones.
  static func others(of name: Key) -> [Key] { names[name] ?? [] }

  private static let names: [Key: [Key]] = {
    var names: [Key: [Key]] = [:]
    for (chinese, latin) in pairs {
      let (chinese, latin) = (Key(chinese), Key(latin))
      names[chinese, default: []].append(latin)
      names[latin, default: []].append(chinese)
    }
    return names
  }()

  private static let pairs: [(String, String)] = food + fashion + others

  private static let food = [
    ("瑞幸", "luckin"), ("星巴克", "STARBUCKS"), ("库迪", "COTTI"), ("皮爷", "PEET'S"),
    ("麦当劳", "McDonald's"), ("必胜客", "PIZZA HUT"), ("汉堡王", "BURGER KING"),
    ("达美乐", "DOMINO'S"), ("喜茶", "HEYTEA"), ("奈雪的茶", "NAYUKI"), ("奈雪", "NAYUKI"),
    ("蜜雪冰城", "MIXUE"), ("古茗", "GOODME"), ("茶百道", "CHABAIDAO"), ("霸王茶姬", "CHAGEE"),
    ("沪上阿姨", "AUNTEA JENNY"), ("乐乐茶", "LELECHA"), ("许留山", "HUI LAU SHAN"), ("哈根达斯", "Häagen-Dazs"),
    ("冰雪皇后", "DAIRY QUEEN"), ("好利来", "HOLILAND"), ("面包新语", "BREADTALK"), ("巴黎贝甜", "PARIS BAGUETTE"),
    ("鼎泰丰", "DIN TAI FUNG"), ("海底捞", "HAIDILAO"), ("西贝", "XIBEI"), ("呷哺呷哺", "XIABU XIABU"),
    ("萨莉亚", "SAIZERIYA"), ("吉野家", "YOSHINOYA"), ("味千", "AJISEN"), ("食其家", "SUKIYA"),
    ("丸龟", "MARUGAME"), ("胡椒厨房", "PEPPER LUNCH"), ("大董", "DADONG"),
  ]
  private static let fashion = [
    ("优衣库", "UNIQLO"), ("无印良品", "MUJI"), ("耐克", "NIKE"), ("阿迪达斯", "ADIDAS"), ("新百伦", "NEW BALANCE"),
    ("斯凯奇", "SKECHERS"), ("安踏", "ANTA"),
    ("李宁", "LI-NING"), ("特步", "XTEP"), ("斐乐", "FILA"), ("迪卡侬", "DECATHLON"), ("始祖鸟", "ARC'TERYX"),
    ("鬼塚虎", "ONITSUKA TIGER"), ("亚瑟士", "ASICS"), ("露露乐蒙", "LULULEMON"),
    ("李维斯", "LEVI'S"), ("拉夫劳伦", "RALPH LAUREN"), ("法国鳄鱼", "LACOSTE"), ("太平鸟", "PEACEBIRD"),
    ("波司登", "BOSIDENG"), ("森马", "SEMIR"), ("巴拉巴拉", "BALABALA"), ("美特斯邦威", "METERSBONWE"),
    ("九牧王", "JOEONE"), ("七匹狼", "SEPTWOLVES"), ("雅戈尔", "YOUNGOR"), ("欧时力", "OCHIRLY"),
    ("歌莉娅", "GOELIA"), ("伊芙丽", "EIFINI"), ("江南布衣", "JNBY"), ("天美意", "TEENMIX"), ("思加图", "STACCATO"),
    ("爱步", "ECCO"),
    ("健乐士", "GEOX"), ("路易威登", "LOUIS VUITTON"), ("古驰", "GUCCI"),
    ("普拉达", "PRADA"), ("香奈儿", "CHANEL"), ("迪奥", "DIOR"), ("爱马仕", "HERMÈS"), ("卡地亚", "CARTIER"),
    ("宝格丽", "BVLGARI"), ("珑骧", "LONGCHAMP"),
    ("博柏利", "BURBERRY"), ("芬迪", "FENDI"), ("施华洛世奇", "SWAROVSKI"), ("浪琴", "LONGINES"),
    ("天梭", "TISSOT"), ("劳力士", "ROLEX"), ("卡西欧", "CASIO"),
    ("周大福", "CHOW TAI FOOK"), ("周生生", "CHOW SANG SANG"), ("六福", "LUKFOOK"), ("老庙", "LAOMIAO"),
    ("老凤祥", "LAOFENGXIANG"), ("戴比尔斯", "DE BEERS"),
  ]
  private static let others = [
    ("雅诗兰黛", "ESTÉE LAUDER"), ("兰蔻", "LANCÔME"), ("倩碧", "CLINIQUE"), ("资生堂", "SHISEIDO"),
    ("雪花秀", "SULWHASOO"), ("欧莱雅", "L'ORÉAL"), ("科颜氏", "KIEHL'S"), ("丝芙兰", "SEPHORA"),
    ("屈臣氏", "WATSONS"), ("莎莎", "SASA"), ("悦诗风吟", "INNISFREE"),
    ("祖玛珑", "JO MALONE"), ("欧舒丹", "L'OCCITANE"), ("名创优品", "MINISO"), ("泡泡玛特", "POP MART"),
    ("乐高", "LEGO"), ("孩子王", "KIDSWANT"), ("罗森", "LAWSON"), ("沃尔玛", "WALMART"),
    ("家乐福", "CARREFOUR"), ("开市客", "COSTCO"), ("宜家", "IKEA"), ("罗莱", "LUOLAI"), ("富安娜", "FUANNA"),
    ("全棉时代", "PURCOTTON"), ("西西弗", "SISYPHE"), ("福奈特", "FORNET"), ("华为", "HUAWEI"), ("索尼", "SONY"),
    ("戴森", "DYSON"),
    ("乐刻", "LEFIT"), ("奈尔宝", "NEOBIO"),
  ]
}
