/// What tills call the rows of a settlement.
struct SettlementLabels {
  let script: Script

  /// `isCashScheme`: the paper tells what was handed over and what came back, so 实收 may mean the
  /// former. `isAbovePaid`: deductions follow and the paid amount has a row of its own, so 应收 may
  /// mean what stood before them.
  func pool(
    for role: Settlement.Role, family: Family, isCashScheme: Bool, isAbovePaid: Bool
  ) -> [String] {
    if family == .delivery, role == .serviceCharge, script != .english {
      let fees = ["配送费", "打包费", "包装费", "配送服务费", "餐盒费"]
      return script == .traditional ? fees.map(\.traditional) : fees
    }
    let words =
      script == .english
      ? english(role) : chinese(role, isCashScheme: isCashScheme, isAbovePaid: isAbovePaid)
    let pool = words.split(separator: ",").map(String.init)
    guard script == .traditional else { return pool }
    return pool.map(\.traditional) + traditionalExtra(role)
  }

  private func chinese(
    _ role: Settlement.Role, isCashScheme: Bool, isAbovePaid: Bool
  ) -> String {
    switch role {
    case .itemCount: "数量,件数,总数量,合计数量,总件数,商品数量,共计件数,品项数,总份数"
    case .gross:
      isAbovePaid
        ? "合计,总计,小计,应收,应收金额,消费合计,消费金额,商品合计,原价合计,总金额,原价,菜品金额,应付,应付金额,销售金额,订单金额,"
          + "总额,商品总额,账单金额"
        : "小计,消费合计,商品合计,原价合计,原价,菜品金额,消费金额,商品金额,折前金额,商品总价,订单原价,消费小计"
    case .discount:
      "优惠,折扣,优惠金额,折扣金额,会员优惠,已优惠,折让,立减,活动优惠,促销优惠,满减,让利,会员折扣,优惠合计,整单折扣"
    case .coupon: "优惠券,代金券,抵用券,现金券,券抵扣,团购券,礼券,电子券,商场券,积分抵现"
    case .rounding: "抹零,抹零金额,舍去,去零,尾数处理,舍零,系统抹零,四舍五入"
    case .deposit: "已付订金,订金,定金,已付定金,预付款,预收定金"
    case .serviceCharge: "服务费,服务费10%,加收服务费"
    case .tax: "税额,其中税额,增值税,含税"
    case .saved: "为您节省,共节省,已节省,本单共省,本次优惠"
    case .payable:
      isCashScheme
        ? "合计,总计,应收,应付,合计金额,总金额,应收金额,应付金额,消费合计,消费总额,金额合计,应收合计,总额,总价,共计"
        : "合计,总计,应付,应付金额,合计金额,总金额,折后金额,消费合计,消费总额,金额合计,应收,应收金额,总额,总价,折后应付,折后总额,"
          + "应付合计,优惠后金额,共计,本单合计,交易金额"
    case .paid:
      "实付,实付金额,实收,实收金额,实际支付,支付金额,付款金额,实付款,实付合计,实收合计,实际金额,已付金额,已支付,收款金额,消费实付,"
        + "结账金额,实际收款,买单金额,支付合计"
    case .tendered:
      isCashScheme
        ? "实收,收款,现金,实收金额,收现,付款,收您,预收,实收现金,收,现金收款,收取" : "收款,现金,收现,收您,收取,现金收款"
    case .change: "找零,找回,找补,找赎,找零金额,找您,退零,找"
    case .payments: "支付方式,付款方式,结算方式,收款方式,付款"
    case .balance: "卡余额,储值余额,会员卡余额,余额,账户余额,卡内余额,储值卡余额,剩余金额,本金余额"
    case .pointsEarned: "本次积分,新增积分,获得积分,本单积分,消费积分,积分"
    case .pointsTotal: "累计积分,积分余额,总积分,可用积分,当前积分,会员积分"
    case .words: "大写,金额大写,人民币大写,大写金额,合计大写,合计人民币(大写)"
    }
  }

  private func english(_ role: Settlement.Role) -> String {
    switch role {
    case .itemCount: "Items,Item Count,Qty,Total Items,No. of Items,Total Qty"
    case .gross: "Subtotal,Sub Total,SUBTOTAL,Sub-Total,Gross,Net Sales,Items Total,Sub Ttl"
    case .discount: "Discount,DISCOUNT,Disc.,Promo,Member Discount,Less Discount,Savings"
    case .coupon: "Coupon,Voucher,E-Coupon,Gift Voucher"
    case .rounding: "Rounding,Rounding Adj,Round Off,Rounding Adj."
    case .deposit: "Deposit,Less Deposit,Deposit Paid"
    case .serviceCharge: "Service Charge,Svc Chg 10%,10% Service Charge,S.Charge,Service 10%"
    case .tax: "Tax,VAT,VAT 6%,Incl. Tax,Tax Incl.,GST"
    case .saved: "You Saved,Total Savings,You have saved"
    case .payable:
      "Total,TOTAL,Amount Due,Grand Total,Balance Due,Total Due,Total Amount,AMOUNT,Net Total,"
        + "TOTAL DUE,Bill Total,Net Amount"
    case .paid: "Paid,Amount Paid,Total Paid,PAID,Payment,Net Paid"
    case .tendered: "Cash,CASH,Tendered,Cash Tendered,Amount Tendered,Received,Tender"
    case .change: "Change,CHANGE,Change Due,Cash Change"
    case .payments: "Payment,Paid By,Payment Method,Tender,Pay Mode"
    case .balance: "Card Balance,Balance,Stored Value Balance,Remaining Balance,Gift Card Balance"
    case .pointsEarned: "Points Earned,Points,Earned Points,Stars Earned"
    case .pointsTotal: "Total Points,Points Balance,Point Balance,Reward Points"
    case .words: "Amount in Words"
    }
  }

  private func traditionalExtra(_ role: Settlement.Role) -> [String] {
    switch role {
    case .gross: ["食品小計", "小計"]
    case .discount: ["折扣優惠", "會員折扣", "優惠"]
    case .serviceCharge: ["加一服務費", "服務費(10%)", "加一"]
    case .payable: ["總數", "總計", "總額", "應付總額", "賬單總額", "合共"]
    case .paid: ["實收", "已收", "付款總額", "實付"]
    case .tendered: ["收銀", "現金", "付款"]
    case .change: ["找續", "找贖", "找回"]
    case .payments: ["付款方法", "付款方式"]
    case .balance: ["八達通餘額", "餘額", "卡內餘額"]
    case .itemCount, .coupon, .rounding, .deposit, .tax, .saved, .pointsEarned, .pointsTotal,
      .words:
      []
    }
  }
}
