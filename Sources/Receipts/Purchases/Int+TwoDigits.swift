extension Int {
  /// As days, hours and minutes are written: `07`.
  package var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}
