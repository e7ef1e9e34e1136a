import Receipts

/// When a paper was printed, and what that says of when it was paid.
extension TimeReader {
  /// The paper tells when it was printed, and this is a moment before: a till prints when it is
  /// paid.
  ///
  /// An order that is printed at once is paid at once, 下单时间 19:01:04 above 打印时间 19:01:16, where no
  /// other time is told to be that.
  func isBeforePrint(
    _ time: PrintedTime, places: [TimeSighting], among all: [TimeSighting]
  ) -> Bool {
    let isOrder = Self.areOrders(places, among: all)
    guard let clock = time.clock,
      places.allSatisfy({ !$0.isInsideNumber && $0.label.map { $0.meaning == .plain } ?? true })
        || isOrder
    else { return false }
    return all.contains { other in
      guard other.label?.meaning == .printed, other.label?.likeness == 1,
        let printed = other.times.first, printed.day == time.day, let later = printed.clock
      else { return false }
      return isOrder
        ? (0...Self.printSecondsMax).contains(Self.seconds(from: clock, to: later))
        : (0...Self.printMinutesMax).contains(
          (later.hour - clock.hour) * 60 + later.minute - clock.minute)
    }
  }

  /// That it was printed says nothing of when it was paid, where the order a moment before does.
  func isPrintOfOrder(
    _ time: PrintedTime, places: [TimeSighting], among all: [TimeSighting]
  ) -> Bool {
    guard let clock = time.clock, places.allSatisfy({ $0.label?.meaning == .printed }) else {
      return false
    }
    return all.contains { other in
      guard Self.areOrders([other], among: all), let ordered = other.times.first,
        ordered.day == time.day, let earlier = ordered.clock
      else { return false }
      return (0...Self.printSecondsMax).contains(Self.seconds(from: earlier, to: clock))
    }
  }

  /// When it was ordered is told, and not when it was paid.
  private static func areOrders(_ places: [TimeSighting], among all: [TimeSighting]) -> Bool {
    places.allSatisfy { $0.label?.meaning == .ordered && $0.label?.likeness == 1 }
      && !all.contains { $0.label?.meaning == .paid }
  }

  private static func seconds(from one: PrintedTime.Clock, to other: PrintedTime.Clock) -> Int {
    (other.hour - one.hour) * 3_600 + (other.minute - one.minute) * 60
      + (other.second ?? 0) - (one.second ?? 0)
  }

  private static let printSecondsMax = 60
  private static let printMinutesMax = 10
}
