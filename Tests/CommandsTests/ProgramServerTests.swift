import Commands
import Foundation
import PtySupport
import Reports
import Testing

/// A program that asks, and all that it was answered.
private struct Client {
  let desk: Desk
  /// `initialize` as the first message.
  static let hello =
    #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}"#

  init() throws { desk = try Desk(loaded: false) }

  /// The answers to lines; the answer to `hello` is left out.
  func ask(_ lines: [String], _ command: String = "mcp .", greets: Bool = true) throws -> [JSON] {
    var waiting = ((greets ? [Self.hello] : []) + lines)[...]
    var answers: [String] = []
    desk.session.surroundings.messages = MessageChannel(
      next: { waiting.popFirst().map { .text($0, number: 1) } },
      send: { line in
        answers.append(line)
        return true
      })
    #expect(desk.perform(command) == .done, "\(desk.complaint)")
    #expect(answers.allSatisfy { !$0.contains("\n") })
    return try answers.map { try JSON(reading: $0) }.dropFirst(greets ? 1 : 0).map { $0 }
  }

  func ask(_ method: String, _ params: JSON = .object([]), _ command: String = "mcp .") throws -> JSON {
    let message: JSON = ["jsonrpc": "2.0", "id": 1, "method": .string(method), "params": params]
    return try #require(try ask([message.text()], command).first)
  }

  func call(_ tool: String, _ arguments: JSON, _ command: String = "mcp .") throws -> JSON {
    let answer = try ask("tools/call", ["name": .string(tool), "arguments": arguments], command)
    return try #require(answer["result"], "\(answer.text())")
  }
}

extension JSON {
  fileprivate var elements: [JSON] { if case .array(let elements) = self { elements } else { [] } }
  fileprivate var firstText: String { self["content"]?.elements.first?["text"]?.string ?? "" }
  fileprivate var code: JSON? { self["error"]?["code"] }
}

@Suite("Answers to other programs")
struct ProgramServerTests {
  /// Tools, what they are given, and the line of the shell that answers the same.
  private static let answered: [(tool: String, arguments: JSON, line: String)] = [
    ("compare", ["paths": 60], "compare --paths 60 --json"),
    (
      "run", ["words": "60", "set": ["cash.budget=1000", "ads.meta.budget = 5 USD per day"]],
      "run 60 --set cash.budget=1000 --set 'ads.meta.budget = 5 USD per day' --json"
    ),
    ("stress", ["paths": "0.05k"], "stress --paths 50 --json"), ("check", [:], "check --json"),
    ("whatif", ["words": "cash.budget +10%", "paths": 50], "whatif cash.budget +10% --paths 50 --json"),
    ("show", ["words": "cash.budget"], "show cash.budget --json"),
    ("show", ["words": "months", "run": "60"], "run 60; show months --json"),
    ("worlds", ["run": "lean 60", "words": "near p25"], "run lean 60; worlds near p25 --json"),
    ("presets", ["words": "ads"], "presets ads --json"),
  ]

  /// What is refused, and the words for it.
  private static let refused: [(tool: String, arguments: JSON, says: String)] = [
    ("run", [:], "run needs a scenario"), ("run", ["scenario": 7], "scenario: expected text"),
    ("run", ["scenario": "shop.yaml", "path": 7], "nearest: paths"),
    ("run", ["scenario": "shop.yaml", "paths": "many"], "expected a whole number"),
    ("run", ["scenario": "shop.yaml", "paths": [1]], "paths: expected a number or text"),
    ("run", ["scenario": "shop.yaml", "plan": "yes"], "plan: expected true or false"),
    ("run", ["scenario": "shop.yaml", "words": "nobody"], "no such strategy: nobody"),
    ("run", ["scenario": "shop.yaml", "words": "10; save x.yaml"], "these words contain more than the command"),
    ("run", ["scenario": "shop.yaml", "words": "10\nsave x.yaml"], "these words contain more than the command"),
    ("run", ["scenario": "shop.yaml", "words": "10 --to x.json"], "give --to as an argument"),
    ("run", ["scenario": "shop.yaml", "words": "10 '"], "the words cannot be read"),
    ("run", ["scenario": "shop.yaml", "to": "x.json"], "run has no argument to"),
    ("run", ["scenario": "shop.yaml", "shard": "1/2"], "run has no argument shard"),
    ("run", ["scenario": "shop.yaml", "words": "10 \u{0}"], "unexpected word"),
    ("run", ["scenario": "../shop.yaml"], "outside the folder"),
    ("run", ["scenario": "/etc/passwd"], "outside the folder"),
    ("run", ["scenario": "/etc/hosts.yaml"], "outside the folder"),
    ("run", ["scenario": "~/shop.yaml"], "no such scenario"),
    ("run", ["scenario": "shop.yaml\u{0}"], "outside the folder"), ("run", ["scenario": ""], "outside the folder"),
    ("run", ["scenario": "shop"], "does not end in .yaml"), ("run", ["scenario": "shup.yaml"], "nearest: shop.yaml"),
    ("run", ["scenario": "out.yaml"], "outside the folder"),
    ("run", ["scenario": "away/passwd.yaml"], "no such scenario"),
    ("run", ["scenario": "folder.yaml"], "this is a folder"),
    ("whatif", ["scenario": "shop.yaml", "words": "products.lamp.price = from ../x.csv column A"], "x.csv"),
    ("worlds", ["scenario": "shop.yaml", "run": "10; quit"], "these words contain more than the command"),
    ("show", ["scenario": "shop.yaml", "words": "#1"], "no run"),
    ("explain", ["scenario": "shop.yaml", "words": "world 99999999"], "out of range"),
  ]

  @Test(
    "the revision of the protocol is the client's where it is known, else the latest",
    arguments: [
      ("2024-11-05", "2024-11-05"), ("2025-03-26", "2025-03-26"), ("2025-06-18", "2025-06-18"),
      ("2025-11-25", "2025-11-25"), ("1999-01-01", "2025-11-25"),
    ])
  func revisions(asked: String, agreed: String) throws {
    let line = Client.hello.replacing("2025-06-18", with: asked)
    let answer = try #require(try Client().ask([line], greets: false).first)
    let result = try #require(answer["result"])
    #expect(result["protocolVersion"]?.string == agreed)
    #expect(result["serverInfo"]?["name"] == "dropcast")
    #expect(result["capabilities"]?["tools"] != nil && result["capabilities"]?["resources"] != nil)
  }

  @Test("tools are the commands that change nothing, with what they take and answer")
  func tools() throws {
    let tools = try #require(try Client().ask("tools/list")["result"]?["tools"]).elements
    let names = tools.compactMap { $0["name"]?.string }
    #expect(Set(["run", "compare", "why", "check", "whatif", "show", "presets", "worlds"]).isSubset(of: names))
    for name in ["set", "save", "import", "export", "report", "script", "log", "merge", "let", "mcp", "new", "runs"] {
      #expect(!names.contains(name), "\(name)")
    }
    for tool in tools {
      let name = tool["name"]?.string ?? ""
      let input = try #require(tool["inputSchema"])
      #expect(input["type"] == "object" && input["additionalProperties"] == false, "\(name)")
      for option in ["json", "csv", "md", "to", "force", "shard", "threads"] {
        #expect(input["properties"]?[option] == nil, "\(name) \(option)")
      }
      #expect(tool["annotations"]?["readOnlyHint"] == true)
      if let output = tool["outputSchema"] { #expect(output["type"] == "object", "\(name)") }
    }
    let run = try #require(tools.first { $0["name"] == "run" })
    #expect(run["inputSchema"]?["required"] == ["scenario"])
    #expect(run["outputSchema"]?["properties"]?["verdict"] != nil)
  }

  @Test("an answer has the bytes of --json, as text and as data that is what the tool's schema says")
  func sameBytes() throws {
    let client = try Client()
    let result = try client.call("run", ["scenario": "shop.yaml", "words": "lean 80", "seed": 7, "months": 2])
    client.desk.session.surroundings.messages = nil
    client.desk.perform("load shop.yaml; run lean 80 --seed 7 --months 2 --json")
    #expect(result.firstText == client.desk.data && result["isError"] == false)
    let data = try #require(result["structuredContent"])
    #expect(data.text() + "\n" == result.firstText)
    let schema = try #require(Catalogue.find("run")?.answer?.schema)
    #expect(SchemaValidator(schema).faults(in: data).isEmpty)
    #expect(try client.call("run", ["scenario": "shop.yaml", "words": "lean 80", "seed": 7, "months": 2]) == result)
  }

  @Test(
    "what a tool is given stands as on a line of the shell",
    arguments: answered)
  func calls(tool: String, arguments: JSON, line: String) throws {
    let client = try Client()
    var arguments = arguments
    if Catalogue.find(tool)?.scenario != .never, case .object(let members) = arguments {
      arguments = .object([JSON.Member("scenario", "shop.yaml")] + members)
    }
    let result = try client.call(tool, arguments)
    client.desk.session.surroundings.messages = nil
    client.desk.perform("load shop.yaml")
    #expect(client.desk.perform(line) == .done)
    let data = client.desk.data.split(separator: "\n").last.map { $0 + "\n" } ?? ""
    #expect(result.firstText == data, "\(result.text().prefix(300))")
  }

  @Test(
    "hostile and mistaken arguments are refused in words, and do nothing",
    arguments: refused)
  func refusals(tool: String, arguments: JSON, says: String) throws {
    let client = try Client()
    let folder = client.desk.folder
    try FileManager.default.createSymbolicLink(atPath: folder.path("out.yaml"), withDestinationPath: "/etc/passwd")
    try FileManager.default.createSymbolicLink(atPath: folder.path("away"), withDestinationPath: "/etc")
    try FileManager.default.createDirectory(atPath: folder.path("folder.yaml"), withIntermediateDirectories: true)
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let result = try client.call(tool, arguments)
    #expect(result["isError"] == true && result["structuredContent"] == nil)
    #expect(result.firstText.contains(says), "\(result.firstText)")
    #expect(!result.firstText.contains("root:"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == before)
  }

  @Test("a scenario's samples are read below the served folder only, wherever links lead")
  func samples() throws {
    let client = try Client()
    let folder = client.desk.folder
    folder.write("A\n1\n2\n3\n".utf8, to: "in.csv")
    try FileManager.default.createSymbolicLink(atPath: folder.path("out.csv"), withDestinationPath: "/etc/hostname")
    for (file, isRead) in [("in.csv", true), ("out.csv", false)] {
      folder.write(
        smallShop.replacing("cpc: 0.50 USD", with: "cpc: from \(file) column A").utf8, to: "sampled.yaml")
      let result = try client.call("run", ["scenario": "sampled.yaml", "words": "20"])
      #expect((result["isError"] == false) == isRead, "\(file): \(result.firstText.prefix(200))")
    }
  }

  @Test("what takes too many worlds or lasts too long is refused, in the result")
  func limits() throws {
    let client = try Client()
    let call = { (arguments: JSON, command: String) in try client.call("run", arguments, command).firstText }
    #expect(try call(["scenario": "shop.yaml", "paths": 500], "mcp . --worlds 400").contains("this takes 500 worlds"))
    #expect(try call(["scenario": "shop.yaml", "paths": 300], "mcp . --worlds 400").hasPrefix("{"))
    #expect(
      try client.call("compare", ["scenario": "shop.yaml", "paths": 300], "mcp . --worlds 400").firstText
        .contains("at most 400 are allowed per request"))
    #expect(try call(["scenario": "shop.yaml", "paths": 10], "mcp . --days 80").contains("lasts 90 days; at most 80"))
    #expect(
      try call(["scenario": "shop.yaml", "paths": 10, "months": 60], "mcp . --days 100").contains(
        "at most 100 are allowed")
    )
  }

  @Test("a request that was withdrawn is not answered")
  func withdrawn() throws {
    let client = try Client()
    var waiting = [
      Client.hello,
      #"{"jsonrpc":"2.0","id":"x","method":"tools/call","params":{"name":"run","arguments":{"scenario":"shop.yaml"}}}"#,
    ][...]
    var answers: [String] = []
    client.desk.session.surroundings.messages = MessageChannel(
      next: { waiting.popFirst().map { .text($0, number: 1) } },
      send: { line in
        answers.append(line)
        return true
      }, isWithdrawn: { $0 == "\"x\"" })
    #expect(client.desk.perform("mcp .") == .done)
    #expect(answers.count == 1)
  }

  @Test("when nobody reads any more, it ends")
  func gone() throws {
    let client = try Client()
    var asked = 0
    client.desk.session.surroundings.messages = MessageChannel(
      next: {
        asked += 1
        return .text(Client.hello, number: 1)
      }, send: { _ in false })
    #expect(client.desk.perform("mcp .") == .done)
    #expect(asked == 1)
  }

  @Test(
    "what is no message of the protocol is answered with its number, and the next is answered as ever",
    arguments: [
      ("{", -32700), ("nonsense", -32700), (String(repeating: "[", count: 5000), -32700), ("\u{0}", -32700),
      (#"{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}"#, -32700), ("[]", -32600), ("[1]", -32600), ("1", -32600),
      ("null", -32600), ("{}", -32600), (#"{"id":1,"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#, -32600), (#"{"jsonrpc":"2.0","id":1}"#, -32600),
      (#"{"jsonrpc":"2.0","id":1,"method":7}"#, -32600), (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#, -32600), (#"{"jsonrpc":"2.0","id":{},"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":1,"method":"no/such"}"#, -32601),
      (#"{"jsonrpc":"2.0","id":1,"method":"prompts/list"}"#, -32601),
      (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":[]}"#, -32602),
      (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{}}"#, -32602),
      (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":7}}"#, -32602),
      (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"save"}}"#, -32602),
      (#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18"}}"#, -32600),
    ])
  func faults(line: String, code: Int) throws {
    let answers = try Client().ask([line, #"{"jsonrpc":"2.0","id":9,"method":"ping"}"#])
    #expect(answers.first?.code == .integer(code), "\(answers.first?.text() ?? "")")
    #expect(answers.last == ["jsonrpc": "2.0", "id": 9, "result": [:]])
  }

  @Test("before initialize there is ping and nothing else; notifications and answers are not answered")
  func order() throws {
    let answers = try Client().ask(
      [
        #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#, #"{"jsonrpc":"2.0","id":2,"method":"ping"}"#,
        #"{"jsonrpc":"2.0","id":3,"method":"server/discover"}"#,
        #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
        #"{"jsonrpc":"2.0","method":"tools/call"}"#, #"{"jsonrpc":"2.0","id":4,"result":{}}"#, "", "   ",
        #"{"jsonrpc":"2.0","id":5,"method":"initialize","params":{}}"#,
      ], greets: false)
    #expect(answers.map { $0["id"] } == [1, 2, 3, 5])
    #expect(answers.map(\.code) == [-32600, nil, -32601, -32602])
  }

  @Test("several messages on a line are for the one revision that has them")
  func batches() throws {
    let line =
      #"[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"x"},{"jsonrpc":"2.0","id":2,"method":"x"}]"#
    let hello = Client.hello.replacing("2025-06-18", with: "2025-03-26")
    let answers = try Client().ask([hello, line], greets: false)
    #expect(answers.last?.elements.map { $0["id"] } == [1, 2])
    #expect(try Client().ask([line]).first?.code == -32600)
  }

  @Test("scenarios of the folder, presets and pages of the manual can be listed and read")
  func resources() throws {
    let client = try Client()
    let folder = client.desk.folder
    folder.write(smallShop.utf8, to: "meine Läden.yaml")
    try FileManager.default.createSymbolicLink(atPath: folder.path("out.yaml"), withDestinationPath: "/etc/passwd")
    let listed = try #require(try client.ask("resources/list")["result"]?["resources"]).elements
    let uris = listed.compactMap { $0["uri"]?.string }
    #expect(
      uris.filter { $0.contains("scenarios") } == [
        "dropcast://scenarios/meine%20L%C3%A4den.yaml", "dropcast://scenarios/shop.yaml",
      ])
    for uri in ["dropcast://presets/meta", "dropcast://manual/run", "dropcast://manual/metrics"] {
      #expect(uris.contains(uri))
    }
    for uri in uris {
      let answer = try client.ask("resources/read", ["uri": .string(uri)])
      let contents = try #require(answer["result"]?["contents"]?.elements.first, "\(answer.text())")
      #expect(contents["uri"]?.string == uri && contents["text"]?.string?.isEmpty == false)
    }
    let page = try client.ask("resources/read", ["uri": "dropcast://manual/roas"])
    #expect(page.text().contains("Revenue ÷ ad spend"))
    let templates = try client.ask("resources/templates/list")["result"]?["resourceTemplates"]?.elements
    #expect(templates?.count == 2)
  }

  @Test(
    "no other resource is read, and nothing is told of what lies outside",
    arguments: [
      "dropcast://scenarios/../shop.yaml", "dropcast://scenarios/%2e%2e/shop.yaml", "dropcast://scenarios//etc/passwd",
      "dropcast://scenarios/%2Fetc%2Fpasswd", "dropcast://scenarios/shop.yaml%00", "dropcast://scenarios/%zz.yaml",
      "dropcast://scenarios/%ff.yaml", "dropcast://scenarios/out.yaml", "dropcast://scenarios/none.yaml",
      "dropcast://scenarios/", "dropcast://scenarios", "dropcast://", "dropcast://presets/none", "dropcast://none/x",
      "dropcast://manual/xyzzy", "file:///etc/passwd", "", "http://example.com/",
    ])
  func noResource(uri: String) throws {
    let client = try Client()
    try FileManager.default.createSymbolicLink(
      atPath: client.desk.folder.path("out.yaml"), withDestinationPath: "/etc/passwd")
    let answer = try client.ask("resources/read", ["uri": .string(uri)])
    #expect(answer.code == -32002, "\(answer.text())")
    #expect(!answer.text().contains("root:"))
  }

  @Test("a folder that is none is refused, and at the prompt it says who starts it")
  func folders() throws {
    let desk = try Desk()
    #expect(desk.perform("mcp nowhere") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("no such file"))
    #expect(desk.perform("mcp shop.yaml") == .failed(exitCode: 1))
    #expect(desk.complaint.contains("this is not a folder"))
    #expect(desk.perform("mcp") == .done)
    #expect(desk.notices.first?.contains("dropcast mcp FOLDER") == true)
  }
}
