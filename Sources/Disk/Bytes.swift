import Glibc

enum Bytes {
  /// All of them, going on after interruptions and short writes.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(DiskFault) {
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw .system(written < 0 ? errno : ENOSPC) }
      done += written
    }
  }
}
