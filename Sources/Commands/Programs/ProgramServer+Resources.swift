import Language
import Reports
import Scenarios

/// What another program may read: `dropcast://scenarios/lamp.yaml`, `dropcast://presets/meta`, `dropcast://manual/run`.
extension ProgramServer {
  private static let scheme = "dropcast://"
  private static let markdown = "text/markdown"
  private static let yaml = "application/yaml"

  /// The references that the manual has beside a page for each command.
  private static let references: [(name: String, title: String, text: @Sendable () -> String)] = [
    ("commands", "Every command", { ManualPage.markdown }),
    ("parameters", "Every parameter of a scenario", { ReferencePage.parameters }),
    ("metrics", "Every figure", { ReferencePage.metrics }),
  ]

  var resources: JSON {
    let scenarios = folder.scenarios.map { Self.entry("scenarios", $0, "Scenario \($0)", Self.yaml) }
    let presets = PresetCatalogue.all.map { Self.entry("presets", $0.name, $0.summary, Self.markdown) }
    let references = Self.references.map { Self.entry("manual", $0.name, $0.title, Self.markdown) }
    let pages = Catalogue.commands.map { Self.entry("manual", $0.verb, $0.summary, Self.markdown) }
    return ["resources": .array(scenarios + presets + references + pages)]
  }

  var resourceTemplates: JSON {
    [
      "resourceTemplates": [
        [
          "uriTemplate": .string(Self.scheme + "scenarios/{file}"), "name": "scenario",
          "title": "A scenario's text, by its file, seen from the served folder", "mimeType": .string(Self.yaml),
        ],
        [
          "uriTemplate": .string(Self.scheme + "manual/{topic}"), "name": "manual",
          "title": "Help on a command, a parameter, a figure or a term", "mimeType": .string(Self.markdown),
        ],
      ]
    ]
  }

  private static func entry(_ kind: String, _ name: String, _ title: String, _ type: String) -> JSON {
    [
      "uri": .string(scheme + kind + "/" + escaped(name)), "name": .string(name), "title": .string(title),
      "mimeType": .string(type),
    ]
  }

  /// What `resources/read` answers.
  func read(_ parameters: JSON) throws(ProgramFault) -> JSON {
    guard let uri = parameters["uri"]?.string else { throw .invalidParameters(say("which resource?")) }
    guard uri.hasPrefix(Self.scheme) else { throw Self.unknown(uri) }
    let parts = uri.dropFirst(Self.scheme.count).split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2, let name = Self.unescaped(parts[1]) else { throw Self.unknown(uri) }
    let (text, type): (String, String)
    switch parts[0] {
    case "scenarios": (text, type) = (try scenario(name), Self.yaml)
    case "presets": (text, type) = (try Self.preset(name, uri), Self.markdown)
    case "manual": (text, type) = (try Self.page(name, uri), Self.markdown)
    default: throw Self.unknown(uri)
    }
    return ["contents": [["uri": .string(uri), "mimeType": .string(type), "text": .string(text)]]]
  }

  private static func unknown(_ uri: String) -> ProgramFault {
    .noSuchResource(say("no such resource: \(uri.shortened(to: 200))"))
  }

  private func scenario(_ name: String) throws(ProgramFault) -> String {
    do throws(Files.Problem) {
      let path = try folder.file(name)
      let read = Files.confined(to: folder.path) { () -> Result<[UInt8], Files.Problem> in
        do throws(Files.Problem) { return .success(try Files.read(path)) } catch { return .failure(error) }
      }
      guard let text = String(validating: try read.get(), as: UTF8.self) else {
        throw Files.Problem(say("the file is not UTF-8 text"))
      }
      return text
    } catch {
      throw .noSuchResource("\(name.shortened(to: 200)): \(error.message)")
    }
  }

  private static func preset(_ name: String, _ uri: String) throws(ProgramFault) -> String {
    guard let preset = PresetCatalogue.find(name) else { throw unknown(uri) }
    return Tongue.english.speaking { PresetPages.page(of: preset).document.markdown() }
  }

  private static func page(_ name: String, _ uri: String) throws(ProgramFault) -> String {
    if let reference = references.first(where: { $0.name == name }) {
      return Tongue.english.speaking { reference.text() }
    }
    let page = Tongue.english.speaking {
      HelpPages.page(on: name.lowercased(), in: Session())?.markdown()
    }
    guard let page else { throw unknown(uri) }
    return page
  }

  // MARK: Names in addresses

  private static let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~".utf8)

  /// Percent-encoded as RFC 3986 has it.
  private static func escaped(_ name: String) -> String {
    name.utf8.map { byte -> String in
      if plain.contains(byte) { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }.joined()
  }

  /// Nil where it is no name.
  private static func unescaped(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    guard !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }
}
