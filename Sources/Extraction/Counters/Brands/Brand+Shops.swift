extension Brand {
  /// Of beauty, children, homes, electronics, cars, leisure and all else.
  static let shops = """
    雅诗兰黛 = ESTÉE LAUDER
    兰蔻 = LANCÔME
    倩碧 = CLINIQUE
    资生堂 = SHISEIDO
    雪花秀 = SULWHASOO
    欧莱雅 = 巴黎欧莱雅 = L'ORÉAL = L'OREAL PARIS
    科颜氏 = KIEHL'S
    丝芙兰 = SEPHORA
    屈臣氏 = WATSONS
    莎莎 = SASA
    悦诗风吟 = INNISFREE
    祖玛珑 = 祖马龙 = JO MALONE = JO MALONE LONDON
    欧舒丹 = L'OCCITANE = L'OCCITANE EN PROVENCE
    名创优品 = MINISO
    泡泡玛特 = POP MART
    乐高 = LEGO
    孩子王 = KIDSWANT
    罗森 = LAWSON = LAWSON STATION
    沃尔玛 = WALMART
    家乐福 = CARREFOUR
    开市客 = COSTCO
    宜家 = IKEA
    罗莱 = 罗莱生活 = LUOLAI = LUOLAI HOME
    富安娜 = FUANNA
    全棉时代 = PURCOTTON
    西西弗 = SISYPHE = SISYPHE PARK BOOKS = SISYPHE BOOKS = SISYPHE BOOKSTORE
    福奈特 = FORNET
    华为 = HUAWEI
    索尼 = SONY
    戴森 = DYSON
    乐刻 = LEFIT
    奈尔宝 = NEOBIO
    诺米 = NOME
    大疆 = DJI
    凯乐石 = KAILAS
    曼娅奴 = MIGAINO
    娇兰 = GUERLAIN
    娇韵诗 = CLARINS
    海蓝之谜 = LA MER
    赫莲娜 = HELENA RUBINSTEIN
    希思黎 = SISLEY
    雅漾 = AVÈNE
    薇姿 = VICHY
    理肤泉 = LA ROCHE-POSAY
    芭比波朗 = BOBBI BROWN
    玫珂菲 = MAKE UP FOR EVER
    植村秀 = SHU UEMURA
    黛珂 = DECORTÉ = COSME DECORTE
    雪肌精 = SEKKISEI
    高丝 = KOSÉ
    芳珂 = FANCL
    茱莉蔻 = JURLIQUE
    伊索 = AESOP
    完美日记 = PERFECT DIARY
    花西子 = 宜格公司 = FLORASIS
    橘朵 = JUDYDOLL
    毛戈平 = MAOGEPING
    自然堂 = CHANDO
    珀莱雅 = PROYA
    百雀羚 = PECHOIN
    林清轩 = FOREST CABIN = LIN QINGXUAN
    薇诺娜 = WINONA
    调色师 = THE COLORIST
    万宁 = MANNINGS
    美体小铺 = THE BODY SHOP
    双立人 = ZWILLING
    菲仕乐 = FISSLER
    膳魔师 = THERMOS
    象印 = ZOJIRUSHI
    乐扣乐扣 = 乐扣 = LOCK & LOCK = LOCKNLOCK
    特百惠 = TUPPERWARE
    梦洁 = MENDALE
    诺心 = LECAKE
    茑屋书店 = TSUTAYA BOOKS
    茑屋 = TSUTAYA
    诚品 = ESLITE
    安克 = ANKER
    小米 = XIAOMI
    苹果 = APPLE
    三星 = SAMSUNG
    话梅 = HARMAY
    外星人 = ALIENWARE
    联想 = LENOVO
    科大讯飞 = IFLYTEK
    飞利浦 = PHILIPS
    佳能 = CANON
    尼康 = NIKON
    顺电 = SUNDAN
    苏宁 = 苏宁易购 = SUNING
    国美 = GOME
    盒马 = FRESHIPPO = HEMA = HEMA FRESH
    永辉 = YONGHUI = YONGHUI SUPERSTORES = YH SUPERSTORES
    山姆 = SAM'S CLUB
    大润发 = RT-MART
    奥乐齐 = ALDI
    全家 = 福满家公司 = 顶全公司 = FAMILYMART
    美宜佳 = MEIYIJIA
    喜士多 = C-STORE
    亮视点 = LENSCRAFTERS
    木九十 = MUJOSH
    暴龙 = BOLON
    陌森 = MOLSION
    海伦凯勒 = HELEN KELLER
    雷朋 = RAY-BAN
    威尔仕 = WILL'S
    一兆韦德 = TERA WELLNESS
    超级猩猩 = SUPERMONKEY
    悠游堂 = YUYUTO
    金宝贝 = GYMBOREE = GYMBOREE PLAY & MUSIC
    美吉姆 = MY GYM
    汤姆熊 = TOM'S WORLD
    卢米埃 = LUMIÈRE = LUMIERE PAVILIONS
    博纳 = BONA = BONA FILM
    海马体 = 缦图公司 = HIMO = HIMO PHOTO
    天真蓝 = NAIVE BLUE
    荣耀 = HONOR
    外交官 = DIPLOMAT
    蔚来 = NIO
    特斯拉 = TESLA
    小鹏 = XPENG
    极氪 = ZEEKR
    比亚迪 = BYD
    真我 = REALME
    一加 = ONEPLUS
    微软 = MICROSOFT
    任天堂 = NINTENDO
    森海塞尔 = SENNHEISER
    哈曼卡顿 = HARMAN KARDON
    美的 = MIDEA
    海尔 = HAIER
    西门子 = SIEMENS
    松下 = PANASONIC
    科沃斯 = ECOVACS
    添可 = TINECO
    追觅 = DREAME
    慕思 = DERUCCI
    喜临门 = SLEEMON
    泰普尔 = TEMPUR
    玉兰油 = OLAY
    魅可 = M.A.C
    娜斯 = NARS
    肌肤之钥 = CLÉ DE PEAU = CLÉ DE PEAU BEAUTÉ
    兰芝 = LANEIGE
    伊蒂之屋 = ETUDE HOUSE
    蒂普提克 = DIPTYQUE = DIPTYQUE PARIS
    潘海利根 = PENHALIGON'S
    观夏 = TO SUMMER
    野兽派 = THE BEAST
    三福 = SANFU
    王品 = WANG STEAK
    美宝莲 = MAYBELLINE = MAYBELLINE NEW YORK
    修丽可 = SKINCEUTICALS
    碧欧泉 = BIOTHERM
    适乐肤 = CERAVE
    卡诗 = KÉRASTASE
    羽西 = YUE SAI
    美即 = MG MASK
    艾凡达 = AVEDA
    馥马尔 = 馥马尔香水出版社 = FREDERIC MALLE
    帕尔玛之水 = ACQUA DI PARMA
    法尔曼 = VALMONT
    莱珀妮 = LA PRAIRIE
    妮维雅 = NIVEA
    优色林 = EUCERIN
    安热沙 = 安耐晒 = ANESSA
    欧珀莱 = AUPRES
    泊美 = PURE & MILD
    醉象 = DRUNK ELEPHANT
    茵芙莎 = IPSA
    悠莱 = URARA
    奥尔滨 = 澳尔滨 = ALBION
    爱杜莎 = ETTUSAIS
    嘉娜宝 = 佳丽宝 = KANEBO
    芙丽芳丝 = FREEPLUS
    珂润 = CUREL
    苏菲娜 = SOFINA
    奥蜜思 = ORBIS
    蝶翠诗 = DHC
    艾诺碧 = IOPE
    梦妆 = MAMONDE
    伊思 = IT'S SKIN
    谜尚 = MISSHA
    菲诗小铺 = THEFACESHOP
    自然共和国 = NATURE REPUBLIC
    魔法森林 = TONYMOLY
    思亲肤 = SKINFOOD
    苏秘37° = 苏秘 = SU:M37
    欧蕙 = O HUI
    蒂佳婷 = DR.JART+
    三熹玉 = STYLENANDA
    珂拉琪 = COLORKEY
    稚优泉 = CHIOTURE
    小奥汀 = LITTLE ONDINE
    花知晓 = FLOWER KNOWS
    酵色 = JOOCYEE
    彩棠 = TIMAGE
    方里 = FUNNY ELVES
    玛丽黛佳 = MARIE DALGAR
    卡姿兰 = CARSLAN
    佰草集 = HERBORIST
    相宜本草 = INOHERB
    美加净 = MAXAM
    双妹 = SHANGHAI VIVE
    玉泽 = DR.YU
    谢馥春 = XIE FU CHUN
    孔凤春 = KONG FENG CHUN
    丸美 = MARUBI
    一叶子 = ONE LEAF
    韩后 = HANHOO
    植物医生 = DR. PLANT
    娇兰佳人 = GIALEN
    御泥坊 = UNIFON
    润百颜 = BIOHYALUX
    夸迪 = QUADHA
    米蓓尔 = MEDREPAIR
    敷尔佳 = VOOLGA
    溪木源 = SIMPCARE
    至本 = ZHIBEN
    瑷尔博士 = DR.ALVA
    东边野兽 = HERBEAST
    冰希黎 = BOITOWN
    雅顿 = 伊丽莎白雅顿 = ELIZABETH ARDEN
    露华浓 = REVLON
    蜜丝佛陀 = MAX FACTOR
    美伊娜多 = MENARD
    玫琳凯 = MARY KAY
    安利 = AMWAY
    如新 = NU SKIN
    无限极 = INFINITUS
    欧缇丽 = CAUDALIE
    欧树 = NUXE
    贝德玛 = BIODERMA
    依泉 = URIAGE
    菲洛嘉 = FILORGA
    朵梵 = DARPHIN
    香缇卡 = CHANTECAILLE
    伊芙珑 = EVE LOM
    瑞妍 = CELLCOSMET
    美迪惠尔 = MEDIHEAL
    城野医生 = DR.CI:LABO
    丝塔芙 = CETAPHIL
    露得清 = NEUTROGENA
    爱茉莉 = AMOREPACIFIC
    百瑞德 = BYREDO
    圣塔玛利亚 = SANTA MARIA NOVELLA
    瑰珀翠 = CRABTREE & EVELYN
    谷雨 = GUYU
    嘉媚乐 = CAMENAE
    欧珑 = ATELIER COLOGNE
    迷你巴拉 = 迷你巴拉巴拉 = MINIBALA
    马卡乐 = MARCOLOR
    水孩儿 = SOUHAIT
    笛莎 = DEESHA
    铅笔俱乐部 = PENCIL CLUB
    童泰 = TONGTAI
    婧麒 = JOYNCLEON
    十月妈咪 = OCTMAMI = OCTOBER MOMMY
    嫚熙 = EMXEE
    贝亲 = PIGEON
    新安怡 = AVENT = PHILIPS AVENT
    布朗博士 = DR BROWN'S
    努比 = NUBY
    可么多么 = COMOTOMO
    世喜 = THYSEED
    马拉丁 = M.LATIN
    精典泰迪 = CLASSIC TEDDY
    泰迪珍藏 = TEDDY BEAR COLLECTION
    小黄鸭 = B.DUCK
    派克兰帝 = PACLANTIC
    青蛙王子 = FROGPRINCE
    江博士 = DR. KONG
    凯蒂猫 = HELLO KITTY
    三丽鸥 = SANRIO
    卡通尼 = CARTOONY WORLD
    莫莉幻想 = MOLLY FANTASY
    玩具反斗城 = TOYS"R"US
    宝贝反斗城 = BABIES R US
    哈姆雷斯 = 哈姆利斯 = HAMLEYS
    凯知乐 = KIDSLAND
    费雪 = FISHER-PRICE
    风火轮 = HOT WHEELS
    芭比 = BARBIE
    孩之宝 = HASBRO
    美泰 = MATTEL
    多美卡 = TOMICA
    万代南梦宫 = BANDAI NAMCO
    培乐多 = PLAY-DOH
    布鲁可 = BLOKS = BLOKEES
    伟易达 = VTECH
    奥迪双钻 = AULDEY
    火火兔 = ALILO
    木玩世家 = BENHO
    寻找独角兽 = FINDING UNICORN
    博士蛙 = BOSHIWA
    宝大祥 = BAODAXIANG
    帕丁顿熊 = 帕丁顿 = PADDINGTON
    彼得兔 = PETER RABBIT
    贝因美 = BEINGMATE
    合生元 = BIOSTIME
    宝宝巴士 = BABYBUS
    瑞思英语 = RISE ENGLISH
    华尔街英语 = WALL STREET ENGLISH
    美联英语 = MEITEN
    韦博英语 = WEB INTERNATIONAL ENGLISH
    东方启明星 = USBA
    童程童美 = TCTM
    编程猫 = CODEMAO
    乐博乐博 = ROBOROBO
    泰兰尼斯 = TARANIS
    飞鹤 = FEIHE
    小米之家 = MI HOME
    魅族 = MEIZU
    努比亚 = NUBIA
    锤子科技 = SMARTISAN
    诺基亚 = NOKIA
    摩托罗拉 = MOTOROLA
    戴尔 = DELL
    惠普 = HEWLETT-PACKARD
    华硕 = ASUS
    微星 = MSI
    机械革命 = MECHREVO
    雷蛇 = RAZER
    罗技 = LOGITECH
    闪迪 = SANDISK
    西部数据 = WESTERN DIGITAL
    绿联 = UGREEN
    倍思 = BASEUS
    罗马仕 = ROMOSS
    贝尔金 = BELKIN
    图拉斯 = TORRAS
    博士音响 = BOSE
    索诺斯 = SONOS
    铂傲 = 邦及欧路夫森 = BANG & OLUFSEN
    宝华韦健 = BOWERS & WILKINS
    雅马哈 = YAMAHA
    捷波朗 = JABRA
    韶音 = SHOKZ
    漫步者 = EDIFIER
    猫王 = 猫王收音机 = 猫王音响 = MUZEN
    惠威 = HIVI
    飞傲 = FIIO
    柏斯琴行 = 柏斯音乐 = PARSONS MUSIC
    影石 = INSTA360
    富士 = FUJIFILM
    莱卡 = 徕卡 = LEICA
    哈苏 = HASSELBLAD
    理光 = RICOH
    宝丽来 = POLAROID
    柔宇 = ROYOLE
    小天才 = IMOO
    读书郎 = READBOY
    石头科技 = ROBOROCK
    小狗电器 = PUPPYOO
    倍科 = BEKO
    博世 = BOSCH
    嘉格纳 = GAGGENAU
    美诺 = MIELE
    惠而浦 = WHIRLPOOL
    卡萨帝 = CASARTE
    海信 = HISENSE
    长虹 = CHANGHONG
    康佳 = KONKA
    创维 = SKYWORTH
    方太 = FOTILE
    老板电器 = ROBAM
    华帝 = VATTI
    火星人集成灶 = MARSSENGER
    林内 = RINNAI
    能率 = NORITZ
    史密斯 = A.O. SMITH
    夏普 = SHARP
    东芝 = TOSHIBA
    日立 = HITACHI
    三菱电机 = MITSUBISHI ELECTRIC
    大金 = DAIKIN
    德龙 = DELONGHI
    铂富 = BREVILLE
    凯膳怡 = KITCHENAID
    摩飞 = MORPHY RICHARDS
    北鼎 = BUYDEEM
    博朗 = BRAUN
    飞科 = FLYCO
    素士 = SOOCAS
    徕芬 = LAIFEN
    雅萌 = YA-MAN
    巴慕达 = BALMUDA
    布鲁雅尔 = BLUEAIR
    沁园 = QINYUAN
    碧然德 = BRITA
    峰米 = FORMOVIE
    极米 = XGIMI
    乐视 = LETV
    百思买 = BEST BUY
    宏图三胞 = HISAP
    理想汽车 = 车和家公司 = LI AUTO
    蔚来中心 = NIO HOUSE
    小鹏汽车 = XPENG MOTORS
    小米汽车 = XIAOMI AUTO = XIAOMI EV
    赛力斯 = SERES
    阿维塔 = AVATR
    智己 = 智己汽车 = IM MOTORS
    零跑 = 零跑汽车 = LEAPMOTOR
    威马 = WELTMEISTER
    高合 = HIPHI
    极狐 = ARCFOX
    岚图 = VOYAH
    深蓝汽车 = DEEPAL
    腾势 = DENZA
    方程豹 = FANGCHENGBAO
    领克 = LYNK & CO
    极星 = POLESTAR
    极越 = JIYUE
    吉利 = GEELY
    哈弗 = HAVAL
    名爵 = MG MOTOR
    荣威 = ROEWE
    爱驰 = AIWAYS
    乐道汽车 = ONVO
    路特斯 = LOTUS CARS
    沃尔沃 = VOLVO
    奔驰 = 梅赛德斯奔驰 = MERCEDES-BENZ = MERCEDES ME
    宝马 = BMW
    奥迪 = AUDI
    保时捷 = PORSCHE
    雷克萨斯 = LEXUS
    英菲尼迪 = INFINITI
    林肯 = LINCOLN
    凯迪拉克 = CADILLAC
    上汽大众 = VOLKSWAGEN
    丰田 = TOYOTA
    本田 = HONDA
    日产 = NISSAN
    哈雷戴维森 = 哈雷 = HARLEY-DAVIDSON
    九号电动 = NINEBOT = SEGWAY-NINEBOT
    雅迪 = YADEA
    台铃 = TAILG
    万达电影 = WANDA CINEMAS
    金逸 = JINYI CINEMAS = JINYI
    横店影视 = HENGDIAN CINEMAS = HENGDIAN
    幸福蓝海 = OMNIJOI
    橙天嘉禾 = ORANGE SKY GOLDEN HARVEST = GOLDEN HARVEST
    华谊兄弟 = HUAYI BROTHERS
    耀莱成龙 = JACKIE CHAN = SPARKLE ROLL
    唱吧麦颂 = 麦颂 = MYSONG
    钱柜 = PARTYWORLD = CASHBOX PARTYWORLD = CASHBOX
    咪哒 = 咪哒唱吧 = MINIK
    世嘉都市 = JOYPOLIS
    乐高探索中心 = LEGOLAND DISCOVERY CENTRE = LEGOLAND DISCOVERY CENTER
    光猪圈 = SUNPIG
    宝岛 = 星创视界公司 = BAODAO
    大光明 = DAGUANGMING
    吴良材 = WU LIANG CAI
    溥仪 = PUYI
    睛姿 = JINS
    帕森 = PARZIN
    帕莎 = PRSR
    海俪恩 = HORIEN
    海昌 = HYDRON
    博士伦 = BAUSCH & LOMB
    卡尔蔡司 = 蔡司 = ZEISS
    依视路 = ESSILOR
    豪雅镜片 = HOYA
    林德伯格 = LINDBERG
    夏蒙 = CHARMANT
    派丽蒙 = PARIM
    益丰 = YIFENG
    一心堂 = YIXINTANG
    海王星辰 = NEPSTAR
    同仁堂 = TONG REN TANG
    胡庆余堂 = HU QING YU TANG
    雷允上 = LEIYUNSHANG
    童涵春堂 = TONGHANCHUN
    蔡同德堂 = CAITONGDE
    方回春堂 = FANGHUICHUNTANG
    余仁生 = EU YAN SANG
    东阿阿胶 = DONG-E-E-JIAO
    汤臣倍健 = BY-HEALTH
    斯维诗 = SWISSE
    卓正医疗 = DISTINCT HEALTHCARE = DISTINCT CLINIC
    方所 = FANGSUO
    言几又 = YANJIYOU
    钟书阁 = ZHONGSHUGE
    单向街 = OWSPACE
    页一堂 = 叶壹堂 = PAGE ONE
    朵云书院 = DUOYUN BOOKS
    国誉 = KOKUYO
    辉柏嘉 = FABER-CASTELL
    施德楼 = STAEDTLER
    比瑞吉 = BRIDGE PETCARE
    永琪 = YONGQI
    木北 = MUBEI
    沙宣 = VIDAL SASSOON = SASSOON
    星客多 = XINGKEDUO
    克丽缇娜 = CHLITINA
    贝黎诗 = PALAISPA = PALAIS
    章光101 = ZHANGGUANG 101 = 101 ZHANGGUANG
    正章洗染 = ZHENGZHANG
    柒一拾壹 = 赛壹公司 = 众邸公司 = 7-ELEVEN = SEVEN-ELEVEN
    便利蜂 = BIANLIFENG
    可的 = KEDI
    好德 = ALLDAYS
    唐久 = TANGJIU
    舞东风 = WUDONGFENG
    芙蓉兴盛 = FURONG XINGSHENG
    易捷 = EASY JOY
    每日优鲜 = MISSFRESH
    钱大妈 = QDAMA = QIAN DA MA
    百果园 = PAGODA
    鲜丰 = XIANFENG
    联华 = LIANHUA
    世纪联华 = CENTURY MART
    京客隆 = JINGKELONG
    物美 = WUMART
    超市发 = CHAOSHIFA
    卜蜂莲花 = 易初莲花 = CP LOTUS = LOTUS SUPERCENTER
    欧尚 = AUCHAN
    乐购 = TESCO
    乐天玛特 = LOTTE MART
    易买得 = E-MART
    好又多 = TRUST-MART
    华润万家 = CR VANGUARD = VANGUARD
    新一佳 = A.BEST
    胖东来 = PANGDONGLAI
    快客 = QUIK
    花点时间 = FLOWERPLUS
    """
}
