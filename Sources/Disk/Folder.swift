import Glibc

/// A directory in which files are written.
package struct Folder {
  package let path: String

  package init(_ path: String) { self.path = path }

  func path(of name: String) -> String { path == "/" ? "/" + name : path + "/" + name }

  /// May files be made in it?
  package var isWritable: Bool { access(path, W_OK | X_OK) == 0 }

  /// Makes it and those above it, readable by their owner only, where they are missing.
  package func make() throws(DiskFault) {
    var made = path.hasPrefix("/") ? "/" : ""
    var code: Int32 = 0
    for part in path.split(separator: "/") {
      made += part + "/"
      code = mkdir(made, 0o700) == 0 ? 0 : errno
    }
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
    throw .system(code == 0 || code == EEXIST ? ENOTDIR : code)
  }

  /// Names that were given or taken away outlast a failure of the system only then.
  func sync() throws(DiskFault) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      // One may write into a directory without being allowed to read it.
      if errno == EACCES { return }
      throw .system(errno)
    }
    defer { close(descriptor) }
    guard fsync(descriptor) != 0, errno != EINVAL, errno != EOPNOTSUPP else { return }
    throw .system(errno)
  }

  // MARK: Drafts

  private static let draftBegin = ".dropcast-"
  private static let draftEnd = ".new"

  /// For a file that is being written. It does not grow with the name the file will have.
  static func draftName() -> String { draftBegin + String(UInt64.random(in: 0 ... .max), radix: 36) + draftEnd }

  /// Removes drafts that nobody works on: the processes that wrote them were killed.
  func removeAbandonedDrafts() {
    guard let handle = opendir(path) else { return }
    defer { closedir(handle) }
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(Self.draftBegin), name.hasSuffix(Self.draftEnd) { removeIfAbandoned(self.path(of: name)) }
    }
  }

  private func removeIfAbandoned(_ draft: String) {
    let descriptor = open(draft, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
      FileLock.attempt(descriptor) == .taken
    else { return }
    unlink(draft)
  }
}
