import Glibc

/// Writes files whole or not at all: a name always leads to the old content or to the new one, whenever the process or the
/// machine ends.
package enum FileWriter {
  /// What may stand at a name that is written.
  package enum Precondition: Sendable {
    case nothing
    /// A file that holds these bytes, or nothing.
    case only([UInt8])
    /// Any regular file, or nothing.
    case anything
  }

  /// - Parameters:
  ///   - expected: asked once more at the moment of writing, so that of several writers one finds it so.
  ///   - mode: of a file that is new, before the user's mask; one that is replaced leaves mode and owner to its successor.
  package static func write(
    _ bytes: [UInt8], to name: String, over expected: Precondition, mode: UInt32 = 0o666
  ) throws(DiskFault) {
    let destination = try Destination(name)
    let standing = try standing(at: destination.path)
    if case .nothing = expected, standing != nil { throw .exists }
    let folder = destination.folder
    folder.removeAbandonedDrafts()
    // What replaces a file is at first for nobody else's eyes.
    let mode = standing == nil ? mode : 0o600
    do {
      try write(bytes, to: destination.path, over: expected, Draft(in: folder, mode: mode, isNameless: true))
    } catch .system(let code) where [EPERM, EACCES, EXDEV, EOPNOTSUPP, ENOENT].contains(code) {
      // Some systems let files without names be made, but not named.
      try write(bytes, to: destination.path, over: expected, Draft(in: folder, mode: mode, isNameless: false))
    }
    try folder.sync()
  }

  /// What cannot be replaced is refused before anything is written.
  private static func standing(at path: String) throws(DiskFault) -> stat? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return status
    case S_IFDIR: throw .system(EISDIR)
    default: throw .notRegular
    }
  }

  private static func write(
    _ bytes: [UInt8], to path: String, over expected: Precondition, _ draft: Draft
  ) throws(DiskFault) {
    try draft.fill(bytes)
    while try !put(draft, bytes, at: path, over: expected) {}
    try draft.close()
  }

  /// False when what stands there came or went meanwhile.
  private static func put(
    _ draft: Draft, _ bytes: [UInt8], at path: String, over expected: Precondition
  ) throws(DiskFault) -> Bool {
    if case .nothing = expected {
      try draft.place(at: path)
      return true
    }
    guard let file = try LockedFile.open(path) else {
      do {
        try draft.place(at: path)
        return true
      } catch .exists {
        return false
      }
    }
    defer { file.unlock() }
    // A writer that was stopped after its last step finds its own bytes.
    if case .only(let known) = expected, try !file.holds(known), try !file.holds(bytes) { throw .changed }
    guard file.status.st_nlink == 1 else { throw .hasOtherNames }
    try draft.resemble(file.status)
    try draft.replace(path)
    return true
  }
}
