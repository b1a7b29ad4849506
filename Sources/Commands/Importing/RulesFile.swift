import Importers
import Language

/// Reads the rules for a table of one's own: `bank.csv.rules` beside it, or the file that `as` names.
enum RulesFile {
  static let ending = ".rules"

  static func read(_ name: String, at path: String) throws(CommandFailure) -> ImportRules {
    let bytes: [UInt8]
    do throws(Files.Problem) { bytes = try Files.read(path) } catch {
      throw CommandFailure([Finding(.error, error.message, help: error.help, source: name)])
    }
    do throws(ImportRules.Fault) {
      return try ImportRules(String(decoding: bytes, as: UTF8.self))
    } catch {
      let (message, help) = error.problem.words
      throw CommandFailure([Finding(.error, message, help: help, source: "\(name):\(error.line)")])
    }
  }
}

extension ImportRules.Fault.Problem {
  fileprivate var words: (message: String, help: String?) {
    switch self {
    case .unknown(let word, let known):
      (
        say("no rule is called \(word)"),
        Invocation.suggestion(word, known) ?? say("rules: \(known.joined(separator: ", "))")
      )
    case .value(let rule, let allowed):
      (say("\(rule): this value is not allowed here"), say("write: \(rule) \(allowed)"))
    case .twice(let rule): (say("\(rule) is given twice"), say("keep one of them"))
    case .missing(let rule): (say("the rule \(rule) is missing"), say("add a line that begins with \(rule)"))
    }
  }
}
