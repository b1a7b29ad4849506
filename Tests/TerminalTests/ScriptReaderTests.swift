import Glibc
import PtySupport
import Terminal
import Testing

@Suite("The script reader")
struct ScriptReaderTests {
  let folder = TemporaryFolder()

  func rows(of bytes: some Sequence<UInt8>) -> [ScriptReader.Row] {
    folder.write(bytes, to: "script")
    let descriptor = open(folder.path("script"), O_RDONLY)
    defer { _ = close(descriptor) }
    var reader = ScriptReader(descriptor: descriptor)
    var rows: [ScriptReader.Row] = []
    while let row = reader.next() { rows.append(row) }
    return rows
  }

  func texts(of text: String) -> [String?] { rows(of: text.utf8).map { try? $0.text.get() } }

  @Test("rows end with LF, CR LF or the end of the input")
  func ends() {
    #expect(texts(of: "a\nb\r\n\n  c") == ["a", "b", "", "  c"])
    #expect(texts(of: "a\n") == ["a"])
    #expect(texts(of: "\n") == [""])
    #expect(texts(of: "").isEmpty)
  }

  @Test("rows are numbered from 1, also after a bad one")
  func numbers() {
    let rows = rows(of: Array("a\nb".utf8) + [0xFF] + Array("c\nd".utf8))
    #expect(rows.map(\.number) == [1, 2, 3])
    #expect(rows[1].text == .failure(.notUTF8(byte: 1)))
    #expect(rows[2].text == .success("d"))
  }

  @Test("the first bad byte is told, behind characters of several bytes")
  func badByte() {
    #expect(rows(of: Array("预算".utf8) + [0xE9, 0xA2]).map(\.text) == [.failure(.notUTF8(byte: 6))])
  }

  @Test("a byte order mark is skipped at the start alone, NUL is kept")
  func marks() {
    #expect(texts(of: "\u{FEFF}a\n\u{FEFF}b\nc\0d") == ["a", "\u{FEFF}b", "c\0d"])
  }

  @Test("a row of 1 MiB is read, a longer one is an error, and the next is read again")
  func length() {
    let limit = ScriptReader.maximumRowLength
    let rows = rows(
      of: (String(repeating: "x", count: limit) + "\r\n" + String(repeating: "y", count: limit + 1) + "\nz").utf8)
    #expect(rows.count == 3)
    #expect((try? rows[0].text.get())?.utf8.count == limit)
    #expect(rows[1].text == .failure(.tooLong(limit: limit)))
    #expect(rows[2].text == .success("z"))
  }

  @Test("a row without an end is told as too long, and not looked through for ever")
  func endless() {
    let descriptor = open("/dev/zero", O_RDONLY)
    defer { _ = close(descriptor) }
    var reader = ScriptReader(descriptor: descriptor)
    #expect(reader.next()?.text == .failure(.tooLong(limit: ScriptReader.maximumRowLength)))
    #expect(reader.next() == nil)
    #expect(reader.next() == nil)
  }

  @Test("rows that cross the buffer arrive whole")
  func crossing() {
    let lines = (0..<5000).map { "row \($0) 预算 " + String(repeating: "-", count: $0 % 97) }
    #expect(texts(of: lines.joined(separator: "\n")) == lines)
  }

  @Test("nobody waits for a pipe that says nothing, nor for the end of a row that has none, once it is to stop")
  func stops() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { for end in ends { _ = close(end) } }
    var asked = 0
    var silent = ScriptReader(descriptor: ends[0]) {
      asked += 1
      return asked > 1
    }
    #expect(silent.next() == nil)
    let zeros = open("/dev/zero", O_RDONLY)
    defer { _ = close(zeros) }
    var endless = ScriptReader(descriptor: zeros) {
      asked += 1
      return asked > 100
    }
    #expect(endless.next()?.text == .failure(.tooLong(limit: ScriptReader.maximumRowLength)))
    #expect(endless.next() == nil)
  }

  @Test("a descriptor that cannot be read is told once")
  func unreadable() {
    var reader = ScriptReader(descriptor: -1)
    #expect(reader.next()?.text == .failure(.unreadable(code: EBADF)))
    #expect(reader.next() == nil)
  }
}

@Suite("Output", .serialized)
struct OutputTests {
  @Test("a pipe whose reader has gone is told as such")
  func closedPipe() throws {
    Interrupts.prepareProcess()
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    _ = close(ends[0])
    defer { _ = close(ends[1]) }
    #expect(throws: Output.Failure.readerIsGone) { try Output(descriptor: ends[1]).write("text") }
  }

  @Test("other failures carry their code")
  func failure() {
    #expect(throws: Output.Failure.failed(code: EBADF)) { try Output(descriptor: -1).write("text") }
  }

  @Test("text larger than a pipe holds is written whole, also to a descriptor that does not block")
  func partialWrites() throws {
    let folder = TemporaryFolder()
    let reader = try #require(popen("cat > '\(folder.path("out"))'", "w"))
    try #require(fcntl(fileno(reader), F_SETFL, O_NONBLOCK) == 0)
    let text = String(repeating: "预算", count: 100_000)
    try Output(descriptor: fileno(reader)).write(text)
    #expect(pclose(reader) == 0)
    #expect(folder.read("out") == text)
  }
}
