package import Tabular

extension RowStore {
  /// The rows of a table as it stands in a project folder, in whatever order its owner has left it.
  package init(reading source: any ByteSource, as kind: TableKind) throws(StoredTableFault) {
    self.init(kind)
    let wanted = kind.columns
    var table: TableReader
    do throws(Refusal) { table = try TableReader(source, as: .utf8) { $0 == wanted } } catch { throw .table(error) }
    guard table.header == wanted else {
      throw .header(missing: wanted.filter { !table.header.contains($0) })
    }
    while try Self.next(&table) {
      append { row in for cell in wanted.indices { row.stored(table.record[cell]) } }
    }
  }

  private static func next(_ table: inout TableReader) throws(StoredTableFault) -> Bool {
    do throws(Refusal) { return try table.next() } catch { throw .table(error) }
  }
}

/// Why a table of a project folder cannot be read.
package enum StoredTableFault: Error, Sendable {
  case table(Refusal)
  case header(missing: [String])
}

extension RowWriter {
  /// A cell of a table of our own, as it stands there.
  mutating func stored(_ cell: ArraySlice<UInt8>) { write(cell, disarms: false) }
}

extension RowStore {
  /// How many rows are in each currency; those that do not say are left out.
  package var currencies: [String: Int] {
    guard let place = kind.columns.firstIndex(of: "currency") else { return [:] }
    var counts: [String: Int] = [:]
    for row in rows {
      let cells = CSVLine.cells(bytes(row))
      if cells.indices.contains(place), !cells[place].isEmpty { counts[cells[place], default: 0] += 1 }
    }
    return counts
  }
}
