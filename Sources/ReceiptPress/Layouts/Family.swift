/// What sort of till a layout descends from.
package enum Family: String, Codable, Hashable, Sendable, CaseIterable {
  case departmentStore = "department_store"
  case supermarket
  case restaurant
  case teaShop = "tea_shop"
  case bakery
  case fashion
  case cosmetics
  case jewellery
  case cinema
  case playground
  case cardSlip = "card_slip"
  case cafe
  case delivery
  case traditional
  case electronics
  case pharmacy
  case salon

  /// How a mall's register groups its counters.
  package var category: String {
    switch self {
    case .departmentStore: "百货"
    case .supermarket: "超市"
    case .restaurant, .traditional: "餐饮"
    case .teaShop: "茶饮"
    case .bakery: "烘焙"
    case .cafe: "咖啡"
    case .delivery: "轻食"
    case .fashion: "服饰"
    case .cosmetics: "美妆"
    case .jewellery: "珠宝"
    case .cinema: "影院"
    case .playground: "亲子"
    case .cardSlip: "零售"
    case .electronics: "数码"
    case .pharmacy: "健康"
    case .salon: "服务"
    }
  }

  /// How often a mall lets to it, relative to the others.
  var share: Double {
    switch self {
    case .restaurant, .fashion: 14
    case .departmentStore, .teaShop, .cosmetics: 8
    case .jewellery, .bakery, .electronics: 5
    case .supermarket, .cinema, .playground, .salon, .pharmacy: 4
    case .cafe, .cardSlip: 6
    case .delivery: 4
    case .traditional: 6
    }
  }

  /// Whether its tills open a table and let people pay later.
  var servesTables: Bool {
    switch self {
    case .restaurant, .traditional: true
    case .departmentStore, .supermarket, .teaShop, .bakery, .fashion, .cosmetics, .jewellery,
      .cinema, .playground, .cardSlip, .cafe, .delivery, .electronics, .pharmacy, .salon:
      false
    }
  }
}

/// The language and letters a till prints in.
package enum Script: String, Codable, Hashable, Sendable, CaseIterable {
  case simplified, traditional, english
}
