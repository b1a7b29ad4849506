package import Language

/// Why a command did not do what it was asked.
package struct CommandFailure: Error, Sendable {
  package enum Reason: Sendable {
    /// Refused or failed.
    case refused
    /// An `assert` that does not hold.
    case assertion
    /// Stopped by the operator.
    case interrupted

    package var exitCode: Int32 {
      switch self {
      case .refused: 1
      case .assertion: 3
      case .interrupted: 130
      }
    }

    /// The exit code that tells of two failures, 0 for none: a claim that did not hold is the milder one.
    static func worse(_ first: Int32, _ second: Int32) -> Int32 {
      first == 0 || second != Self.assertion.exitCode ? second : first
    }
  }

  package let reason: Reason
  package let findings: [Finding]

  package init(_ findings: [Finding], reason: Reason = .refused) {
    self.findings = findings
    self.reason = reason
  }
}
