import Language
import Reports

/// Answers another program over the Model Context Protocol: a message, a line; a line, an answer. Each request is answered
/// as if nothing had been asked before it, so that the same request has the same bytes.
struct ProgramServer {
  let folder: ServedFolder
  let limits: ProgramLimits
  let surroundings: Surroundings
  let channel: MessageChannel
  /// The revision of the protocol that was agreed upon; nil before.
  private var revision: String?

  /// Those whose messages it knows, the latest first: offered where the client asks for another.
  static let revisions = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"]
  /// The only one in which several messages may stand on a line.
  private static let withBatches = "2025-03-26"
  /// Messages on one line, at most.
  private static let mostInBatch = 100

  init(_ folder: ServedFolder, _ limits: ProgramLimits, _ surroundings: Surroundings, _ channel: MessageChannel) {
    self.folder = folder
    self.limits = limits
    self.surroundings = surroundings
    self.channel = channel
  }

  /// Answers until no more messages come, or nobody reads the answers.
  mutating func serve() {
    while let row = channel.next() {
      let answer: String?
      switch row {
      case .problem(let words, _): answer = ProgramMessage.error(.unreadable(words), id: .null)
      case .text(let line, _): answer = self.answer(to: line)
      }
      if let answer, !channel.send(answer) { return }
    }
  }

  /// The line to answer with; nil where no answer is wanted.
  mutating func answer(to line: String) -> String? {
    if line.allSatisfy(\.isWhitespace) { return nil }
    let message: JSON
    do throws(JSON.ReadProblem) {
      message = try JSON(reading: line)
    } catch {
      return ProgramMessage.error(.unreadable(error.words), id: .null)
    }
    guard case .array(let batch) = message else { return answer(to: message) }
    guard revision == Self.withBatches, !batch.isEmpty, batch.count <= Self.mostInBatch else {
      return ProgramMessage.error(.invalidRequest(say("send one message per line")), id: .null)
    }
    var answers: [String] = []
    for message in batch { if let answer = answer(to: message) { answers.append(answer) } }
    return answers.isEmpty ? nil : "[" + answers.joined(separator: ",") + "]"
  }

  private mutating func answer(to message: JSON) -> String? {
    switch ProgramMessage(message) {
    case .response: return nil
    case .fault(let fault, let id): return ProgramMessage.error(fault, id: id)
    case .request(let request):
      // Whatever is told without being asked needs no doing: withdrawals are seen as they come in.
      guard let id = request.id else { return nil }
      do throws(ProgramFault) {
        return try result(of: request).map { ProgramMessage.result($0, for: request) }
      } catch {
        return ProgramMessage.error(error, id: id)
      }
    }
  }

  /// Nil where the request was withdrawn meanwhile.
  private mutating func result(of request: ProgramMessage.Request) throws(ProgramFault) -> JSON? {
    switch request.method {
    case "ping": return .object([])
    case "initialize": return try initialize(request.parameters)
    case "tools/list", "tools/call", "resources/list", "resources/templates/list", "resources/read": break
    default: throw .unknownMethod(say("no such method: \(request.method.shortened(to: 80))"))
    }
    guard revision != nil else { throw .invalidRequest(say("send initialize first")) }
    switch request.method {
    case "tools/list": return ["tools": .array(CommandTool.all.map(\.description))]
    case "tools/call": return try call(request)
    case "resources/list": return Tongue.english.speaking { resources }
    case "resources/templates/list": return resourceTemplates
    default: return try read(request.parameters)
    }
  }

  private mutating func initialize(_ parameters: JSON) throws(ProgramFault) -> JSON {
    guard revision == nil else { throw .invalidRequest(say("initialize came twice")) }
    guard let asked = parameters["protocolVersion"]?.string else {
      throw .invalidParameters(say("initialize needs a protocolVersion"))
    }
    let agreed = Self.revisions.first { $0 == asked } ?? Self.revisions[0]
    revision = agreed
    return [
      "protocolVersion": .string(agreed), "capabilities": ["tools": .object([]), "resources": .object([])],
      "serverInfo": ["name": "dropcast", "version": .string(surroundings.version)],
      "instructions": .string(Self.instructions),
    ]
  }

  /// For whoever chooses among the tools.
  private static let instructions = """
    Dropcast simulates a dropshipping store in thousands of possible futures. resources/list names the scenarios. \
    Begin with the tool run: verdict.recommendation tells whether starting pays, outcome how worlds end. compare sets \
    strategies against not starting, why tells what makes bad worlds fail, check what is doubtful in the numbers. \
    Amounts are in the scenario's currency; probabilities are shares of worlds.
    """
}

extension JSON.ReadProblem {
  fileprivate var words: String {
    switch self {
    case .unexpected(let byte): say("this is not valid JSON: see byte \(byte + 1)")
    case .tooDeep: say("this is nested more than \(JSON.deepest) levels deep")
    case .repeatedKey(let key): say("the key \(key.shortened(to: 80)) appears twice")
    }
  }
}
