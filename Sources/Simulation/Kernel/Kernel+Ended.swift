import CRows
import Statistics

/// Worlds that have ended (model 9 and 16.58).
///
/// In most stores most worlds end long before the last month, and a day of theirs would cost three quarters of another one.
/// What is left to happen in them is that money falls due, suppliers and events go on, and holds begin and end. So the
/// worlds that go on are moved to the first lanes of the block, and all other passes step only those. A world keeps its
/// draws wherever it is moved to, and at the end all return to their places: nobody outside the kernel notices.
extension Kernel {
  /// A world is looked at so many days after the last time; to move lanes takes as long as some days of a block.
  private static var daysBetweenLooks: Int { 4 }
  /// Fewer days that are left are not worth it.
  private static var fewestDays: Int { 16 }

  /// May ended worlds be left out? Not where events look at figures, which these worlds would have to go on with, nor where
  /// a world is told day by day.
  private var mayLeaveOut: Bool {
    leavesOutEnded && mode == .worlds && tracedLane == nil && !program.rules.eventsSeeFigures
  }

  /// In the morning, once enough worlds have ended, moves those that go on to the first lanes.
  func leaveOutEnded(_ day: Int) {
    guard day % Self.daysBetweenLooks == 0, program.days - day >= Self.fewestDays, living > 0, mayLeaveOut else {
      return
    }
    // An order that waits for a supplier is shipped or cancelled after the end, too.
    var goesOn = (0..<living).map { books.alive[$0] > 0 }
    for entry in waiting { goesOn[entry.orders.lane] = true }
    let left = (goesOn.count { $0 } + 7) / 8 * 8
    guard 3 * left <= 2 * living else { return }
    move(goesOn, toFirst: left, day)
    living = left
    let groups = Set((0..<living).map { Int(places[$0]) / Stream.lanes })
    livingGroups = groups.sorted()
  }

  private func move(_ goesOn: [Bool], toFirst left: Int, _ day: Int) {
    if living == width { for lane in 0..<width { places[lane] = UInt32(lane) } }
    let free = (0..<left).filter { !goesOn[$0] }
    let beyond = (left..<goesOn.count).filter { goesOn[$0] }
    let pairs = zip(free, beyond).map { LanePair(one: $0, other: $1) }
    exchange(pairs, on: day)
    moves += pairs
    guard !waiting.isEmpty else { return }
    var now = Array(goesOn.indices)
    for pair in pairs { now[pair.other] = pair.one }
    for index in waiting.indices { waiting[index].orders.lane = now[waiting[index].orders.lane] }
  }

  /// After the last day: what is read of the block stands in the order of the paths again.
  func moveBack() {
    guard !moves.isEmpty else { return }
    let back = Array(moves.reversed())
    ledger.exchange(back)
    for row in books.ends { row.exchange(back) }
    for index in program.uncertain.indices { (drawn + index * width).exchange(back) }
    moves.removeAll(keepingCapacity: true)
  }

  /// The path of a lane.
  func path(of lane: Int) -> Int { firstPath + (living == width ? lane : Int(places[lane])) }

  /// How far beyond the first path that of each lane is; nil where it is as far as the lane.
  var movedPlaces: WordRow? { living == width ? nil : places }

  /// The words of the lanes that the pass concerns.
  func words(_ stream: Stream, _ day: Int, index: Int = 0, into words: WordRow) {
    guard living < width else {
      return stream.words(firstPath: firstPath, day: day, index: index, into: words, count: lanes)
    }
    guard lanes < width else {
      stream.words(firstPath: firstPath, day: day, index: index, into: unmovedWords, count: width)
      return crows_pick(unmovedWords, places, words, lanes)
    }
    for group in livingGroups {
      let first = group * Stream.lanes
      stream.words(
        firstPath: firstPath + first, day: day, index: index, into: unmovedWords + first, count: Stream.lanes)
    }
    crows_pick(unmovedWords, places, words, lanes)
  }
}
