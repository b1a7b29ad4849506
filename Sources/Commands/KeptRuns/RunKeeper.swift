import Analysis
import Language
import SQLite
import Simulation

/// The stores that a session has opened, each when it was first needed, and what there is to tell of them.
final class RunKeeper {
  private var stores: [String: RunStore] = [:]
  /// What is wrong with those that cannot be used as they are.
  private var refused: [String: StoreProblem] = [:]
  private var told: Set<String> = []
  private(set) var notices: [String] = []
  /// Was the number of a kept run told where answers do not?
  var hasToldNumber = false

  /// Said beside the next answer; each once.
  func tell(_ notice: String) {
    if told.insert(notice).inserted { notices.append(notice) }
  }

  func takeNotices() -> [String] {
    defer { notices = [] }
    return notices
  }

  /// The store of a place; nil where there is none yet.
  func store(at place: RunPlace, now: Int) throws(StoreProblem) -> RunStore? {
    if let store = stores[place.file] {
      // Somebody may have taken the file away: what is written into it then nobody would find.
      if Files.exists(place.file) { return store }
      stores[place.file] = nil
    }
    if let problem = refused[place.file] { throw problem }
    guard Files.exists(place.file) else { return nil }
    return try open(place, creating: false, now)
  }

  /// The store of a place, made where there is none.
  private func storeOrNew(at place: RunPlace, now: Int) throws(StoreProblem) -> RunStore {
    if let store = try store(at: place, now: now) { return store }
    do throws(Files.Problem) { try Files.makeDirectory(place.folder) } catch { throw .fault(.readOnly) }
    let store = try open(place, creating: true, now)
    tell(say("from now on, runs are kept in \(place.file); to turn this off, write: ui keep off"))
    return store
  }

  private func open(_ place: RunPlace, creating: Bool, _ now: Int) throws(StoreProblem) -> RunStore {
    do throws(StoreProblem) {
      let store = try RunStore(place.realFile, creating: creating, now: now)
      stores[place.file] = store
      return store
    } catch {
      if error.isLasting { refused[place.file] = error }
      throw error
    }
  }

  /// A store that was found damaged while it was used is not used any more.
  func note(_ fault: DatabaseFault, at place: RunPlace) -> StoreProblem {
    let problem = StoreProblem.fault(fault)
    if problem.isLasting {
      stores[place.file] = nil
      refused[place.file] = problem
    }
    return problem
  }

  /// Keeps what was found of a kept run; where that cannot be, it is told.
  func keep(_ causes: KeptCauses, of number: Int, at place: RunPlace, now: Int) {
    do throws(StoreProblem) {
      guard let store = try store(at: place, now: now) else { return }
      do throws(DatabaseFault) { try store.keep(causes, of: number) } catch { throw note(error, at: place) }
    } catch {
      tell(say("this answer of the command \"why\" could not be saved with its run: \(place.file): \(error.message)"))
    }
  }

  /// Keeps a run; nil, which is told, where that cannot be.
  func keep(_ entry: RunStore.Entry, at place: RunPlace) -> Int? {
    do throws(StoreProblem) {
      let store = try storeOrNew(at: place, now: entry.run.made)
      do throws(DatabaseFault) { return try store.keep(entry) } catch { throw note(error, at: place) }
    } catch {
      tell(
        error.isLasting
          ? say(
            "runs are not kept: \(place.file): \(error.message); the file is left unchanged; to start a new one, move this file elsewhere"
          )
          : say("this run was not kept: \(place.file): \(error.message)"))
      return nil
    }
  }
}
