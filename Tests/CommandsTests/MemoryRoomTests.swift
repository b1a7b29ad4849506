import Glibc
import PtySupport
import Testing

@testable import Commands

@Suite("Memory that a run may fill")
struct MemoryRoomTests {
  /// A system whose files say so.
  private func system(_ files: [String: String]) -> (SystemFiles, TemporaryFolder) {
    let folder = TemporaryFolder()
    for (path, text) in files {
      makeFolders(for: path, in: folder)
      folder.write(text.utf8, to: path)
    }
    return (SystemFiles(root: folder.path), folder)
  }

  private func makeFolders(for path: String, in folder: TemporaryFolder) {
    var made = ""
    for part in path.split(separator: "/").dropLast() {
      made += (made.isEmpty ? "" : "/") + part
      mkdir(folder.path(made), 0o700)
    }
  }

  @Test("the smallest limit of a control group and those around it counts, whichever version the system has")
  func groups() {
    let cases: [([String: String], Int?)] = [
      ([:], nil),
      (["proc/self/cgroup": "0::/\n"], nil),
      (["proc/self/cgroup": "0::/\n", "sys/fs/cgroup/memory.max": "max\n"], nil),
      (["proc/self/cgroup": "0::/\n", "sys/fs/cgroup/memory.max": "104857600\n"], 104_857_600),
      (
        [
          "proc/self/cgroup": "0::/a/b\n", "sys/fs/cgroup/a/memory.max": "1000\n",
          "sys/fs/cgroup/a/b/memory.max": "2000\n",
        ], 1000
      ),
      // Inside a container the path is that of the outside, and only the root is there.
      (["proc/self/cgroup": "0::/docker/1f\n", "sys/fs/cgroup/memory.max": "3000\n"], 3000),
      (
        [
          "proc/self/cgroup": "3:cpu,memory:/x\n1:name=systemd:/x\n",
          "sys/fs/cgroup/memory/x/memory.limit_in_bytes": "4000\n",
          "sys/fs/cgroup/memory/memory.limit_in_bytes": "9223372036854771712\n",
        ], 4000
      ),
      (["proc/self/cgroup": "nonsense\n0::\n::::\n"], nil),
    ]
    for (files, limit) in cases {
      let (system, folder) = system(files)
      #expect(system.groupLimit == limit, "\(files)")
      withExtendedLifetime(folder) {}
    }
  }

  @Test("what is mapped already is told by the system, and counts as nothing where it does not say")
  func used() {
    #expect(SystemFiles(root: "").used.mapped > 1 << 20)
    #expect(SystemFiles(root: "/nowhere").used == (0, 0))
  }

  @Test("a refusal says how much was needed, what leaves how much, and how many worlds would fit")
  func words() throws {
    let desk = try Desk()
    desk.session.surroundings.memory = { MemoryRoom(61_000_000, .process(option: "-v", limit: 120_000_000)) }
    #expect(desk.perform("run 90k") == .failed(exitCode: 1))
    #expect(desk.complaint.hasPrefix("90,000 worlds do not fit in memory: they need "))
    #expect(
      desk.complaint.contains("MB, and of the 120 MB that ulimit -v allows, 61 MB is left\nworlds that fit here: "))
    desk.session.surroundings.memory = { MemoryRoom(0, .group(limit: 1_000)) }
    #expect(desk.perform("run 100") == .failed(exitCode: 1))
    #expect(desk.complaint.hasSuffix("not even one world fits: run fewer months, or give dropcast more memory"))
  }
}
