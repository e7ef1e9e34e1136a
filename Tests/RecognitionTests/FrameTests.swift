import Foundation
import Receipts
import Testing

@testable import Recognition

@Suite("Frames between program and worker")
struct FrameTests {
  @Test(
    "a frame is its length in four bytes, the highest first, and the bytes",
    arguments: [
      (0, [0, 0, 0, 0]), (1, [0, 0, 0, 1]), (255, [0, 0, 0, 255]), (256, [0, 0, 1, 0]),
      (70_000, [0, 1, 17, 112]),
    ] as [(Int, [UInt8])])
  func encoded(count: Int, header: [UInt8]) {
    let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let frame = Frame.encoded(payload)
    #expect(Array(frame.prefix(Frame.headerBytes)) == header)
    #expect(Array(frame.dropFirst(Frame.headerBytes)) == payload)
    #expect(Frame.payloadBytes(header: frame.prefix(Frame.headerBytes)) == count)
  }

  @Test("a length beyond the bound is told as it is, so that it can be refused")
  func bounds() {
    #expect(Frame.payloadBytes(header: [0xFF, 0xFF, 0xFF, 0xFF] as [UInt8]) == 4_294_967_295)
    #expect(Frame.bytesMax == 64 << 20)
    #expect(Frame.bytesMax > 12_000_000)
  }

  @Test("replies survive the pipe")
  func replies() throws {
    let page = Page(width: 3, height: 4, lines: [], readers: ["r"], turnedDegrees: 90)
    let replies: [WorkerReply] = [
      .ready,
      .page(
        PageReply(
          page: page, workMilliseconds: 1.5, stepMilliseconds: [.decoding: 0.5])),
      .failure(.timeout(seconds: 2)), .failure(.crashed("x")), .failure(.undecodable("y")),
      .failure(.unavailable("z")),
    ]
    for reply in replies {
      let again = try JSONDecoder().decode(
        WorkerReply.self, from: try JSONEncoder().encode(reply))
      #expect("\(again)" == "\(reply)")
    }
  }
}
