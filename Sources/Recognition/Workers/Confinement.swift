import CSandbox
import Foundation

/// What a worker process gives up before it touches a picture.
enum Confinement {
  /// Bounds memory, forbids core dumps, files written and new privileges, and dies with its
  /// parent.
  static func apply(memoryBytesMax: Int) {
    limit(__rlimit_resource_t(RLIMIT_AS.rawValue), to: memoryBytesMax)
    limit(__rlimit_resource_t(RLIMIT_CORE.rawValue), to: 0)
    limit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), to: 0)
    _ = sandbox_forbid_new_privileges()
    _ = sandbox_die_with_parent()
    // A parent that is gone already sends no signal any more.
    if getppid() == 1 { exit(0) }
  }

  private static func limit(_ resource: __rlimit_resource_t, to value: Int) {
    var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    _ = setrlimit(resource, &limit)
  }
}
