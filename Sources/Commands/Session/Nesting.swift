/// The scripts and loops that are being performed, outermost first, and how far they may go.
struct Nesting {
  /// Real paths.
  var scripts: [String] = []
  var loops = 0
  /// Steps of the outermost loop and of all those inside it.
  var steps = 0

  /// Scripts within scripts, and loops within loops. What is written by hand stays far below.
  static let deepest = 16
  static let mostSteps = 100_000

  var isOutermost: Bool { scripts.isEmpty && loops == 0 }
}
