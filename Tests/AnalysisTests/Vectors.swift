import Foundation
import Testing

/// Known answers that other programs have made, as JSON.
struct Vector {
  let value: Any

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors")

  init(_ value: Any) { self.value = value }

  init(file name: String) throws {
    value = try JSONSerialization.jsonObject(with: Data(contentsOf: Self.folder.appending(path: name + ".json")))
  }

  subscript(key: String) -> Vector { Vector((value as? [String: Any])?[key] ?? NSNull()) }

  var all: [Vector] { (value as? [Any] ?? []).map(Vector.init) }
  var number: Double? { (value as? NSNumber)?.doubleValue }
  var numbers: [Double] { all.compactMap(\.number) }
  var text: String { value as? String ?? "" }
  func number(_ key: String) throws -> Double { try #require(self[key].number) }
}

func isNear(_ value: Double, _ truth: Double, _ relative: Double = 1e-9) -> Bool {
  abs(value - truth) <= relative * max(abs(truth), 1e-12)
}
