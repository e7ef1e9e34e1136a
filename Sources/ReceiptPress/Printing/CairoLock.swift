import Synchronization

/// One thread at a time draws: beneath every font map Cairo shares its fonts between threads, and
/// crashes when two draw with one for the first time (seen with 1.16, once in about five runs).
enum CairoLock {
  private static let lock = Mutex(())

  /// Never within itself.
  static func held<Value, Failure: Error>(
    _ body: () throws(Failure) -> sending Value
  ) throws(Failure) -> sending Value {
    try lock.withLock { _ throws(Failure) in try body() }
  }
}
