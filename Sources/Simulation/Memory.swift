#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The system gives less memory than a run needs.
package struct MemoryRefusal: Error, Equatable {
  /// How much was asked for.
  package let bytes: Int

  package init(bytes: Int) { self.bytes = bytes }
}

/// Memory that the system may refuse. Swift's own allocations end the program then; so large ones are asked for here.
package enum Memory {
  /// What answers, scenarios and all else beside the numbers of a run take, which nobody asks for in advance.
  package static let margin = 32 << 20
  /// The most that a thread takes beside the work: its stack, and the room that the C library sets aside for it.
  static let thread = (8 + 64) << 20

  /// Would the system give so many bytes now? Nothing is taken.
  package static func has(_ bytes: Int) -> Bool {
    // Not by `malloc`: it would keep what it gets back for later, and place other things differently.
    let place = mmap(nil, max(1, bytes), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let place, place != UnsafeMutableRawPointer(bitPattern: -1) else { return false }
    munmap(place, max(1, bytes))
    return true
  }

  /// So many numbers, all zero; whoever takes them frees them.
  static func zeros<Number>(_ count: Int, of: Number.Type) throws(MemoryRefusal) -> UnsafeMutablePointer<Number> {
    let size = max(1, count)
    guard let memory = calloc(size, MemoryLayout<Number>.stride) else {
      throw MemoryRefusal(bytes: size * MemoryLayout<Number>.stride)
    }
    return memory.bindMemory(to: Number.self, capacity: size)
  }

  /// So many bytes from the beginning of a cache line on; whoever takes them frees them.
  static func lines(_ bytes: Int) throws(MemoryRefusal) -> UnsafeMutableRawPointer {
    var memory: UnsafeMutableRawPointer?
    guard posix_memalign(&memory, 64, max(64, bytes)) == 0, let memory else { throw MemoryRefusal(bytes: bytes) }
    return memory
  }
}
