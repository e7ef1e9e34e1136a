package import Receipts

extension Rules {
  /// A commented rules file that is valid as it stands: one point for each unit of the currency,
  /// rounded down, and no campaign.
  package static func example(currency: Currency) -> String {
    let unit = Money(minorUnits: currency.minorUnitsPerUnit, currency: currency).decimal
    return """
      # The points rules. Check this file with `xiaopiao rules check`, put it into force with
      # `xiaopiao rules apply`. Every applied version is kept, and every credit names its own.
      # Amounts and multipliers are written in quotes; all counting is in whole numbers.

      [points]
      currency = "\(currency)"   # a purchase in another currency earns nothing
      per = "\(unit)"         # this amount earns this many points
      points = 1
      rounding = "down"    # down, half_up or up: once, after all multipliers
      minimum = "0"        # a purchase below it earns nothing
      stacking = "best"    # of several campaigns the best one counts; "sum": all, 2x and 3x give 4x

      # What a category or a counter of the register does otherwise; the counter has the last word.
      # [category."餐饮"]
      # points = 2
      # minimum = "10"
      #
      # [category."珠宝"]
      # per = "10"
      #
      # [counter."2F075"]
      # excluded = true

      # Tiers as the members file writes them; others count once.
      # [tier.gold]
      # multiplier = "1.5"

      # A campaign multiplies the points of purchases made in its window, by the time on the paper
      # in the mall's own time zone. `to` is the first moment that counts no more. Where only a day
      # is printed, the whole day must lie inside. Without a list of categories, counters or tiers
      # it is for all. Caps and budget are points that it adds; what a purchase earns without the
      # campaign is never cut. Keep the id as long as the campaign runs: they are counted by it.
      # [[campaign]]
      # id = "opening-8x"
      # name = "开业八倍积分"
      # multiplier = "8"
      # from = 2026-11-20T10:00:00
      # to = 2026-11-23T00:00:00
      # categories = ["餐饮", "服饰"]
      # counters = []
      # tiers = ["gold"]
      # cap_per_member = 5000
      # cap_per_member_day = 1000
      # cap_per_day = 50000
      # budget = 100000

      """
  }
}
