package import Language
package import Scenarios

extension ScenarioFile {
  /// Reads a scenario file. Whatever is wrong with it is thrown as findings.
  package static func load(_ path: String, home: String? = nil) throws(FindingsError) -> ScenarioFile {
    try loadWithSource(path, home: home).file
  }

  /// Reads a scenario file, and gives its text too.
  static func loadWithSource(
    _ path: String, home: String?
  ) throws(FindingsError) -> (file: ScenarioFile, source: Source) {
    let bytes: [UInt8]
    do throws(Files.Problem) {
      bytes = try Files.read(path)
    } catch {
      throw FindingsError([Finding(.error, error.message, help: error.help ?? nearbyFiles(path), source: path)])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw FindingsError([invalidText(bytes, path)])
    }
    let source = Source(name: path, text: text)
    return (try read(source, home: home), source)
  }

  /// Reads the text of a scenario file, with files below its folder.
  static func read(_ source: Source, home: String?) throws(FindingsError) -> ScenarioFile {
    let folder = Files.directory(of: source.name)
    let columns = SampleFile.reader(from: folder, home: home, below: [folder])
    return try ScenarioFile(reading: source, columns: columns)
  }

  /// Files with nearly that name, for a path that was mistyped.
  private static func nearbyFiles(_ path: String) -> String? {
    if Files.exists(path) { return nil }
    let directory = Files.directory(of: path)
    let name = directory.isEmpty ? path : String(path.dropFirst(directory.count + 1))
    let nearest = Nearest.names(to: name, among: Files.names(in: directory))
    return nearest.isEmpty ? nil : say("nearest: \(nearest.joined(separator: ", "))")
  }

  /// The line where the first byte stands that is not UTF-8.
  private static func invalidText(_ bytes: [UInt8], _ path: String) -> Finding {
    var low = 0
    var high = bytes.count
    // Every prefix up to the bad byte is valid but for a character cut at its end; three bytes settle that.
    while low < high {
      let middle = (low + high + 1) / 2
      let isValid = (0...3).contains { cut in
        middle >= cut && String(validating: bytes[..<(middle - cut)], as: UTF8.self) != nil
          && bytes[(middle - cut)..<middle].allSatisfy { $0 >= 0x80 }
      }
      if isValid { low = middle } else { high = middle - 1 }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let source = Source(name: path, text: text)
    let before = String(decoding: bytes[..<low], as: UTF8.self)
    let offset = before.utf8.count
    return Finding(
      .error, say("the file is not UTF-8 text"),
      help: isGBK(bytes)
        ? say(
          "it looks like GBK; to convert it, type in your system's terminal: iconv -f GB18030 -t UTF-8 \(path) > utf8.yaml"
        )
        : say("save it as UTF-8"), at: SourceSpan(offset, offset + 1), in: source)
  }

  /// Could all bytes be letters of GB18030, which holds GBK?
  private static func isGBK(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while index < bytes.count {
      let rest = bytes[index...].prefix(4).map { $0 }
      switch rest[0] {
      case 0..<0x80: index += 1
      case 0x81...0xFE where rest.count > 1 && (0x40...0xFE).contains(rest[1]) && rest[1] != 0x7F: index += 2
      case 0x81...0xFE where rest.count > 3 && (0x30...0x39).contains(rest[1]): index += 4
      default: return false
      }
    }
    return true
  }
}
