/// What a network is computed with; the raw values are OpenVINO's names.
enum Arithmetic: String, Codable, Sendable {
  /// 32 bits: the same on every processor.
  case single = "f32"
  /// 16 bits, on processors that have it: 1.6 times as fast with AVX-512 BF16, and of 401 real lines
  /// 3 read otherwise.
  case brain = "bf16"

  /// Whether a processor computes with it without going through 32 bits.
  ///
  /// - Parameter flags: the processor's, as `/proc/cpuinfo` tells them.
  func isAvailable(flags: String) -> Bool {
    switch self {
    case .single: true
    case .brain:
      flags.split(whereSeparator: \.isWhitespace).contains {
        ["amx_bf16", "avx512_bf16", "bf16"].contains($0)
      }
    }
  }
}

/// What the strong reader is asked to compute with.
package enum ArithmeticChoice: String, Codable, Sendable, CaseIterable {
  /// 32 bits for all. On sets of seven presses 16 bits for all credit 9 of 1,801 sales fewer at levels 0 to 2
  /// and 6 of 440 at level 3; mixed, on eight, 4 of 2,062 and 10 of 499.
  case single = "f32"
  /// 16 bits for all, where the processor has them: a fifth more pictures a second.
  case brain = "bf16"
  /// 16 bits for what finds and reads a whole page, where the processor has them; 32 for the
  /// network that reads lines again: a tenth more pictures a second.
  case mixed

  /// - Parameter flags: the processor's, as `/proc/cpuinfo` tells them.
  func networks(flags: String) -> NetworkArithmetic {
    let hasBrain = Arithmetic.brain.isAvailable(flags: flags)
    return NetworkArithmetic(
      page: self != .single && hasBrain ? .brain : .single,
      again: self == .brain && hasBrain ? .brain : .single)
  }
}

/// What each of a worker's networks is computed with.
struct NetworkArithmetic: Hashable, Codable, Sendable {
  /// Those that find and read a whole page.
  var page = Arithmetic.single
  /// The one that reads lines again.
  var again = Arithmetic.single
}
