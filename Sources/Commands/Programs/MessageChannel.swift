import Reports
import Statistics

/// Where the messages of another program come from and where they are answered: one line each.
package struct MessageChannel {
  /// The next line; nil where no more come.
  package var next: () -> ScriptRows.Row?
  /// Writes a line; false where nobody reads any more.
  package var send: (String) -> Bool
  /// Has the request been withdrawn, by its id as it was written, or its author gone? Any thread may ask.
  package var isWithdrawn: @Sendable (String) -> Bool

  package init(
    next: @escaping () -> ScriptRows.Row?, send: @escaping (String) -> Bool,
    isWithdrawn: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.next = next
    self.send = send
    self.isWithdrawn = isWithdrawn
  }
}

/// The messages that are not to wait until an answer is finished: a request is withdrawn, or somebody asks whether the
/// program is there. They come on a thread of their own.
package final class UrgentMessages: Sendable {
  private let withdrawn = Locked<Set<String>>([])
  /// Held by whoever writes, so that the lines of two threads are not mixed.
  private let pen = Locked(())
  private let write: @Sendable (String) -> Bool

  /// Requests that a client withdraws long before they are asked are its own affair.
  private static let mostWithdrawn = 10_000
  /// A longer line is no such message.
  private static let mostBytes = 4096

  package init(write: @escaping @Sendable (String) -> Bool) { self.write = write }

  package func isWithdrawn(_ id: String) -> Bool { withdrawn.withLock { $0.contains(id) } }

  package func send(_ line: String) -> Bool { pen.withLock { _ in write(line) } }

  /// Looks at a line as it comes in: true where nothing more has to be done about it.
  package func take(_ line: String) -> Bool {
    guard line.utf8.count < Self.mostBytes, let message = try? JSON(reading: line),
      case .request(let request) = ProgramMessage(message)
    else { return false }
    switch request.method {
    case "ping" where request.id != nil:
      _ = send(ProgramMessage.result(.object([]), for: request))
      return true
    case "notifications/cancelled" where request.id == nil:
      if let id = request.parameters["requestId"] {
        withdrawn.withLock { if $0.count < Self.mostWithdrawn { $0.insert(id.text()) } }
      }
      return true
    default: return false
    }
  }
}
