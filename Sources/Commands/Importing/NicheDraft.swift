import Analysis
import Language
import Reports
import Scenarios
import YAML

/// A bundled niche in which the values are replaced that research can give.
struct NicheDraft {
  enum Grade: String {
    case file, assumption
  }

  struct Value {
    let path: String
    /// As it stands in the file.
    let written: String
    let source: String
    let grade: Grade
  }

  private(set) var values: [Value] = []
  private var yaml: YAMLText
  private let scenario: Scenario
  private let like: String
  private let currency: String

  init(_ niche: BundledNiche, currency: String) throws(CannotKeep) {
    guard let scenario = niche.scenario else { throw CannotKeep(reason: say("\(niche.file) cannot be read")) }
    (self.scenario, self.currency, like) = (scenario, currency, niche.name)
    yaml = try YAMLText(niche.text)
  }

  private mutating func set(_ path: String, _ node: YAMLNode, _ written: String, from source: String, _ grade: Grade) {
    // A part that cannot be written in place stays as it was, and is not told of.
    do throws(CannotKeep) {
      try yaml.set(path.split(separator: ".").map(String.init), to: node)
      values.append(Value(path: path, written: written, source: source, grade: grade))
    } catch {}
  }

  private mutating func set(_ path: String, _ written: String, from source: String, _ grade: Grade = .file) {
    set(path, .raw(written), written, from: source, grade)
  }

  /// With as many decimals as matter.
  private static func text(_ number: Double, decimals: Int = 2) -> String {
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    let rounded = (number * factor).rounded() / factor
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  }

  // MARK: Values

  mutating func take(_ research: NicheResearch, price: Double, isAsked: Bool, cost: Double?) {
    if let (interest, _, file) = research.interest { takeInterest(interest, file) }
    if let market = research.keywordMarket {
      takeKeywords(market, research.keywordFiles.joined(separator: ", "))
    }
    takePrice(price, from: isAsked ? say("your own figure") : research.productFiles.joined(separator: ", "), cost)
  }

  private mutating func takeInterest(_ interest: Interest, _ file: String) {
    let years = Self.text(Double(interest.span) / 365.25, decimals: 1)
    switch interest.finding {
    case .tooShort: return
    case .fad(let halflife, let points):
      guard let halflife else { return }
      set(
        "market.fad_halflife", "\(Self.text(min(max(halflife, 1), 10_000), decimals: 0)) days",
        from: say("\(file): a fad, judging by \(points) values after its peak"))
    case .new:
      set(
        "market.fad_halflife", "30 to 180 days", from: say("\(file): a fad or lasting growth; it is too early to tell"),
        .assumption)
    case .yearly(let yearly):
      let words = say("\(file): \(yearly.direction.words(yearly.isSeasonal)) over \(years) years")
      let season = yearly.season.map { Self.text($0, decimals: 3) }
      set("market.season", .list(season), "[\(season.joined(separator: ", "))]", from: words, .file)
      let (low, high) = (Self.text(yearly.trend.p5 * 100, decimals: 0), Self.text(yearly.trend.p95 * 100, decimals: 0))
      set("market.trend", "\(low) % to \(high) % per year", from: words)
      set("market.demand_sd", Self.text(yearly.demandDeviation, decimals: 3), from: words)
      set("market.demand_halflife", "\(Self.text(yearly.demandHalflife, decimals: 0)) days", from: words)
    }
  }

  private mutating func takeKeywords(_ market: KeywordMarket, _ files: String) {
    let words = say("\(files): \(market.used) keywords, \(market.doubles) listed twice")
    if let channel, let law = market.cpc {
      set(
        "ads.\(channel).cpc", "lognormal(\(Self.text(law.median, decimals: 3)), \(Self.text(law.sigma, decimals: 3)))",
        from: words)
      if let size = market.saturation, size.low > 0, size.high > size.low {
        set(
          "ads.\(channel).saturation",
          "\(Self.text(size.low)) to \(Self.text(size.high)) \(currency) per day likely \(Self.text(size.likely))",
          from: words)
      }
    }
    if let days = market.rampDays, let traffic = scenario.traffic.names.first {
      let (low, high) = (Self.text(days.lowerBound, decimals: 0), Self.text(days.upperBound, decimals: 0))
      set("traffic.\(traffic).ramp_days", "\(low) to \(high) days", from: words, .assumption)
    }
  }

  /// The channel in which people search; keywords say nothing of others.
  private var channel: String? {
    scenario.ads.names.first { name in ["google", "search", "shopping", "bing"].contains { name.contains($0) } }
  }

  private mutating func takePrice(_ price: Double, from source: String, _ cost: Double?) {
    guard let product = scenario.products.entries.first else { return }
    set("products.\(product.name).price", "\(Self.text(price)) \(currency)", from: source)
    for offer in product.value.offers.names {
      let path = "products.\(product.name).offers.\(offer)"
      if let cost {
        set("\(path).unit_cost", "\(Self.text(cost)) \(currency)", from: say("your own figure"))
      } else {
        set(
          "\(path).unit_cost", "\(Self.text(0.45 * price)) to \(Self.text(0.6 * price)) \(currency)",
          from: say("45 to 60 % of the price, shipping included"), .assumption)
      }
      set(
        "\(path).shipping_cost", "0 \(currency)", from: say("included in the unit cost"),
        cost == nil ? .assumption : .file)
    }
  }

  // MARK: Telling

  /// The file: what was replaced stands in a remark above it, with where it is from.
  func text(named name: String) -> String {
    var lines = [
      "# \(name): made like \(like), with values from research. Everything that is not listed here is as in \(like)."
    ]
    lines += values.map { value in "#   \(value.path): \(Self.plain(value.source))" }
    var body = yaml.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // The remark of the bundled niche speaks of that one.
    while let first = body.first, first.hasPrefix("#") || first.isEmpty { body.removeFirst() }
    body = body.map { line in
      line.hasPrefix("name:") ? "name: \(name)" : line.hasPrefix("niche:") ? "niche: \(name)" : line
    }
    return (lines + [""] + body).joined(separator: "\n")
  }

  private static func plain(_ text: String) -> String {
    String(text.map { $0.isNewline || $0.unicodeScalars.contains { $0.value < 0x20 } ? " " : $0 })
  }

  /// What files say beyond parameters: how much is sold, by whom, and what was left out.
  func remarks(_ research: NicheResearch, _ format: NumberFormat) -> [String] {
    var remarks: [String] = []
    if let market = research.productMarket {
      let count = format.count(market.count)
      var text = say("Competition: \(market.competition.rawValue.said) (\(count) products)")
      if let share = market.topShare { text += say("; the top three sell \(format.share(share)) of all units") }
      if let few = market.fewReviews {
        text += say("; \(format.share(few)) of the products have fewer than 50 reviews")
      }
      if let units = market.units {
        text += say("; all products together sell \(format.count(Int(units.rounded()))) units a month")
      }
      remarks.append(text + say("."))
    }
    if let (interest, _, file) = research.interest {
      switch interest.finding {
      case .tooShort: remarks.append(say("\(file): less than two years of data, which is too little to use."))
      case .fad(nil, _):
        remarks.append(say("\(file): a fad, but too few values follow its peak to tell how fast it fades."))
      case .yearly(let yearly) where yearly.isCoarse:
        remarks.append(
          say(
            "\(file): most values are below 10 and show the season only roughly, so a weaker season is assumed; for a clearer picture, export a broader search term."
          )
        )
      default: break
      }
    }
    if research.keywordMarket != nil, channel == nil {
      remarks.append(say("\(like) has no search ads, so click prices of keywords change nothing there."))
    }
    if research.otherMoney > 0 {
      remarks.append(
        say(
          "Prices left out because they are not in \(currency): \(format.count(research.otherMoney)). To say what $ means, add --currency."
        ))
    }
    return remarks
  }
}

extension Interest.Yearly.Direction {
  func words(_ isSeasonal: Bool) -> String {
    switch self {
    case .rising: isSeasonal ? say("rising and seasonal") : say("rising")
    case .falling: isSeasonal ? say("falling and seasonal") : say("falling")
    case .steady: isSeasonal ? say("steady and seasonal") : say("steady")
    }
  }
}

extension BundledNiche {
  var name: String { file.hasSuffix(".yaml") ? String(file.dropLast(5)) : file }

  var scenario: Scenario? { try? ScenarioFile(reading: Source(name: file, text: text)).scenario }
}
