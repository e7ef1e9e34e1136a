package import Crypto

/// The secret of a home that purchase identities are digested with, so that a copy of the store
/// alone does not tell who bought what once the pictures are gone. 32 bytes, kept in a file of
/// the home as hexadecimal text that only its owner may read.
package struct IdentityKey: Sendable {
  package let key: SymmetricKey

  /// A new random key.
  package init() { key = SymmetricKey(size: .bits256) }

  package init(_ key: SymmetricKey) { self.key = key }

  /// Reads the key of a home. Blocks on the disk.
  package static func load(at path: String) throws(IdentityKeyFailure) -> IdentityKey {
    fatalError()
  }

  /// Reads the key of a home, or makes one that no other process has made meanwhile. Blocks on
  /// the disk until the key is safe there.
  package static func loadOrCreate(at path: String) throws(IdentityKeyFailure) -> IdentityKey {
    fatalError()
  }
}
