import Language
import Reports
import Simulation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How much memory a run may fill, and what bounds it.
package struct MemoryRoom: Equatable, Sendable {
  package enum Bound: Equatable, Sendable {
    case machine
    /// What `ulimit -v` or `-d` allows the process, in bytes.
    case process(option: String, limit: Int)
    /// What a control group, such as a container, allows.
    case group(limit: Int)
  }

  package let bytes: Int
  package let bound: Bound

  package init(_ bytes: Int, _ bound: Bound = .machine) { (self.bytes, self.bound) = (bytes, bound) }

  /// The smallest of all bounds, as they are now: limits may change while the program runs.
  package static var now: MemoryRoom {
    let files = SystemFiles(root: "")
    let physical = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    // Half: a run that took all of it would be killed, and the session with it.
    let machine = MemoryRoom(max(1 << 28, physical / 2))
    let group = files.groupLimit.map { MemoryRoom($0 / 2, .group(limit: $0)) }
    let used = files.used
    let process = [("-v", limit(of: .addressSpace), used.mapped), ("-d", limit(of: .data), used.data)]
      .compactMap { option, limit, used in
        limit.map { MemoryRoom(max(0, $0 - used - Memory.margin), .process(option: option, limit: $0)) }
      }
    return ([machine, group].compactMap(\.self) + process).min { $0.bytes < $1.bytes } ?? machine
  }

  /// Why the program cannot work, where the system gives so little memory that any command could end it; else nil.
  package static var refusalToBegin: String? {
    guard !Memory.has(Memory.margin / 2) else { return nil }
    return say("not enough memory to start: \(now.words)")
  }

  private enum Resource { case addressSpace, data }

  /// nil where there is none.
  private static func limit(of resource: Resource) -> Int? {
    var limits = rlimit()
    let name = resource == .addressSpace ? RLIMIT_AS : RLIMIT_DATA
    #if canImport(Glibc)
      let number = __rlimit_resource_t(name.rawValue)
    #else
      let number = name
    #endif
    guard getrlimit(number, &limits) == 0 else { return nil }
    return Int(exactly: limits.rlim_cur)
  }

  /// `ulimit -v leaves 61 MB of 120 MB`
  var words: String {
    let format = NumberFormat()
    return switch bound {
    case .machine: say("dropcast uses at most \(format.bytes(bytes)), half of this machine's memory")
    case .process(let option, let limit):
      say("of the \(format.bytes(limit)) that ulimit \(option) allows, \(format.bytes(bytes)) is left")
    case .group(let limit):
      say(
        "dropcast uses at most \(format.bytes(bytes)), half of the container's memory limit of \(format.bytes(limit))"
      )
    }
  }
}

/// What the system tells of memory in files.
struct SystemFiles {
  /// What stands before `/proc` and `/sys`: nothing but in tests.
  let root: String

  private func text(_ path: String) -> String? {
    (try? Files.read(root + path, atMost: 1 << 16)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Bytes that are mapped, and those of them that `ulimit -d` counts; 0 where the system does not say.
  var used: (mapped: Int, data: Int) {
    let pages = text("/proc/self/statm")?.split(whereSeparator: \.isWhitespace).map { Int($0) ?? 0 } ?? []
    guard pages.count > 5 else { return (0, 0) }
    let size = sysconf(Int32(_SC_PAGESIZE))
    return (pages[0] * size, pages[5] * size)
  }

  /// The smallest limit of the control groups that the process is in; nil without one.
  var groupLimit: Int? {
    (text("/proc/self/cgroup") ?? "").split(separator: "\n").compactMap { line -> Int? in
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { return nil }
      if parts[1].isEmpty { return limit(in: "/sys/fs/cgroup", String(parts[2]), "memory.max") }
      guard parts[1].split(separator: ",").contains("memory") else { return nil }
      return limit(in: "/sys/fs/cgroup/memory", String(parts[2]), "memory.limit_in_bytes")
    }.min()
  }

  /// The smallest limit of a group and those it lies in. Inside a container the path may be the outer one: then only the
  /// root is there.
  private func limit(in hierarchy: String, _ group: String, _ file: String) -> Int? {
    var limits: [Int?] = []
    var path = group == "/" ? "" : group
    while true {
      // `max` stands for none, and so does the largest number there is.
      limits.append(text("\(hierarchy)\(path)/\(file)").flatMap { Int($0.prefix { $0.isNumber }) })
      guard let slash = path.lastIndex(of: "/") else { break }
      path = String(path[..<slash])
    }
    return limits.compactMap(\.self).filter { $0 < 1 << 60 }.min()
  }
}

extension NumberFormat {
  /// `61 MB`, `1.2 GB`
  func bytes(_ count: Int) -> String {
    let megabytes = Double(max(0, count)) / 1e6
    return megabytes < 1000 ? text(megabytes, .decimals(0)) + " MB" : text(megabytes / 1000, .decimals(1)) + " GB"
  }
}

extension Invocation {
  /// Memory that the system did not give.
  func failure(_ refusal: MemoryRefusal, _ room: MemoryRoom) -> CommandFailure {
    let needed = NumberFormat().bytes(refusal.bytes)
    return failure(
      say("the system refused the \(needed) of memory that this needs (\(room.words))"), at: command.span,
      help: room.bound == .machine
        ? say("run fewer worlds, or close other programs") : say("run fewer worlds, or raise that limit"))
  }
}
