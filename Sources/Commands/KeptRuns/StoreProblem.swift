import Language
package import SQLite

/// Why runs cannot be kept, or those that were kept not be read.
package enum StoreProblem: Error, Equatable {
  /// The file is a database of somebody else, or none.
  case foreign
  /// A later version of the program has written it.
  case newer
  /// It is ours by its mark, but has tables that no version has made.
  case altered
  case fault(DatabaseFault)

  var message: String {
    switch self {
    case .foreign: say("this is not a file of kept runs")
    case .newer: say("it was written by a newer version of dropcast")
    case .altered: say("another program has changed the structure of this file")
    case .fault(.damaged): say("the file is damaged")
    case .fault(.busy): say("another program is writing this file")
    case .fault(.full): say("no space is left on the disk")
    case .fault(.readOnly): say("it cannot be written")
    case .fault(.system(0)): say("it cannot be opened")
    case .fault(.system(let code)): Files.reason(code, "").message
    case .fault(.other(let words)): words
    }
  }

  /// Would another attempt end the same way?
  var isLasting: Bool {
    switch self {
    case .foreign, .newer, .altered, .fault(.damaged): true
    case .fault: false
    }
  }
}
