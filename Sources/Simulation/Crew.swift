#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Threads that help the calling one, as many as the system gives: the caller works itself, so no work waits for a thread
/// that cannot be made.
package enum Crew {
  /// Begins something on a thread of its own, and gives back what waits for its end; nil where no thread can be made.
  package typealias Maker = @Sendable (_ work: @escaping @Sendable () -> Void) -> (() -> Void)?

  /// Works on the calling thread and on up to so many others, and ends when all have ended.
  ///
  /// What helps is marked as escaping though it does not: where the mark is taken away again the compiler writes down the
  /// length of the source's path, and programs built in two folders differ.
  package static func work(
    helpers: Int, _ make: Maker = makeThread, helping: @escaping @Sendable () -> Void, calling: () -> Void
  ) {
    var ends: [() -> Void] = []
    while ends.count < helpers, let end = make(helping) { ends.append(end) }
    calling()
    for end in ends { end() }
  }

  /// A POSIX thread. Signals go to the threads that were there before: they know what to do with them.
  package static let makeThread: Maker = { work in
    var (all, old) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &old)
    defer { pthread_sigmask(SIG_SETMASK, &old, nil) }
    let box = Unmanaged.passRetained(Work(work))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    guard pthread_create(&thread, nil, run, box.toOpaque()) == 0 else {
      box.release()
      return nil
    }
    #if canImport(Darwin)
      guard let thread else { return nil }
    #endif
    return { [thread] in pthread_join(thread, nil) }
  }

  /// Keeps a closure while C carries it.
  private final class Work: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }

  #if canImport(Darwin)
    private static let run: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = { box in
      Unmanaged<Work>.fromOpaque(box).takeRetainedValue().work()
      return nil
    }
  #else
    private static let run: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { box in
      if let box { Unmanaged<Work>.fromOpaque(box).takeRetainedValue().work() }
      return nil
    }
  #endif
}
