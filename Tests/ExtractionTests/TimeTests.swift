import Receipts
import Testing

@testable import Extraction

@Suite("Which time is that of the purchase")
struct TimeTests {
  @Test(
    "which part of a date is the month is told by another line",
    arguments: [
      (["No: P2611100042", "Date: 11/10/2026 14:05"], "2026-11-10T14:05:00"),
      (["No: P2610110042", "Date: 11/10/2026 14:05"], "2026-10-11T14:05:00"),
      (["2026-11-10 14:08", "Date: 11/10/2026 14:05"], "2026-11-10T14:05:00"),
      // Both are told: neither is.
      (["No: 261110-261011", "Date: 11/10/2026 14:05"], "2026-10-11T14:05:00"),
    ])
  func dayTold(lines: [String], expected: String) {
    let time = Extractor.reading(lines + ["Paid 88.00"]).time
    let found = time.candidates.first { $0.value.clock?.minute == 5 }
    #expect(found?.value.iso == expected)
  }

  @Test("who sat down and left paid when leaving")
  func left() {
    let time = Extractor.reading([
      "入座 11/19 17:21", "离店 11/19 18:55", "打印 2026-11-19 18:56:00", "应付 88.00", "微信 88.00",
    ]).time
    #expect(time.best?.value.iso == "2026-11-19T18:55:00", "\(time.candidates)")
    let dog = Extractor.reading([
      "入店 2026-11-19 10:00", "离店 2026-11-25 12:00", "寄养 88.00", "应付 88.00", "微信 88.00",
    ]).time
    #expect(dog.best?.value.day == Day(iso: "2026-11-19"), "\(dog.candidates)")
  }

  @Test("a day printed twice in one way tells nothing of itself")
  func dayTwice() {
    let lines = ["18/11/26 13:05", "No: 1811260042", "Paid 18/11/26 13:05:22", "Total 88.00"]
    let time = Extractor.reading(lines).time
    #expect(time.candidates.contains { $0.value.day.year == 2026 })
  }

  @Test("a number that tells either day, whichever way round it is written, decides nothing")
  func dayEitherWay() {
    let time = Extractor.reading(["No: 210420-77", "Date: 21.04.20 14:05", "Paid 88.00"]).time
    let found = Set(time.candidates.map(\.value.day.year))
    #expect(found.isSuperset(of: [2020, 2021]))
  }

  @Test(
    "days and clocks are read as tills print them",
    arguments: [
      ("2026-11-03 14:05", "2026-11-03T14:05:00"),
      ("2026-11-03 14:05:36", "2026-11-03T14:05:36"),
      ("2026/11/3 14:05", "2026-11-03T14:05:00"),
      ("2026.11.03 14:05", "2026-11-03T14:05:00"),
      ("2026-11.03 14:05", "2026-11-03T14:05:00"), ("03-Nov-2614:05", "2026-11-03T14:05:00"),
      ("03Nov'2614:05", "2026-11-03T14:05:00"),
      ("2026年11月03日 14:05", "2026-11-03T14:05:00"),
      ("2026年11月3日14时05分", "2026-11-03T14:05:00"),
      ("26-11-03 14:05", "2026-11-03T14:05:00"),
      ("26/11/03 14:05", "2026-11-03T14:05:00"),
      ("03/11/2026 14:05", "2026-11-03T14:05:00"),
      ("03.11.2026 14.05", "2026-11-03T14:05:00"),
      ("26-11-2019:54", "2026-11-20T19:54:00"), ("03-11-2019 14:05", "2019-11-03T14:05:00"),
      // An amount, behind a day that has no points or behind a word; a clock behind an old year.
      ("03.11.2026 EUR 14.05", "2026-11-03"), ("26-11-2019:14:05:33", "2019-11-26"),
      ("03/11/2026 14.05", "2026-11-03"),
      ("03-Nov-2026 14:05", "2026-11-03T14:05:00"),
      ("3 Nov 2026 2:05PM", "2026-11-03T14:05:00"),
      ("Nov17'26 05:57PM", "2026-11-17T17:57:00"), ("2026年“11月17日 14:05", "2026-11-17T14:05:00"),
      ("Nov 03, 2026 14:05:36", "2026-11-03T14:05:36"),
      ("11/13/2026 02:05 PM", "2026-11-13T14:05:00"),
      ("2026-11-03 12:05 AM", "2026-11-03T00:05:00"),
      ("2026-11-03 下午02:05", "2026-11-03T14:05:00"),
      ("20261103 14:05:36", "2026-11-03T14:05:36"),
      ("2026-11-0314:05", "2026-11-03T14:05:00"),
      // Behind the day stands what was read as a digit: a T, a bracket.
      ("2026-11-03114:05:36", "2026-11-03T14:05:36"),
      ("2026-11-03 114:05:36", "2026-11-03T14:05:36"),
      ("2026.11.033 14:05:36", "2026-11-03T14:05:36"),
      ("26/11/03:14:05:36", "2026-11-03T14:05:36"),
      ("2026110314:05", "2026-11-03T14:05:00"),
      // A day of one digit, a speck, a colon that was read as a digit, a zero for an O.
      ("2026/11/412:17:19", "2026-11-04T12:17:19"),
      ("2026/11/619时38分", "2026-11-06T19:38:00"),
      ("2026/11/:20 11:08:25", "2026-11-20T11:08:25"),
      ("22026年11月17日15:37", "2026-11-17T15:37:00"),
      ("28 0ct 2026 05:22 PM", "2026-10-28T17:22:00"),
      // Of PM the P alone was read.
      ("2026-11-03 02:05 P%", "2026-11-03T14:05:00"),
      ("2026-11-03 02:05 PI", "2026-11-03T14:05:00"),
      ("2026-11-03 02:05 FPN", "2026-11-03T14:05:00"),
      ("2026-11-03 02:05 RM", "2026-11-03T14:05:00"),
      ("2026-11-03 08:05 RM 25.00", "2026-11-03T08:05:00"),
      ("2026-11-03 02:05 POS1", "2026-11-03T02:05:00"),
      ("２０２６－１１－０３　１４：０５", "2026-11-03T14:05:00"),
      ("2026-11-03", "2026-11-03"),
      ("2O26-11-O3 14:05", "2026-11-03T14:05:00"),
    ])
  func grammar(_ printed: String, _ iso: String) {
    #expect(Extractor.reading(["时间: \(printed)", "合计 88.00"]).timeText == iso)
  }

  @Test("a time whose hour or seconds may be cut off is doubted")
  func cut() {
    func probability(_ printed: String) -> Double {
      Extractor.reading(["结账时间: \(printed)", "合计 88.00"]).time.probability
    }
    let whole = probability("2026-11-03 19:10:36")
    #expect(probability("2026-11-03 19:10:3") < 0.5)
    #expect(probability("2026-11-03 19:10 36") < 0.5)
    #expect(probability("2026-11-03 19:10}36") < 0.5)
    #expect(probability("2026-11-03 19:10:36g.") < 0.5)
    #expect(probability("2026-11-03 136") < 0.9)
    #expect(probability("2026-11-03 9:10") < whole)
    #expect(probability("2026-11-03 03:10") < whole)
  }

  @Test(
    "the paid time is chosen among several",
    arguments: [
      ["开台时间: 2026-11-03 11:20", "结账时间: 2026-11-03 12:40", "打印时间: 2026-11-03 12:44"],
      ["打印时间: 2026-11-03 12:44", "支付时间: 2026-11-03 12:40"],
      ["下单时间: 2026-11-03 12:01", "付款时间: 2026-11-03 12:40"],
      ["重印时间: 2026-11-04 09:00", "交易时间: 2026-11-03 12:40"],
      ["预约时间: 2026-11-08 18:00", "销售时间: 2026-11-03 12:40"],
      ["Opened 2026-11-03 11:20", "Paid 2026-11-03 12:40"],
      ["营业时间 10:00-22:00", "日期: 2026-11-03 12:40", "有效期至 2026-12-31"],
    ])
  func paid(_ lines: [String]) {
    #expect(Extractor.reading(lines + ["合计 88.00"]).timeText == "2026-11-03T12:40:00")
  }

  @Test(
    "day and clock on lines of their own belong together",
    arguments: [
      ["日期: 2026-11-03", "时间: 12:40"], ["时间: 12:40", "日期: 2026-11-03"],
      ["销售日期", "2026-11-03 12:40"], ["日期: 2026-11-03", "单号: 123456", "12:40"],
      ["时间: 2026-11-03 12:4", "0"],
    ])
  func split(_ lines: [String]) {
    #expect(Extractor.reading(lines + ["合计 88.00"]).timeText == "2026-11-03T12:40:00")
  }

  @Test("a time that only the number tells is read, and doubted")
  func insideNumber() {
    let reading = Extractor.reading(["流水号: XF20261103124036017", "合计 88.00"])
    #expect(reading.timeText == "2026-11-03T12:40:36")
    #expect(reading.time.probability < 0.95)
  }

  @Test("a number that tells another moment by one digit makes a time doubtful")
  func numberDiffers() {
    func probability(number: String, time: String = "2026-11-05 20:51") -> Double {
      Extractor.reading(["单据编号: \(number)", "消费时间: \(time)", "合计 88.00"]).time.probability
    }
    let without = probability(number: "5917220")
    #expect(probability(number: "591722026110520510042") > without)
    #expect(probability(number: "591722026110620510042") < without - 0.01)
    // Seconds that differ support no more than the minute.
    #expect(
      probability(number: "20261105205127001", time: "2026-11-05 20:51:27")
        > probability(number: "20261105205127001", time: "2026-11-05 20:51:21"))
  }

  @Test("a paid time that nobody could read leaves the printed one doubtful")
  func unreadPaid() throws {
    let clear = Extractor.reading(["打印时间: 2026-11-03 12:44"])
    let doubtful = Extractor.reading(["结账时间: 2026'11 03 12:4", "打印时间: 2026-11-03 12:44"])
    // Of the choice among times, whatever the digits' own doubts are.
    let sure = try #require(clear.time.best)
    let printed = try #require(doubtful.time.candidates.first { $0.value.clock?.minute == 44 })
    #expect(FieldOdds(of: sure, doubt: 0).share > 0.95)
    #expect(FieldOdds(of: printed, doubt: 0).share < 0.85)
  }

  @Test(
    "of several clocks beside a day of its own line the one of the payment counts",
    arguments: [
      (["人数: 3 日期: 2026-11-12", "开单: 19:19 结账: 20:19"], "2026-11-12T20:19:00"),
      (["营业日期: 2026-11-15", "时间: 18:49 - 19:39"], "2026-11-15T19:39:00"),
      (["日期: 2026-11-15 12:40", "营业时间: 10:00-22:00"], "2026-11-15T12:40:00"),
      (["2026/11/13 17:29", "打印时间: 2026/11/13 17:30:29"], "2026-11-13T17:29:00"),
    ])
  func clocks(lines: [String], expected: String) {
    let reading = Extractor.reading(lines + ["实付 88.00"], claimDay: "2026-11-16")
    #expect(reading.timeText == expected, "\(reading.time.candidates)")
  }

  @Test("a day that may have lost its first digit is not certain, and rejects nothing")
  func gluedDay() {
    func probability(_ line: String) -> Double {
      Extractor.reading([line, "实付 88.00"], claimDay: "2026-11-25").time.probability
    }
    #expect(probability("付款1/23/2026 05:13 PM") < probability("付款: 1/23/2026 05:13 PM"))
  }

  @Test("the words of a line are its label for Tesseract too, which sees the numbers alone")
  func sharedLabel() {
    let page = PaperText.page(
      [
        ["时间: 2026-11-22 15:12:39", "时间: 2026-11-22 15:12:39", "      2026-11-22 15:12:39"],
        ["打印时间: 20261-22 15:13:54", "打印时间: 20261-22 15:13:54", "          2026-11-22 15:13:54"],
        ["实付 27.00", "实付 27.00", "     27.00"],
      ], readers: [.paddle, .paddleTiny, .tesseractLatin])
    let reading = Extractor(register: nil).reading(
      of: page, context: ExtractionContext(currency: .cny, claimDay: Day(iso: "2026-11-23")))
    #expect(reading.timeText == "2026-11-22T15:12:39")
  }

  @Test("who saw a day and no clock is no witness of the clock that others saw")
  func borrowedClock() {
    func standing(_ witness: String) -> Set<String> {
      let page = PaperText.page(
        [
          ["营业日 2026/10/28", "营业日 2026/10/28", "2026/10/28"],
          ["时间 21:14:21", "时间 21:14:21", witness], ["实付 27.00", "实付 27.00", "27.00"],
        ], readers: [.paddle, .paddleTiny, .tesseractLatin])
      let reading = Extractor(register: nil).reading(
        of: page, context: ExtractionContext(currency: .cny, claimDay: Day(iso: "2026-10-29")))
      return Set(reading.time.best?.evidence.map(\.code) ?? [])
    }
    #expect(standing("21:14:21").contains("misread_witnessed"))
    #expect(standing("SLAs").contains("misread_agreed"))
  }

  @Test("a number that goes on with another second does not speak for the clock")
  func otherSecond() {
    func evidence(_ number: String) -> Set<String> {
      let lines = ["单号 \(number)", "日期 2026-10-28 21:14:21", "实付 27.00"]
      let time = Extractor.reading(lines, claimDay: "2026-10-29").time
      return Set(time.best?.evidence.map(\.code) ?? [])
    }
    #expect(evidence("2026102821142716774").isDisjoint(with: ["misread_minute_again"]))
    #expect(evidence("2026102821145816774").contains("misread_minute_again"))
    #expect(evidence("2026102821142116774").contains("misread_clock_again"))
  }

  @Test(
    "a number beside a day speaks for its digits, and a day that is itself one run of digits does not",
    arguments: [
      ("单号：XSD-20261111-626 2026年11月11日", true),
      ("单号：XSD-20261112-626 2026年11月11日", false),
      ("日期：20261111", false),
      ("日期：2026年11月11日", false),
    ])
  func numberBesideDay(_ line: String, speaks: Bool) {
    let reading = Extractor.reading(
      ["销售单", line, "合计 95.00", "现金 95.00"], claimDay: "2026-11-13")
    #expect(reading.time.best?.value.day == Day(iso: "2026-11-11"))
    let codes = reading.time.best?.evidence.map(\.code) ?? []
    #expect(codes.contains("misread_day_again") == speaks)
  }

  @Test(
    "who came in and who left, before and behind the clock",
    arguments: [
      ["进场17:40离场17:43", "日期2026-11-25"],
      ["2026/11/25 16:48 入店", "2026/11/25 17:43 会计"],
      ["起:11-25 16:48", "时间:2026-11-25 17:43"],
      ["进:2026-11-25 16:48", "结:2026-11-25 17:43"],
    ])
  func arrivals(_ lines: [String]) {
    let time = Extractor.reading(lines + ["消费合计 218.00", "实收 218.00"]).time
    #expect(time.best?.value == PrintedTime(iso: "2026-11-25T17:43"))
    #expect(time.probability > 0.4, "\(time.candidates)")
  }

  @Test("the day that a night's sales are booked on is not when they were")
  func bookedDay() {
    let time = Extractor.reading(["会计日期:2026-11-20", "时间:2026-11-21 10:35:12", "实收 218.00"]).time
    let codes = time.candidates.flatMap(\.evidence).map(\.code)
    #expect(codes.contains("time_label_plain") && !codes.contains("time_label_paid"))
  }

  @Test("a zero with a stroke is a zero, whoever takes it for a 6")
  func struckZeros() {
    func time(
      _ texts: [String], strokes: [String] = ["单号 100200", "单号 1θ020θ", "100200"]
    ) -> PrintedTime? {
      let page = PaperText.page(
        [["合计 12.00", "合计 12.00", "12.00"], strokes, texts],
        readers: [.paddle, .paddleTiny, .tesseractLatin])
      return Extractor.reading(of: page).time.best?.value
    }
    #expect(
      time(["付款时间:2026-04-11 13:36", "付款时间:2026-04-11 13:3θ", "2026-04-11 13:36"])
        == PrintedTime(iso: "2026-04-11T13:30"))
    #expect(
      time(["付款时间:2026-04-11 13:36", "付款时间:2026-04-11 13:36", "2026-04-11 13:36"])
        == PrintedTime(iso: "2026-04-11T13:36"))
    // One stroke may be a smudge: what the best reader sees stays.
    #expect(
      time(
        ["付款时间:2026-04-11 13:36", "付款时间:2026-04-11 13:3θ", "2026-04-11 13:36"],
        strokes: ["单号 100200", "单号 100200", "100200"]) == PrintedTime(iso: "2026-04-11T13:36"))
    // A word's stroke is a letter.
    let line = [PaperText.text("Øland 66"), PaperText.text("Øland 6θ")]
    let known = [PaperText.text("1θ0θ"), PaperText.text("1000")]
    let words = SlashedZeros([line, known]).mended(line)
    #expect(words.map(\.text) == ["Øland 60", "Øland 60"])
    // What became a number is read as one.
    #expect(SlashedZeros([]).mended([PaperText.text("θ.θθ")])[0].hasDigit)
  }

  @Test("one minute told twice is one moment, and the seconds are its own")
  func orderedAndPrinted() throws {
    let time = try #require(
      Extractor.reading([
        "下单 2026-11-10 17:25:07", "合计 12.00", "微信支付 12.00", "11月10日 17:25 自提",
      ]).time.best)
    #expect(time.value == PrintedTime(iso: "2026-11-10T17:25:07"))
  }

  @Test("a name before a day is no label that is like it")
  func nameBeforeDay() {
    func codes(_ line: String) -> Set<String> {
      Set(
        Extractor.reading([line, "合计 12.00"]).time.candidates.flatMap(\.evidence).map(\.code))
    }
    #expect(!codes("柜组:A-108 资生堂日期:2026-10-20 14:03").contains("time_label_other"))
    #expect(codes("生产日期:2026-10-20 14:03").contains("time_label_other"))
  }

  @Test("zeros that Tesseract takes for 8 all over the page contradict nothing")
  func slashedZeros() {
    func reading(_ amount: String) -> Reading {
      let page = PaperText.page(
        [
          ["日期 2026-10-20 20:10", "日期 2026-10-20 20:10", "日期 2826-18-28 28:18"],
          ["单号 5500", "单号 5500", "单号 5588"],
          ["合计 100.50", "合计 100.50", "合计 \(amount)"],
        ], readers: [.paddle, .paddleTiny, .tesseractLatin])
      return Extractor(register: nil).reading(
        of: page, context: ExtractionContext(currency: .cny, claimDay: Day(iso: "2026-10-21")))
    }
    let codes = { (reading: Reading) in Set(reading.amount.best?.evidence.map(\.code) ?? []) }
    #expect(reading("188.58").timeText == "2026-10-20T20:10:00")
    #expect(codes(reading("188.58")).contains("misread_witnessed"))
    // Another digit is still a contradiction.
    #expect(!codes(reading("188.78")).contains("misread_witnessed"))
  }

  @Test("a day without a clock is a signal, and a clock is none")
  func dayAlone() {
    #expect(
      Extractor.reading(["日期: 2026-11-03"]).signals.map(\.code).contains("time_without_clock"))
    #expect(
      !Extractor.reading(["日期: 2026-11-03 12:40"]).signals.map(\.code)
        .contains("time_without_clock"))
  }

  @Test(
    "whether a clock may have been lost beside a day",
    arguments: [
      (["日期: 2026-11-03 收银员 01"], true, false), (["日期: 2026-11-03"], true, false),
      (["欢迎光临", "日期: 2026-11-03"], false, false),
      (["日期: 2026-11-03 收银员 01", "结账 12:Q:38"], true, true),
      (["日期: 2026-11-03 收银员 01", "时间:"], true, true),
      (["欢迎光临", "日期: 2026-11-03 Q38"], false, false),
      (["销售日期2026年11月03日销售员孙怡"], true, false),
      (["销售日期2026年11月03日 销售员孙怡"], true, false),
      (["欢迎光临", "日期: 2026年11月03日 Q38"], false, false),
      // Nothing is lost beside it in two places.
      (["欢迎光临", "日期: 2026-11-03", "2026.11.03", "收讫"], true, false),
    ])
  func dayClosed(_ lines: [String], isClosed: Bool, isTorn: Bool) {
    // The longest line is the paper's edge.
    let edge = lines.count == 2 && !isClosed ? [] : ["地址: 深圳市福田区福华三路1号购物中心三楼"]
    let codes = Extractor.reading(lines + edge).time.best?.evidence.map(\.code) ?? []
    #expect(!codes.contains("time_clock"))
    #expect(codes.contains("misread_day_open") == !isClosed)
    #expect(codes.contains("misread_clock_torn") == isTorn)
  }

  @Test(
    "a month by its name, whatever comes first",
    arguments: ["2026-OCT-19 20:01", "2026-0CT-19 20:01", "19-OCT-2026 20:01", "19 0ct 2026 20:01"])
  func monthName(text: String) {
    #expect(Extractor.reading(["DATE: " + text, "TOTAL 8.00"]).timeText == "2026-10-19T20:01:00")
  }

  @Test("a time of payment that nobody could read is not the time of printing")
  func paidUnread() {
    let printed = ["Print Time 03/11/2026 05:26 PM", "Total 8.00"]
    #expect(
      Extractor.reading(printed + ["Paid03.11/202605:25 PM"]).timeText == "2026-11-03T17:25:00")
    #expect(Extractor.reading(printed + ["Paid03.1/20605:25 PM"]).time.probability < 0.9)
  }

  @Test("a day without its year is of the year that another line tells")
  func yearElsewhere() {
    let reading = Extractor.reading(["11月03日15:23", "制作打印 2026/11/03 15:24:27", "实收 45.50"])
    #expect(reading.timeText == "2026-11-03T15:23:00")
    // Where none does, it is the last such day before the claim.
    let assumed = Extractor.reading(["下单时间:11-03 15:23", "实收 45.50"]).time
    #expect(assumed.best?.value.iso == "2026-11-03T15:23:00")
    #expect(assumed.best?.evidence.contains { $0.code == "time_year_assumed" } ?? false)
    for line in ["11-03 15:23", "11-03 15:23 单号A225", "银行卡 11月03日15:23"] {
      let time = Extractor.reading([line, "实收 45.50"]).time
      #expect(time.best?.value.iso == "2026-11-03T15:23:00", "\(line)")
      #expect(time.best?.evidence.contains { $0.code == "time_year_assumed" } ?? false, "\(line)")
    }
    #expect(Extractor.reading(["3号厅 场次", "11-03 19:30", "实收 45.50"]).time.probability < 0.5)
    for line in [
      "11-03 14:00-18:00", "11-03 15:23前有效", "场次 11-03 15:23", "11-03 15:23 开场", "K11-03 15:23",
    ] {
      #expect(Extractor.reading([line, "实收 45.50"]).time.probability < 0.5, "\(line)")
    }
    // Of a day that is not that long ago, and no other year may be the paper's.
    #expect(Extractor.reading(["8月03日15:23", "实收 45.50"]).time.candidates.isEmpty)
    #expect(Extractor.reading(["11月23日15:23", "实收 45.50"]).time.candidates.isEmpty)
    #expect(Extractor.reading(["2025", "11月03日15:23", "实收 45.50"]).time.candidates.isEmpty)
    // A table's number, the end of a voucher, and what may be read either way.
    for line in [
      "桌号:11-18  14:32", "优惠券 11-10 23:59前有效", "会员日 11-11 10:00开抢", "Date:10/11 14:32",
      "11-10 14:32",
    ] {
      #expect(
        Extractor.reading(["时间 14:32:11", line, "实收 45.50"]).time.probability < 0.5, "\(line)")
    }
    // A number tells the year of its own day.
    let number = Extractor.reading(["单号 20261114171139", "实收 45.50"]).time
    #expect(!(number.best?.evidence.contains { $0.code == "time_year_assumed" } ?? true))
    let claimless = Extractor.reading(["11月03日15:23", "实收 45.50"], claimDay: nil)
    #expect(claimless.time.candidates.isEmpty)
    #expect(
      Extractor.reading(["2025年11月03日15:23", "实收 45.50"]).timeText == "2025-11-03T15:23:00")
  }

  @Test(
    "a day and a clock of digits alone, first on a line without a word",
    arguments: [
      ("20261103 202516 8346 76737633", "2026-11-03T20:25:16"),
      ("20261103 012516 8346", "2026-11-03"), ("20261103 992516 8346", "2026-11-03"),
      ("20261103 104512 14:25:03", "2026-11-03T14:25:03"), ("20261103 101502", "2026-11-03"),
      ("单号 20261103 202516", "2026-11-03"),
    ])
  func digitsAlone(line: String, time: String) {
    #expect(Extractor.reading(["活着 28.90", line, "应收 28.90"]).timeText == time)
  }

  @Test("期 whose 日 nobody could read names a day, and the end of something does not")
  func halfLabel() {
    func label(_ line: String) -> String? {
      Extractor.reading([line, "应收 28.90"]).time.best?.evidence.map(\.code)
        .first { $0.hasPrefix("time_label_") }
    }
    #expect(label("期：2026-11-03 12:40") == "time_label_plain")
    #expect(label("月期：2026-11-03 12:40") == "time_label_plain")
    #expect(label("有效期：2026-11-03 12:40") == "time_label_other")
    #expect(label("效期：2026-11-03 12:40") == "time_label_other")
    #expect(label("交期：2026-11-03 12:40") == "time_label_other")
  }

  @Test("when something will be ready is not when it was paid")
  func ready() {
    func time(_ ready: String) -> Field<PrintedTime> {
      let lines = ["实付 ¥107", "下单时间:2026/11/03 18:44:39", "订单号：21433", ready]
      return Extractor.reading(lines, claimDay: "2026-11-04").time
    }
    #expect(time("预计制作完成：19:22").best?.value.iso == "2026-11-03T18:44:39")
    #expect(time("预计制作完成：19:22").probability == time("欢迎光临").probability)
  }

  @Test("a day that ends where the amounts around it end has no clock behind it")
  func rightColumn() {
    func codes(_ lines: [String]) -> [String] {
      Extractor.reading(lines).time.best?.evidence.map(\.code) ?? []
    }
    // Lines of as many characters end in one column, which is the paper's edge.
    let amounts = ["Watch Strap    6,871.00", "Leather Belt   1,930.00", "TOTAL  RMB     8,801.00"]
    let day = "Invoice Date 2026-11-03"
    #expect(!codes([day] + amounts).contains("misread_day_open"))
    #expect(codes([day] + amounts.prefix(2)).contains("misread_day_open"))
    let words = ["Watch Strap of leather", "Leather Belt, brownish", "Thank you for the visit"]
    #expect(codes([day] + words.map { $0 + " " }).contains("misread_day_open"))
  }

  @Test("a moment that is told twice, once with its seconds, is one moment")
  func toldTwice() {
    let receipt = ["2026年11月03日 13:01", "合计 854.00", "银联商务 POS签购单"]
    let alone = Extractor.reading(receipt).time
    let both = Extractor.reading(receipt + ["日期/时间: 2026/11/03 13:01:43"]).time
    #expect(both.best?.value.iso == "2026-11-03T13:01:43")
    #expect(both.probability >= alone.probability - 0.01)
    // When a ticket was printed is another moment: a layout would learn to look for that one.
    func ticket(
      _ printed: String, _ sold: String = "交易时间 2026-11-03 13:01"
    ) -> Field<PrintedTime> {
      let lines = [sold, printed].map { [$0, $0, $0] }
      let page = PaperText.page(lines, readers: [.paddle, .paddleTiny, .tesseractLatin])
      return Extractor(register: nil).reading(
        of: page, context: ExtractionContext(currency: .cny, claimDay: nil)
      ).time
    }
    #expect(ticket("出票时间 2026-11-03 13:01:43").probability < 0.9)
    // Beside a time that nothing names it tells the seconds, and is the surer for it.
    let plain = ticket("2026/11/03 13:01:43")
    #expect(plain.best?.value.iso == "2026-11-03T13:01:43")
    #expect(plain.probability > ticket("2026/11/03 13:03:43").probability)
    let other = Extractor.reading(receipt + ["日期/时间: 2026/11/03 13:02:43"]).time
    #expect(other.probability < both.probability)
    // The seconds are the printer's, and the minute is told twice.
    let sold = ticket("打印 2026-11-03 13:01:43")
    #expect(sold.best?.value.iso == "2026-11-03T13:01:00")
    #expect(sold.candidates.count { $0.value.iso.hasPrefix("2026-11-03T13:01") } == 1)
    let later = ticket("打印 2026-11-03 13:04:43")
    #expect(later.candidates.count { $0.value.iso.hasPrefix("2026-11-03T13:0") } == 2)
    // So is a day that the sale has, and the printer tells again.
    let dated = ticket("打印 2026-11-03 20:52:13", "销售日期 2026-11-03")
    #expect(dated.best?.value.iso == "2026-11-03")
    #expect(dated.probability > ticket("出票 2026-11-03 20:52:13", "销售日期 2026-11-03").probability)
    #expect(ticket("打印 2026-11-05 20:52:13", "销售日期 2026-11-03").candidates.count > 1)
    // What one reader alone saw of the minute is not proved by it.
    let weak = Extractor.reading(["日期 2026-11-03 13:01", "合计 854.00", "打印 2026-11-03 13:01:43"])
    #expect(weak.time.candidates.count { $0.value.iso.hasPrefix("2026-11-03T13:01") } == 2)
  }

  @Test("a cashier's 交款时间 is when it was paid, and no change of shifts")
  func cashierTime() {
    let time = Extractor.reading(["交款时间：2026-11-22 11:10:03", "实收金额 88.00"]).time
    #expect(time.best?.evidence.contains { $0.code == "time_label_paid" } == true)
    #expect(
      Extractor.reading(["交班时间：2026-11-22 11:10:03", "实收金额 88.00"]).time.best?.evidence.contains {
        $0.code == "time_label_other"
      } == true)
  }

  @Test(
    "a number that begins with another day contradicts the date, one digit of which may be changed",
    arguments: [
      ("PJ26093078", "2026-09-20 15:05", true), ("20260930781", "2026-09-20 15:05", true),
      ("PJ26093078", "2026-09-30 15:05", false), ("PJ26093078", "2026-08-12 15:05", false),
      // A till's night belongs to the day before.
      ("PJ26092978", "2026-09-28 01:05", true), ("PJ26092878", "2026-09-29 01:05", false),
      ("PJ26092878", "2026-09-29 09:05", true), ("26993078", "2026-09-20 15:05", false),
      ("7812", "2026-09-20 15:05", false),
      // So many digits behind the month are no count of its receipts: they begin with a day.
      ("20260923601345", "2026-09-19 18:07", true), ("B26092118972", "2026-09-23 17:40", true),
      ("2609036491", "2026-09-19 18:07", false), ("20260905984", "2026-09-16 16:13", false),
      ("20250103601345", "2026-09-19 18:07", false), ("06091901484", "2026-09-19 18:07", false),
      ("202411030123", "2026-11-03 14:38", true),
      // Nor does a counter's till count ten thousand of them; from next year comes no number.
      ("20260916139", "2026-09-22 18:01", true), ("20260909139", "2026-09-22 18:01", false),
      ("L20270930311", "2026-09-30 15:05", false),
      // The day right before the printed clock, wherever in the number.
      ("15800201260928173651", "2026-10-03 17:36:51", true),
      ("15800201260928173651", "2026-09-28 17:36:51", false),
      ("15800201260928173651", "2026-10-03 17:36", false),
      ("15800201260928173652", "2026-10-03 17:36:51", false),
      // Behind letters, of eight digits, before the printed one.
      ("BL09282256", "2026-10-03 17:36", true), ("BL09282256", "2026-09-28 17:36", false),
      ("BL10072256", "2026-10-03 17:36", false), ("BL0928225", "2026-10-03 17:36", false),
      ("09282256", "2026-10-03 17:36", false),
      // A day of this fortnight before a dash.
      ("0928-0298", "2026-10-03 17:36", true), ("0928-0298", "2026-09-28 17:36", false),
      ("0928-0298", "2026-09-29 01:05", false), ("0908-0298", "2026-10-03 17:36", false),
      ("A0928-036", "2026-10-03 17:36", true), ("0928-29", "2026-10-03 17:36", false),
    ])
  func numberOfAnotherDay(number: String, time: String, isTold: Bool) {
    let page = PaperText.page(
      ["单号: \(number)", "时间: \(time)", "合计 12.00"].map { [$0, $0] },
      readers: [.paddle, .tesseractLatin])
    let reading = Extractor.reading(of: page)
    #expect(reading.signals.contains { $0.code == "day_mismatch" } == isTold, "\(number) \(time)")
  }

  @Test(
    "a time without its year is of the year that another time or a number tells",
    arguments: [
      (["结账：11-10 18:32", "打印时间：2026-11-10 18:33:28"], "2026-11-10T18:32:00"),
      (["付款时间11-11 14:44", "订单编号", "2026111130759678"], "2026-11-11T14:44:00"),
      (["结账 11/10 18:32", "打印时间：2026-11-10 18:33:28"], "2026-11-10T18:32:00"),
    ])
  func yearless(lines: [String], expected: String) {
    #expect(Extractor.reading(lines + ["实付 19.00"]).timeText == expected)
  }

  @Test("no year is taken from a day that is another, nor a day from three parts")
  func yearlessElsewhere() {
    let other = Extractor.reading(["结账：11-10 18:32", "打印时间：2026-11-12 18:33:28", "实付 19.00"])
    #expect(other.time.probability < 0.97, "\(other.time.candidates)")
    // For how long a voucher is valid, and whose number it is, says nothing of the year.
    for other in ["优惠券有效期至 2026-11-10", "会员卡号 2026111030759678"] {
      let time = Extractor.reading(["支付时间 11-10 14:44", other, "实付 19.00"]).time
      #expect(time.probability < 0.97, "\(other): \(time.candidates)")
    }
    let parts = TimeScanner(PaperText.text("票号 03-11-10 18:32"))
    #expect(parts.days(told: Set([Day(iso: "2026-11-10")].compactMap(\.self))).isEmpty)
  }

  @Test(
    "a month's name with a short year that runs into the clock; points put the day first",
    arguments: [
      ("NOV22'2607:22PM", "2026-11-22T19:22:00"), ("Nov22'26 07:22PM", "2026-11-22T19:22:00"),
      ("10.11.2026 15:29:37", "2026-11-10T15:29:37"),
    ])
  func otherPrints(printed: String, expected: String) {
    let time = Extractor.reading([printed, "实付 19.00"], claimDay: "2026-11-23").time
    #expect(time.best?.value.iso == expected)
    #expect(time.candidates.count == 1, "\(time.candidates)")
  }

  @Test("a day with a point and a stroke may begin with either")
  func mixedSeparators() {
    let time = Extractor.reading(["12.11/2026 07:22 PM", "实付 19.00"], claimDay: "2026-12-12").time
    #expect(time.candidates.count > 1, "\(time.candidates)")
  }

  @Test("a paid time without its day doubts another minute, and not its own")
  func paidWithoutDay() {
    func codes(_ closed: String) -> [String] {
      let time = Extractor.reading(
        ["NOV12'26 07:22PM", "实付 19.00", closed], claimDay: "2026-11-13"
      ).time
      return time.best?.evidence.map(\.code) ?? []
    }
    #expect(!codes("--09 CLOSED NOV12 07:22PM--").contains("time_paid_unread"))
    #expect(codes("--09 CLOSED NOV12 07:28PM--").contains("time_paid_unread"))
  }

  @Test("a bill was opened before the time that stands without a word, and not after it")
  func openedBefore() {
    func reading(_ other: String) -> Reading {
      Extractor.reading(["开台: 2026-11-03 17:30", other, "实付 19.00"])
    }
    #expect(reading("2026-11-03 19:48").timeText == "2026-11-03T19:48:00")
    #expect(reading("日期 2026-11-03 19:48").timeText == "2026-11-03T19:48:00")
    for other in ["2026-11-03 17:10", "停车免费至 2026-11-03 19:48", "请于 2026-11-03 19:48 前取货"] {
      let codes = reading(other).time.candidates.flatMap(\.evidence).map(\.code)
      #expect(!codes.contains("time_opened_before"), "\(other)")
    }
  }

  @Test("a later clock whose day nobody could read doubts the opening time as well")
  func openedBeforeTornDay() {
    func codes(_ other: String) -> [String] {
      Extractor.reading(["开桌时间: 2026-11-14 18:40", other, "实收 222.00"]).time.candidates
        .flatMap(\.evidence).map(\.code)
    }
    for other in ["時期：3026//19:24", "打印 19:48", "打印时间 19:48:22", "时间 19:48", "19:48"] {
      #expect(codes(other).contains("time_opened_before"), "\(other)")
    }
    for other in [
      "营业 10:00-22:00", "营业时间至 22:00", "3026//18:24", "取餐 19:24", "打烊 22:00", "打烊时间 22:00",
      "免费停车时间 21:00", "厨房时间21:30止",
    ] {
      #expect(!codes(other).contains("time_opened_before"), "\(other)")
    }
  }

  @Test(
    "a year behind the clock is the day's",
    arguments: ["时间:11/20 21:38 2026年", "时间:11/20 21:38 2026", "时间 11-20 21:38 2026年"])
  func yearBehind(_ line: String) {
    let time = Extractor.reading(["云岚小铺", line, "合计 12.00"]).timeText
    #expect(time?.hasPrefix("2026-11-20T21:38") ?? false, "\(String(describing: time))")
  }

  @Test(
    "the word behind a day and its clock is what happened then, where none stands before them",
    arguments: [
      ("2026-11-14 13:13:56 支付", "time_label_paid"),
      ("2026-11-14 13:13:56 打印", "time_label_printed"),
      ("2026-11-14 13:13:56 下单", "time_label_ordered"),
      ("2026-11-14 13:13:56 支付宝", "time_no_label"), ("2026-11-14 13:13:56 收银 08", "time_no_label"),
      ("日期 2026-11-14 13:13:56 打印", "time_label_plain"),
      ("2026-11-14 13:13:56 结账时间:", "time_no_label"),
    ])
  func labelBehind(line: String, code: String) {
    let codes = Extractor.reading([line, "实付 24.00"]).time.best?.evidence.map(\.code) ?? []
    #expect(codes.contains(code), "\(codes)")
  }

  @Test("dots beside a dash part a day, and digits of a number are no clock beside a printed one")
  func dottedDays() {
    for day in ["2026-·11·14", "2026-11·14", "2026·11·14"] {
      let lines = ["小票号:DD20261114035545", "时间:\(day) 21:41", "实付 24.00"]
      #expect(Extractor.reading(lines).timeText == "2026-11-14T21:41:00", "\(day)")
    }
    let lines = ["小票号:DD20261114035545", "时间:2026-1I+14 21:41", "实付 24.00"]
    let unread = Extractor.reading(lines).time
    #expect(unread.best?.value.clock?.minute == 41 || unread.probability < 0.9)
  }

  @Test("a day that lost one of its dashes is one before a clock, and a number elsewhere")
  func lostDash() {
    for day in ["2026-1114 ", "202611-14 ", "2026.1114 ", "2026-1114"] {
      let lines = ["时间:\(day)21:41", "实付 24.00"]
      #expect(Extractor.reading(lines).timeText == "2026-11-14T21:41:00", "\(day)")
    }
    for number in ["2026-1114", "202611-14", "2026-1314 21:41"] {
      let lines = ["单号 \(number)", "实付 24.00"]
      #expect(Extractor.reading(lines).time.probability < 0.9, "\(number)")
    }
  }

  @Test("a table's number behind a day is no clock that was cut off")
  func tableBehindDay() {
    let lines = ["2026-11-18 21号桌 5人", "结账时间 19:41", "实付 24.00"]
    #expect(Extractor.reading(lines).timeText == "2026-11-18T19:41:00")
    // A clock that lost its colon is one all the same.
    for line in ["1926 桌号:A12", "19 桌号:8", "1926 人数:4", "1926台号:8"] {
      let time = Extractor.reading(["结账时间 2026-11-18 \(line)", "打印 20:10", "实付 24.00"]).time
      #expect(time.best?.value.clock?.hour != 20 || time.probability < 0.5, "\(line)")
    }
  }

  @Test(
    "a year that stands behind the clock or below it is the day's",
    arguments: [
      (["11-14 13:13:56", "2026"], "2026-11-14T13:13:56"),
      (["11月24日20:10 2026"], "2026-11-24T20:10:00"),
      // Of no year: the last such day before the claim.
      (["时间 11-14 13:13:56", "88 2026"], "2026-11-14T13:13:56"),
      (["时间 11-14 13:13:56", "1026"], "2026-11-14T13:13:56"),
      (["取餐号", "2025", "11-14 13:13:56"], nil),
      (["2025", "11-14 13:13:56", "2026"], nil),
      (["11-14 13:13:56", "谢谢", "2026"], nil),
    ])
  func yearApart(lines: [String], expected: String?) {
    #expect(Extractor.reading(lines + ["实付 24.00"]).timeText == expected)
  }

  @Test("where labels of times stand beside other numbers, none of them names its time for certain")
  func slippedLabels() {
    func isDoubted(_ line: String, plain: String = "2026/11/20 17:35") -> Bool {
      let time = Extractor.reading(
        [
          "账单号 6位", "流水号 261120-0358", line, "结账时间 11-20 16:26", plain, "实付金额 609.00",
        ], claimDay: "2026-11-21"
      ).time
      let paid = time.candidates.first { $0.value.clock?.minute == 26 }
      return paid?.evidence.contains { $0.code == "time_labels_slipped" } ?? false
    }
    #expect(isDoubted("开单时间 HH2026112010898181"))
    #expect(isDoubted("开单时间 HH2026112010898181", plain: "2026/11/20 Fri 17:35"))
    #expect(!isDoubted("开单时间 HH2026112010898181", plain: "打印 2026/11/20 17:35"))
    // A date beside its number, a time without its signs.
    #expect(!isDoubted("结算日期 2026-11-20 NO11136024"))
    #expect(!isDoubted("开单时间 20261120162014"))
    #expect(!isDoubted("开单时间 2026-11-20 16:20"))
    #expect(!isDoubted("交易单号 4200002345678901"))
  }

  @Test("a clock behind the word for how it was ordered leaves the day alone doubtful")
  func clockOfOrder() {
    func probability(_ line: String) -> Double {
      Extractor.reading(["肯德基", line, "金额 78.50", "微信", "2026-11-13 NO11136024"]).time.probability
    }
    #expect(probability("自提11:52") < probability("自提A21"))
  }

  @Test("a day in a number does not stand for a printed one")
  func numberBesideDay() {
    let reading = Extractor.reading(["单号: 20261101-0042", "日期: 2026-11-03 12:40"])
    #expect(reading.timeText == "2026-11-03T12:40:00")
  }

  @Test("the day of the claim tells readings of ambiguous digits apart")
  func ambiguous() {
    let lines = ["Date: 05/11/2026 12:40", "Total 8.00"]
    #expect(Extractor.reading(lines, claimDay: "2026-11-20").timeText == "2026-11-05T12:40:00")
    #expect(Extractor.reading(lines, claimDay: "2026-05-20").timeText == "2026-05-11T12:40:00")
    #expect(Extractor.reading(lines, claimDay: nil).time.probability < 0.95)
  }

  @Test("two-digit years are read in the order of the place")
  func customs() {
    let lines = ["30-06-16 12:40", "Total 8.00"]
    #expect(
      Extractor.reading(lines, currency: .myr, claimDay: nil).timeText == "2016-06-30T12:40:00")
    #expect(
      Extractor.reading(["26-11-03 12:40"], claimDay: nil).timeText == "2026-11-03T12:40:00")
  }

  @Test(
    "what is no time is none",
    arguments: ["电话 0755-28840636", "2.5.13", "合计 12.30", "13:61", "1/2", "99-99-99"])
  func none(_ line: String) {
    #expect(Extractor.reading([line]).time.candidates.isEmpty)
  }
}
