import Importers
import Language
import Reports

extension ExportRequest {
  /// The imported orders as DSers takes them in ("Place CSV orders", help.dsers.com).
  ///
  /// Customers' names and addresses are not kept by import; their columns are there to be filled in.
  func orders(_ session: Session) throws(CommandFailure) -> Answer {
    for clause in sources {
      guard clause.words.count == 1, clause.words[0].isKeyword("actuals") else {
        throw invocation.failure(
          say("only imported orders can be exported"), at: clause.keyword.span,
          help: say("write: export orders FILE.csv"))
      }
    }
    try expectCSV()
    let folder = try session.actualsFolder(named: nil, invocation)
    let table = try session.tables(of: folder, [.orders, .lines])
    let sheet = DSersOrders(orders: table(.orders), lines: table(.lines))
    guard sheet.count > 0 else {
      throw invocation.failure(
        say("there are no orders in \(folder.name)"), at: invocation.command.span,
        help: say("import your data first: import FILE…"))
    }
    try write(Array(sheet.csv.utf8), session)
    let count = NumberFormat(glyphs: session.glyphs).count(sheet.count)
    var answer = Answer(
      Document([
        .paragraph([TextRun(say("order lines written to \(file.text): \(count)").escapedForDisplay)]),
        .paragraph([
          .dim(
            say(
              "Countries and addresses are empty, because import does not keep them. Fill them in before you upload the file."
            ))
        ]
        ),
      ]))
    let (name, lines) = (file.text, sheet.count)
    answer.json = { ["dropcast": 1, "file": .string(name), "lines": .integer(lines)] }
    return answer
  }
}

/// A row for each line of an order, in the columns of DSers.
struct DSersOrders {
  private static let columns = [
    "Order number", "Date", "Country(full name)", "Product id", "SKU", "Product count", "Order memo", "Contact person",
    "Mobile no", "Email", "Address", "Address2", "Province", "City", "Zip", "RUT", "Personal Clearance ID",
    "Passport/Alien registration Card Number", "CPF",
  ]

  private let rows: [[String]]

  init(orders: RowStore, lines: RowStore) {
    var days: [String: String] = [:]
    for order in orders.storedRows { days[order.text("channel") + "\u{0}" + order.text("order")] = order.text("date") }
    rows = lines.storedRows.compactMap { line in
      guard let day = days[line.text("channel") + "\u{0}" + line.text("order")] else { return nil }
      let sku = line.text("sku")
      return [line.text("order"), day, "", "", sku, line.text("quantity"), sku.isEmpty ? line.text("title") : ""]
    }
  }

  var count: Int { rows.count }

  var csv: String {
    Table(
      columns: Self.columns.map { Table.Column($0, .text) },
      rows: rows.map { cells in
        Table.Row((0..<Self.columns.count).map { .text($0 < cells.count ? cells[$0] : "") })
      }
    ).csv()
  }
}
