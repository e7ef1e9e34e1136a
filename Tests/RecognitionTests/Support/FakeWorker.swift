import Foundation
import Logging
import Receipts
import TestSupport

@testable import Recognition

/// A shell script that stands for a worker and does what a picture's only byte says: `A` answers,
/// `H` hangs, `D` dies, `S` dies of a signal, `G` answers nonsense, `M` announces a frame beyond
/// the bound, `U` finds the picture undecodable, `T` waits until two workers have one, `L` dies
/// when it is asked to look again. Asked to look again otherwise, it answers another page.
struct FakeWorker {
  /// What it does before the first picture.
  enum Start: String {
    case ready, silent, hangs, unavailable, nonsense
    /// Does not end when its input does.
    case lingers
  }

  let directory: TemporaryDirectory
  var path: String { directory.path + "/worker" }

  init(_ start: Start = .ready) throws {
    directory = try TemporaryDirectory()
    let page = Page(width: 11, height: 22, lines: [], readers: ["fake"])
    let again = Page(width: 12, height: 22, lines: [], readers: ["fake"])
    for (name, reply) in [
      ("ready", WorkerReply.ready), ("page", .page(PageReply(page: page, workMilliseconds: 1))),
      ("again", .page(PageReply(page: again, workMilliseconds: 2))),
      ("undecodable", .failure(.undecodable("no picture"))),
      ("unavailable", .failure(.unavailable("no such model"))),
    ] {
      try directory.write(Data(Frame.encoded(try JSONEncoder().encode(reply))), to: name)
    }
    for model in ReaderModel.allCases { try directory.write("model", to: model.fileName) }
    try directory.write(Self.script(start), to: "worker")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  private static func script(_ start: Start) -> String {
    """
    #!/bin/sh
    PATH=/usr/bin:/bin
    here=${0%/*}
    echo started >> "$here/starts"
    printf '%s\\n' "$1" "$OMP_THREAD_LIMIT" "$(env | wc -l)" > "$here/told"
    hang() { exec sleep 600; }
    size() { head -c 4 | od -An -tu4 --endian=big | tr -d ' '; }
    case \(start.rawValue) in
      silent) exit 0 ;;
      hangs) hang ;;
      unavailable) cat "$here/unavailable"; exit 0 ;;
      nonsense) printf 'hello, I am no worker'; hang ;;
    esac
    cat "$here/ready"
    while request=$(size) && [ -n "$request" ]; do
      head -c "$request" > "$here/request"
      if grep -q lookAgain "$here/request"; then
        [ "$picture" != L ] || exit 3
        cat "$here/again"
        continue
      fi
      size > "$here/size.$$"
      picture=$(head -c "$(cat "$here/size.$$")")
      case $picture in
        A | L) cat "$here/page" ;;
        H) hang ;;
        D) exit 3 ;;
        S) kill -SEGV $$ ;;
        G) printf '\\000\\000\\000\\005hello' ;;
        M) printf '\\377\\377\\377\\377' ;;
        U) cat "$here/undecodable" ;;
        T) touch "$here/turn.$$"
           while [ "$(ls "$here" | grep -c '^turn')" -lt 2 ]; do sleep 0.01; done
           cat "$here/page" ;;
      esac
    done
    [ \(start.rawValue) != lingers ] || hang
    """
  }

  /// What the worker was last asked, as JSON.
  var lastRequest: String {
    (try? String(contentsOfFile: directory.path + "/request", encoding: .utf8)) ?? ""
  }

  /// How many processes were started.
  var starts: Int {
    let text = try? String(contentsOfFile: directory.path + "/starts", encoding: .utf8)
    return text?.split(separator: "\n").count ?? 0
  }

  /// What the worker was told: its command, the limit on OpenMP, how large its environment is.
  var told: [String] {
    let text = try? String(contentsOfFile: directory.path + "/told", encoding: .utf8)
    return text?.split(separator: "\n").map(String.init) ?? []
  }

  func recogniser(
    workers: Int = 1, pagesPerWorker: Int = 250, deadlineSeconds: Double = 60,
    residentBytesMax: Int = .max
  ) -> Recogniser {
    var settings = RecognitionSettings()
    settings.readers = .tesseract
    settings.modelDirectory = directory.path
    settings.workers = workers
    settings.pagesPerWorker = pagesPerWorker
    settings.deadlineSeconds = deadlineSeconds
    settings.residentBytesMax = residentBytesMax
    return Recogniser(executable: path, settings: settings, logger: .silent)
  }
}

extension Logger {
  static let silent = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
}

extension Recogniser {
  /// What becomes of a picture of one letter.
  func answer(
    to letter: Character, linesThatMatter: @escaping @Sendable (Page) -> [SecondLook] = { _ in [] }
  ) async -> Result<PageReply, RecognitionFailure> {
    do throws(RecognitionFailure) {
      return .success(
        try await page(
          of: Data(String(letter).utf8), orientation: 1, sidePixels: 1,
          linesThatMatter: linesThatMatter))
    } catch {
      return .failure(error)
    }
  }
}

extension Result<PageReply, RecognitionFailure> {
  var isPage: Bool { failure == nil }

  var failure: RecognitionFailure? {
    switch self {
    case .success: nil
    case .failure(let failure): failure
    }
  }
}
