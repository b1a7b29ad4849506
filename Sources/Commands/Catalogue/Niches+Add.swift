import Analysis
import Importers
import Language
import Reports
import Scenarios
import YAML

/// `niches add leather-tools from trends.csv keywords.csv xray.csv like craft-tools price 45`
struct NicheRequest {
  private let invocation: Invocation
  private let name: Word
  private let files: [Word]
  private let like: BundledNiche?
  private let price, cost: Double?
  private let country: String?
  private let paths: Int
  private let seed: UInt64
  private var options = ImportOptions()

  init(_ invocation: Invocation) throws(CommandFailure) {
    self.invocation = invocation
    let clauses = Clauses(invocation, keywords: ["from", "like", "price", "cost", "country"])
    guard clauses.head.count == 2, Self.isName(clauses.head[1].text) else {
      throw invocation.failure(
        say("what should the new niche be called?"), at: (clauses.head.last ?? invocation.operands[0]).span,
        help: say("name it in letters, digits and hyphens: niches add leather-tools from FILE…"))
    }
    name = clauses.head[1]
    guard let from = try clauses.only("from") else {
      throw invocation.failure(
        say("from which files?"), at: name.span,
        help: say("write: niches add \(name.text) from trends.csv keywords.csv")
      )
    }
    files = from.words
    like = try Self.like(clauses, invocation)
    price = try Self.amount("price", clauses, invocation)
    cost = try Self.amount("cost", clauses, invocation)
    country = try clauses.word("country")?.text.lowercased()
    paths =
      try invocation.value("worlds").map { word throws(CommandFailure) in
        try invocation.wholeNumber(word, in: 1...1_000_000, say("worlds"))
      } ?? 4000
    seed = try invocation.seed() ?? 1
    options.currency = invocation.value("currency")?.text.uppercased()
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 60 && text.first != "-"
      && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-" }
  }

  private static func like(
    _ clauses: Clauses, _ invocation: Invocation
  ) throws(CommandFailure) -> BundledNiche? {
    guard let word = try clauses.word("like") else { return nil }
    let names = BundledNiche.all.map(\.name)
    guard let niche = BundledNiche.all.first(where: { $0.name == word.text.lowercased() }) else {
      throw invocation.failure(
        say("no bundled niche is called \(word.text)"), at: word.span,
        help: Invocation.suggestion(word.text, names) ?? say("niches: \(names.joined(separator: ", "))"))
    }
    return niche
  }

  private static func amount(
    _ keyword: String, _ clauses: Clauses, _ invocation: Invocation
  ) throws(CommandFailure) -> Double? {
    guard let word = try clauses.word(keyword) else { return nil }
    guard let amount = Amount(word.text), amount > .zero else {
      throw invocation.failure(
        say("\(word.text) is not an amount of money"), at: word.span, help: say("write: \(keyword) 45"))
    }
    return amount.approximate
  }

  // MARK: Performing

  func perform(_ session: Session) throws(CommandFailure) -> Answer {
    let research = try research(session)
    let middle = price ?? research.productMarket?.price?.p50
    guard let middle else {
      throw invocation.failure(
        say("no file gives a price in \(Self.currency)"), at: invocation.command.span,
        help: say("add what a customer pays, such as: price 45"))
    }
    let niche = like ?? Self.nearest(to: middle)
    var draft = try draft(of: niche)
    draft.take(research, price: middle, isAsked: price != nil, cost: cost)
    let text = draft.text(named: name.text)
    let file = name.text + ".yaml"
    do throws(FindingsError) {
      _ = try ScenarioFile(reading: Source(name: file, text: text))
    } catch { throw CommandFailure(error.findings) }
    do throws(Files.Problem) {
      try Files.write(text, to: session.resolve(file), over: invocation.overwriting)
    } catch {
      throw invocation.failure(say("cannot write \(file): \(error.message)"), at: name.span, help: error.help)
    }
    let own = BundledNiche(file: file, text: text)
    let niches = try session.run(BundledNiche.all + [own], paths: paths, seed: seed, invocation)
    return answer(draft, research, file: file, like: niche, niches.ranked, session.glyphs)
  }

  private static let currency = "USD"

  private func draft(of niche: BundledNiche) throws(CommandFailure) -> NicheDraft {
    do throws(CannotKeep) { return try NicheDraft(niche, currency: Self.currency) } catch {
      throw invocation.failure(error.reason, at: invocation.command.span)
    }
  }

  /// Of the bundled niches that whose price is nearest, by its ratio.
  private static func nearest(to price: Double) -> BundledNiche {
    let known = BundledNiche.all.compactMap { niche -> (BundledNiche, Double)? in
      guard let scenario = niche.scenario, let product = scenario.products.entries.first?.value else { return nil }
      return (niche, max(product.price / price, price / product.price))
    }
    return known.min { $0.1 < $1.1 }?.0 ?? BundledNiche.all[0]
  }

  private func research(_ session: Session) throws(CommandFailure) -> NicheResearch {
    var research = NicheResearch()
    for word in files {
      let bytes: FileBytes
      do throws(Files.Problem) { bytes = try FileBytes(session.resolve(word.text)) } catch {
        throw CommandFailure([Finding(.error, error.message, help: error.help, source: word.text)])
      }
      let harvest: Harvest
      do throws(ImportFault) { harvest = try Importer.read(bytes, options) } catch {
        throw CommandFailure(error.findings(in: word.text))
      }
      guard harvest.tables[.trends] != nil || harvest.tables[.market] != nil else {
        throw invocation.failure(
          say("\(word.text) contains \(harvest.format.title.said), not market research"), at: word.span,
          help: say("read it with the command import"))
      }
      research.add(harvest, file: word.text, currency: Self.currency, country: country)
    }
    if country == nil, research.countries.count > 1 {
      let names = research.countries.sorted()
      throw invocation.failure(
        say("the keywords come from several countries: \(names.joined(separator: ", "))"), at: invocation.command.span,
        help: say("to choose one, add: country \(names[0])"))
    }
    return research
  }

  // MARK: Answering

  private func answer(
    _ draft: NicheDraft, _ research: NicheResearch, file: String, like: BundledNiche, _ niches: [Niche],
    _ glyphs: Surface.Glyphs
  ) -> Answer {
    var page = NichesPage(niches, paths: paths, seed: seed, glyphs)
    page.own = (
      file,
      [
        JSON.Member("own", .bool(true)), JSON.Member("like", .string(like.name)),
        JSON.Member("files", .array(files.map { .string($0.text) })),
        JSON.Member("values", .array(draft.values.map(\.json))),
      ]
    )
    var answer = page.answer
    let format = NumberFormat(glyphs: glyphs)
    let counts = (draft.values.count { $0.grade == .file }, draft.values.count { $0.grade == .assumption })
    let (read, assumed) = (format.count(counts.0), format.count(counts.1))
    var blocks: [Block] = [
      .paragraph([
        .strong(say("\(file): values from your files: \(read); assumed: \(assumed); all others as in \(like.name)"))
      ]),
      .table(
        Table(
          columns: [
            Table.Column(say("Parameter"), .text), Table.Column(say("Value"), .text),
            Table.Column(say("From"), .text),
          ],
          rows: draft.values.map { value in
            Table.Row([
              .text(value.path), .text(value.written), .text(value.source.escapedForDisplay),
            ])
          })),
    ]
    blocks += draft.remarks(research, format).map { .paragraph([.dim($0.escapedForDisplay)]) }
    answer.document = Document(blocks + [.blank] + answer.document.blocks)
    answer.hint = say("Next: load \(file) · run")
    return answer
  }
}

extension NicheDraft.Value {
  fileprivate var json: JSON {
    [
      "parameter": .string(path), "written": .string(written), "source": .string(source),
      "grade": .string(grade.rawValue),
    ]
  }
}
