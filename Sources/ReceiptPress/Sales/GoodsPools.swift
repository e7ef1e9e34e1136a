/// What each family sells: `name low high`, prices in whole units of the currency.
enum GoodsPools {
  static func pool(_ family: Family, script: Script) -> String {
    script == .english ? english(family) : chinese(family)
  }

  /// Words put before a good's name to make more of them.
  static func qualifiers(_ family: Family, script: Script) -> String {
    switch (family, script) {
    case (.restaurant, .english), (.traditional, .english):
      "Spicy Crispy Steamed Braised Roasted Classic Chef's"
    case (.cafe, .english), (.teaShop, .english): "Iced Hot Large Small Double Oat Classic"
    case (_, .english): "Classic New Soft Slim Large Mini Premium"
    case (.restaurant, _), (.traditional, _): "招牌 香辣 秘制 清炒 干锅 红烧 特色 农家 酸汤 金牌 蒜蓉"
    case (.teaShop, _), (.cafe, _): "大杯 中杯 冰 热 少糖 招牌 厚乳 生椰 超大杯 去冰"
    case (.fashion, _), (.departmentStore, _), (.cardSlip, _): "女式 男式 秋冬 新款 修身 宽松 休闲 经典"
    case (.cosmetics, _): "水润 焕颜 修护 紧致 净透 精华 臻享 舒缓"
    case (.jewellery, _): "足金 千足金 18K金 铂金 古法 硬金 S925"
    case (.supermarket, _), (.bakery, _), (.delivery, _): "精选 鲜 有机 特价 家庭装 原味 进口 小份"
    case (.cinema, _), (.playground, _): "优惠 周末 会员 单人 双人 平日"
    case (.electronics, _): "5G 无线 旗舰 标准版 Pro 轻薄"
    case (.pharmacy, _): "复方 儿童 成人 进口"
    case (.salon, _): "资深 总监 单次 会员 精品"
    }
  }

  private static func chinese(_ family: Family) -> String {
    switch family {
    case .departmentStore:
      """
      羊毛衫 299 1580,保温杯 89 399,床上四件套 399 2680,真丝围巾 199 980,皮带 159 899,钱包 199 1280,\
      拉杆箱 399 2380,太阳镜 299 1980,炒锅 199 1299,蚕丝被 599 3280,浴巾 59 299,旅行包 199 1680
      """
    case .supermarket:
      """
      纯牛奶250ml*12 39 79,鸡蛋30枚 19 39,菠菜 2 9,五花肉 18 68,东北大米5kg 29 89,食用油5L 59 139,\
      抽纸 9 39,洗衣液2kg 19 59,酸奶 5 25,苹果 8 39,矿泉水 1 6,薯片 5 18,方便面 3 28,土豆 2 8,\
      购物袋 0 1,三文鱼 29 128,饼干 6 29,啤酒330ml*6 22 69,牙膏 8 39,可乐 3 9
      """
    case .restaurant:
      """
      毛血旺 48 98,水煮牛肉 58 108,宫保鸡丁 32 58,夫妻肺片 28 48,鱼香肉丝 28 46,酸辣土豆丝 16 28,\
      麻婆豆腐 18 36,清炒时蔬 18 38,米饭 2 4,餐具 1 3,茶位费 2 10,酸梅汤 12 28,小龙虾 88 198,\
      番茄锅底 38 78,鲜毛肚 48 88,肥牛卷 38 78,虾滑 38 68,金针菇 12 22,蛋炒饭 16 32,啤酒 8 18,\
      酸菜鱼 68 138,手撕包菜 18 32,口水鸡 32 58,红糖糍粑 18 32
      """
    case .teaShop:
      """
      珍珠奶茶 10 20,杨枝甘露 15 28,芝士葡萄 17 32,柠檬茶 9 22,四季春茶 8 16,芋泥波波 14 26,茉莉奶绿 9 18,\
      满杯百香果 12 24,桃桃乌龙 14 25,椰果奶茶 11 19,布丁 2 5,椰果 1 4,血糯米奶茶 12 21,霸气橙子 16 28
      """
    case .bakery:
      """
      蛋挞 5 12,吐司 12 32,牛角包 8 22,提拉米苏 22 48,蛋黄酥 6 16,毛巾卷 15 32,肉松小贝 9 22,瑞士卷 18 42,\
      生日蛋糕8寸 168 398,芝士蛋糕 24 58,泡芙 6 18,曲奇 25 68,欧包 15 36
      """
    case .fashion:
      """
      连衣裙 299 1999,衬衫 159 899,牛仔裤 199 1099,羊绒大衣 899 5999,卫衣 159 799,T恤 79 499,羽绒服 499 3999,\
      半身裙 199 999,针织衫 199 1299,西装 599 3999,风衣 499 2999,运动鞋 299 1599,皮鞋 399 2599,帽子 59 399,\
      围巾 89 899,袜子 15 69,童装套装 129 599,文胸 129 599,手提包 399 4999
      """
    case .cosmetics:
      """
      爽肤水 150ml 168 880,精华液 30ml 280 1680,口红 120 380,面霜 50g 220 1980,眼霜 15ml 260 1280,粉底液 180 620,\
      洁面乳 88 380,防晒霜 98 460,香水 50ml 380 1680,面膜10片 99 680,眼影盘 160 580,卸妆油 120 420,护手霜 48 220
      """
    case .jewellery:
      """
      戒指 1280 15800,项链 1680 29800,手镯 3980 68000,耳钉 580 8800,吊坠 880 16800,转运珠 380 2880,\
      手链 1280 18800,对戒 2580 26800,钻戒0.3ct 6800 32800
      """
    case .cinema:
      """
      成人票 35 90,2D票 30 60,3D票 40 90,IMAX票 60 140,学生票 25 50,爆米花(大) 28 42,可乐(中) 12 22,\
      双人套餐 45 78,VIP厅票 80 180,3D眼镜 5 15
      """
    case .playground:
      """
      1大1小门票 88 198,儿童票 58 158,游戏币100枚 80 100,次卡10次 580 980,陪同票 20 50,防滑袜 10 20,\
      畅玩2小时 78 168,溜冰票 60 128,冰鞋租赁 10 40,抓娃娃币 10 100,早教课时 180 380,生日派对 888 2880
      """
    case .cardSlip: "商品 58 3999"
    case .cafe:
      """
      拿铁 25 42,美式咖啡 18 32,卡布奇诺 26 42,燕麦拿铁 29 46,摩卡 28 42,冷萃咖啡 26 45,手冲单品 38 78,\
      提拉米苏 28 48,可颂 16 32,贝果 18 34,牛油果吐司 42 72,意面 48 98,凯撒沙拉 42 78,巴斯克蛋糕 32 52
      """
    case .delivery:
      """
      鸡胸肉沙拉 28 48,照烧鸡腿饭 22 38,牛肉盖饭 24 42,香辣鸡腿堡 15 29,黄焖鸡米饭 18 32,皮蛋瘦肉粥 8 18,\
      小炒肉盖饭 20 36,薯条 9 16,可乐 4 9,打包盒 1 2,豆浆 4 9,煎饺 12 22,酸辣粉 12 24
      """
    case .traditional:
      """
      菠蘿油 12 22,凍檸茶 18 26,絲襪奶茶 16 24,叉燒飯 42 68,雲吞麵 32 52,乾炒牛河 48 78,蝦餃 28 48,燒賣 26 44,\
      腸粉 24 42,西多士 22 38,餐蛋麵 34 48,燒鵝飯 52 88,例湯 12 28,白灼菜心 24 42,加底 4 10,茶位 6 18,\
      滷肉飯 28 48,鹽酥雞 32 58,楊枝甘露 28 46,蛋撻 8 14
      """
    case .electronics:
      """
      手机 999 9999,耳机 99 2499,充电器 49 399,手机壳 29 199,钢化膜 19 129,平板电脑 1699 8999,智能手表 399 3999,\
      移动电源 79 399,数据线 19 149,电饭煲 199 1999,吹风机 99 2999,镜片 199 1999,镜架 199 2599
      """
    case .pharmacy:
      """
      感冒灵颗粒 12 28,维生素C片 18 88,创可贴 5 18,口罩50只 9 49,板蓝根 9 26,钙片 58 268,鱼油软胶囊 88 368,\
      西洋参片 128 880,体温计 9 129,眼药水 18 68,枸杞500g 29 128,阿胶 199 1880
      """
    case .salon:
      """
      剪发 38 388,染发 188 1288,烫发 288 1888,美甲 98 398,面部护理 198 1280,足疗60分钟 98 298,肩颈按摩 88 268,\
      私教课1节 200 480,干洗大衣 35 98,证件照 39 199,睫毛嫁接 128 498,洗吹 28 98
      """
    }
  }

  private static func english(_ family: Family) -> String {
    switch family {
    case .restaurant, .traditional, .delivery:
      """
      Beef Noodles 28 68,Caesar Salad 38 78,Fish & Chips 58 118,Ribeye Steak 128 328,\
      Fried Rice 28 58,\
      Tom Yum Soup 38 88,Margherita 58 108,Chicken Wings 32 68,Draft Beer 28 58,Still Water 12 28,\
      French Fries 18 38,Dim Sum 22 48,Tiramisu 32 58
      """
    case .cafe, .teaShop, .bakery:
      """
      Flat White 28 42,Latte 28 42,Long Black 22 34,Cappuccino 28 42,Mocha 30 46,\
      Earl Grey 22 36,Croissant 16 30,\
      Blueberry Muffin 18 32,Bagel w/ Salmon 42 78,Avocado Toast 48 82,Cheesecake 32 52,\
      Cold Brew 28 44,\
      Orange Juice 22 38,Big Breakfast 68 128
      """
    case .fashion, .departmentStore, .cardSlip, .salon:
      """
      Cotton Shirt 159 799,Denim Jeans 299 1099,Wool Coat 899 4999,T-Shirt 79 399,\
      Leather Belt 199 899,Sneakers 399 1599,\
      Knit Sweater 299 1299,Tote Bag 199 2999,Silk Scarf 199 1299,Socks 3pk 39 129,Cap 99 399,\
      Dress 399 2499
      """
    case .cosmetics, .pharmacy:
      """
      Lipstick 120 380,Serum 30ml 280 1680,Day Cream 50ml 220 1280,Cleanser 88 320,\
      Eau de Parfum 50ml 480 1680,\
      Hand Cream 48 220,Mascara 98 320,Sunscreen SPF50 98 380,Vitamin C 58 188
      """
    case .jewellery:
      """
      Ring 18K 1280 15800,Necklace 1680 29800,Bracelet 1280 18800,Ear Studs 580 8800,\
      Pendant 880 16800
      """
    case .cinema, .playground:
      """
      Adult Ticket 35 120,Child Ticket 25 80,Popcorn L 28 48,Coke M 12 22,Combo Set 48 88,\
      Day Pass 98 298
      """
    case .electronics:
      """
      Phone Case 29 299,USB-C Cable 49 199,Wireless Earbuds 299 1999,Power Adapter 99 499,\
      Tablet 1999 8999
      """
    case .supermarket:
      """
      Milk 1L 9 22,Eggs 10pc 12 32,White Bread 8 22,Apples 8 39,Chicken Breast 18 58,\
      Mineral Water 2 9,Rice 5kg 39 99,\
      Yoghurt 6 25,Tissue 9 39,Plastic Bag 0 1,Chocolate 12 58
      """
    }
  }
}
