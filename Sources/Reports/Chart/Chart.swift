/// A picture made of characters. A new kind of chart is one more case, and one more file beside this.
package enum Chart: Sendable {
  case fan(FanChart)
  case sparkline(Sparkline)
  case density(DensityChart)
  case overlay(OverlayChart)
  case strips(StripChart)
  case line(LineChart)
  case heat(HeatMap)
  case signs(SignArray)
  case cash(CashChart)
  case bars(SignBars)
  case dots(DotChart)
  case waterfall(WaterfallChart)
  case dumbbells(DumbbellChart)

  func lines(on surface: Surface) -> [StyledLine] {
    switch self {
    case .fan(let chart): chart.lines(on: surface)
    case .sparkline(let sparkline): sparkline.lines(on: surface)
    case .density(let chart): chart.lines(on: surface)
    case .overlay(let chart): chart.lines(on: surface)
    case .strips(let chart): chart.lines(on: surface)
    case .line(let chart): chart.lines(on: surface)
    case .heat(let map): map.lines(on: surface)
    case .signs(let signs): signs.lines(on: surface)
    case .cash(let chart): chart.lines(on: surface)
    case .bars(let bars): bars.lines(on: surface)
    case .dots(let chart): chart.lines(on: surface)
    case .waterfall(let chart): chart.lines(on: surface)
    case .dumbbells(let chart): chart.lines(on: surface)
    }
  }
}
