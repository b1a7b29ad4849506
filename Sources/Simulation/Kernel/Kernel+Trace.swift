import Statistics

/// A rule or event that fired in one world.
package struct Firing: Hashable, Sendable {
  package enum Origin: Hashable, Sendable {
    /// By its place among the scenario's.
    case rule(Int)
    case event(Int)
  }

  package let day: Int
  package let origin: Origin
  /// The rule's text, or the event's name.
  package let name: String
  package let path: Int
}

/// What became of a candidate of product tests in one world.
package struct Candidacy: Hashable, Sendable {
  package enum Step: String, Sendable {
    case started, kept, dropped
    /// After it was kept.
    case stopped
  }

  package let step: Step
  /// Both from 0; candidates are counted over all slots.
  package let slot: Int
  package let candidate: Int
  package let day: Int
}

extension Kernel {
  func note(_ step: Candidacy.Step, _ slot: Int, _ day: Int, _ lane: Int) {
    guard lane == tracedLane else { return }
    trials.append(Candidacy(step: step, slot: slot, candidate: Int(slots[slot].candidate[lane]), day: day))
  }

  func record(_ code: RuleCode, _ origin: Firing.Origin, _ day: Int) {
    guard let lane = tracedLane, rules.mask[lane] > 0 else { return }
    firings.append(Firing(day: day, origin: origin, name: code.name, path: path(of: lane)))
  }
}

extension Program {
  /// The rules and events that fire in one world of a run, in the order in which they do.
  /// - Parameter options: those of the run; how uncertain parameters are drawn may depend on the number of paths.
  package func trace(path: Int, _ options: RunOptions = RunOptions()) -> [Firing] {
    traced(path: path, options).firings
  }

  /// A kernel that has run the few worlds around a path and traced that one.
  func traced(path: Int, _ options: RunOptions) -> Kernel<Float> {
    let path = max(0, path)
    let draws = WorldDraws(self, sampling: options.sampling, paths: max(options.firstPath + options.paths, path + 1))
    let kernel = Kernel<Float>(self, worlds: draws, lanes: Stream.lanes)
    kernel.tracedLane = path % Stream.lanes
    kernel.run(firstPath: path / Stream.lanes * Stream.lanes)
    return kernel
  }

  /// The rules and events that fire in the plan.
  package func tracePlan() -> [Firing] { tracedPlan().firings }

  func tracedPlan() -> Kernel<Double> {
    let kernel = Kernel<Double>(self, worlds: nil, lanes: 1)
    kernel.tracedLane = 0
    kernel.run(firstPath: 0)
    return kernel
  }
}
