/// A lock that holds a folder for one process of ours: others wait up to five seconds, then are told.
package final class FolderLock {
  private let file: LockedFile

  /// - Parameter path: of the file that stands for the lock; it is made where it is missing, and stays.
  package init(_ path: String) throws(DiskFault) {
    guard let file = try LockedFile.open(path, creating: 0o600) else { throw .inUse }
    self.file = file
  }

  deinit { file.unlock() }
}
