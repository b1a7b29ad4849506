package import Statistics

/// The drawn numbers of some worlds, part of them drawn anew from their law given the others.
package struct Redraws: Sendable {
  /// What is kept or drawn anew together, by places among the drawn numbers: each by itself, but those that crash together.
  package let players: [[Int]]
  private let parameters: [UncertainParameter]
  private let copula: ConditionalCopula
  /// By number and world: what the worlds have, their uniforms, and those of the other worlds before and after they are
  /// correlated.
  private let values: [[Double]]
  private let own: [[Double]]
  private let raw: [[Double]]
  private let whole: [[Double]]
  package let worlds: Int

  /// - Parameters:
  ///   - program: whose worlds these are, the first `worlds` of a run of `size`.
  ///   - others: the same scenario with another seed.
  package init(_ program: Program, _ others: Program, worlds: Int, of size: Int, _ sampling: ParameterSampling) {
    self.worlds = worlds
    parameters = program.uncertain.map { parameter in
      var ready = parameter
      ready.law = parameter.law.readyToDraw
      return ready
    }
    copula = ConditionalCopula(program.copula)
    values = program.drawn(paths: worlds, of: size, sampling: sampling)
    own = program.uniforms(worlds, of: size, sampling, isCorrelated: true)
    raw = others.uniforms(worlds, of: worlds, .random, isCorrelated: false)
    whole = others.uniforms(worlds, of: worlds, .random, isCorrelated: true)
    let wholes = copula.wholes
    let inWholes = Set(wholes.flatMap(\.self))
    players = (parameters.indices.filter { !inWholes.contains($0) }.map { [$0] } + wholes).sorted { $0[0] < $1[0] }
  }

  /// The numbers of all worlds, a column for each.
  /// - Parameters:
  ///   - keeps: by world and player.
  ///   - threads: changes how long it takes, never the numbers.
  package func columns(threads: Int, keeping keeps: @escaping @Sendable (_ world: Int, _ player: Int) -> Bool)
    -> [[Double]]
  {
    let blocks = stride(from: 0, to: worlds, by: 256).map { $0..<min($0 + 256, worlds) }
    let parts = Parallel.map(blocks.count, threads: threads) { place in blocks[place].map { numbers(of: $0, keeps) } }
    let rows = parts.flatMap(\.self)
    return parameters.indices.map { number in rows.map { $0[number] } }
  }

  private func numbers(of world: Int, _ keeps: (_ world: Int, _ player: Int) -> Bool) -> [Double] {
    var stays = [Bool](repeating: false, count: parameters.count)
    for (player, places) in players.enumerated() where keeps(world, player) {
      for place in places { stays[place] = true }
    }
    func at(_ columns: [[Double]]) -> [Double] { columns.map { $0[world] } }
    let uniforms = copula.redrawn(at(own), raw: at(raw), whole: at(whole), keeps: stays)
    return parameters.indices.map { place in
      if stays[place] { return values[place][world] }
      let number = parameters[place].law.quantile(uniforms[place])
      return parameters[place].isWhole ? (number + 0.5).rounded(.down) : number
    }
  }
}

extension Program {
  /// What worlds draw their numbers from: a column for each number.
  fileprivate func uniforms(
    _ worlds: Int, of size: Int, _ sampling: ParameterSampling, isCorrelated: Bool
  ) -> [[Double]] {
    let points = ParameterPoints(sampling, seed: seed, names: uncertain.map(\.path), paths: size)
    let count = max(1, worlds)
    var rows = [Double](repeating: 0, count: uncertain.count * count)
    rows.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      for place in uncertain.indices {
        points.uniforms(parameter: place, firstPath: 0, into: base + place * count, count: worlds)
      }
      if isCorrelated { copula?.correlate(base, stride: count, firstPath: 0, count: worlds) }
    }
    return uncertain.indices.map { Array(rows[($0 * count)..<($0 * count + worlds)]) }
  }
}
