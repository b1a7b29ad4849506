/// A fan raster as lines of text, in one of three renderings.
enum FanGlyphs {
  /// The line of text `row`, counted from below.
  static func line(_ raster: FanRaster, row: Int, on surface: Surface) -> StyledLine {
    (0..<raster.columns).reduce(into: StyledLine()) { line, column in
      if surface.usesHalfBlocks {
        let (glyph, ink) = halfBlock(raster, column, row)
        line.append(glyph, ink)
      } else {
        let mark = raster[column, row]
        line.append(shade(raster, column, row, surface.glyphs), ink(mark, isZero: raster.zeroRow == row))
      }
    }
  }

  /// What the marks mean, on one line.
  static func legend(_ marks: [(FanRaster.Mark, String)], on surface: Surface) -> StyledLine {
    var line = StyledLine()
    for (index, (mark, name)) in marks.enumerated() {
      line.append(index == 0 ? "" : "    ")
      line.append(sample(mark, on: surface))
      line.append(" " + name.printable(surface.glyphs), .faint)
    }
    return line
  }

  /// The same mark, for the legend.
  private static func sample(_ mark: FanRaster.Mark, on surface: Surface) -> StyledLine {
    let colour = Ink(foreground: mark.swatch)
    if surface.usesHalfBlocks {
      switch mark {
      case .empty: return StyledLine("  ")
      case .outerBand, .innerBand: return StyledLine("██", colour)
      case .median: return StyledLine("▀▀", colour)
      case .plan: return StyledLine("▀ ▀", colour)
      }
    }
    let isASCII = surface.glyphs == .ascii
    switch mark {
    case .empty: return StyledLine("  ")
    case .outerBand: return StyledLine(isASCII ? ".." : "░░", colour)
    case .innerBand: return StyledLine(isASCII ? "::" : "▒▒", colour)
    case .median: return StyledLine(isASCII ? "**" : "━━", colour)
    case .plan: return StyledLine(isASCII ? "o o" : "• •", colour)
    }
  }

  // MARK: One glyph for each cell

  private static func shade(_ raster: FanRaster, _ column: Int, _ row: Int, _ glyphs: Surface.Glyphs) -> String {
    let isASCII = glyphs == .ascii
    switch raster[column, row] {
    case .median: return isASCII ? "*" : joint(raster, column, row)
    case .plan: return isASCII ? "o" : "•"
    case _ where raster.zeroRow == row: return isASCII ? "-" : "┈"
    case .outerBand: return isASCII ? "." : "░"
    case .innerBand: return isASCII ? ":" : "▒"
    case .empty: return " "
    }
  }

  /// The piece of line that joins the median of this column to that of the column before.
  private static func joint(_ raster: FanRaster, _ column: Int, _ row: Int) -> String {
    guard let here = raster.medianRows[column] else { return "━" }
    guard column > 0, let before = raster.medianRows[column - 1], before != here else { return "━" }
    if row == here { return before < here ? "┏" : "┗" }
    return "┃"
  }

  private static func ink(_ mark: FanRaster.Mark, isZero: Bool) -> Ink {
    isZero && mark.isGround ? .faint : Ink(foreground: mark.swatch)
  }

  // MARK: Two colours for each cell

  private static func halfBlock(_ raster: FanRaster, _ column: Int, _ row: Int) -> (String, Ink) {
    let (lower, upper) = (raster[column, row * 2], raster[column, row * 2 + 1])
    if let zeroRow = raster.zeroRow, zeroRow / 2 == row, lower.isGround, upper.isGround {
      // A thin line over whatever lies there keeps zero equally fine inside and outside of the bands.
      let ground = zeroRow.isMultiple(of: 2) ? lower : upper
      let swatch: Swatch = ground == .empty ? .zero : .zeroOverBand
      return ("─", Ink(foreground: swatch, background: ground.swatch))
    }
    switch (upper.swatch, lower.swatch) {
    case (nil, nil): return (" ", .plain)
    case (let upper?, nil): return ("▀", Ink(foreground: upper))
    case (nil, let lower?): return ("▄", Ink(foreground: lower))
    case (let upper?, let lower?) where upper == lower: return ("█", Ink(foreground: upper))
    case (let upper?, let lower?): return ("▀", Ink(foreground: upper, background: lower))
    }
  }
}

extension FanRaster.Mark {
  var swatch: Swatch? {
    switch self {
    case .empty: nil
    case .outerBand: .outerBand
    case .innerBand: .innerBand
    case .median: .median
    case .plan: .plan
    }
  }

  /// What the zero line may be drawn over.
  var isGround: Bool { self != .median && self != .plan }
}

extension Surface {
  /// Two raster rows in each line of text need a colour each.
  var usesHalfBlocks: Bool { colour != .none && glyphs == .unicode }
}
