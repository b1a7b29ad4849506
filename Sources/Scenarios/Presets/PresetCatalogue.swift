import Language
import Statistics

/// Every preset, by the part of a scenario that it is for. The files are `Sources/Assets/presets`, one for each part; each
/// is read when something of it is first asked for.
package enum PresetCatalogue {
  private static let files = Locked<[PresetGroup: PresetFile]>([:])

  static func file(of group: PresetGroup) -> PresetFile {
    files.withLock { files in
      if let file = files[group] { return file }
      let file = PresetFile(of: group)
      files[group] = file
      return file
    }
  }

  package static var all: [Preset] { PresetGroup.allCases.flatMap(presets(for:)) }

  package static func find(_ name: String) -> Preset? {
    PresetGroup.allCases.lazy.compactMap { find(name, for: $0) }.first
  }

  package static func find(_ name: String, for group: PresetGroup) -> Preset? {
    presets(for: group).first { $0.name == name }
  }

  package static func presets(for group: PresetGroup) -> [Preset] { file(of: group).presets }
}

extension Preset {
  /// The preset whose values are used: its own, or those of the one that has taken its place.
  package var current: Preset { successor.flatMap { PresetCatalogue.find($0.name, for: group) } ?? self }
}
