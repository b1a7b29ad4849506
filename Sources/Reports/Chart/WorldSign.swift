/// What becomes of a world, as pictures show it.
package enum WorldSign: String, Sendable {
  case out, loss, profit
  /// Of two plans, the one that is asked about does worse in it.
  case worse

  package var sign: Character {
    switch self {
    case .out: "x"
    case .loss, .worse: "o"
    case .profit: "+"
    }
  }

  package var tone: Tone {
    switch self {
    case .out: .bad
    case .loss: .plain
    case .worse: .dim
    case .profit: .good
    }
  }

  init?(_ sign: Character) {
    switch sign {
    case "x": self = .out
    case "o": self = .loss
    case "+": self = .profit
    default: return nil
    }
  }

  /// The class of its lines in pictures.
  var tint: String {
    switch self {
    case .out: "ruin"
    case .loss: "loss"
    case .profit: "profit"
    case .worse: "keep"
    }
  }
}
