/// Why the inbox should be looked at. Several may be merged into one: the scan is the truth.
package enum InboxWakeUp: Sendable, Hashable {
  /// The watch has begun; there may be files from before.
  case started
  /// Something in the inbox changed.
  case changed
  /// More changed than the kernel could tell of.
  case overflowed
  /// It is time to look again: for a file that was not settled, or because nothing was heard.
  case due
  /// Changes are not told of any more, and why; from here on the inbox is only looked at regularly.
  case degraded(String)
}
