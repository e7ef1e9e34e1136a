import Testing

@testable import Recognition

@Suite("What failures say")
struct RecognitionFailureTests {
  @Test(
    "a failure says what happened, in lower case and without a full stop",
    arguments: [
      (.timeout(seconds: 20), "the reader did not finish within 20 s; the picture needs a person"),
      (
        .timeout(seconds: 0.5), "the reader did not finish within 0.5 s; the picture needs a person"
      ),
      (.crashed("signal 11"), "the reader process died on this picture (signal 11)"),
      (.undecodable("the PNG data cannot be decoded"), "the PNG data cannot be decoded"),
      (.unavailable("no models; run scripts/setup"), "no models; run scripts/setup"),
    ] as [(RecognitionFailure, String)])
  func texts(failure: RecognitionFailure, text: String) {
    #expect(failure.description == text)
    #expect(failure.description.first?.isUppercase == false && !text.hasSuffix("."))
  }
}
