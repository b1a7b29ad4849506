import Language
import Reports

/// A message of another program, after JSON-RPC 2.0.
enum ProgramMessage {
  case request(Request)
  /// An answer to what was never asked.
  case response
  case fault(ProgramFault, id: JSON)

  struct Request {
    /// Nil for a notification, which wants no answer.
    let id: JSON?
    let method: String
    let parameters: JSON
  }

  init(_ message: JSON) {
    let id = message["id"]
    guard case .object = message, message["jsonrpc"] == "2.0", Self.isFit(id) else {
      self = .fault(
        .invalidRequest(say("this is not a message of JSON-RPC 2.0")), id: Self.isFit(id) ? id ?? .null : .null)
      return
    }
    guard let method = message["method"] else {
      let isAnswer = message["result"] != nil || message["error"] != nil
      self = isAnswer ? .response : .fault(.invalidRequest(say("the method is missing")), id: id ?? .null)
      return
    }
    let parameters = message["params"] ?? .object([])
    guard let name = method.string else {
      self = .fault(.invalidRequest(say("method must be a string")), id: id ?? .null)
      return
    }
    guard case .object = parameters else {
      self = .fault(.invalidParameters(say("params must be an object")), id: id ?? .null)
      return
    }
    self = .request(Request(id: id, method: name, parameters: parameters))
  }

  /// Ids are texts or whole numbers; the protocol has no null.
  private static func isFit(_ id: JSON?) -> Bool {
    switch id {
    case nil, .integer, .string: true
    default: false
    }
  }

  static func result(_ result: JSON, for request: Request) -> String {
    let message: JSON = ["jsonrpc": "2.0", "id": request.id ?? .null, "result": result]
    return message.text()
  }

  static func error(_ fault: ProgramFault, id: JSON) -> String {
    let message: JSON = [
      "jsonrpc": "2.0", "id": id, "error": ["code": .integer(fault.code), "message": .string(fault.message)],
    ]
    return message.text()
  }
}

/// What is wrong with a message itself. What is wrong with what it asks is an answer.
struct ProgramFault: Error {
  let code: Int
  let message: String

  static func unreadable(_ message: String) -> Self { Self(code: -32700, message: message) }
  static func invalidRequest(_ message: String) -> Self { Self(code: -32600, message: message) }
  static func unknownMethod(_ message: String) -> Self { Self(code: -32601, message: message) }
  static func invalidParameters(_ message: String) -> Self { Self(code: -32602, message: message) }
  static func noSuchResource(_ message: String) -> Self { Self(code: -32002, message: message) }
}
