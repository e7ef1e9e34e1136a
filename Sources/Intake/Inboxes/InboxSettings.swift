/// How an inbox is watched.
package struct InboxSettings: Sendable, Hashable, Codable {
  /// A complete photograph is taken once it has not changed for this long.
  package var settlesAfter: Duration
  /// An incomplete photograph, one without its note, or a note without its photograph is waited
  /// for this long after its last change; then it is taken and refused as what it is.
  package var patience: Duration
  /// The inbox is looked at this often even when nothing is heard of it: NFS and SMB tell nothing.
  package var rescansEvery: Duration
  /// The most candidates one scan hands out; the rest follow when those are taken.
  package var candidatesMax: Int
  /// The most entries one scan looks at; the rest follow when those are gone.
  package var entriesMax: Int
  /// How deep directories are looked into; `MEMBER_ID/photo.jpg` is 1.
  package var depthMax: Int
  /// The most directories that inotify watches; beyond it the rescan alone finds files.
  package var watchedDirectoriesMax: Int
  /// The largest note (`NAME.json`).
  package var noteBytesMax: Int

  package init(
    settlesAfter: Duration = .milliseconds(400), patience: Duration = .seconds(60),
    rescansEvery: Duration = .seconds(5), candidatesMax: Int = 256, entriesMax: Int = 100_000,
    depthMax: Int = 3, watchedDirectoriesMax: Int = 20_000, noteBytesMax: Int = 16_384
  ) {
    self.settlesAfter = settlesAfter
    self.patience = patience
    self.rescansEvery = rescansEvery
    self.candidatesMax = candidatesMax
    self.entriesMax = entriesMax
    self.depthMax = depthMax
    self.watchedDirectoriesMax = watchedDirectoriesMax
    self.noteBytesMax = noteBytesMax
  }
}
