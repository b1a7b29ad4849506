/// Why nothing was written, as facts: the words are for whoever asked.
package enum DiskFault: Error, Equatable, Sendable {
  /// Something has that name already.
  case exists
  /// The file does not hold what the writer believes.
  case changed
  /// Hard links: the other names would keep the old content.
  case hasOtherNames
  /// A symbolic link to nothing.
  case leadsNowhere
  /// A symbolic link to a file with another ending.
  case leadsElsewhere(String)
  case notRegular
  /// It belongs to somebody else.
  case notOwn
  /// It begins otherwise than the files that may be added to.
  case foreign
  /// Another process has held the file for longer than anybody waits.
  case inUse
  /// The system refused, with this `errno`.
  case system(Int32)
}
