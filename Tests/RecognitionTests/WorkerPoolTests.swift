import Foundation
import Receipts
import TestSupport
import Testing

@testable import Recognition

/// Against a script in the place of the worker, so that it can be made to do anything.
@Suite("The pool of workers", .timeLimit(.minutes(2)))
struct WorkerPoolTests {
  @Test("pictures are answered, and the worker knows only what it must")
  func answers() async throws {
    let worker = try FakeWorker()
    let reply = try await worker.recogniser().run { try await $0.answer(to: "A").get() }
    #expect(reply.page.width == 11)
    #expect(worker.starts == 1)
    #expect(worker.told.prefix(2) == ["recognition-worker", "1"])
    // OMP_THREAD_LIMIT, LC_ALL and what the shell adds itself (PWD, _, PATH).
    #expect(try #require(Int(worker.told[2])) <= 5)
  }

  @Test("one that never answers is killed at its deadline, and a fresh one goes on")
  func hangs() async throws {
    let worker = try FakeWorker()
    try await worker.recogniser(deadlineSeconds: 1.5).run { pool in
      #expect(await pool.answer(to: "H").failure == .timeout(seconds: 1.5))
      #expect(await pool.answer(to: "A").isPage)
    }
    #expect(worker.starts == 2)
  }

  @Test(
    "one that dies or goes mad costs its own picture, and a fresh one goes on",
    arguments: ["D", "S", "G", "M"] as [Character])
  func dies(how: Character) async throws {
    let worker = try FakeWorker()
    try await worker.recogniser().run { pool in
      for letter in [how, how] {
        guard case .crashed(let why) = await pool.answer(to: letter).failure else {
          Issue.record("\(letter) should be a crash")
          continue
        }
        #expect(!why.isEmpty)
      }
      #expect(await pool.answer(to: "A").isPage)
    }
    #expect(worker.starts == 3)
  }

  @Test("lines that matter are looked at again, once, and what it took is told as one")
  func looksAgain() async throws {
    let worker = try FakeWorker()
    try await worker.recogniser().run { pool in
      let looks = [SecondLook(line: 3, part: .all), SecondLook(line: 5, part: .numbers)]
      let reply = try await pool.answer(to: "A") { $0.width == 11 ? looks : [] }.get()
      #expect(reply.page.width == 12)
      #expect(reply.workMilliseconds == 3)
      #expect(worker.lastRequest.contains("\"line\":3"))
      #expect(worker.lastRequest.contains("\"numbers\""))
      // Nothing to look at: nothing is asked.
      #expect(try await pool.answer(to: "A").get().page.width == 11)
      #expect(worker.lastRequest.contains("orientation"))
    }
    #expect(worker.starts == 1)
  }

  @Test("one that dies at its second look costs its own picture, and a fresh one goes on")
  func diesLookingAgain() async throws {
    let worker = try FakeWorker()
    try await worker.recogniser().run { pool in
      guard
        case .crashed = await pool.answer(
          to: "L", linesThatMatter: { _ in [SecondLook(line: 0, part: .all)] }
        ).failure
      else {
        Issue.record("it should be a crash")
        return
      }
      #expect(await pool.answer(to: "A").isPage)
    }
    #expect(worker.starts == 2)
  }

  @Test("a picture that cannot be decoded costs no worker")
  func undecodable() async throws {
    let worker = try FakeWorker()
    try await worker.recogniser().run { pool in
      #expect(await pool.answer(to: "U").failure == .undecodable("no picture"))
      #expect(await pool.answer(to: "A").isPage)
    }
    #expect(worker.starts == 1)
  }

  @Test("a worker is renewed after its number of pages")
  func renewed() async throws {
    let worker = try FakeWorker()
    try await worker.recogniser(pagesPerWorker: 2).run { pool in
      for _ in 0..<5 { #expect(await pool.answer(to: "A").isPage) }
    }
    #expect(worker.starts == 3)
  }

  @Test("a worker that holds too much memory is renewed")
  func renewedByMemory() async throws {
    let worker = try FakeWorker()
    try await worker.recogniser(residentBytesMax: 1).run { pool in
      for _ in 0..<3 { #expect(await pool.answer(to: "A").isPage) }
    }
    #expect(worker.starts >= 3)
  }

  @Test("half the bits are used only where the processor has them")
  func arithmetic() {
    let (single, brain) = (Arithmetic.single, Arithmetic.brain)
    #expect(!brain.isAvailable(flags: "fpu avx2 fma"))
    for has in ["fpu\tavx512_bf16 fma", "flags : amx_bf16\n", "Features : bf16"] {
      #expect(brain.isAvailable(flags: has))
      let mixed = ArithmeticChoice.mixed.networks(flags: has)
      #expect((mixed.page, mixed.again) == (brain, single))
      let all = ArithmeticChoice.brain.networks(flags: has)
      #expect((all.page, all.again) == (brain, brain))
      #expect(ArithmeticChoice.single.networks(flags: has) == NetworkArithmetic())
    }
    for choice in ArithmeticChoice.allCases {
      #expect(choice.networks(flags: "fpu avx2 fma") == NetworkArithmetic())
    }
  }

  @Test(
    "without a worker that starts every picture is unavailable, and it is tried once",
    arguments: [
      (.silent, "does not start"), (.nonsense, "does not start"),
      (.unavailable, "no such model"),
    ] as [(FakeWorker.Start, String)])
  func noStart(start: FakeWorker.Start, why: String) async throws {
    let worker = try FakeWorker(start)
    try await worker.recogniser().run { pool in
      for _ in 0..<3 {
        guard case .unavailable(let said) = await pool.answer(to: "A").failure else {
          Issue.record("it should be unavailable")
          continue
        }
        #expect(said.contains(why))
      }
    }
    #expect(worker.starts == 1)
  }

  @Test("a program that is not there, or is none, is named")
  func noProgram() async throws {
    let worker = try FakeWorker()
    for path in ["/nonexistent/xiaopiao", worker.directory.path + "/page"] {
      var settings = RecognitionSettings()
      settings.modelDirectory = worker.directory.path
      let recogniser = Recogniser(executable: path, settings: settings, logger: .silent)
      try await recogniser.run { pool in
        guard case .unavailable(let why) = await pool.answer(to: "A").failure else {
          Issue.record("it should be unavailable")
          return
        }
        #expect(why.contains(path), "\(why)")
      }
    }
  }

  @Test("a model that is missing is told before any worker is started")
  func noModel() async throws {
    let worker = try FakeWorker()
    try FileManager.default.removeItem(atPath: worker.directory.path + "/chi_tra.traineddata")
    let error = try await #require(throws: RecognitionFailure.self) {
      try await worker.recogniser().run { _ in }
    }
    #expect(error.description.contains("chi_tra.traineddata"))
    #expect(worker.starts == 0)
  }

  @Test("two pictures are read at the same time by two workers")
  func together() async throws {
    let worker = try FakeWorker()
    try await worker.recogniser(workers: 2).run { pool in
      async let first = pool.answer(to: "T")
      async let second = pool.answer(to: "T")
      let answers = await [first, second]
      #expect(answers.allSatisfy { $0.isPage })
    }
    #expect(worker.starts == 2)
  }

  @Test("one worker that hangs holds up no picture of the others")
  func besides() async throws {
    let worker = try FakeWorker()
    try await worker.recogniser(workers: 2, deadlineSeconds: 8).run { pool in
      async let hung = pool.answer(to: "H")
      for _ in 0..<5 { #expect(await pool.answer(to: "A").isPage) }
      #expect(await hung.failure == .timeout(seconds: 8))
    }
  }

  @Test("what the body throws comes out, and the workers end")
  func bodyThrows() async throws {
    let worker = try FakeWorker()
    await #expect(throws: CancellationError.self) {
      try await worker.recogniser(workers: 2).run { pool in
        _ = await pool.answer(to: "A")
        throw CancellationError()
      }
    }
  }

  @Test("a worker that hangs while it starts is given up")
  func hangsAtStart() async throws {
    let worker = try FakeWorker(.hangs)
    let board = JobBoard()
    let process = WorkerProcess(
      executable: worker.path,
      assignment: RecognitionWorker.Assignment(
        models: [], modelDirectory: worker.directory.path, checksModels: false,
        paddle: nil, memoryBytesMax: 0, limits: PageLimits()),
      settings: RecognitionSettings(), board: board, logger: .silent, startSecondsMax: 0.5)
    await process.run()
    #expect(await board.next()?.picture == nil)
    #expect(worker.starts == 1)
  }

  @Test("a worker that does not end with its input is ended")
  func lingers() async throws {
    let worker = try FakeWorker(.lingers)
    try await worker.recogniser(pagesPerWorker: 1).run { pool in
      for _ in 0..<2 { #expect(await pool.answer(to: "A").isPage) }
    }
  }
}
