import Receipts

extension Composer {
  mutating func putItems() {
    let style = layout.items
    guard style.form != .none else { return }
    if style.hasSeparators { setter.separate(layout.print.separator) }
    if let heading = style.heading {
      setter.row(places(heading))
      if style.hasSeparators { setter.separate(layout.print.separator) }
    }
    for (index, item) in sale.items.enumerated() {
      let prefix = style.isNumbered ? "\(index + 1)." : style.hasBullets ? "*" : ""
      put(item, named: prefix + item.good.name)
    }
    if style.hasSeparators { setter.separate(layout.print.separator) }
  }

  /// Texts over the columns of the list; the last ends at the right edge.
  private func places(_ texts: [String]) -> [(text: String, at: Double, side: Typesetter.Side)] {
    let ends: [Double] =
      switch texts.count {
      case 4: [0, 0.58, 0.78, 1]
      case 3: [0, 0.72, 1]
      default: [0, 1]
      }
    return zip(texts, ends).enumerated().map { index, pair in
      (pair.0, pair.1, index == 0 ? .leading : .trailing)
    }
  }

  private mutating func put(_ item: Item, named name: String) {
    let amounts = layout.amounts
    let sum = amounts.detail(item.sum)
    let price = amounts.plain(item.good.price)
    switch layout.items.form {
    case .none: break
    case .columns: putRow(name, [name, item.quantity, price, sum], columns: 0.46)
    case .threeColumns: putRow(name, [name, item.quantity, sum], columns: 0.6)
    case .plain: putRow(name, [name, sum], columns: 0.7)
    case .twoLines:
      setter.put(name)
      setter.row([
        (item.good.code, 0, .leading), (item.quantity, 0.58, .trailing), (price, 0.78, .trailing),
        (sum, 1, .trailing),
      ])
    case .multiplied:
      setter.put(name)
      let sign = layout.methodWording == 0 ? "x" : layout.methodWording == 1 ? " X " : "*"
      setter.row([("  \(item.quantity)\(sign)\(price)", 0, .leading), (sum, 1, .trailing)])
    case .coded:
      setter.row([
        (item.good.code, 0, .leading), (item.quantity, 0.58, .trailing), (price, 0.78, .trailing),
        (sum, 1, .trailing),
      ])
      setter.put(name)
    case .weighed: putWeighed(item, name)
    }
  }

  /// A long name stands on a line of its own.
  private mutating func putRow(_ name: String, _ texts: [String], columns share: Double) {
    if Double(name.cells) > Double(setter.columns) * share - 1 {
      setter.put(name)
      setter.row(places([""] + texts.dropFirst()))
    } else {
      setter.row(places(texts))
    }
  }

  /// Weight in grams, price a gram and work add up to the sum to the cent.
  private mutating func putWeighed(_ item: Item, _ name: String) {
    let gramPrice: Int64 = 50_000 + Int64(tenant.printedName.unicodeScalars.count) * 1_700
    let total = abs(item.sum.minorUnits)
    let hundredths = total * 94 / gramPrice
    let metal = hundredths * gramPrice / 100
    let work = Money(minorUnits: total - metal, currency: sale.currency)
    let unit = Money(minorUnits: gramPrice, currency: sale.currency)
    let grams = "\(hundredths / 100).\(padded(Int(hundredths % 100)))"
    setter.put(name)
    let words = isEnglish ? ["Weight ", "Price/g ", "Work "] : ["金重:", "金价:", "工费:"].map(spelt)
    setter.row([
      ("\(words[0])\(grams)g", 0, .leading),
      ("\(words[1])\(layout.amounts.plain(unit))", 1, .trailing),
    ])
    setter.row([
      ("\(words[2])\(layout.amounts.plain(work))", 0, .leading),
      (layout.amounts.detail(item.sum), 1, .trailing),
    ])
  }
}
