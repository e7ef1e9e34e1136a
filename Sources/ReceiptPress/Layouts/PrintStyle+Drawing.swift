extension PrintStyle {
  static func drawn(_ family: Family, script: Script, chance: inout Chance) -> PrintStyle {
    let isNarrow = chance.happens(Self.narrowShare(family))
    // A head of 48 or 72 mm on paper of 58 or 80 mm leaves 4 to 5 mm blank at both sides.
    let widthDots = isNarrow ? 464 : chance.pick([640, 640, 640, 608])
    let typeface = drawnTypeface(script, &chance)
    let size: Int
    if typeface.isDots {
      size = typeface == .songDots ? 24 : chance.pick([24, 24, 26])
    } else {
      size = isNarrow ? chance.pick([22, 24, 24, 26]) : chance.pick([22, 24, 24, 26, 28])
    }
    let scales: [(Int, Int)] = [(1, 1), (1, 1), (1, 2), (2, 1), (2, 2), (2, 2), (1, 2)]
    let scale = chance.pick(scales)
    return PrintStyle(
      widthDots: widthDots,
      marginDots: chance.pick(isNarrow ? [32, 36, 40, 44] : [28, 32, 36, 48, 64]),
      sizeDots: size, leadingDots: chance.pick([2, 4, 6, 6, 8, 10, 14]), typeface: typeface,
      logoTypeface: chance.pick(
        script == .english
          ? [.latinSans, .latinSerif, .latinNarrow, .serif, .monoType]
          : [.kai, .serif, .sans, .ming, typeface, .song]),
      totalWidth: scale.0, totalHeight: scale.1, isTotalBold: chance.happens(0.35),
      enlargesTotalLabel: chance.happens(0.6), separator: drawnSeparator(&chance),
      secondSeparator: drawnSeparator(&chance), isBold: chance.happens(0.12))
  }

  private static func narrowShare(_ family: Family) -> Double {
    switch family {
    case .teaShop, .delivery, .cardSlip, .bakery: 0.75
    case .cafe, .playground, .cinema, .salon, .pharmacy: 0.45
    case .departmentStore, .supermarket, .restaurant, .fashion, .cosmetics, .jewellery,
      .traditional, .electronics:
      0.22
    }
  }

  private static func drawnTypeface(_ script: Script, _ chance: inout Chance) -> Typeface {
    switch script {
    case .english:
      chance.pick(weighted: [
        (.monoSans, 3), (.monoType, 2), (.monoThin, 3), (.latinSans, 2), (.latinNarrow, 1.5),
        (.latinSerif, 1), (.songDots, 1), (.heiDots, 2),
      ])
    case .simplified, .traditional:
      chance.pick(weighted: [
        (.songDots, 7), (.heiDots, 5), (.heiSharp, 2), (.song, 3), (.hei, 3), (.microHei, 2.5),
        (.sans, 3), (.serif, 2), (.ming, 1.5), (.kai, 0.4),
      ])
    }
  }

  private static func drawnSeparator(_ chance: inout Chance) -> Layout.Separator {
    chance.pick(weighted: [
      (.text("-"), 10), (.text("="), 3), (.text("*"), 2), (.text("."), 1), (.text("- "), 2),
      (.text("_"), 1), (.text("~"), 0.5), (.text("—"), 0.8), (.text("┄"), 0.3), (.blank, 1),
      (.drawn(thickness: 1, gap: 0), 1.5), (.drawn(thickness: 2, gap: 0), 2),
      (.drawn(thickness: 3, gap: 0), 0.7), (.drawn(thickness: 2, gap: 6), 2),
      (.drawn(thickness: 1, gap: 4), 1.5), (.text("+-"), 0.3), (.text("-*-"), 0.2),
    ])
  }
}

extension HeaderStyle {
  static func drawn(_ family: Family, script: Script, chance: inout Chance) -> HeaderStyle {
    let isInHall = family == .departmentStore || family == .jewellery || family == .cosmetics
    var parts: [Part]
    if isInHall {
      parts = chance.pick([
        [.mall, .name], [.mall], [.logo, .mall, .name], [.name, .mall, .unit],
        [.mall, .name, .phone],
        [.logo, .name], [.mall, .branch, .name],
      ])
    } else {
      parts = chance.pick([
        [.logo], [.name], [.logo, .name], [.logo, .branch], [.name, .branch],
        [.logo, .name, .branch],
        [.name, .address, .phone], [.logo, .address], [.logo, .name, .address, .phone],
        [.name, .phone], [.greeting, .name], [.logo, .mall], [.name, .mall],
        [.name, .branch, .phone],
        [.name, .unit], [.logo, .greeting], [.name, .mall, .unit, .phone],
      ])
    }
    let isEnglish = script == .english
    let scale = chance.pick([(1, 1), (1, 2), (2, 2), (2, 2), (2, 1), (1, 2)])
    func spelt(_ text: String) -> String { script == .traditional ? text.traditional : text }
    return HeaderStyle(
      parts: parts, logo: chance.pick(Logo.allCases), isCentered: chance.happens(0.85),
      nameWidth: scale.0, nameHeight: scale.1, isNameBold: chance.happens(0.4),
      phoneLabel: isEnglish
        ? chance.pick(["Tel: ", "TEL:", "Phone: ", "T: "])
        : spelt(
          chance.pick(
            ["电话:", "电话：", "TEL:", "服务热线:", "联系电话:", "Tel: ", "客服电话:"]
              + (family.servesTables ? ["订座电话:", "外卖电话:"] : []))),
      addressLabel: isEnglish ? "" : spelt(chance.pick(["地址:", "地址：", "", "店址:", "门店地址:"])),
      unitLabel: isEnglish
        ? chance.pick(["Shop ", "Unit ", "Counter: ", "Store #"])
        : spelt(chance.pick(["专柜:", "柜号:", "铺位号:", "专柜号：", "商铺号:", "店铺号:", "柜组:", "铺号 "])),
      greeting: isEnglish
        ? chance.pick(["WELCOME", "Welcome to", "Thank you for visiting"])
        : spelt(chance.pick(["欢迎光临", "欢迎惠顾", "感谢您的光临", "*欢迎光临*", "欢迎您"])))
  }
}

extension ItemStyle {
  static func drawn(
    _ family: Family, script: Script, columns: Int, chance: inout Chance
  ) -> ItemStyle {
    let form: Form
    switch family {
    case .cardSlip: form = .none
    case .jewellery: form = chance.pick([.weighed, .weighed, .columns, .twoLines])
    case .supermarket: form = chance.pick([.coded, .twoLines, .multiplied, .columns])
    case .cinema, .playground, .salon:
      form = chance.pick([.columns, .threeColumns, .plain, .multiplied, .none])
    case .departmentStore, .fashion, .cosmetics, .electronics, .pharmacy:
      form = chance.pick([.columns, .coded, .twoLines, .multiplied, .threeColumns, .none])
    case .restaurant, .teaShop, .bakery, .cafe, .delivery, .traditional:
      form = chance.pick([.columns, .threeColumns, .threeColumns, .plain, .multiplied, .twoLines])
    }
    let wide = columns >= 36 ? form : form == .columns ? .threeColumns : form
    return ItemStyle(
      form: wide, heading: chance.happens(0.75) ? heading(wide, family, script, &chance) : nil,
      isNumbered: chance.happens(0.15), hasSeparators: chance.happens(0.8),
      hasBullets: chance.happens(0.06))
  }

  private static func heading(
    _ form: Form, _ family: Family, _ script: Script, _ chance: inout Chance
  ) -> [String]? {
    let isEnglish = script == .english
    let names =
      isEnglish
      ? "Item Description Product"
      : family.servesTables
        ? "品名 菜品 菜名 名称 品项 菜品名称" : "品名 商品名称 名称 品类 商品 项目 货品名称"
    let name = chance.word(names)
    let quantity = isEnglish ? chance.word("Qty QTY") : chance.word("数量 份数 件数")
    let price = isEnglish ? chance.word("Price Unit") : chance.word("单价 售价 价格")
    let sum = isEnglish ? chance.word("Amount Amt Total") : chance.word("金额 小计 合计 总价")
    let words: [String]? =
      switch form {
      case .columns, .twoLines, .coded: [name, quantity, price, sum]
      case .threeColumns, .multiplied: [name, quantity, sum]
      case .plain: [name, sum]
      case .weighed: [name, isEnglish ? "Weight" : chance.word("重量 金重(g) 克重"), price, sum]
      case .none: nil
      }
    return script == .traditional ? words?.map(\.traditional) : words
  }
}
