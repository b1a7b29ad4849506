import CPty
import Glibc

/// A new folder, removed with everything in it at the end.
package final class TemporaryFolder {
  package let path: String

  package init() {
    var template = Array("/tmp/dropcast-tests-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? ""
  }

  deinit {
    guard !path.isEmpty else { return }
    _ = cpty_remove_tree(path)
  }

  package func path(_ name: String) -> String { path + "/" + name }

  package func write(_ bytes: some Sequence<UInt8>, to name: String) {
    let descriptor = open(path(name), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    let bytes = Array(bytes)
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { break }
      start += count
    }
    _ = close(descriptor)
  }

  /// Makes a symbolic link.
  package func link(_ name: String, to target: String) { _ = symlink(target, path(name)) }

  package func read(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }

  package func bytes(_ name: String) -> [UInt8] {
    let descriptor = open(path(name), O_RDONLY)
    defer { _ = close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = Glibc.read(descriptor, &buffer, buffer.count), count > 0 {
      bytes.append(contentsOf: buffer[..<count])
    }
    return bytes
  }

  /// All that is in the folder or in one inside it, sorted, also what is hidden.
  package func names(in folder: String = "") -> [String] {
    guard let handle = opendir(path(folder)) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  /// The permission bits of a file or folder.
  package func mode(_ name: String) -> UInt32 {
    var status = stat()
    return lstat(path(name), &status) == 0 ? status.st_mode & 0o777 : 0
  }
}
