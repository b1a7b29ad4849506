import Glibc

/// Tries in a folder what writing needs: a new file, its replacement, a lock that others see. Nothing is left.
package enum FolderTrial {
  /// - Returns: does the file system know locks? Without them two sessions may overwrite each other's files.
  package static func run(in folder: String) throws(DiskFault) -> Bool {
    let name = Folder(folder.isEmpty ? "." : folder).path(of: ".dropcast-trial-\(getpid())")
    unlink(name)
    defer { unlink(name) }
    try FileWriter.write([1], to: name, over: .nothing)
    try FileWriter.write([1, 2], to: name, over: .only([1]))
    guard let file = try LockedFile.open(name), try file.holds([1, 2]) else { throw .changed }
    let other = Glibc.open(name, O_RDWR | O_CLOEXEC)
    guard other >= 0 else { throw .system(errno) }
    defer { Glibc.close(other) }
    let knowsLocks = FileLock.attempt(other) == .held
    file.unlock()
    return knowsLocks
  }
}
