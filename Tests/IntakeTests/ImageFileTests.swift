import Foundation
import Glibc
import Receipts
import Testing

@testable import Intake

@Suite("Image files")
struct ImageFileTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test("a photograph is read with its digest")
  func readsPhotograph() throws {
    try directory.write(Sample.png(), to: "photo.png")
    let found = try image(at: directory("photo.png"), limits: ImageLimits())
    #expect(found.bytes == Data(Sample.png()))
    #expect(found.digest.rawValue.count == 64)
    #expect(digest(of: Data("abc".utf8)).rawValue.hasPrefix("ba7816bf8f01cfea414140de5dae2223"))
  }

  @Test("a name of Chinese characters and spaces is a name like any other")
  func readsChineseName() throws {
    try directory.write(Sample.jpeg(), to: "会员 一/小票 1.jpg")
    #expect(try image(at: directory("会员 一/小票 1.jpg"), limits: ImageLimits()).header.format == .jpeg)
  }

  private func refusal(_ path: String, limits: ImageLimits = ImageLimits()) throws -> ImageRefusal {
    try #require(throws: ImageRefusal.self) { try image(at: path, limits: limits) }
  }

  @Test(
    "a file that is not there is missing",
    arguments: ["nothing.jpg", "", "no/such/photo.jpg", String(repeating: "x", count: 300), "a\0b"])
  func refusesMissing(name: String) throws {
    #expect(try refusal(name.isEmpty ? "" : directory(name)).reason == .imageMissing)
  }

  @Test("a name that was not UTF-8 is missing, and the message says why")
  func explainsNameNotUTF8() throws {
    let found = try refusal(directory("\u{FFFD}.jpg"))
    #expect(found.reason == .imageMissing)
    #expect(found.message.contains("not UTF-8"))
  }

  @Test("a directory is not a photograph")
  func refusesDirectory() throws {
    let found = try refusal(directory.path)
    #expect(
      found == ImageRefusal(.imageNotAFile, "this is a directory; name the photograph itself"))
  }

  @Test("a link is not followed, even to a photograph")
  func refusesLink() throws {
    try directory.write(Sample.png(), to: "photo.png")
    symlink(directory("photo.png"), directory("link.png"))
    #expect(try refusal(directory("link.png")).reason == .imageNotAFile)
  }

  @Test("a pipe is refused at once, without waiting for its writer", .timeLimit(.minutes(1)))
  func refusesPipe() throws {
    mkfifo(directory("pipe.jpg"), 0o600)
    let found = try refusal(directory("pipe.jpg"))
    #expect(found.reason == .imageNotAFile)
    #expect(found.message.contains("pipe"))
  }

  @Test("a device is not a photograph")
  func refusesDevice() throws {
    #expect(try refusal("/dev/zero").reason == .imageNotAFile)
  }

  @Test("a file that may not be read says so", .enabled(if: geteuid() != 0))
  func refusesUnreadable() throws {
    try directory.write(Sample.png(), to: "photo.png")
    chmod(directory("photo.png"), 0)
    #expect(try refusal(directory("photo.png")).reason == .imageUnreadable)
  }

  @Test("an empty file is empty")
  func refusesEmpty() throws {
    try directory.write([], to: "photo.jpg")
    #expect(try refusal(directory("photo.jpg")).reason == .imageEmpty)
  }

  @Test("a file one byte over the limit is refused by its size, unread")
  func refusesLarge() throws {
    try directory.write(Sample.png(), to: "photo.png")
    let size = Sample.png().count
    #expect(throws: Never.self) {
      try image(at: directory("photo.png"), limits: ImageLimits(bytesMax: size))
    }
    let found = try refusal(directory("photo.png"), limits: ImageLimits(bytesMax: size - 1))
    #expect(found.reason == .imageTooLarge)
    #expect(found.message.contains("\(size) bytes; the limit is \(size - 1)"))
    // A terabyte that takes no room: it must be refused by its size alone.
    truncate(directory("photo.png"), 1 << 40)
    #expect(try refusal(directory("photo.png")).reason == .imageTooLarge)
  }
}
