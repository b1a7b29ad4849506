import FuzzSupport
import Glibc

// Fuzz TARGET COUNT SEED FOLDER…       inputs made by mutation of the files in the folders
// Fuzz TARGET --files FILE…            these inputs
// Fuzz TARGET --guided ARGUMENTS…      libFuzzer's arguments, where it is linked (`.ci/fuzz`)
//
// The input at work is in the file that FUZZ_INPUT names: what is there after a crash or hang is what did it.

private func tell(_ text: String) {
  _ = Array(text.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

private func misuse() -> Never {
  tell("Fuzz yaml|commands|values|csv|parts COUNT SEED FOLDER…\n")
  exit(2)
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count > 1, let target = FuzzTarget(rawValue: arguments[0]) else { misuse() }

#if GUIDED
  @_silgen_name("LLVMFuzzerRunDriver")
  func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
  ) -> Int32

  if arguments[1] == "--guided" {
    setenv("FUZZ_TARGET", target.rawValue, 1)
    var words = ([CommandLine.arguments[0]] + arguments.dropFirst(2)).map { strdup($0) } + [nil]
    var count = Int32(words.count - 1)
    exit(
      words.withUnsafeMutableBufferPointer { words in
        guard var base = words.baseAddress else { return 2 }
        return runDriver(&count, &base) { bytes, size in
          let input = Array(UnsafeBufferPointer(start: bytes, count: size))
          guard let wrong = FuzzTarget(rawValue: String(cString: getenv("FUZZ_TARGET")))?.run(input) else { return 0 }
          fatalError(wrong)
        }
      })
  }
#endif

/// Who hangs is ended: by the time it works, not by the clock of a busy machine.
private func limitTime() {
  #if DEBUG
    let seconds = 10
  #else
    let seconds = 1
  #endif
  var limit = itimerval(it_interval: timeval(), it_value: timeval(tv_sec: seconds, tv_usec: 0))
  setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &limit, nil)
}

private let inputFile = getenv("FUZZ_INPUT").map { open($0, O_RDWR | O_CREAT | O_CLOEXEC, 0o600) } ?? -1

private func keep(_ input: [UInt8]) {
  guard inputFile >= 0 else { return }
  _ = ftruncate(inputFile, 0)
  _ = input.withUnsafeBytes { pwrite(inputFile, $0.baseAddress, $0.count, 0) }
}

private func perform(_ input: [UInt8]) {
  keep(input)
  limitTime()
  guard let wrong = target.run(input) else { return }
  tell("\(target.rawValue): \(wrong)\n")
  exit(1)
}

private func bytes(_ path: String) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  defer { close(descriptor) }
  var (all, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
  while case let count = read(descriptor, &buffer, buffer.count), count > 0 { all += buffer[..<count] }
  return all
}

private func files(in folder: String) -> [String] {
  guard let handle = opendir(folder) else { return [] }
  defer { closedir(handle) }
  var names: [String] = []
  while let entry = readdir(handle) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if !name.hasPrefix(".") { names.append(folder + "/" + name) }
  }
  return names.sorted()
}

if arguments[1] == "--files" {
  for path in arguments.dropFirst(2) { perform(bytes(path)) }
} else {
  guard arguments.count > 2, let count = Int(arguments[1]), let seed = UInt64(arguments[2]) else { misuse() }
  let seeds = target.seeds + arguments.dropFirst(3).flatMap(files).map(bytes)
  var mutator = Mutator(seeds, vocabulary: target.vocabulary, seed: seed)
  for _ in 0..<count { perform(mutator.next()) }
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  print("\(target.rawValue): \(count) inputs, \(usage.ru_maxrss / 1024) MB at most, \(usage.ru_utime.tv_sec) s")
}
