/// What brand names are made of. Invented: none is meant to be anybody's mark.
enum NamePools {
  static let brandFirst = """
    慕 芮 蔓 黛 雅 莉 诗 凡 曼 妮 薇 欧 莱 卡 洛 伊 艾 贝 芙 希 娜 思 柏 森 沐 禾 初 素 简 朵 璃 珂 \
    云 青 白 木 锦 弥 拾 见 半 七 九 三 若 知 言 未 梵 蓝 米 可 奥 菲 格 帝 圣 宝 尚 百 乐 优 良 品 \
    朴 野 和 本 原 叶 苏 林 安 景 星 月 日 海 墨 溪 南 北 西 东 长 新 华 亨 名 金 玉 瑞 祥 福 裕 丰
    """
  static let brandSecond = """
    芮 蕊 黛 尔 丽 雅 诺 琳 莎 亚 斯 顿 特 格 伦 兰 朗 娅 薇 姿 妍 曦 衣 语 然 简 物 集 里 间 舍 作 \
    造 屿 川 汐 汕 谷 朴 白 禾 田 木 柏 森 林 野 色 境 颂 坊 家 源 和 安 美 佳 乐 福 丰 隆 昌 盛 祥 \
    兴 泰 达 通 华 宝 玺 钻 辰 星 月 阳 光 晨 露 泉 溪 洲 湾 岛 港 门 桥 亭 阁 轩 斋 堂 苑 园 庄
    """
  static let brandThird = "亚 娜 斯 尔 特 顿 丽 雅 莎 诗 曼 克 伦 拉 儿 坊 记 堂 屋 社 派 言 集 家"

  static let places = """
    重庆 成都 蜀 渝 湘 粤 川 长沙 潮汕 顺德 杭州 绍兴 西安 兰州 云南 贵州 新疆 东北 北京 天津 柳州 \
    桂林 扬州 苏州 宁波 温州 台州 厦门 徐州 武汉 襄阳 常德 汕头 海南 西贡 曼谷 大阪 京都 首尔 延边
    """
  static let owners = """
    老王 老李 老张 阿婆 阿妈 外婆 奶奶 小龙 大龙 胖哥 瘦子 李记 王记 张记 陈记 周记 黄记 何家 刘家 \
    赵家 吴记 孙记 马家 朱光 秋秋 二姐 三哥 四叔 五爷 六婆 七叔 八姑 九爷 满姐 幺妹 辣妹子 渔夫 船家
    """
  static let dishes = """
    火锅 串串香 烤鱼 酸菜鱼 小面 牛肉面 米粉 饺子 馄饨 包子 烧腊 烧鹅 海鲜 私房菜 土菜 小炒 麻辣烫 \
    冒菜 烤肉 烤鸭 羊肉粉 手抓饭 拉面 寿司 咖喱 石锅拌饭 煲仔饭 茶餐厅 点心 汤包 生煎 螺蛳粉 蛙锅 \
    椰子鸡 猪肚鸡 牛蛙 砂锅粥 卤味 鸡公煲 小龙虾 炸鸡 汉堡 披萨 牛排 素食
    """
  static let houses = "馆 坊 店 记 居 楼 庄 府 轩 阁 小馆 食堂 酒家 饭店 大排档 厨房 工坊 公馆 小院 印象"
  static let teaFirst = """
    茶 奶 柠 果 鲜 甘 冰 沁 悦 喜 沪 古 霸 茉 山 雪 乌 桂 竹 一 半 九 万 本 初 青 白 清 浅 野 森 拾 \
    抹 芋 芒 桃 杨 枝 椰 橘 栀 兰
    """
  static let teaSecond = """
    茶百 茗 煮 语 里 道 言 作 町 季 集 枝 叶 园 岚 屿 野 舍 山 物 间 沐 和 丘 记 饮 芽 尖 露 泡泡 \
    丸 杯 铺 子 派 研
    """
  static let teaLast = "奶茶 茶饮 鲜茶 鲜果茶 柠檬茶 手作茶 茶社 茶研所 茶事 饮品 茶铺 冰室"
  static let bakeryLast = "烘焙 面包 蛋糕 饼家 西点 手作 甜品 吐司 麦坊 饼屋 糕点 酥饼"
  static let storeLast = "百货 商厦 名品 精品 生活馆 优选 家居 良品 杂货 礼品"
  static let fashionLast = "服饰 女装 男装 内衣 童装 鞋业 皮具 箱包 运动 户外 牛仔 旗舰店 时装 羊绒"
  static let cosmeticsLast = "美妆 护肤 彩妆 化妆品 香氛 香水 草本 养肤 面膜 医美"
  static let jewelleryLast = "珠宝 金行 黄金 钻石 银楼 首饰 翡翠 玉器 金店 钟表"
  static let marketLast = "超市 生活超市 精品超市 便利店 生鲜 鲜生 折扣店 百货超市"
  static let cinemaLast = "影城 国际影城 影院 巨幕影城 电影院 剧场"
  static let playLast = "乐园 儿童乐园 游乐场 亲子乐园 电玩城 蹦床公园 淘气堡 欢乐世界 早教中心 冰场"
  static let electronicsLast = "数码 通讯 手机 电器 授权店 体验店 智能 眼镜"
  static let pharmacyLast = "大药房 药店 健康 参茸 视光 牙科 养生堂 国药"
  static let salonLast = "美容 美发 造型 养生 足道 美甲 SPA 健身 瑜伽 洗衣 摄影"
  static let deliveryLast = "轻食 便当 沙拉 简餐 快餐 粥铺 汉堡 炸鸡 盖饭 小吃"

  static let onset = """
    b br c ch d dr el f fr g gr h j k l m mar n p pr r s sh st t tr v val z ar al or un am
    """
  static let nucleus = "a e i o u ae ea io ou a e o a i o"
  static let coda = "n l r s m x th ne lle tte ra na da sa ni vi ro co ma la ssa nne"
  static let englishWords = """
    Blue Green Little Urban North South River Stone Maple Cedar Oak Amber Ivory Velvet Copper \
    Silver \
    Golden Lucky Sunny Quiet Early Slow Daily Common Honest Plain Fine Modern Old Wild Paper Linen \
    Cotton Garden Harbor Corner Market Bridge Tower Moon Star Bird Fox Bear Whale Lion Rabbit
    """
  static let cafeLast = """
    Coffee Café Roasters Espresso Kitchen Bistro Bakehouse Brew Bar Diner Bagels Burgers Deli Brunch
    """
  static let shopLast =
    "Studio & Co. Atelier House Lab Paris Milano Store Club Works Edit Room Goods"

  static let traditionalFirst = "金 銀 翠 華 港 旺 永 利 新 興 榮 發 美 蘭 芳 祥 記 龍 鳳 添 好 池 海 翡 福 喜"
  static let traditionalSecond = "華 記 園 皇 都 城 樓 輝 祥 利 發 興 星 寶 馬 運 隆 苑 軒 廚 堡 湖 灣 洲 島"
  static let traditionalLast = """
    茶餐廳 冰室 酒樓 燒臘飯店 粥麵專家 海鮮酒家 點心專門店 小廚 茶室 餅店 甜品 麵家 米線 牛腩 煲仔飯
    """

  static let cities = "上海 北京 广州 深圳 杭州 成都 重庆 武汉 南京 苏州 宁波 长沙 西安 青岛 佛山 东莞"
  static let malls = """
    万象 银泰 天虹 恒隆 大悦 龙湖 印象 环宇 中央 星河 海岸 金鹰 新天地 凯德 来福 太阳 月亮湾 云水 \
    翠湖 丽水 锦江 江南 北辰 东方 国贸 时代 世纪 未来 城际 悠方
    """
  static let mallLast = "城 广场 购物中心 天地 汇 里 百货 中心 奥特莱斯 MALL"
  static let lookalikes = """
    慕幕 芮蕊 丽莉 日曰 木本 未末 大太 白百 金全 王玉 兰蓝 尔儿 诗时 雅稚 曼蔓 沐沭 禾木 川州 汕仙 \
    林森 星皇 月目 青清 小少 七九 李季 何河 陈阵 古占 士土 千干 贝见 坊仿 园圆 轩杆 茶荼 果杲 光兴 \
    梵焚 朴仆 语话 言信 家宗 宝玉 瑞端 祥样 福幅 海梅 南甫 东车 田由 里理 间问 集隼 喜善 卡卞 希布
    """
}
