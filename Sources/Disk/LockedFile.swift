import Glibc

/// An open regular file that no other process of ours writes or replaces meanwhile.
final class LockedFile {
  let descriptor: Int32
  private(set) var status: stat

  /// Opens what stands at a path, without following a link, and waits for its lock.
  ///
  /// - Returns: nil where nothing stands.
  static func open(_ path: String, _ flags: Int32 = 0, creating mode: mode_t? = nil) throws(DiskFault) -> LockedFile? {
    let flags = O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | flags
    while true {
      let descriptor = mode.map { Glibc.open(path, flags | O_CREAT, $0) } ?? Glibc.open(path, flags)
      guard descriptor >= 0 else {
        if errno == ENOENT, mode == nil { return nil }
        // A socket, or a pipe that nobody reads.
        throw errno == ENXIO ? .notRegular : .system(errno)
      }
      let file = LockedFile(descriptor)
      guard file.status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
      try FileLock.take(descriptor)
      // While we waited another file may have taken its place.
      if file.stands(at: path) { return file }
    }
  }

  private init(_ descriptor: Int32) {
    self.descriptor = descriptor
    status = stat()
    fstat(descriptor, &status)
  }

  deinit { if descriptor >= 0, !isClosed { Glibc.close(descriptor) } }

  private var isClosed = false

  func unlock() { _ = flock(descriptor, LOCK_UN) }

  /// Some systems tell only now that there was no room.
  func close() throws(DiskFault) {
    isClosed = true
    guard Glibc.close(descriptor) == 0 else { throw .system(errno) }
  }

  /// Also brings `status` up to date.
  private func stands(at path: String) -> Bool {
    var named = stat()
    return fstat(descriptor, &status) == 0 && lstat(path, &named) == 0 && named.st_ino == status.st_ino
      && named.st_dev == status.st_dev
  }

  var size: Int { Int(status.st_size) }

  func holds(_ bytes: [UInt8]) throws(DiskFault) -> Bool {
    guard size == bytes.count else { return false }
    return try begins(with: bytes)
  }

  func begins(with bytes: [UInt8]) throws(DiskFault) -> Bool {
    try read(min(bytes.count, size), from: 0) == bytes
  }

  /// That many bytes, or as many as there are.
  func read(_ count: Int, from offset: Int) throws(DiskFault) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let read = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress.map { $0 + done }, count - done, off_t(offset + done))
      }
      if read < 0, errno == EINTR { continue }
      guard read >= 0 else { throw .system(errno) }
      if read == 0 { return Array(bytes.prefix(done)) }
      done += read
    }
    return bytes
  }
}
