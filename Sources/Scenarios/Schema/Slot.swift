/// One parameter of one scenario, found by its path: what it is, and how to read and write it.
package struct Slot: Sendable {
  /// The dotted path, such as `ads.meta.cpc`.
  package let path: String
  package let info: FieldInfo
  package let get: @Sendable (Scenario) -> FieldValue?
  package let set: @Sendable (inout Scenario, FieldValue?) -> Void
}

/// A way from a scenario to one of its parts and back.
struct Lens<Part>: Sendable {
  let get: @Sendable (Scenario) -> Part?
  let update: @Sendable (inout Scenario, (inout Part) -> Void) -> Void

  func appending<Child>(_ path: ModelPath<Part, Child>) -> Lens<Child> {
    Lens<Child>(
      get: { get($0)?[keyPath: path] },
      update: { scenario, change in update(&scenario) { part in change(&part[keyPath: path]) } })
  }

  func appending<Child>(_ path: ModelPath<Part, [Child]>, item place: Int) -> Lens<Child> {
    Lens<Child>(
      get: { scenario in
        guard let items = get(scenario)?[keyPath: path], items.indices.contains(place) else { return nil }
        return items[place]
      },
      update: { scenario, change in
        update(&scenario) { part in
          if part[keyPath: path].indices.contains(place) { change(&part[keyPath: path][place]) }
        }
      })
  }

  func appending<Child>(_ path: ModelPath<Part, Named<Child>>, entity name: String) -> Lens<Child> {
    Lens<Child>(
      get: { get($0)?[keyPath: path][name] },
      update: { scenario, change in
        update(&scenario) { part in
          guard var child = part[keyPath: path][name] else { return }
          change(&child)
          part[keyPath: path][name] = child
        }
      })
  }
}

extension Shape {
  /// The parameters of a part and of the parts inside it, in the order of their declaration.
  ///
  /// - Parameter wanted: a path; parts and parameters that do not lie on it are passed over. nil: all are given.
  func slots(of part: Root, at path: String, through lens: Lens<Root>, toward wanted: String? = nil) -> [Slot] {
    let prefix = path.isEmpty ? "" : path + "."
    if let wanted, !wanted.hasPrefix(prefix) { return [] }
    let own = fields.filter { wanted == nil || wanted == prefix + $0.info.name }.map { field in
      let path = prefix + field.info.name
      return Slot(
        path: path, info: field.info,
        get: { scenario in
          scenario.uncertain[path].map(FieldValue.uncertain) ?? lens.get(scenario).flatMap(field.get)
        },
        set: { scenario, given in
          if field.info.kind.isMoney { scenario.quotes.note(given, at: path) }
          let value = given?.amountAlone
          if case .uncertain(let uncertain) = value {
            scenario.uncertain[path] = uncertain
            guard let planned = uncertain.planned else { return }
            lens.update(&scenario) { field.set(&$0, planned) }
          } else {
            scenario.uncertain[path] = nil
            lens.update(&scenario) { field.set(&$0, value) }
          }
        })
    }
    return own + groups.flatMap { $0.slots(part, prefix, lens, wanted) }
  }
}

extension Scenario {
  /// Every parameter of this scenario, in the order of the schema and of the file.
  package var slots: [Slot] { slots(toward: nil) }

  package func slot(_ path: String) -> Slot? { slots(toward: path).first { $0.path == path } }

  private func slots(toward wanted: String?) -> [Slot] {
    Scenario.shape.slots(
      of: self, at: "", through: Lens(get: { $0 }, update: { scenario, change in change(&scenario) }), toward: wanted)
  }
}
