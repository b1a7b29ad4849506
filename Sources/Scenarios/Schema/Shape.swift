import YAML

/// A part of the model that says what may be written in it.
package protocol Described: Sendable {
  static var shape: Shape<Self> { get }
  init()
}

/// What may be written in one part of the model: its parameters, the parts inside it, and the names that the model
/// knows but the engine does not simulate yet (a finding when used, never read and ignored).
package struct Shape<Root>: Sendable {
  package let fields: [Field<Root>]
  package let groups: [Group<Root>]
  package let notYet: [String]

  package init(fields: [Field<Root>] = [], groups: [Group<Root>] = [], notYet: [String] = []) {
    self.fields = fields
    self.groups = groups
    self.notYet = notYet
  }

  /// Begins the named parts on the way to a parameter; false where its keys lead to none.
  func begin(_ keys: ArraySlice<Substring>, in root: inout Root) -> Bool {
    if keys.count == 1 { return fields.contains { $0.info.name == keys.first.map(String.init) } }
    return groups.contains { $0.begin(&root, keys) }
  }

  /// The same without its owner, for schema, manual and completion.
  package var outline: Outline {
    Outline(fields: fields.map(\.info), groups: groups.map(\.outline), notYet: notYet)
  }
}

/// A part inside a part.
package struct Group<Root>: Sendable {
  package let outline: GroupOutline
  let read: @Sendable (PartReader, YAMLValue, inout Root) -> Void
  let slots: @Sendable (Root, String, Lens<Root>, _ toward: String?) -> [Slot]
  let write: @Sendable (inout YAMLWriter, Root, String) -> Void
  /// Begins the named parts on the way to a parameter; false where its keys lead to none.
  var begin: @Sendable (inout Root, ArraySlice<Substring>) -> Bool = { _, _ in false }
}

/// The outline of a part: parameters and parts by name.
package struct Outline: Sendable {
  package let fields: [FieldInfo]
  package let groups: [GroupOutline]
  package let notYet: [String]
}

package struct GroupOutline: Sendable {
  package enum Arrangement: Sendable {
    /// One part: `market: {…}`.
    case section
    /// Named parts: `ads: {meta: {…}}`.
    case entities
    /// A list of parts: `closures: [{…}]`.
    case list
    /// The same, of parts that are found by their places: `opening: {payouts: [{…}]}`.
    case numbered
    /// A list of sentences: `rules: […]`.
    case sentences
  }

  package let name: String
  package let arrangement: Arrangement
  package let doc: String
  package let content: Outline
  /// Which presets may give what the part itself leaves open.
  package let presets: PresetGroup?

  /// - Parameter isAided: may a preset of the same name help?
  init(_ name: String, _ arrangement: Arrangement, _ doc: String, _ content: Outline, isAided: Bool = true) {
    (self.name, self.arrangement, self.doc, self.content) = (name, arrangement, doc, content)
    presets = isAided ? PresetGroup(rawValue: name) : nil
  }
}

extension Group {
  /// One part under its name.
  package init<Part: Described>(
    section name: String, _ path: ModelPath<Root, Part>, _ doc: String
  ) {
    outline = GroupOutline(name, .section, doc, Part.shape.outline)
    read = { reader, value, root in
      reader.child(name).readPart(value, into: &root[keyPath: path], presets: PresetGroup(rawValue: name))
    }
    slots = { root, prefix, lens, wanted in
      if let wanted, !wanted.hasPrefix(prefix + name + ".") { return [] }
      return Part.shape.slots(
        of: root[keyPath: path], at: prefix + name, through: lens.appending(path), toward: wanted)
    }
    write = { writer, root, indent in
      var inner = writer.inner(name)
      inner.write(root[keyPath: path], Part.shape, indent: indent + "  ")
      guard !inner.text.isEmpty else { return }
      writer.heading(indent, name)
      writer.append(inner)
    }
    begin = { root, keys in keys.first == name[...] && Part.shape.begin(keys.dropFirst(), in: &root[keyPath: path]) }
  }

  /// Named parts, in the order of the file.
  package init<Part: Described>(
    entities name: String, _ path: ModelPath<Root, Named<Part>>, _ doc: String
  ) {
    self.init(entities: name, path, doc, isAided: true)
  }

  /// Named parts that are called like others for which there are presets.
  package init<Part: Described>(
    unaided name: String, _ path: ModelPath<Root, Named<Part>>, _ doc: String
  ) {
    self.init(entities: name, path, doc, isAided: false)
  }

  private init<Part: Described>(
    entities name: String, _ path: ModelPath<Root, Named<Part>>, _ doc: String, isAided: Bool
  ) {
    let outline = GroupOutline(name, .entities, doc, Part.shape.outline, isAided: isAided)
    self.outline = outline
    read = { reader, value, root in
      reader.child(name).readEntities(value, into: &root[keyPath: path], presets: outline.presets)
    }
    slots = { root, prefix, lens, wanted in
      if let wanted, !wanted.hasPrefix(prefix + name + ".") { return [] }
      return root[keyPath: path].entries.flatMap { entry in
        Part.shape.slots(
          of: entry.value, at: prefix + name + "." + entry.name, through: lens.appending(path, entity: entry.name),
          toward: wanted)
      }
    }
    write = { writer, root, indent in
      let parts = root[keyPath: path]
      guard !parts.isEmpty else { return }
      writer.heading(indent, name)
      for entry in parts.entries {
        var inner = writer.inner(name + "." + entry.name)
        inner.write(entry.value, Part.shape, indent: indent + "    ")
        if inner.text.isEmpty {
          writer.empty(indent + "  ", entry.name)
        } else {
          writer.heading(indent + "  ", entry.name)
          writer.append(inner)
        }
      }
    }
    begin = { root, keys in
      guard keys.count > 2, keys.first == name[...], let entity = keys.dropFirst().first.map(String.init) else {
        return false
      }
      var part = root[keyPath: path][entity] ?? Part()
      guard Part.shape.begin(keys.dropFirst(2), in: &part) else { return false }
      root[keyPath: path][entity] = part
      return true
    }
  }

  /// A list of parts. Its items have no paths of their own.
  package init<Part: Described>(list name: String, _ path: ModelPath<Root, [Part]>, _ doc: String) {
    outline = GroupOutline(name, .list, doc, Part.shape.outline)
    read = { reader, value, root in
      reader.child(name).readList(value, into: &root[keyPath: path], presets: PresetGroup(rawValue: name))
    }
    slots = { _, _, _, _ in [] }
    write = { writer, root, indent in
      guard !root[keyPath: path].isEmpty else { return }
      writer.heading(indent, name)
      for part in root[keyPath: path] { writer.item(part, indent: indent + "  ") }
    }
  }
}

extension Group {
  /// A list of parts whose items have paths by their places, from 1: `opening.payouts.2.amount`.
  package init<Part: Described>(numbered name: String, _ path: ModelPath<Root, [Part]>, _ doc: String) {
    outline = GroupOutline(name, .numbered, doc, Part.shape.outline, isAided: false)
    read = { reader, value, root in reader.child(name).readList(value, into: &root[keyPath: path]) }
    slots = { root, prefix, lens, wanted in
      if let wanted, !wanted.hasPrefix(prefix + name + ".") { return [] }
      return root[keyPath: path].enumerated().flatMap { place, part in
        Part.shape.slots(
          of: part, at: "\(prefix)\(name).\(place + 1)", through: lens.appending(path, item: place), toward: wanted)
      }
    }
    write = { writer, root, indent in
      guard !root[keyPath: path].isEmpty else { return }
      writer.heading(indent, name)
      for (place, part) in root[keyPath: path].enumerated() {
        writer.item(part, "\(name).\(place + 1)", indent: indent + "  ")
      }
    }
  }
}

extension Group<Scenario> {
  /// The rules, one sentence each.
  package init(rules name: String, _ path: ModelPath<Scenario, [Rule]>, _ doc: String) {
    outline = GroupOutline(name, .sentences, doc, Outline(fields: [], groups: [], notYet: []))
    read = { reader, value, root in root[keyPath: path] = reader.child(name).readRules(value) }
    slots = { _, _, _, _ in [] }
    write = { writer, root, indent in writer.write(root[keyPath: path], name, indent: indent) }
  }
}
