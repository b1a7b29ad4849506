/// Round numbers for the scale of a picture.
enum RoundTicks {
  /// About so many steps of 1, 2, 2.5 or 5 times a power of ten; 0 is among them where it lies between.
  static func between(_ low: Double, _ high: Double, steps: Int = 4) -> [Double] {
    guard low.isFinite, high.isFinite, high > low else { return [] }
    let raw = (high - low) / Double(max(1, steps))
    guard let step = Axis.roundSteps(for: high - low).first(where: { $0 >= raw }) else { return [] }
    let (first, last) = ((low / step).rounded(.up), (high / step).rounded(.down))
    guard last >= first, last - first < 100 else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }
}
