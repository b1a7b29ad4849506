/// Why a zip file is not read.
package enum ZipFault: Error, Sendable, Equatable {
  case encrypted
  case tooManyParts
  /// A part whose name leads out of the archive.
  case unsafeName
  /// Two parts have one name: programs disagree on which of them counts.
  case twice
  case tooLarge
  /// What cannot be read; nil where it is the archive itself.
  case damaged(part: String?)
}
