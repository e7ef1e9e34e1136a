extension Brand {
  /// Of restaurants, tea, coffee and bakeries.
  static let restaurants = """
    瑞幸 = luckin
    星巴克 = STARBUCKS
    星巴克臻选 = STARBUCKS RESERVE
    库迪 = COTTI
    皮爷 = PEET'S
    麦当劳 = 金拱门公司 = McDonald's
    必胜客 = PIZZA HUT = 必胜客欢乐
    钢管厂五区小郡肝 = 钢五区小郡肝 = 钢管厂五区小郡肝串串香 = 钢五区
    汉堡王 = BURGER KING
    达美乐 = DOMINO'S = DOMINO'S PIZZA
    喜茶 = 美西西公司 = HEYTEA
    奈雪的茶 = 奈雪 = NAYUKI = NAIXUE
    蜜雪冰城 = MIXUE = MIXUEBINGCHENG
    古茗 = GOODME
    茶百道 = CHABAIDAO = CHAPANDA
    霸王茶姬 = CHAGEE
    沪上阿姨 = 臻敬公司 = AUNTEA JENNY
    乐乐茶 = 茶田公司 = LELECHA
    许留山 = HUI LAU SHAN
    哈根达斯 = 通用磨坊公司 = Häagen-Dazs
    冰雪皇后 = DAIRY QUEEN = DQ
    好利来 = HOLILAND
    面包新语 = BREADTALK
    巴黎贝甜 = 艾丝碧西公司 = PARIS BAGUETTE
    鼎泰丰 = DIN TAI FUNG
    海底捞 = HAIDILAO = HAIDILAO HOT POT
    西贝 = 西贝莜面村 = XIBEI
    呷哺呷哺 = XIABU XIABU
    萨莉亚 = SAIZERIYA
    吉野家 = YOSHINOYA
    味千 = AJISEN = AJISEN RAMEN
    食其家 = 泉盛公司 = SUKIYA
    丸龟 = 东利多公司 = MARUGAME
    胡椒厨房 = PEPPER LUNCH
    大董 = DADONG
    蓝蛙 = BLUE FROG
    德克士 = DICOS
    塔可贝尔 = TACO BELL
    棒约翰 = PAPA JOHN'S
    星期五餐厅 = TGI FRIDAYS
    满记 = 满记甜品 = HONEYMOON DESSERT
    鲜芋仙 = MEET FRESH
    贡茶 = GONG CHA
    快乐柠檬 = HAPPY LEMON
    一点点 = 1点点 = 生根公司 = ALITTLE TEA
    85度C = 85C = 津味公司
    书亦烧仙草 = SHUYI
    茶颜悦色 = SEXYTEA = MODERN CHINA = CHAYANYUESE
    益禾堂 = YIHETANG
    林里 = LINLEE
    柠季 = NINGJI
    幸运咖 = LUCKY CUP
    挪瓦 = NOWWA
    太平洋咖啡 = PACIFIC COFFEE
    咖世家 = COSTA
    天好 = TIM HORTONS = TIMS
    泸溪河 = LUXIHE
    元祖 = GANSO
    味多美 = WEDOME = WEIDUOMEI
    克莉丝汀 = CHRISTINE
    多乐之日 = TOUS LES JOURS
    外婆家 = GRANDMA'S HOME
    大渔 = TAIRYO
    一风堂 = IPPUDO
    一兰 = ICHIRAN
    元气寿司 = GENKI SUSHI
    寿司郎 = SUSHIRO
    滨寿司 = HAMA SUSHI
    松屋 = MATSUYA
    牛角 = GYU-KAKU
    温野菜 = ON-YASAI
    新元素 = ELEMENT FRESH
    凑凑 = COUCOU
    陶陶居 = TAO TAO JU
    点都德 = DIM DOU DAK = DIAN DOU DE
    翠华 = TSUI WAH
    太兴 = TAI HING
    大家乐 = CAFÉ DE CORAL
    美心 = MAXIM'S = MAXIM'S CAKES
    添好运 = TIM HO WAN
    利苑 = LEI GARDEN
    云海肴 = YUN HAI YAO
    探鱼 = TANYU
    太二 = 太二老坛子 = TAI ER
    九毛九 = JIUMAOJIU
    莫凡彼 = MÖVENPICK
    酷圣石 = COLD STONE
    歌帝梵 = GODIVA = GODIVA CHOCOLATIER
    瑞士莲 = LINDT
    来伊份 = LYFEN
    良品铺子 = BESTORE
    三只松鼠 = THREE SQUIRRELS
    乐凯撒 = LA CESAR = LA CESAR PIZZA
    都可 = 肇亿公司 = COCO
    甜啦啦 = TIANLALA
    茉莉奶白 = MOLLY
    挞柠 = TANING
    老虎堂 = TIGER SUGAR
    鹿角巷 = THE ALLEY
    日出茶太 = CHATIME
    小罐茶 = XIAOGUAN
    天福茗茶 = TENFU'S = TENFU
    八马茶业 = BAMA
    吴裕泰 = WU YU TAI
    张一元 = ZHANG YI YUAN
    大益茶 = 大益 = TAETEA
    茶里 = CHALI
    漫咖啡 = MAAN
    咖啡陪你 = CAFFEBENE
    雕刻时光 = SCULPTING IN TIME
    意利 = ILLY
    拉瓦萨 = LAVAZZA
    三顿半 = SATURNBIRD
    高乐雅 = GLORIA JEAN'S
    麦隆 = MELLOWER
    奈斯派索 = NESPRESSO
    香啡缤 = THE BEAN & LEAF = BEAN & LEAF
    原麦山丘 = WHEAT YOUTH
    鲍师傅 = BAO'S PASTRY
    安德鲁森 = ANDERSEN'S
    宜芝多 = ICHIDO
    圣安娜 = SAINT HONORE = SAINT HONORE CAKE
    东海堂 = AROME
    奇华饼家 = 奇华 = KEE WAH
    钜记饼家 = 钜记手信 = PASTELARIA KOI KEI = KOI KEI
    荣华饼家 = 元朗荣华 = WING WAH
    仟吉 = KENGEE
    可莎蜜儿 = CROSSMEIER
    稻香村 = DAO XIANG CUN
    二十一客 = 21客 = 21CAKE
    芝乐坊 = THE CHEESECAKE FACTORY
    六花亭 = ROKKATEI
    白色恋人 = SHIROI KOIBITO
    东京香蕉 = TOKYO BANANA
    罗伊斯 = ROYCE'
    安缇安 = 安婷阿姨 = AUNTIE ANNE'S
    唐恩都乐 = DUNKIN' DONUTS = DUNKIN
    卡卡圈坊 = KRISPY KREME
    美仕唐纳滋 = MISTER DONUT
    芭斯罗缤 = BASKIN ROBBINS
    爱茜茜里 = ICECINITY
    闻绮 = VENCHI
    喜诗糖果 = SEE'S CANDIES
    百草味 = 郝姆斯公司 = BE & CHEERY
    周黑鸭 = ZHOU HEI YA
    绝味 = JUEWEI
    煌上煌 = HUANG SHANG HUANG
    春水堂 = CHUN SHUI TANG
    隅田川 = TASOGARE
    墨茉点心局 = MOMO DIMSUM
    丘大叔柠檬茶 = UNCLE QIU
    茵赫公司 = MANNER
    小南国 = SHANGHAI MIN = XIAO NAN GUO
    全聚德 = QUANJUDE
    便宜坊 = BIANYIFANG
    东来顺 = DONGLAISHUN
    大鸭梨 = DAYALI
    四季民福 = SIJIMINFU
    眉州东坡 = MEIZHOU DONGPO
    金鼎轩 = JINDINGXUAN
    南京大牌档 = 大惠公司 = NANJING DA PAI DANG = NANJING IMPRESSIONS
    新白鹿 = NEW WHITE DEER = XINBAILU
    弄堂里 = LONG TANG LI
    桂满陇 = GUIMANLONG
    知味观 = ZHI WEI GUAN
    楼外楼 = LOU WAI LOU
    杏花楼 = XING HUA LOU
    新荣记 = XIN RONG JI
    唐宫 = 唐宫海鲜舫 = TANG PALACE
    港丽 = CHARME
    鹿港小镇 = BELLAGIO
    度小月 = TU HSIAO YUEH = DU HSIAO YUEH
    欣叶 = SHIN YEH
    炳胜 = 炳胜品味 = BINGSHENG
    稻香 = TAO HEUNG
    唐阁 = T'ANG COURT
    兰芳园 = LAN FONG YUEN
    甘牌烧鹅 = KAM'S ROAST GOOSE
    一乐烧鹅 = YAT LOK
    禄鼎记 = LU DING JI
    八合里 = BA HE LI
    小肥羊 = LITTLE SHEEP
    小尾羊 = XIAOWEIYANG
    豆捞坊 = DOLAR = THE DOLAR
    德庄 = DEZHUANG
    刘一手 = LIUYISHOU
    小龙坎 = XIAOLONGKAN = SHOO LOONG KAN
    大龙燚 = DALONGYI
    蜀大侠 = SHU DAXIA
    谭鸭血 = TAN YA XUE
    捞王 = LAO WANG
    辉哥 = FAIGO
    珮姐 = PEIJIE
    皇城老妈 = HUANG CHENG LAO MA
    蜀九香 = SHUJIUXIANG
    七欣天 = QIXINTIAN
    杨国福 = YANGGUOFU
    马路边边 = MALUBIANBIAN
    江边城外 = JIANG BIAN CHENG WAI = RIVERSIDE & COURTYARD
    半天妖 = BANTIANYAO
    鱼你在一起 = FISH WITH YOU
    蛙来哒 = WALAIDA
    费大厨 = 费大厨辣椒炒肉 = FEIDACHU
    农耕记 = NONGGENGJI
    炊烟 = 炊烟小炒黄牛肉 = CHUIYAN
    望湘园 = SOUTH MEMORY
    辣府 = LA FU
    陈麻婆豆腐 = CHEN MAPO TOFU
    巴国布衣 = BAGUOBUYI
    烤匠 = KAOJIANG
    青花椒 = QINGHUAJIAO
    小菜园 = XIAOCAIYUAN
    大米先生 = MR RICE
    永和豆浆 = YON HO
    喜家德 = XIJIADE
    狗不理 = GO BELIEVE
    庆丰包子铺 = QINGFENG
    南翔馒头 = NANXIANG STEAMED BUN = NAN XIANG
    遇见小面 = YUJIAN XIAOMIAN = MEET NOODLES
    陈香贵 = CHENXIANGGUI
    马记永 = MAJIYONG
    张拉拉 = ZHANGLALA
    东方既白 = EAST DAWNING
    过桥缘 = GUOQIAOYUAN
    蒙自源 = MENGZIYUAN
    魏家凉皮 = WEIJIA
    西少爷 = XISHAOYE = BINGZ
    黄记煌 = HUANGJIHUANG
    丰茂 = FENGMAO
    耶里夏丽 = YERSHARI = YELIXIALI
    九十九顶毡房 = 99 YURTS
    文和友 = 超级文和友 = WENHEYOU = SUPER WENHEYOU
    醉得意 = ZUIDEYI
    同庆楼 = TONGQINGLOU
    苏浙汇 = JADE GARDEN
    苏小柳 = SUXIAOLIU
    紫光园 = ZIGUANGYUAN
    仔皇煲 = ZAIHUANGBAO
    嘉和一品 = JIAHE YIPIN
    宏状元 = HONGZHUANGYUAN
    乡村基 = COUNTRY STYLE COOKING
    老乡鸡 = LAO XIANG JI
    肯德基 = KENTUCKY FRIED CHICKEN = KFC
    华莱士 = WALLACE
    真功夫 = KUNGFU CHINESE FAST FOOD = ZKUNGFU
    乐天利 = LOTTERIA
    五兄弟 = FIVE GUYS
    昔客堡 = SHAKE SHACK
    卡乐星 = CARL'S JR
    马上诺 = PIZZA MARZANO
    好伦哥 = ORIGUS
    澳拜客 = OUTBACK STEAKHOUSE
    莫尔顿牛排坊 = 莫尔顿 = MORTON'S THE STEAKHOUSE = MORTON'S
    茹丝葵 = RUTH'S CHRIS = RUTH'S CHRIS STEAK HOUSE
    沃夫冈 = WOLFGANG'S STEAKHOUSE
    西堤 = TASTY STEAK
    豪客来 = HOUCALLER = HOUCALLER STEAK
    汉拿山 = HANNASHAN
    姜虎东白丁 = 姜虎东 = KANG HO DONG BAEKJEONG
    桥村 = KYOCHON
    北木南 = BEI MU NAN
    博多一幸舍 = HAKATA IKKOUSHA = IKKOUSHA
    花月岚 = KAGETSU ARASHI
    拉面玩家 = RAMEN PLAY
    面屋武藏 = MENYA MUSASHI
    山头火 = SANTOUKA
    豚王 = BUTAO RAMEN = BUTAO
    丸龟制面 = MARUGAME SEIMEN = MARUGAME UDON
    和民居食屋 = WATAMI
    权八 = GONPACHI
    鸟贵族 = TORIKIZOKU
    赤坂亭 = AKASAKATEI
    争鲜 = SUSHI EXPRESS
    藏寿司 = KURA SUSHI
    可可壹番屋 = CURRY HOUSE COCO ICHIBANYA = COCO ICHIBANYA
    大户屋 = OOTOYA
    胜博殿 = 胜博殿猪排 = SABOTEN
    银座梅林 = GINZA BAIRIN
    炸猪排和幸 = 和幸 = TONKATSU WAKO
    金子半之助 = KANEKO HANNOSUKE
    摩提工房 = MOCHI SWEETS
    五右卫门意面 = 五右卫门 = YOMENYA GOEMON
    亚惠 = YAHUI
    大食代 = 大食代美食广场 = FOOD REPUBLIC
    亚坤 = 亚坤咖椰吐司 = YA KUN KAYA TOAST = YA KUN
    土司工坊 = 吐司工坊 = TOAST BOX
    松发肉骨茶 = 松发 = SONG FA BAK KUT TEH = SONG FA
    莆田 = PUTIEN
    乐天皇朝 = PARADISE DYNASTY
    蕉叶 = BANANA LEAF
    芒果树 = MANGO TREE
    沃歌斯 = WAGAS
    避风塘 = BI FENG TANG
    大快活 = FAIRWOOD
    必品阁 = BIBIGO
    塔斯汀 = TASTIEN
    """
}
