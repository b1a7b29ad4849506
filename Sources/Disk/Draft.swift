import Glibc

/// The bytes of a file before it has its name. What becomes of it in the end, nobody sees half of it.
///
/// Where the system can, a draft has no name at all: nothing is left of it when the process is killed. Elsewhere it is a
/// neighbour, locked while somebody works on it, so that the next one to write there can tell what was left behind.
final class Draft {
  private let folder: Folder
  private let descriptor: Int32
  private var name: String?
  private var isClosed = false

  /// Linux's flag for a file without a name, which is not among those that Swift imports.
  private static let nameless = O_DIRECTORY | 0o20_000_000
  private static let mostAttempts = 100

  /// - Parameter isNameless: false where the system would not give the file a name afterwards.
  init(in folder: Folder, mode: mode_t, isNameless: Bool) throws(DiskFault) {
    self.folder = folder
    if isNameless, access("/proc/self/fd", X_OK) == 0,
      case let descriptor = open(folder.path, O_WRONLY | O_CLOEXEC | Self.nameless, mode), descriptor >= 0
    {
      self.descriptor = descriptor
      return
    }
    for _ in 0..<Self.mostAttempts {
      let name = folder.path(of: Folder.draftName())
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else { throw .system(errno) }
      // Somebody may take it for abandoned before it is locked.
      var status = stat()
      guard FileLock.attempt(descriptor) != .held, fstat(descriptor, &status) == 0, status.st_nlink > 0 else {
        unlink(name)
        Glibc.close(descriptor)
        continue
      }
      (self.descriptor, self.name) = (descriptor, name)
      return
    }
    throw .system(EEXIST)
  }

  deinit {
    if let name { unlink(name) }
    if !isClosed { Glibc.close(descriptor) }
  }

  /// Fills it, and waits until that would outlast a failure of the system.
  func fill(_ bytes: [UInt8]) throws(DiskFault) {
    try Bytes.write(bytes, to: descriptor)
    guard fsync(descriptor) == 0 else { throw .system(errno) }
  }

  /// Takes over mode and owner of the file whose place it will take, as far as the system lets it.
  func resemble(_ status: stat) throws(DiskFault) {
    var mode = status.st_mode & 0o777
    if fchown(descriptor, status.st_uid, status.st_gid) != 0, fchown(descriptor, uid_t.max, status.st_gid) != 0 {
      // Our own group must not be let in where that of the file was.
      mode = mode & 0o707 | (mode & 0o007) << 3
    }
    guard fchmod(descriptor, mode) == 0 else { throw .system(errno) }
  }

  /// Gives it a name that nothing has.
  func place(at path: String) throws(DiskFault) {
    guard let name else { return try link(to: path) }
    if Glibc.link(name, path) == 0 {
      unlink(name)
      self.name = nil
      return
    }
    // A file system without links: an empty file holds the name until the draft is moved there.
    guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else { throw errno == EEXIST ? .exists : .system(errno) }
    let claim = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard claim >= 0 else { throw errno == EEXIST ? .exists : .system(errno) }
    Glibc.close(claim)
    do {
      try replace(path)
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Puts it in the place of the file of that name.
  func replace(_ path: String) throws(DiskFault) {
    let name = try neighbour()
    guard rename(name, path) == 0 else { throw .system(errno) }
    self.name = nil
  }

  /// Some systems tell only now that there was no room.
  func close() throws(DiskFault) {
    isClosed = true
    guard Glibc.close(descriptor) == 0 else { throw .system(errno) }
  }

  private func neighbour() throws(DiskFault) -> String {
    if let name { return name }
    let name = folder.path(of: Folder.draftName())
    // Locked before anybody can see it.
    try FileLock.take(descriptor)
    try link(to: name)
    self.name = name
    return name
  }

  private func link(to path: String) throws(DiskFault) {
    if linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 { return }
    throw errno == EEXIST ? .exists : .system(errno)
  }
}
