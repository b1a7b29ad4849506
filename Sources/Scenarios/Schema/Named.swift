/// Parts with names, in the order they were written. Order matters: channels spend and products take capacity in it.
package struct Named<Part: Sendable>: Sendable {
  package struct Entry: Sendable {
    package let name: String
    package var value: Part
  }

  package private(set) var entries: [Entry] = []

  package init() {}

  package var names: [String] { entries.map { $0.name } }
  package var isEmpty: Bool { entries.isEmpty }
  package var count: Int { entries.count }

  package func index(of name: String) -> Int? { entries.firstIndex { $0.name == name } }

  package subscript(name: String) -> Part? {
    get { index(of: name).map { entries[$0].value } }
    set {
      switch (index(of: name), newValue) {
      case (let index?, let part?): entries[index].value = part
      case (let index?, nil): entries.remove(at: index)
      case (nil, let part?): entries.append(Entry(name: name, value: part))
      case (nil, nil): break
      }
    }
  }
}

extension Named: Equatable where Part: Equatable {}
extension Named.Entry: Equatable where Part: Equatable {}
