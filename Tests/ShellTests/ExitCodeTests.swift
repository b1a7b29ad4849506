import Glibc
import PtySupport
import Testing

@Suite("Exit codes")
struct ExitCodeTests {
  let shop = Shop()

  @Test("0: all was done")
  func done() throws {
    let result = try shop.dropcast("-c", "load shop.yaml; run 50; assert ruin <= 100%")
    #expect(result.exitCode == 0)
    #expect(result.errors.isEmpty && !result.hasEscapes)
  }

  @Test(
    "1: a command was refused, and nothing after it is done",
    arguments: [
      "load shop.yaml; set cash.bugdet 3; show", "load nowhere.yaml; help", "nonsense; help", "run; help",
      "set 'open; help",
    ])
  func refused(commands: String) throws {
    let result = try shop.dropcast("-c", commands)
    #expect(result.exitCode == 1)
    #expect(result.output.isEmpty || result.output.hasPrefix("  small shop"))
    #expect(result.errors.contains("<command>:1:") || result.errors.contains("nowhere.yaml: error:"))
    #expect(!result.hasEscapes)
  }

  @Test(
    "2: the process was misused",
    arguments: [
      ["--nonsense"], ["frobnicate"], ["script"], ["script", "a.drop", "b.drop"], ["-c"], ["-c", "help", "more"],
      ["--color", "sometimes"], ["nowhere", "else"], ["run"], ["run", "--json"], ["--print", "nonsense"],
    ])
  func misused(arguments: [String]) throws {
    let result = try BuiltProgram.run("dropcast", arguments, in: shop.folder.path, environment: shop.environment)
    #expect(result.exitCode == 2, "\(arguments) \(result.errors)")
    #expect(result.output.isEmpty && !result.errors.isEmpty)
  }

  @Test("3: an assert failed")
  func assertion() throws {
    let result = try shop.dropcast("-c", "load shop.yaml; run 50; assert p50 orders < 0; help")
    #expect(result.exitCode == 3)
    #expect(result.errors.contains("assert failed: p50 orders is"))
    #expect(!result.output.contains("Simulate"))
  }

  @Test("128 + n: a signal ended a long run, at once", arguments: [SIGINT, SIGTERM, SIGHUP])
  func signals(signal: Int32) throws {
    let commands = "load shop.yaml; show cash.budget; run 1M"
    let files = [
      open("/dev/null", O_RDONLY | O_CLOEXEC),
      open(shop.folder.path("output"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600),
      open(shop.folder.path("errors"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600),
    ]
    defer { for file in files { close(file) } }
    let process = try PlainProcess(
      "dropcast", ["-c", commands], files: files, in: shop.folder.path, environment: shop.environment)
    let deadline = ContinuousClock.now + .seconds(10)
    while !shop.folder.read("output").contains("3000 USD"), ContinuousClock.now < deadline { usleep(5000) }
    // The run begins right after that answer.
    usleep(200_000)
    let sent = ContinuousClock.now
    process.signal(signal)
    #expect(try process.waitForExit() == 128 + signal)
    #expect(ContinuousClock.now - sent < .seconds(1))
    #expect(shop.folder.read("errors") == "stopped; nothing was kept\n")
  }

  @Test("help and version are no errors", arguments: ["--help", "-h", "--version", "help"])
  func help(option: String) throws {
    let result = try shop.dropcast(option)
    #expect(result.exitCode == 0)
    #expect(!result.output.isEmpty && result.errors.isEmpty && !result.hasEscapes)
  }
}
