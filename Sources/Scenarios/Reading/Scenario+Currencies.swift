import Language
import YAML

extension Scenario {
  /// The currencies that something is in, beside the scenario's own, in the order of the alphabet.
  package var foreignCurrencies: [String] {
    let named = suppliers.entries.map(\.value.currency) + stores.entries.map(\.value.currency)
    return Set(quotes.codes + named).subtracting(["", currency]).sorted()
  }

  /// Does a store settle in another currency, or pay out through an account?
  package var isPaidAbroad: Bool {
    stores.entries.contains { entry in
      let code = entry.value.currency
      return !entry.value.payoutAccount.isEmpty || !code.isEmpty && code != currency
    }
  }

  /// Takes the rates that are not given from presets, as far as there are such.
  /// - Returns: which were taken.
  @discardableResult
  package mutating func declareCurrencies() -> [Issue] {
    settleQuotes()
    var notes: [Issue] = []
    for code in foreignCurrencies + spokenCurrencies where currencies.index(of: code) == nil {
      guard let preset = Self.ratePreset(of: code, in: currency), let rate = preset.exchangeRate else { continue }
      currencies[code] = rate
      notes.append(
        Issue(
          "fx.\(code)",
          say(
            "no exchange rate is given for \(code): it is taken from preset \(preset.name), \(rate.rate.plain) \(currency) for 1 \(code)"
          ),
          help: say("to give your own, write fx: {\(code): {rate: …, volatility: …}}")))
    }
    return notes
  }

  /// What one unit of a currency is in another at the rates of the first day; nil where a rate is not known.
  func rate(of code: String, in other: String) -> Double? {
    func worth(_ code: String) -> Double? { code == currency ? 1 : currencies[code]?.rate }
    guard let from = worth(code), let to = worth(other) else { return nil }
    return from / to
  }

  /// The currencies that rules and events speak of, as far as there are presets for them.
  private var spokenCurrencies: [String] {
    let sentences =
      rules.map(\.text) + events.flatMap { [$0.when, $0.then] } + [productTests.keepIf, productTests.stopIf]
    let words = sentences.flatMap { $0.split { !$0.isLetter } }
      .filter { $0.utf8.count == 3 && $0.utf8.allSatisfy { (0x41...0x5A).contains($0) } }
    return Set(words.map(String.init)).sorted().filter { Self.ratePreset(of: $0, in: currency) != nil }
  }

  /// The preset for the rate of a currency in another one.
  package static func ratePreset(of code: String, in own: String) -> Preset? {
    PresetCatalogue.find("\(code.lowercased())-in-\(own.lowercased())", for: .fx)
  }

  /// Currencies without a rate, each at the first place where it is used.
  var currencyReferences: [Issue] {
    let suppliers = suppliers.entries.map { ("suppliers.\($0.name).currency", $0.value.currency) }
    let stores = stores.entries.map { ("stores.\($0.name).currency", $0.value.currency) }
    // Of amounts one is enough: what follows from it, such as the price that buyers are used to, has no place of its own.
    let amounts = quotes.codes.compactMap { code in quotes.paths.first { quotes[$0] == code }.map { ($0, code) } }
    return (suppliers + stores + amounts).compactMap { path, code in
      guard !code.isEmpty, code != currency, currencies.index(of: code) == nil else { return nil }
      return Issue(
        path, say("no exchange rate is given for \(code.shortened)"),
        help: say("give fx: {\(code.shortened): {rate: …, volatility: …}}"))
    }
  }

  /// The scenario with every amount in its own currency, at the rates of the first day and with the spread of what is paid:
  /// for questions about the shop as it stands. A range is taken at its mean: who asks about worlds draws first.
  package var inOwnCurrency: Scenario {
    guard !quotes.isEmpty else { return self }
    var converted = self
    let slots = quotes.paths.compactMap { slot($0) }
    for slot in slots {
      let path = slot.path
      guard let code = quotes[path] else { continue }
      var factor = code == currency ? 1 : currencies[code]?.rate ?? 1
      if slot.info.isPaid { factor *= 1 + (currencies[code]?.spread ?? 0) }
      converted.quotes.quote(path, in: nil)
      // What suppliers quote is converted by whoever reads it.
      let plain = QuotedCurrencies(converted).plainCurrency(of: slot.info, at: path)
      if plain != currency {
        factor /= (currencies[plain]?.rate ?? 1) * (1 + (slot.info.isPaid ? currencies[plain]?.spread ?? 0 : 0))
      }
      guard let value = slot.get(self), let scaled = value.scaled(by: factor) else { continue }
      slot.set(&converted, scaled)
      converted.uncertain[path] = uncertain[path]
    }
    return converted
  }
}

extension FieldValue {
  /// Money times a factor; nil for what is no money.
  fileprivate func scaled(by factor: Double) -> FieldValue? {
    switch self {
    case .number(let number): .number(number * factor)
    case .amount(let amount): .amount(PeriodAmount(amount.value * factor, amount.period))
    case .uncertain(.spread(let spread)): spread.planned.scaled(by: factor)
    case .quoted(let value, _): value.scaled(by: factor)
    case .lag, .size, .opening, .chance, .text, .flag, .date, .list, .uncertain(.same): nil
    }
  }
}

extension Preset {
  /// The rate that a preset for `fx` gives.
  package var exchangeRate: Currency? {
    let source = Source(name: name, text: "fx: {}")
    let log = ReadLog(source, QuotedCurrencies(Scenario()), columns: noColumns)
    var currency = Currency()
    PartReader(log: log, path: "fx").readPart(current.value(at: SourceSpan(0, 0)), into: &currency)
    return log.findings.isEmpty ? currency : nil
  }
}
