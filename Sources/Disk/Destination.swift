import Glibc

/// The file that a name leads to, through symbolic links: what is written takes the place of the file, never of a link.
struct Destination {
  let path: String

  /// A link may only lead to a file of the same kind: a name chosen by a stranger must not reach the user's other files.
  init(_ name: String) throws(DiskFault) {
    var status = stat()
    guard lstat(name, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else {
      path = name
      return
    }
    guard let real = realpath(name, nil) else { throw errno == ENOENT ? .leadsNowhere : .system(errno) }
    defer { free(real) }
    path = String(cString: real)
    guard Self.ending(of: path) == Self.ending(of: name) else { throw .leadsElsewhere(path) }
  }

  /// The directory that holds the file.
  var folder: Folder {
    guard let slash = path.lastIndex(of: "/") else { return Folder(".") }
    return Folder(slash == path.startIndex ? "/" : String(path[..<slash]))
  }

  private static func ending(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "" }
    let ending = name[name.index(after: dot)...].lowercased()
    return ending == "yml" ? "yaml" : ending
  }
}
