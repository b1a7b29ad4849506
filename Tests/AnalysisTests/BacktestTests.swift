import Statistics
import Testing

@testable import Analysis

@Suite("Foretold months and months against a plan: known answers")
struct BacktestTests {
  private let scores: Vector
  private let tracks: Vector

  init() throws { (scores, tracks) = (try Vector(file: "backtest-scores"), try Vector(file: "backtest-track")) }

  @Test("places among worlds")
  func places() throws {
    for truth in scores["pit"].all {
      let place = RankedScore.place(
        of: try truth.number("actual"), among: truth["worlds"].numbers, uniform: try truth.number("v"))
      #expect(isNear(place, try truth.number("u")))
    }
  }

  @Test("the ranked score of worlds, and that of a normal law from many of them")
  func ranked() throws {
    for truth in scores["crps_worlds"].all {
      let crps = RankedScore.crps(truth["worlds"].numbers, actual: try truth.number("actual"))
      #expect(isNear(crps, try truth.number("crps")))
    }
    for truth in scores["crps_normal"].all {
      let (mean, sd) = (try truth.number("mean"), try truth.number("sd"))
      let worlds = (1...20_000).map { mean + sd * Normal.quantile((Double($0) - 0.5) / 20_000) }
      #expect(isNear(RankedScore.crps(worlds, actual: try truth.number("actual")), try truth.number("crps"), 1e-3))
    }
  }

  @Test("how often the truth was inside, exactly, and the word for it")
  func coverage() throws {
    for truth in scores["coverage"].all {
      let (inside, of) = (Int(try truth.number("inside")), Int(try truth.number("of")))
      let share = Proportion(successes: inside, trials: of).exactInterval(confidence: 0.95)
      #expect(isNear(share.lowerBound, try truth.number("low")))
      #expect(isNear(share.upperBound, try truth.number("high")))
      #expect(Backtest.word(inside: inside, of: of).rawValue == truth["word"].text, "\(inside) of \(of)")
    }
  }

  @Test("widening needs enough months for its level")
  func widening() throws {
    for truth in scores["conformal"].all {
      let factor = Backtest.widening(truth["scores"].numbers, level: try truth.number("level"))
      #expect(factor == truth["q"].number)
    }
  }

  @Test("months one after the other")
  func rolling() throws {
    let truth = scores["rolling_origin"]
    var months: [Backtest.Month] = []
    for month in truth["months"].all {
      let made = Backtest.Month(
        month: "m", figure: "orders", worlds: month["worlds"].numbers, actual: try month.number("actual"),
        naive: try month.number("naive"), uniform: 0.5)
      for (value, name) in [
        (made.p5, "p5"), (made.p50, "p50"), (made.p95, "p95"), (made.crps, "crps"), (made.naiveScore, "naive_crps"),
      ] { #expect(isNear(value, try month.number(name)), "\(name)") }
      // The vector does not say where it puts ties.
      let least = RankedScore.place(of: made.actual, among: month["worlds"].numbers, uniform: 0)
      let most = RankedScore.place(of: made.actual, among: month["worlds"].numbers, uniform: 1)
      #expect((least...most).contains(try month.number("pit")))
      months.append(made)
    }
    let figure = Backtest.Figure("orders", months)
    let total = truth["total"]
    #expect(figure.inside == Int(try total.number("inside")))
    #expect(figure.word.rawValue == total["word"].text)
    #expect(isNear(figure.crps, try total.number("crps")))
    #expect(isNear(figure.skill, try total.number("skill")))
    #expect(isNear(try #require(figure.share).lowerBound, try total.number("coverage_low")))
  }

  @Test("ahead, behind or luck")
  func track() throws {
    for truth in tracks["cases"].all {
      let percentile = RankedScore.percentile(of: try truth.number("actual"), among: truth["worlds"].numbers)
      #expect(isNear(percentile, try truth.number("percentile")))
      #expect(truth["word"].text == "on plan" && Track.Word(percentile: percentile) == .onPlan)
    }
    let luck = tracks["luck"]
    let share = try #require(Track.luck(luck["world"].numbers, ownPlans: luck["own_plan"].numbers))
    #expect(isNear(share, try luck.number("share")))
    #expect(Track.Word(percentile: 0.75) == .onPlan && Track.Word(percentile: 0.05) == .behind(beyondLuck: false))
    #expect(Track.Word(percentile: 0.04) == .behind(beyondLuck: true))
    #expect(Track.Word(percentile: 0.96) == .ahead(beyondLuck: true))
  }
}
