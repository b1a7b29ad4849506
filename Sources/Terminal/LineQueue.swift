import Glibc

/// Rows of a descriptor, read on a thread of their own, so that what cannot wait is seen while somebody is at work.
package final class LineQueue: @unchecked Sendable {
  private let descriptor: Int32
  private let urgent: @Sendable (String) -> Bool
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var rows: [ScriptReader.Row] = []
  private var bytes = 0
  private var isAtEnd = false

  /// Whoever writes faster than is read waits, instead of filling the memory.
  private static let mostBytes = 1 << 24
  private static let mostRows = 10_000

  /// - Parameter urgent: looks at each row as it comes in, on the reading thread; true where it needs nothing more.
  package init(descriptor: Int32, urgent: @escaping @Sendable (String) -> Bool) {
    self.descriptor = descriptor
    self.urgent = urgent
    lock.initialize(to: pthread_mutex_t())
    changed.initialize(to: pthread_cond_t())
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  /// Begins to read; false where the system gives no thread. It reads until the input ends.
  package func start() -> Bool {
    var (all, old) = (sigset_t(), sigset_t())
    sigfillset(&all)
    // Signals go to the thread that was there before: it knows what to do with them.
    pthread_sigmask(SIG_SETMASK, &all, &old)
    defer { pthread_sigmask(SIG_SETMASK, &old, nil) }
    let box = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { box in
      if let box { Unmanaged<LineQueue>.fromOpaque(box).takeRetainedValue().read() }
      return nil
    }
    guard pthread_create(&thread, nil, run, box.toOpaque()) == 0 else {
      box.release()
      return false
    }
    pthread_detach(thread)
    return true
  }

  private func read() {
    var reader = ScriptReader(descriptor: descriptor)
    while let row = reader.next() {
      if case .success(let text) = row.text, urgent(text) { continue }
      put(row)
    }
    locked {
      isAtEnd = true
      pthread_cond_broadcast(changed)
    }
  }

  private func put(_ row: ScriptReader.Row) {
    locked {
      while bytes > Self.mostBytes || rows.count > Self.mostRows { pthread_cond_wait(changed, lock) }
      rows.append(row)
      bytes += row.size
      pthread_cond_broadcast(changed)
    }
  }

  /// The next row; waits for it. Nil at the end.
  package func next() -> ScriptReader.Row? {
    locked {
      while rows.isEmpty, !isAtEnd { pthread_cond_wait(changed, lock) }
      guard !rows.isEmpty else { return nil }
      let row = rows.removeFirst()
      bytes -= row.size
      pthread_cond_broadcast(changed)
      return row
    }
  }

  /// Has all been read that will come?
  package var hasEnded: Bool { locked { isAtEnd } }

  private func locked<Result>(_ use: () -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return use()
  }
}

extension ScriptReader.Row {
  fileprivate var size: Int {
    if case .success(let text) = text { text.utf8.count } else { 0 }
  }
}
