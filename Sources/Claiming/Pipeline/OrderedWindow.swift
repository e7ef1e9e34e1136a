/// Works on many items at once and finishes them in their order.
///
/// At most `width` items are between `taken` and `finished` at any time, which bounds the memory
/// they hold. `taken` and `finished` are never called at the same time as themselves or each
/// other; `worked` runs for up to `width` items at once.
struct OrderedWindow<Taken: Sendable, Worked: Sendable>: Sendable {
  let width: Int

  /// - Parameter taken: the next item; `nil` when there is none, or when it is time to stop.
  func run<Failure: Error>(
    taken: () async throws(Failure) -> Taken?,
    worked: @escaping @Sendable (Taken) async -> Worked,
    finished: (Worked) async throws(Failure) -> Void
  ) async throws(Failure) {
    let result: Result<Void, Failure> = await withTaskGroup(of: (Int, Worked).self) { group in
      var ready: [Int: Worked] = [:]
      var next = 0
      var due = 0
      var isDone = false
      do throws(Failure) {
        while true {
          while !isDone, next - due < width {
            guard let item = try await taken() else {
              isDone = true
              break
            }
            let place = next
            group.addTask { (place, await worked(item)) }
            next += 1
          }
          guard due < next else { return .success(()) }
          while ready[due] == nil {
            guard let (place, value) = await group.next() else { return .success(()) }
            ready[place] = value
          }
          if let value = ready.removeValue(forKey: due) { try await finished(value) }
          due += 1
        }
      } catch {
        group.cancelAll()
        return .failure(error)
      }
    }
    try result.get()
  }
}
