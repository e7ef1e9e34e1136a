/// What brands are called in Chinese and in Latin letters, as they call themselves in mainland malls.
///
/// A register has a shop most often in one script, 瑞幸咖啡, and its till prints the other, luckin coffee. Only
/// names that are no words of tills besides, and but for a few of four Latin letters at least.
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
    ("蓝蛙", "BLUE FROG"), ("德克士", "DICOS"), ("塔可贝尔", "TACO BELL"), ("棒约翰", "PAPA JOHN'S"),
    ("星期五", "TGI FRIDAYS"), ("满记", "HONEYMOON DESSERT"), ("满记甜品", "HONEYMOON DESSERT"),
    ("鲜芋仙", "MEET FRESH"), ("贡茶", "GONG CHA"), ("快乐柠檬", "HAPPY LEMON"), ("一点点", "ALITTLE TEA"),
    ("书亦烧仙草", "SHUYI"), ("茶颜悦色", "SEXYTEA"), ("益禾堂", "YIHETANG"), ("林里", "LINLEE"),
    ("柠季", "NINGJI"), ("幸运咖", "LUCKY CUP"), ("挪瓦", "NOWWA"), ("太平洋咖啡", "PACIFIC COFFEE"),
    ("咖世家", "COSTA"), ("天好", "TIM HORTONS"), ("天好", "TIMS"), ("泸溪河", "LUXIHE"),
    ("元祖", "GANSO"), ("味多美", "WEDOME"), ("克莉丝汀", "CHRISTINE"), ("多乐之日", "TOUS LES JOURS"),
    ("外婆家", "GRANDMA'S HOME"), ("大渔", "TAIRYO"), ("一风堂", "IPPUDO"), ("一兰", "ICHIRAN"),
    ("元气寿司", "GENKI SUSHI"), ("寿司郎", "SUSHIRO"), ("滨寿司", "HAMA SUSHI"), ("松屋", "MATSUYA"),
    ("牛角", "GYU-KAKU"), ("温野菜", "ON-YASAI"), ("新元素", "ELEMENT FRESH"), ("凑凑", "COUCOU"),
    ("湊湊", "COUCOU"), ("陶陶居", "TAO TAO JU"), ("点都德", "DIM DOU DAK"), ("翠华", "TSUI WAH"),
    ("太兴", "TAI HING"), ("大家乐", "CAFÉ DE CORAL"), ("美心", "MAXIM'S"), ("添好运", "TIM HO WAN"),
    ("利苑", "LEI GARDEN"), ("云海肴", "YUN HAI YAO"), ("探鱼", "TANYU"), ("太二", "TAI ER"),
    ("九毛九", "JIUMAOJIU"), ("莫凡彼", "MÖVENPICK"), ("酷圣石", "COLD STONE"), ("歌帝梵", "GODIVA"),
    ("瑞士莲", "LINDT"), ("来伊份", "LYFEN"), ("良品铺子", "BESTORE"), ("三只松鼠", "THREE SQUIRRELS"),
    ("乐凯撒", "LA CESAR"), ("冰雪皇后", "DQ"),
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
    ("热风", "HOTWIND"), ("海澜之家", "HEILAN HOME"), ("杰克琼斯", "JACK & JONES"), ("维莎曼", "VERO MODA"),
    ("拉夏贝尔", "LA CHAPELLE"), ("茵曼", "INMAN"), ("哥弟", "GIRDEAR"), ("阿玛施", "AMASS"),
    ("玛丝菲尔", "MARISFROLG"), ("之禾", "ICICLE"), ("珂莱蒂尔", "KORADIOR"), ("歌力思", "ELLASSAY"),
    ("卡宾", "CABBEEN"), ("马克华菲", "FAIRWHALE"), ("速写", "CROQUIS"), ("利郎", "LILANZ"),
    ("报喜鸟", "SAINT ANGELO"), ("罗蒙", "ROMON"), ("以纯", "YISHION"), ("唐狮", "TONLION"),
    ("真维斯", "JEANSWEST"), ("班尼路", "BALENO"), ("佐丹奴", "GIORDANO"), ("堡狮龙", "BOSSINI"),
    ("维多利亚的秘密", "VICTORIA'S SECRET"), ("曼妮芬", "MANIFORM"), ("爱慕", "AIMER"),
    ("安莉芳", "EMBRY FORM"), ("华歌尔", "WACOAL"), ("黛安芬", "TRIUMPH"), ("内外", "NEIWAI"),
    ("蕉内", "BANANAIN"), ("乐町", "LEDIN"), ("鸿星尔克", "ERKE"), ("彪马", "PUMA"), ("匡威", "CONVERSE"),
    ("范斯", "VANS"), ("锐步", "REEBOK"), ("安德玛", "UNDER ARMOUR"), ("卡帕", "KAPPA"),
    ("迪桑特", "DESCENTE"), ("可隆", "KOLON SPORT"), ("哥伦比亚", "COLUMBIA"), ("北面", "THE NORTH FACE"),
    ("狼爪", "JACK WOLFSKIN"), ("探路者", "TOREAD"), ("添柏岚", "TIMBERLAND"), ("萨洛蒙", "SALOMON"),
    ("猛犸象", "MAMMUT"), ("滔搏", "TOPSPORTS"), ("美津浓", "MIZUNO"), ("尤尼克斯", "YONEX"),
    ("速比涛", "SPEEDO"), ("百丽", "BELLE"), ("千百度", "C.BANNER"), ("达芙妮", "DAPHNE"),
    ("红蜻蜓", "RED DRAGONFLY"), ("奥康", "AOKANG"), ("康奈", "KANGNAI"), ("暇步士", "HUSH PUPPIES"),
    ("其乐", "CLARKS"), ("卡骆驰", "CROCS"), ("勃肯", "BIRKENSTOCK"), ("迈克高仕", "MICHAEL KORS"),
    ("迈克科尔斯", "MICHAEL KORS"), ("蔻驰", "COACH"), ("凯特丝蓓", "KATE SPADE"), ("汤丽柏琦", "TORY BURCH"),
    ("新秀丽", "SAMSONITE"), ("美旅", "AMERICAN TOURISTER"), ("日默瓦", "RIMOWA"), ("阿玛尼", "ARMANI"),
    ("范思哲", "VERSACE"), ("麦丝玛拉", "MAX MARA"), ("盟可睐", "MONCLER"), ("加拿大鹅", "CANADA GOOSE"),
    ("圣罗兰", "SAINT LAURENT"), ("葆蝶家", "BOTTEGA VENETA"), ("罗意威", "LOEWE"), ("思琳", "CELINE"),
    ("巴黎世家", "BALENCIAGA"), ("纪梵希", "GIVENCHY"), ("万宝龙", "MONTBLANC"),
    ("蒂芙尼", "TIFFANY & CO."), ("梵克雅宝", "VAN CLEEF & ARPELS"), ("潘多拉", "PANDORA"),
    ("欧米茄", "OMEGA"), ("斯沃琪", "SWATCH"), ("美度", "MIDO"), ("精工", "SEIKO"), ("西铁城", "CITIZEN"),
    ("周大生", "CHOW TAI SENG"), ("曼卡龙", "MCLON"), ("戴维贝拉", "DAVE & BELLA"), ("英氏", "YEEHOO"),
    ("丽婴房", "LES ENPHANTS"), ("好孩子", "GOODBABY"), ("安奈儿", "ANNIL"), ("小猪班纳", "PEPCO"),
    ("巴布豆", "BOBDOG"), ("迪士尼", "DISNEY"), ("乐友", "LEYOU"), ("UR", "URBAN REVIVO"),
    ("海澜之家", "HLA"), ("滔搏运动", "TOPSPORTS"),
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
    ("乐刻", "LEFIT"), ("奈尔宝", "NEOBIO"), ("诺米", "NOME"), ("大疆", "DJI"), ("凯乐石", "KAILAS"),
    ("曼娅奴", "MIGAINO"),
    ("娇兰", "GUERLAIN"), ("娇韵诗", "CLARINS"), ("海蓝之谜", "LA MER"), ("赫莲娜", "HELENA RUBINSTEIN"),
    ("希思黎", "SISLEY"), ("雅漾", "AVÈNE"), ("薇姿", "VICHY"), ("理肤泉", "LA ROCHE-POSAY"),
    ("芭比波朗", "BOBBI BROWN"), ("玫珂菲", "MAKE UP FOR EVER"), ("植村秀", "SHU UEMURA"),
    ("黛珂", "DECORTÉ"), ("雪肌精", "SEKKISEI"), ("高丝", "KOSÉ"), ("芳珂", "FANCL"),
    ("茱莉蔻", "JURLIQUE"), ("伊索", "AESOP"), ("完美日记", "PERFECT DIARY"), ("花西子", "FLORASIS"),
    ("橘朵", "JUDYDOLL"), ("毛戈平", "MAOGEPING"), ("自然堂", "CHANDO"), ("珀莱雅", "PROYA"),
    ("百雀羚", "PECHOIN"), ("林清轩", "FOREST CABIN"), ("薇诺娜", "WINONA"), ("调色师", "THE COLORIST"),
    ("话梅", "HARMAY"), ("万宁", "MANNINGS"), ("美体小铺", "THE BODY SHOP"), ("双立人", "ZWILLING"),
    ("菲仕乐", "FISSLER"), ("膳魔师", "THERMOS"), ("象印", "ZOJIRUSHI"), ("乐扣乐扣", "LOCK & LOCK"),
    ("特百惠", "TUPPERWARE"), ("梦洁", "MENDALE"), ("诺心", "LECAKE"), ("茑屋书店", "TSUTAYA BOOKS"),
    ("茑屋", "TSUTAYA"), ("诚品", "ESLITE"), ("安克", "ANKER"), ("小米", "XIAOMI"), ("苹果", "APPLE"),
    ("三星", "SAMSUNG"), ("联想", "LENOVO"), ("科大讯飞", "IFLYTEK"), ("飞利浦", "PHILIPS"),
    ("佳能", "CANON"), ("尼康", "NIKON"), ("顺电", "SUNDAN"), ("苏宁", "SUNING"), ("国美", "GOME"),
    ("盒马", "FRESHIPPO"), ("永辉", "YONGHUI"), ("山姆", "SAM'S CLUB"), ("大润发", "RT-MART"),
    ("奥乐齐", "ALDI"), ("全家", "FAMILYMART"), ("美宜佳", "MEIYIJIA"), ("喜士多", "C-STORE"),
    ("亮视点", "LENSCRAFTERS"), ("木九十", "MUJOSH"), ("暴龙", "BOLON"), ("陌森", "MOLSION"),
    ("海伦凯勒", "HELEN KELLER"), ("雷朋", "RAY-BAN"), ("威尔仕", "WILL'S"), ("一兆韦德", "TERA WELLNESS"),
    ("超级猩猩", "SUPERMONKEY"), ("悠游堂", "YUYUTO"), ("金宝贝", "GYMBOREE"), ("美吉姆", "MY GYM"),
    ("汤姆熊", "TOM'S WORLD"), ("卢米埃", "LUMIÈRE"), ("博纳", "BONA"), ("海马体", "HIMO"),
    ("天真蓝", "NAIVE BLUE"),
  ]
}
