import Zip

/// The parts of a workbook, which is a zip archive.
struct WorkbookParts {
  private var archive: ZipReader

  private static let limits = ZipReader.Limits(parts: 1000, unpacked: 512 << 20)

  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    do throws(ZipFault) { archive = try ZipReader(bytes, within: Self.limits) } catch { throw WorkbookFault(error) }
  }

  /// The bytes of a part, unpacked; nil where there is none of that name.
  mutating func part(_ name: String) throws(WorkbookFault) -> [UInt8]? {
    do throws(ZipFault) { return try archive.part(name) } catch { throw WorkbookFault(error) }
  }
}

extension WorkbookFault {
  fileprivate init(_ fault: ZipFault) {
    self =
      switch fault {
      case .encrypted: .encrypted
      case .tooManyParts: .tooManyParts
      case .unsafeName: .unsafeName
      case .tooLarge: .tooLarge
      case .twice: .damaged(part: "zip")
      case .damaged(let part): .damaged(part: part ?? "zip")
      }
  }
}
