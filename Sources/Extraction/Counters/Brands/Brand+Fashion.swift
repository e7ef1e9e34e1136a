extension Brand {
  /// Of clothes, shoes, bags, sports, jewellery and watches.
  static let fashion = """
    优衣库 = 迅销公司 = UNIQLO
    无印良品 = MUJI
    耐克 = NIKE
    阿迪达斯 = ADIDAS
    新百伦 = NEW BALANCE
    斯凯奇 = SKECHERS
    安踏 = ANTA
    李宁 = LI-NING
    特步 = XTEP = X-STEP
    斐乐 = FILA
    迪卡侬 = DECATHLON
    始祖鸟 = ARC'TERYX
    鬼塚虎 = ONITSUKA TIGER
    亚瑟士 = 爱世克私 = ASICS
    露露乐蒙 = 露露柠檬 = 露露乐檬公司 = LULULEMON = LULULEMON ATHLETICA
    李维斯 = 利惠公司 = LEVI'S
    拉夫劳伦 = 拉尔夫劳伦 = RALPH LAUREN
    法国鳄鱼 = 拉科斯特 = LACOSTE
    太平鸟 = PEACEBIRD
    波司登 = BOSIDENG
    森马 = SEMIR
    巴拉巴拉 = BALABALA
    美特斯邦威 = METERSBONWE
    九牧王 = JOEONE
    七匹狼 = SEPTWOLVES
    雅戈尔 = YOUNGOR
    欧时力 = OCHIRLY
    歌莉娅 = 格风公司 = GOELIA
    伊芙丽 = EIFINI
    江南布衣 = JNBY
    天美意 = TEENMIX
    思加图 = STACCATO
    爱步 = ECCO
    健乐士 = GEOX
    路易威登 = 路易斯威登 = LOUIS VUITTON
    古驰 = 古琦 = 古奇 = GUCCI
    普拉达 = PRADA
    香奈儿 = CHANEL
    迪奥 = DIOR
    爱马仕 = HERMÈS
    卡地亚 = CARTIER
    宝格丽 = BVLGARI
    珑骧 = LONGCHAMP = LONGCHAMP PARIS
    博柏利 = BURBERRY
    芬迪 = FENDI
    施华洛世奇 = SWAROVSKI
    浪琴 = LONGINES
    天梭 = TISSOT
    劳力士 = ROLEX
    卡西欧 = CASIO
    周大福 = CHOW TAI FOOK
    周生生 = CHOW SANG SANG
    六福 = LUKFOOK
    老庙 = LAOMIAO
    老凤祥 = LAOFENGXIANG
    戴比尔斯 = DE BEERS
    热风 = HOTWIND
    海澜之家 = HEILAN HOME = HLA
    杰克琼斯 = JACK & JONES
    维莎曼 = VERO MODA
    拉夏贝尔 = LA CHAPELLE
    茵曼 = INMAN
    哥弟 = GIRDEAR
    阿玛施 = AMASS
    玛丝菲尔 = MARISFROLG
    之禾 = ICICLE
    珂莱蒂尔 = KORADIOR
    歌力思 = ELLASSAY
    卡宾 = CABBEEN
    马克华菲 = FAIRWHALE = MARK FAIRWHALE
    速写 = CROQUIS
    利郎 = LILANZ
    报喜鸟 = SAINT ANGELO
    罗蒙 = ROMON
    以纯 = YISHION
    唐狮 = TONLION
    真维斯 = JEANSWEST
    班尼路 = BALENO
    佐丹奴 = GIORDANO
    堡狮龙 = BOSSINI
    维多利亚的秘密 = VICTORIA'S SECRET
    曼妮芬 = MANIFORM
    爱慕 = AIMER
    安莉芳 = EMBRY FORM
    华歌尔 = WACOAL
    黛安芬 = TRIUMPH = TRIUMPH INTERNATIONAL
    内外 = NEIWAI
    蕉内 = 三立人公司 = BANANAIN
    乐町 = LEDIN
    鸿星尔克 = ERKE = HONGXING ERKE
    彪马 = PUMA
    匡威 = CONVERSE
    范斯 = 万斯 = VANS
    锐步 = REEBOK
    安德玛 = UNDER ARMOUR
    卡帕 = KAPPA
    迪桑特 = DESCENTE
    可隆 = KOLON SPORT = KOLON
    哥伦比亚 = COLUMBIA
    北面 = 乐斯菲斯 = THE NORTH FACE
    狼爪 = JACK WOLFSKIN
    探路者 = TOREAD
    添柏岚 = 天伯伦 = TIMBERLAND
    萨洛蒙 = SALOMON
    猛犸象 = MAMMUT
    滔搏 = 滔搏运动 = TOPSPORTS
    美津浓 = MIZUNO
    尤尼克斯 = YONEX
    速比涛 = SPEEDO
    百丽 = BELLE
    千百度 = C.BANNER
    达芙妮 = DAPHNE
    红蜻蜓 = RED DRAGONFLY
    奥康 = AOKANG
    康奈 = KANGNAI
    暇步士 = HUSH PUPPIES
    其乐 = CLARKS
    卡骆驰 = 卡洛驰 = CROCS
    勃肯 = BIRKENSTOCK
    迈克高仕 = 迈克科尔斯 = MICHAEL KORS
    蔻驰 = COACH
    凯特丝蓓 = KATE SPADE = KATE SPADE NEW YORK
    汤丽柏琦 = TORY BURCH
    新秀丽 = SAMSONITE
    美旅 = AMERICAN TOURISTER
    日默瓦 = 瑞莫瓦 = RIMOWA
    阿玛尼 = ARMANI
    范思哲 = VERSACE
    麦丝玛拉 = MAX MARA
    盟可睐 = MONCLER
    加拿大鹅 = CANADA GOOSE
    圣罗兰 = SAINT LAURENT
    伊夫圣罗兰 = YSL = YVES SAINT LAURENT
    葆蝶家 = 宝缇嘉 = BOTTEGA VENETA
    罗意威 = LOEWE
    思琳 = 赛琳 = 塞琳 = CELINE
    巴黎世家 = BALENCIAGA
    纪梵希 = GIVENCHY
    万宝龙 = MONTBLANC
    蒂芙尼 = TIFFANY & CO. = TIFFANY
    梵克雅宝 = VAN CLEEF & ARPELS
    潘多拉 = PANDORA
    欧米茄 = OMEGA
    斯沃琪 = SWATCH
    美度 = 美度表 = MIDO
    精工 = SEIKO
    西铁城 = CITIZEN
    周大生 = CHOW TAI SENG
    曼卡龙 = MCLON
    戴维贝拉 = DAVE & BELLA
    英氏 = YEEHOO
    丽婴房 = LES ENPHANTS
    地素 = DAZZLE
    影儿 = YINER
    恩裳 = INSUN
    诗篇 = PSALTER
    维格娜丝 = V-GRASS
    雅莹 = ELEGANT PROSPER = EP YAYING = EP ELEGANT PROSPER
    卓雅 = JORYA
    伊华欧秀 = EVE DE UOMO
    比音勒芬 = BIEM.L.FDLKK
    日播 = RIBO
    迪桑娜 = DISSONA
    红谷 = HONGU
    菲拉格慕 = FERRAGAMO
    雨果博斯 = 雨果波士 = HUGO BOSS
    汤米希尔费格 = 汤美费格 = TOMMY HILFIGER
    卡尔文克雷恩 = 卡尔文·克莱恩 = CALVIN KLEIN
    盖璞 = 盖普 = GAP
    飒拉公司 = ZARA
    思莱德 = SELECTED
    好孩子 = GOODBABY
    安奈儿 = ANNIL
    小猪班纳 = PEPCO
    巴布豆 = BOBDOG
    迪士尼 = DISNEY
    乐友 = LEYOU
    UR = 快尚公司 = URBAN REVIVO
    诗凡黎 = SEIFINI
    艾格 = ETAM
    艾格周末 = ETAM WEEKEND
    达衣岩 = D'ZZIT
    歌中歌 = SONG OF SONG
    宝姿 = PORTS
    慕诗 = MOISELLE
    娜尔思 = NAERSI
    娜尔思灵 = NAERSILING
    金羽杰 = YUJIE
    艾莱依 = ERAL
    雪中飞 = SNOW FLYING
    坦博尔 = TANBOER
    鄂尔多斯 = ERDOS
    鄂尔多斯1980 = 1980 ERDOS
    恒源祥 = HENGYUANXIANG
    阿依莲 = A.YILIAN
    衣恋 = E-LAND
    妖精的口袋 = 妖精口袋 = ELF SACK
    韩都衣舍 = HSTYLE
    裂帛 = LIEBO
    百家好 = BASIC HOUSE
    朗姿 = LANCY
    子苞米 = MOJO S.PHINE
    菲妮迪 = FINITY
    普埃拉 = PUELLA
    七格格 = OTHERMIX
    三宅一生 = ISSEY MIYAKE
    高田贤三 = KENZO
    川久保玲 = COMME DES GARCONS
    都市丽人 = COSMO LADY
    密扇 = MUKZIN
    盖娅传说 = HEAVEN GAIA
    东北虎 = NE TIGER
    摩安珂 = MO&CO
    玖姿 = JUZUI
    思捷 = ESPRIT
    纳纹 = NAIVEE
    莱茵福莱尔 = LIME FLARE
    红袖 = HOPESHOW
    拉贝缇 = LA BABITÉ
    奈蔻 = NEXY.CO
    欧碧倩 = OBEG
    玛丝菲尔素 = MASFER SU
    圣迪奥 = S.DEER
    可可尼 = COCOON
    衣品天成 = EPTISON
    薏凡特 = VIVINIKO
    斯尔丽 = SIERLI
    劲霸 = K-BOXING
    柒牌 = SEVEN BRAND
    卡尔丹顿 = KALTENDIN
    沙驰 = SATCHI
    金利来 = GOLDLION
    皮尔卡丹 = PIERRE CARDIN
    花花公子 = PLAYBOY
    鳄鱼恤 = CROCODILE
    卡帝乐鳄鱼 = 卡帝乐 = CARTELO
    梦特娇 = MONTAGUT
    威可多 = VICUTU
    步森 = BUSEN
    杰尼亚 = ERMENEGILDO ZEGNA = ZEGNA
    迪柯尼 = DIKENI
    迪赛 = 迪赛牛仔 = DIESEL
    与狼共舞 = D-WOLVES
    马克张 = MARK CHEUNG
    高梵 = GOLDFARM
    牧马人 = WRANGLER
    李库珀 = LEE COOPER
    诺帝卡 = 诺蒂卡 = NAUTICA
    阿贝克隆比 = ABERCROMBIE & FITCH
    霍利斯特 = HOLLISTER
    美鹰傲飞 = 美国鹰 = AMERICAN EAGLE = AMERICAN EAGLE OUTFITTERS
    老海军 = OLD NAVY
    布克兄弟 = BROOKS BROTHERS
    马莎 = 玛莎百货 = MARKS & SPENCER
    德诗高 = DESIGUAL
    贝纳通 = 全色彩的贝纳通 = UNITED COLORS OF BENETTON = BENETTON
    汤姆泰勒 = TOM TAILOR
    极度干燥 = SUPERDRY
    衣恋熊 = 甜维你公司 = TEENIE WEENIE
    斯帕奥 = SPAO
    马登 = 马登工装 = MADEN
    伯希和 = PELLIOT
    圣凯诺 = SANCANAL
    凡客诚品 = 凡客 = VANCL
    蓝豹 = LAMPO
    君皇仕 = GIEVES & HAWKES
    登喜路 = DUNHILL
    切瑞蒂1881 = 切瑞蒂 = CERRUTI 1881
    诺悠翩雅 = LORO PIANA
    康纳利 = CANALI
    布里奥尼 = BRIONI
    布鲁奈罗库奇内利 = BRUNELLO CUCINELLI
    保罗史密斯 = PAUL SMITH
    保罗与鲨鱼 = PAUL & SHARK
    山本耀司 = YOHJI YAMAMOTO
    麦昆 = 亚历山大麦昆 = ALEXANDER MCQUEEN = MCQUEEN
    卡尔拉格斐 = KARL LAGERFELD
    圣大保罗 = SANTA BARBARA POLO
    骆驼动感 = CAMEL ACTIVE
    弗莱德·派瑞 = FRED PERRY
    哈吉斯 = HAZZYS
    克里斯汀迪奥 = CHRISTIAN DIOR
    华伦天奴 = VALENTINO
    杜嘉班纳 = DOLCE & GABBANA
    缪缪 = MIU MIU
    朗万 = 浪凡 = LANVIN
    巴尔曼 = BALMAIN
    克洛伊 = 蔻依 = CHLOÉ
    玛尼 = MARNI
    莫斯奇诺 = MOSCHINO
    艾绰 = 艾特罗 = ETRO
    米索尼 = MISSONI
    璞琪 = EMILIO PUCCI
    马吉拉 = 梅森马吉拉 = MAISON MARGIELA
    斯特拉麦卡特尼 = STELLA MCCARTNEY
    薇薇安威斯特伍德 = VIVIENNE WESTWOOD
    托德斯 = TOD'S
    罗杰维维亚 = ROGER VIVIER
    周仰杰 = JIMMY CHOO
    克里斯提·鲁布托 = CHRISTIAN LOUBOUTIN
    马诺洛伯拉尼克 = 莫罗伯拉尼克 = MANOLO BLAHNIK
    塞乔罗西 = SERGIO ROSSI
    吉赛佩萨诺第 = 朱塞佩·萨诺第 = GIUSEPPE ZANOTTI
    伯尔鲁帝 = 伯鲁提 = BERLUTI
    巴利 = BALLY
    铁狮东尼 = A. TESTONI
    萨尔瓦多·菲拉格慕 = 萨尔瓦托勒·菲拉格慕 = SALVATORE FERRAGAMO
    玛百莉 = 迈宝瑞 = MULBERRY
    戴尔沃 = 德尔沃 = DELVAUX
    马克雅可布 = MARC JACOBS
    黛安·冯芙丝汀宝 = DIANE VON FURSTENBERG
    卡罗琳娜埃莱拉 = CAROLINA HERRERA
    埃斯卡达 = ESCADA
    麦丝玛拉周末 = WEEKEND MAX MARA = MAXMARA WEEKEND
    艾高 = AIGLE
    汤姆布朗 = THOM BROWNE
    汤姆福特 = TOM FORD
    乔治阿玛尼 = GIORGIO ARMANI
    雅格狮丹 = AQUASCUTUM
    上海滩 = SHANGHAI TANG
    宝诗龙 = BOUCHERON
    施坦威 = STEINWAY
    昆庭 = CHRISTOFLE
    巴卡拉 = BACCARAT
    莱俪 = LALIQUE
    赫伦 = HEREND
    皇家哥本哈根 = ROYAL COPENHAGEN
    韦奇伍德 = WEDGWOOD
    皇家道尔顿 = ROYAL DOULTON
    麦森 = MEISSEN
    罗森塔尔 = ROSENTHAL
    唯宝 = VILLEROY & BOCH
    乔治杰生 = GEORG JENSEN
    都彭 = S.T. DUPONT
    威迪文 = WATERMAN
    犀飞利 = SHEAFFER
    琉璃工房 = LIULIGONGFANG
    琉园 = TITTOT
    法蓝瓷 = FRANZ COLLECTION
    他她 = TATA
    真美诗 = JOY & PEACE
    百思图 = BASTO
    森达 = SENDA
    妙丽 = MILLIE'S
    哈森 = HARSON
    菲伯丽尔 = FONDBERYL
    莱尔斯丹 = LE SAUNDA
    接吻猫 = KISSCAT
    伊伴 = EBLAN
    玖熙 = NINE WEST
    史蒂夫马登 = STEVE MADDEN
    查尔斯凯斯 = CHARLES & KEITH
    斯图尔特韦茨曼 = 思缇韦曼 = STUART WEITZMAN
    丽派朵 = REPETTO
    马丁博士 = DR. MARTENS
    富乐绅 = FLORSHEIM
    蜘蛛王 = SPIDER KING
    意尔康 = YEARCON
    老美华 = LAOMEIHUA
    内联升 = NEILIANSHENG
    足力健 = ZULIJIAN
    回力 = WARRIOR
    西域骆驼 = CANTORP
    乔丹 = QIAODAN
    哈瓦那 = HAVAIANAS
    梅丽莎 = MELISSA
    乐步 = ROCKPORT
    万里马 = WANLIMA
    爱华仕 = OIWAS
    威戈 = WENGER
    维氏 = VICTORINOX
    不莱玫 = BROMEN = BROMEN BAMA
    法国大使 = DELSEY
    途明 = TUMI
    卡米龙 = KAMILIANT
    哈特曼 = HARTMANN
    地平线8号 = LEVEL8
    菲安妮 = FION
    芙拉 = FURLA
    安雅希德玛芝 = ANYA HINDMARCH
    马连奴奥兰迪 = MARINO ORLANDI
    山下有松 = SONGMONT
    卡拉羊 = CARANY
    基诺浦 = GINOBLE
    阿迪达斯三叶草 = 三叶草 = ADIDAS ORIGINALS
    361度 = 三六一度 = 361 DEGREES
    匹克 = PEAK SPORT
    贵人鸟 = K-BIRD
    德尔惠 = DEERHUI
    茵宝 = UMBRO
    迪亚多纳 = DIADORA
    乐卡克 = LE COQ SPORTIF
    威尔胜 = WILSON
    百保力 = 百宝力 = BABOLAT
    索康尼 = SAUCONY
    迈乐 = MERRELL
    昂跑 = ON RUNNING
    霍卡 = HOKA ONE ONE = HOKA
    盖世威 = K-SWISS
    土拨鼠 = MARMOT
    巴塔哥尼亚 = PATAGONIA
    攀山鼠 = KLATTERMUSEN
    北极狐 = FJÄLLRÄVEN
    诺诗兰 = NORTHLAND
    奥索卡 = OZARK
    布来亚克 = 布莱克亚克 = BLACKYAK
    蒙特贝尔 = MONTBELL
    雪诺必克 = SNOW PEAK
    牧高笛 = MOBI GARDEN
    挪客 = NATUREHIKE
    思凯乐 = SCALER
    哥仑步 = KOLUMB
    格里高利 = GREGORY
    蕉下 = 减字公司 = BENEUNDER
    粒子狂热 = PARTICLE FEVER
    傲胜 = OSIM
    奥佳华 = OGAWA
    荣泰 = RONGTAI
    捷安特 = GIANT
    美利达 = MERIDA
    大行 = DAHON
    阿瑞娜 = 阿瑞纳 = ARENA
    英发 = YINGFA
    奥克利 = OAKLEY
    伯顿 = BURTON
    泰勒梅 = TAYLORMADE
    卡拉威 = CALLAWAY
    泰特利斯特 = TITLEIST
    本间 = HONMA
    斯伯丁 = SPALDING
    火柴棍 = HAGLÖFS
    必迈 = BMAI
    谢瑞麟 = TSL = TSE SUI LUEN
    潮宏基 = CHJ
    克徕帝 = CRD
    海恩斯莫里斯公司 = H&M
    周六福 = ZHOULIUFU = CHOW LUK FOOK
    金至尊 = 3D-GOLD
    金伯利 = KIMBERLITE
    通灵 = TESIRO
    莱绅通灵 = LEYSEN = LEYSEN 1855
    戴瑞 = DARRY RING
    每克拉美 = M.CLARITY
    恒信 = HIERSUN
    菜百 = CAIBAI
    梦金园 = MOKINGRAN
    石头记 = ISTONE
    佐卡伊 = ZOCAI
    钻石小鸟 = ZBIRD
    宝庆 = BAOQING
    萃华 = CUIHUA
    海瑞温斯顿 = HARRY WINSTON
    格拉夫 = GRAFF
    尚美 = 尚美巴黎 = CHAUMET
    御木本 = MIKIMOTO
    塔思琦 = TASAKI
    德米亚尼 = DAMIANI
    宝曼兰朵 = POMELLATO
    布契拉提 = 布契拉蒂 = BUCCELLATI
    麒麟 = QEELIN
    阿嘉莎 = AGATHA
    桃丝熊 = TOUS
    福莱福莱 = FOLLI FOLLIE
    克罗心 = CHROME HEARTS
    百达翡丽 = PATEK PHILIPPE
    爱彼 = AUDEMARS PIGUET
    江诗丹顿 = VACHERON CONSTANTIN
    积家 = JAEGER-LECOULTRE
    朗格 = A. LANGE & SÖHNE
    宝珀 = BLANCPAIN
    宝玑 = BREGUET
    格拉苏蒂原创 = 格拉苏蒂 = GLASHÜTTE ORIGINAL
    雅克德罗 = JAQUET DROZ
    万国表 = IWC = IWC SCHAFFHAUSEN
    沛纳海 = PANERAI
    百年灵 = BREITLING
    帝舵 = TUDOR
    泰格豪雅 = TAG HEUER
    宇舶 = HUBLOT
    真力时 = ZENITH
    萧邦 = CHOPARD
    雅典表 = ULYSSE NARDIN
    法穆兰 = 法兰克穆勒 = FRANCK MULLER
    罗杰杜彼 = ROGER DUBUIS
    理查德米勒 = 理查米尔 = 里查德米尔 = RICHARD MILLE
    帕玛强尼 = PARMIGIANI FLEURIER
    亨利慕时 = H. MOSER & CIE
    雷达表 = RADO
    汉米尔顿 = HAMILTON
    雪铁纳 = CERTINA
    艾米龙 = EMILE CHOURIET
    艾美 = MAURICE LACROIX
    豪利时 = ORIS
    梅花表 = TITONI
    英纳格 = ENICAR
    依波路 = ERNEST BOREL
    康斯登 = FREDERIQUE CONSTANT
    蕾蒙威 = RAYMOND WEIL
    荣汉斯 = JUNGHANS
    依波 = 依波表 = EBOHR
    罗西尼 = ROSSINI
    飞亚达 = FIYTA
    天王表 = TIAN WANG
    海鸥表 = SEA-GULL = SEAGULL 1963
    冠蓝狮 = GRAND SEIKO
    宝路华 = BULOVA
    丹尼尔惠灵顿 = DANIEL WELLINGTON
    佳明 = GARMIN
    颂拓 = SUUNTO
    高驰 = COROS
    亨得利 = HENGDELI
    兰卡文 = LA CLOVER
    芬狄诗 = FANDECIE
    伊维斯 = EVE'S TEMPTATION
    桑扶兰 = SUNFLORA
    欧迪芬 = ORDIFEN
    婷美 = TINGMEI
    南极人 = NANJIREN
    浪莎 = LANGSHA
    猫人 = MIIOW
    芬腾 = FENTENG
    奶糖派 = CANDYPIE
    乐蜗 = LOVO
    博洋 = BEYOND HOME
    多喜爱 = DOHIA
    雅兰 = AIRLAND
    金可儿 = KING KOIL
    席梦思 = SIMMONS
    丝涟 = SEALY
    舒达 = SERTA
    穗宝 = SUIBAO
    梦百合 = MLILY
    顾家 = KUKA HOME = KUKA
    林氏木业 = LINSY
    曲美 = QUMEI
    索菲亚 = SOGAL
    美克美家 = MARKOR FURNISHINGS = MARKOR
    罗奇堡 = ROCHE BOBOIS
    纳图兹 = NATUZZI
    梵几 = FNJI
    吱音 = ZIINLIFE
    宜得利 = 似鸟 = NITORI
    爱丽思 = IRIS OHYAMA
    苏泊尔 = SUPOR
    九阳 = JOYOUNG
    康宁 = 康宁餐具 = CORELLE
    酷彩 = LE CREUSET
    珐宝 = STAUB
    福腾宝 = WMF
    十八子作 = SHIBAZI
    张小泉 = ZHANG XIAO QUAN
    王麻子 = WANGMAZI
    富光 = FUGUANG
    哈尔斯 = HAERS
    希诺 = HEENOOR
    物生物 = RELEA
    乐美雅 = LUMINARC
    永丰源 = AURATIC
    金号 = KING SHORE
    内野 = UCHINO
    """
}
