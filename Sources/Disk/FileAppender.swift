import Glibc

/// Adds to the ends of files that several processes share: each piece is there whole and once, or not at all.
package enum FileAppender {
  /// Adds to a file that is there and begins with these bytes; an empty one gets them first.
  package static func append(_ bytes: [UInt8], to name: String, beginning: [UInt8]) throws(DiskFault) {
    let destination = try Destination(name)
    guard let file = try LockedFile.open(destination.path, O_APPEND) else { throw .system(ENOENT) }
    let isEmpty = file.size == 0
    guard try isEmpty ? true : file.begins(with: beginning) else { throw .foreign }
    try append((isEmpty ? beginning : []) + bytes, to: file)
  }

  /// Adds a row to a file that is the user's alone, making it where it is missing.
  package static func appendPrivately(row: [UInt8], to path: String) throws(DiskFault) {
    guard let file = try LockedFile.open(path, O_APPEND, creating: 0o600) else { throw .system(ENOENT) }
    guard file.status.st_uid == geteuid() else { throw .notOwn }
    _ = fchmod(file.descriptor, 0o600)
    let newline = UInt8(ascii: "\n")
    // An earlier write may have stopped short, for want of space.
    let isInsideRow = file.size == 0 ? false : try file.read(1, from: file.size - 1) != [newline]
    try append((isInsideRow ? [newline] : []) + row + [newline], to: file)
  }

  private static func append(_ bytes: [UInt8], to file: LockedFile) throws(DiskFault) {
    do {
      try Bytes.write(bytes, to: file.descriptor)
    } catch {
      // The lock is ours: nobody has written behind it.
      _ = ftruncate(file.descriptor, off_t(file.size))
      throw error
    }
    try file.close()
  }
}
