/// What stops a command. A bad picture or a doubtful receipt is never one of these: those are
/// outcomes of their claim.
package enum ClaimingError: Error, Hashable, Sendable {
  case inputMissing(path: String)
  case inputUnusable(path: String, why: String)
  /// Nothing of the file was taken.
  case badRows(path: String, problems: [ImportProblem])
  /// The settings file, the environment or a flag.
  case badSettings([SettingsProblem])
  case badRules(path: String, why: String)
  case noRules
  case noMembers
  case notAHome(path: String)
  case homeUnusable(path: String, why: String)
  case storeUnavailable(String)
  case readerUnavailable(String)
  /// Something that was named is not there: a claim, a member.
  case unknown(String)
  /// Something was asked that the state of the store does not allow.
  case refused(String)
}

extension ClaimingError {
  /// How many bad rows a message lists before it only counts them.
  static let problemsListedMax = 20

  /// Lower case, no full stop; several lines where there are several problems.
  package var message: String {
    switch self {
    case .inputMissing(let path): "\(path): no such file or directory"
    case .inputUnusable(let path, let why): "\(path): \(why)"
    case .badRows(let path, let problems): Self.message(of: problems, in: path)
    case .badSettings(let problems):
      problems.map(\.description).joined(separator: "\n")
    case .badRules(let path, let why): "\(path): \(why)"
    case .noRules:
      "no points rules are applied yet; write them and run: xiaopiao rules apply FILE.toml"
    case .noMembers:
      "no members are imported yet, so every claim would be refused; run: xiaopiao members import "
        + "FILE.csv"
    case .notAHome(let path):
      "\(path) is not a home (it has no xiaopiao.toml); make one: xiaopiao init --home \(path)"
    case .homeUnusable(let path, let why): "the home \(path) \(why)"
    case .storeUnavailable(let why): "the store is unavailable: \(why)"
    case .readerUnavailable(let why): "the reader is unavailable: \(why)"
    case .unknown(let what): what
    case .refused(let why): why
    }
  }

  private static func message(of problems: [ImportProblem], in path: String) -> String {
    var lines = problems.prefix(problemsListedMax).map { $0.located(in: path) }
    if problems.count > problemsListedMax {
      lines.append("… and \(problems.count - problemsListedMax) more")
    }
    let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
    lines.append("\(path): \(count); nothing of the file was taken")
    return lines.joined(separator: "\n")
  }
}
