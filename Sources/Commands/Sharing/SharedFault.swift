import Language
import Zip

/// Why a shared file cannot be run again.
enum SharedFault: Error, Equatable {
  case zip(ZipFault)
  /// A zip file of something else.
  case noManifest
  /// Its manifest is none that this program writes.
  case unreadable
  case newer
  /// A member that the manifest does not name, or one that it names and that is not there.
  case unnamed(String)
  case missing(String)
  /// A member whose bytes are not those that the manifest tells of.
  case changed(String)

  var message: String {
    switch self {
    case .zip(.encrypted): say("it is encrypted")
    case .zip(.tooManyParts), .zip(.tooLarge): say("unpacked, it would be larger than a shared report can be")
    case .zip(.unsafeName): say("a file in the archive has a name that points outside it")
    case .zip(.twice): say("two files in the archive have the same name")
    case .zip(.damaged(nil)): say("this is not a complete zip file")
    case .zip(.damaged(let name?)): say("\(name.shortened(to: Self.mostLetters)) in the archive cannot be unpacked")
    case .noManifest: say("this zip file was not made by the command share: it has no \(SharedReport.manifestFile)")
    case .unreadable: say("its \(SharedReport.manifestFile) is not in the form that the command share writes")
    case .newer: say("it was written by a newer version of dropcast")
    case .unnamed(let name):
      say("\(name.shortened(to: Self.mostLetters)) is not listed in \(SharedReport.manifestFile)")
    case .missing(let name): say("\(name.shortened(to: Self.mostLetters)) is missing from the archive")
    case .changed(let name): say("\(name) has changed since it was packed: its SHA-256 differs")
    }
  }

  private static let mostLetters = 60
}
