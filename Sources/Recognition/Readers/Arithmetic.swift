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
  /// 16 bits for what finds and reads a whole page, where the processor has them; 32 for the
  /// network that reads lines again, since credits rest on that.
  case auto
  /// 32 bits for all.
  case single = "f32"
  /// 16 bits for all, where the processor has them.
  case brain = "bf16"

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
