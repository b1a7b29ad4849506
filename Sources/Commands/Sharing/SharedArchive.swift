import Language
import Zip

/// A shared file in memory: every member is there, and is what the manifest says.
struct SharedArchive {
  let manifest: SharedManifest
  /// With its texts.
  let report: SharedReport
  let members: [(name: String, bytes: [UInt8])]

  static let mostBytes = 32 << 20
  private static let limits = ZipReader.Limits(parts: 16, unpacked: 32 << 20)

  static func bytes(_ manifest: SharedManifest, _ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    ZipWriter.bytes(of: members + [(SharedReport.manifestFile, Array(manifest.text.utf8))])
  }

  init(_ bytes: [UInt8]) throws(SharedFault) {
    var zip = try Self.known { () throws(ZipFault) in try ZipReader(bytes, within: Self.limits) }
    let name = SharedReport.manifestFile
    guard let text = try Self.known({ () throws(ZipFault) in try zip.part(name) }) else { throw .noManifest }
    let manifest = try SharedManifest(text)
    guard let files = manifest.scenarioFiles else { throw .unreadable }
    if let other = zip.names.first(where: { part in
      part != name && !manifest.members.contains { $0.name == part }
    }) {
      throw .unnamed(other)
    }
    var members: [(name: String, bytes: [UInt8])] = []
    for member in manifest.members {
      guard let bytes = try Self.known({ () throws(ZipFault) in try zip.part(member.name) }) else {
        throw .missing(member.name)
      }
      guard bytes.count == member.bytes, Fingerprint.sha256(bytes) == member.digest else {
        throw .changed(member.name)
      }
      members.append((member.name, bytes))
    }
    var report = manifest.report
    for file in files {
      guard let bytes = members.first(where: { $0.name == file })?.bytes,
        let text = String(validating: bytes, as: UTF8.self)
      else { throw .unreadable }
      report.scenarios.append(SharedReport.Text(name: file, text: text))
    }
    (self.manifest, self.report, self.members) = (manifest, report, members)
  }

  private static func known<Value>(_ work: () throws(ZipFault) -> Value) throws(SharedFault) -> Value {
    do throws(ZipFault) { return try work() } catch { throw .zip(error) }
  }
}
