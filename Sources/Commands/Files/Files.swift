import Language

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Reading whole files, with reasons that people understand.
package enum Files {
  package struct Problem: Error, Equatable, Sendable {
    package let message: String
    package let help: String?

    init(_ message: String, help: String? = nil) {
      self.message = message
      self.help = help
    }
  }

  /// No file of ours is larger.
  package static let mostBytes = 1 << 20

  /// The bytes of a regular file, of at most 1 MiB unless more is asked for.
  package static func read(_ path: String, atMost mostBytes: Int = mostBytes) throws(Problem) -> [UInt8] {
    let tooLarge = Problem(
      say("the file is larger than \(mostBytes >> 20) MiB"),
      help: say("this file is too large: name a smaller one"))
    let (descriptor, size) = try openRegular(path)
    defer { close(descriptor) }
    guard size <= mostBytes else { throw tooLarge }

    // Files of the system that are made while they are read have no size.
    let room = min(mostBytes, max(size, Self.mostBytes)) + 1
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      while count < room, let base = buffer.baseAddress {
        let read = Glibc.read(descriptor, base + count, room - count)
        if read < 0 && errno == EINTR { continue }
        if read < 0 { failure = errno }
        if read <= 0 { break }
        count += read
      }
    }
    guard failure == 0 else { throw reason(failure, path) }
    guard bytes.count < room else { throw tooLarge }
    return bytes
  }

  /// Opens a regular file to be read; the caller closes it. Files of the system have size 0, whatever they hold.
  package static func openRegular(_ path: String) throws(Problem) -> (descriptor: Int32, size: Int) {
    // Without O_NONBLOCK a pipe without a writer would keep us waiting for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw reason(errno, path) }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    let code = errno
    let problem = confinementProblem(of: descriptor)
    if problem == nil, isKnown, status.st_mode & S_IFMT == S_IFREG { return (descriptor, Int(status.st_size)) }
    close(descriptor)
    if let problem { throw problem }
    guard isKnown else { throw reason(code, path) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Problem(say("this is a folder"), help: say("name a file in it"))
    }
    throw Problem(say("this is not a regular file"))
  }

  /// Names in a directory, sorted; directories end in `/`. Empty when it cannot be read.
  package static func names(in directory: String) -> [String] {
    guard let handle = opendir(directory.isEmpty ? "." : directory) else { return [] }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      var status = stat()
      let isDirectory =
        stat((directory.isEmpty ? "" : directory + "/") + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      names.append(isDirectory ? name + "/" : name)
    }
    return names.sorted()
  }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// What an `errno` of the system means to people.
  package static func reason(_ code: Int32, _ path: String) -> Problem {
    switch code {
    case ENOENT: Problem(say("there is no such file or folder"))
    case EACCES, EPERM: Problem(say("permission denied"))
    case EISDIR: Problem(say("this is a folder"), help: say("name a file in it"))
    case ENOTDIR: Problem(say("a part of the path is not a folder"))
    case ENAMETOOLONG: Problem(say("the name is too long"))
    case ENOSPC: Problem(say("no space is left on the disk"))
    case EDQUOT: Problem(say("your disk quota is used up"))
    case EFBIG: Problem(say("the file would exceed the size limit"))
    case EIO: Problem(say("the disk reports an error"))
    case EROFS: Problem(say("the disk is read-only"))
    case ELOOP: Problem(say("too many symbolic links"))
    default: Problem(String(cString: strerror(code)))
    }
  }
}

extension Files {
  /// `path` as seen from `directory`; absolute paths and `~` stand for themselves.
  package static func resolve(_ path: String, from directory: String, home: String?) -> String {
    if path.hasPrefix("/") { return path }
    if path == "~" || path.hasPrefix("~/"), let home { return home + path.dropFirst() }
    return directory.isEmpty || directory == "." ? path : directory + "/" + path
  }

  /// The path without symbolic links and `..`, as two names of one thing have in common; absolute, as far as it exists.
  package static func real(_ path: String) -> String {
    resolved(path.isEmpty ? "." : path) ?? absolute(path)
  }

  /// The path without links; nil where there is nothing.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The path seen from the root.
  package static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    return (resolved(".") ?? "") + "/" + path
  }

  package static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
