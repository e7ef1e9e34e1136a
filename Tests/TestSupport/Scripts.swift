import Glibc

/// Whether a script of the shell succeeds.
///
/// Not by Foundation's `Process`: it looks for open descriptors in a directory whose entries it
/// copies whole, and reads past the last one now and then (Swift 6.3, `Process.run`, a signal 11).
package func succeeds(_ script: String) -> Bool { system(script) == 0 }

/// Unpacks an archive; neither path has a quotation mark.
package func unpack(_ archive: String, into directory: String) -> Bool {
  succeeds("tar -xzf '\(archive)' -C '\(directory)'")
}
