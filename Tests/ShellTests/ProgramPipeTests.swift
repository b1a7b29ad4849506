import Foundation
import Glibc
import PtySupport
import Testing

/// The program as another one starts it: `dropcast mcp FOLDER`, its two pipes in the client's hands.
private final class Pipes {
  let process: PlainProcess
  /// It is there as long as the program is.
  private let folder: TemporaryFolder
  private var input: Int32
  private var output: Int32
  private var unread: [UInt8] = []

  init(_ folder: TemporaryFolder, _ arguments: [String] = []) throws {
    self.folder = folder
    var (ask, answer): ([Int32], [Int32]) = ([0, 0], [0, 0])
    try #require(pipe(&ask) == 0 && pipe(&answer) == 0)
    // Else the child would keep its own ends open.
    for end in ask + answer { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let errors = open(folder.path("errors"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    process = try PlainProcess(
      "dropcast", ["mcp", folder.path] + arguments, files: [ask[0], answer[1], errors], in: folder.path,
      environment: ["LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=\(folder.path)"])
    close(ask[0])
    close(answer[1])
    close(errors)
    (input, output) = (ask[1], answer[0])
  }

  deinit {
    closeInput()
    closeOutput()
  }

  /// A program that has ended must not end the tests: the signal of its pipe is taken here.
  func send(_ line: String) {
    var (pipeSignal, before, moment) = (sigset_t(), sigset_t(), timespec())
    sigemptyset(&pipeSignal)
    sigaddset(&pipeSignal, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &pipeSignal, &before)
    defer {
      sigtimedwait(&pipeSignal, nil, &moment)
      pthread_sigmask(SIG_SETMASK, &before, nil)
    }
    let bytes = Array((line + "\n").utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count <= 0 { return }
      sent += count
    }
  }

  func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  func closeOutput() {
    if output >= 0 { close(output) }
    output = -1
  }

  /// The next line of answers; nil at the end.
  func next() -> String? {
    while true {
      if let end = unread.firstIndex(of: 10) {
        defer { unread.removeSubrange(...end) }
        return String(decoding: unread[..<end], as: UTF8.self)
      }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(output, &buffer, buffer.count)
      if count <= 0 { return nil }
      unread += buffer[..<count]
    }
  }
}

@Suite("Other programs over pipes")
struct ProgramPipeTests {
  private static let hello =
    #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}"#
  private static let ping = #"{"jsonrpc":"2.0","id":"p","method":"ping"}"#
  private static let pong = #"{"jsonrpc":"2.0","id":"p","result":{}}"#

  private static func call(_ id: Int, paths: Int) -> String {
    "{\"jsonrpc\":\"2.0\",\"id\":\(id),\"method\":\"tools/call\",\"params\":{\"name\":\"run\",\"arguments\":"
      + "{\"scenario\":\"shop.yaml\",\"paths\":\(paths)}}}"
  }

  private func folder() -> TemporaryFolder {
    let folder = TemporaryFolder()
    folder.write(Shop.yaml.utf8, to: "shop.yaml")
    return folder
  }

  @Test("what was asked is answered though the client has closed its end; nothing is written")
  func endOfInput() throws {
    let folder = folder()
    let pipes = try Pipes(folder)
    for line in [Self.hello, Self.call(1, paths: 20), Self.ping] { pipes.send(line) }
    pipes.closeInput()
    var lines: [String] = []
    while let line = pipes.next() { lines.append(line) }
    #expect(try pipes.process.waitForExit() == 0)
    #expect(lines.count == 3 && lines.contains(Self.pong))
    #expect(
      lines.contains {
        $0.hasPrefix(#"{"jsonrpc":"2.0","id":1,"result":{"content":[{"type":"text","text":"{\"dropcast\":1"#)
      })
    #expect(folder.read("errors") == "")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names) == ["shop.yaml", "errors"])
  }

  @Test("a request is withdrawn while it is at work, and somebody asks meanwhile whether the program is there")
  func withdrawal() throws {
    let pipes = try Pipes(folder(), ["--worlds", "1000M", "--seconds", "600"])
    pipes.send(Self.hello)
    #expect(pipes.next()?.contains("serverInfo") == true)
    // More worlds than anybody waits for.
    pipes.send(Self.call(1, paths: 10_000_000))
    pipes.send(Self.ping)
    #expect(pipes.next() == Self.pong)
    pipes.send(#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1,"reason":"enough"}}"#)
    pipes.send(#"{"jsonrpc":"2.0","id":2,"method":"resources/read","params":{"uri":"dropcast://manual/run"}}"#)
    #expect(pipes.next()?.hasPrefix(#"{"jsonrpc":"2.0","id":2,"result":"#) == true)
    pipes.closeInput()
    #expect(pipes.next() == nil)
    #expect(try pipes.process.waitForExit() == 0)
  }

  @Test("a request that takes too long is answered so")
  func tooLong() throws {
    let pipes = try Pipes(folder(), ["--worlds", "1000M", "--seconds", "1"])
    pipes.send(Self.hello)
    pipes.send(Self.call(1, paths: 10_000_000))
    _ = pipes.next()
    let answer = pipes.next() ?? ""
    #expect(answer.contains("this takes longer than 1 s") && answer.hasSuffix(#""isError":true}}"#), "\(answer)")
  }

  @Test("when the client is gone, the work ends too")
  func clientGone() throws {
    let pipes = try Pipes(folder(), ["--worlds", "1000M", "--seconds", "600"])
    pipes.send(Self.hello)
    _ = pipes.next()
    pipes.send(Self.call(1, paths: 10_000_000))
    pipes.closeInput()
    pipes.closeOutput()
    #expect(try pipes.process.waitForExit() == 0)
  }

  @Test("lines without end, of bytes that are no text, and empty ones are answered or passed over")
  func hostileLines() throws {
    let pipes = try Pipes(folder())
    pipes.send(String(repeating: "[", count: (1 << 20) + 100))
    #expect(pipes.next()?.contains("longer than 1 MiB") == true)
    pipes.send("")
    pipes.send("{\u{0}}")
    #expect(pipes.next()?.contains("-32700") == true)
    pipes.send(Self.ping)
    #expect(pipes.next() == Self.pong)
    pipes.closeInput()
    #expect(pipes.next() == nil)
    #expect(try pipes.process.waitForExit() == 0)
  }
}
