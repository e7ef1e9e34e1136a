extension String {
  /// In Traditional characters, as far as the press's own words need; others stay.
  package var traditional: String { String(map { Scripts.toTraditional[$0] ?? $0 }) }

  /// In Simplified characters, as far as the press's own words need; others stay.
  package var simplified: String { String(map { Scripts.toSimplified[$0] ?? $0 }) }
}

private enum Scripts {
  static let toTraditional = table(pairs, from: 0)
  static let toSimplified = table(pairs + " " + simplifiedOnly, from: 1)

  private static func table(_ pairs: String, from side: Int) -> [Character: Character] {
    var table: [Character: Character] = [:]
    for pair in pairs.split(separator: " ").map(Array.init) where pair.count == 2 {
      table[pair[side]] = pair[1 - side]
    }
    return table
  }

  private static let simplifiedOnly = "面麵 干乾 发髮 里裡 制製 复複 卷捲"

  private static let pairs = """
    万萬 与與 专專 业業 东東 丝絲 丰豐 临臨 为為 丽麗 乌烏 乐樂 云雲 亚亞 亲親 价價 众眾 优優 会會 伦倫 体體 \
    余餘 储儲 儿兒 兑兌 兰蘭 关關 兴興 养養 军軍 农農 冲沖 净淨 准準 减減 凤鳳 凭憑 凯凱 刘劉 创創 别別 刚剛 办辦 \
    务務 动動 华華 单單 卖賣 卤滷 卫衛 厅廳 厨廚 参參 双雙 发發 叶葉 号號 员員 吴吳 团團 园園 围圍 国國 圆圓 圣聖 \
    场場 壳殼 处處 备備 复復 头頭 奥奧 妆妝 妈媽 娅婭 孙孫 学學 宁寧 宝寶 实實 宫宮 对對 导導 寿壽 将將 尔爾 层層 \
    屿嶼 岚嵐 岛島 币幣 帐帳 带帶 广廣 庄莊 庆慶 应應 开開 张張 弥彌 强強 归歸 当當 恒恆 总總 悦悅 戏戲 户戶 扫掃 \
    扬揚 护護 换換 据據 摄攝 数數 斋齋 无無 时時 晓曉 术術 机機 杂雜 权權 条條 来來 杨楊 杰傑 构構 柜櫃 柠檸 标標 \
    样樣 桥橋 档檔 楼樓 欢歡 欧歐 气氣 汇匯 汉漢 汤湯 沪滬 洁潔 浅淺 浆漿 涛濤 润潤 渔漁 湾灣 满滿 滨濱 灵靈 点點 \
    烧燒 热熱 烫燙 焕煥 爷爺 猪豬 环環 现現 玺璽 电電 畅暢 疗療 监監 盖蓋 盘盤 矿礦 码碼 硕碩 确確 礼禮 离離 积積 \
    称稱 税稅 签簽 简簡 类類 粤粵 紧緊 红紅 约約 纪紀 纯純 纸紙 线線 组組 织織 终終 绍紹 经經 绒絨 结結 给給 统統 \
    维維 绿綠 编編 缓緩 续續 罗羅 联聯 肤膚 肠腸 胶膠 脑腦 腊臘 艳艷 节節 苏蘇 苹蘋 药藥 荣榮 莱萊 获獲 营營 萨薩 \
    蓝藍 虾蝦 蚕蠶 补補 衬襯 袜襪 装裝 裤褲 见見 规規 视視 览覽 计計 订訂 认認 让讓 讯訊 记記 设設 证證 诗詩 话話 \
    语語 请請 诺諾 课課 谢謝 贝貝 负負 贡貢 责責 账賬 货貨 质質 购購 贰貳 贴貼 贵貴 贷貸 贸貿 费費 赁賃 资資 赎贖 \
    赵趙 车車 轩軒 转轉 软軟 轻輕 辉輝 边邊 达達 运運 进進 连連 选選 释釋 针針 钉釘 钙鈣 钟鐘 钢鋼 钱錢 钻鑽 铁鐵 \
    铂鉑 银銀 铺鋪 链鏈 销銷 锅鍋 锦錦 镜鏡 镯鐲 长長 门門 问問 闲閒 间間 阁閣 阳陽 阵陣 际際 陆陸 陈陳 静靜 顶頂 \
    项項 顺順 顾顧 顿頓 颂頌 预預 颈頸 颗顆 颜顏 额額 风風 饭飯 饨飩 饮飲 饰飾 饺餃 饼餅 馆館 馄餛 马馬 验驗 鱼魚 \
    鲜鮮 鸡雞 鸭鴨 鹅鵝 鹰鷹 麦麥 黄黃 龙龍 内內 后後 盐鹽 冻凍 兑兌 赠贈 赔賠 买買 实實 产產 吨噸 递遞 师師 帮幫
    """
}
