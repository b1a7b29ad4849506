import Glibc

/// Locks between processes of ours; other programs do not ask for them. They end with the process, however it ends.
enum FileLock {
  enum Outcome {
    case taken, held
    /// Not every file system knows locks.
    case unknown
  }

  private static let pause: UInt32 = 10_000
  private static let mostAttempts = 500

  /// Takes a lock or not, without waiting.
  static func attempt(_ descriptor: Int32) -> Outcome {
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno != EINTR { return errno == EWOULDBLOCK ? .held : .unknown }
    }
    return .taken
  }

  /// Waits up to five seconds; where there are no locks, not at all.
  static func take(_ descriptor: Int32) throws(DiskFault) {
    for _ in 0..<mostAttempts {
      guard case .held = attempt(descriptor) else { return }
      usleep(pause)
    }
    throw .inUse
  }
}
