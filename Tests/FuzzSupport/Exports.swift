import Importers
import Tabular

/// Exports of platforms.
extension Readers {
  static func readExport(_ input: [UInt8]) -> String? {
    do throws(ImportFault) {
      let harvest = try Importer.read(ByteArray(input), ImportOptions())
      guard harvest.used + harvest.skipped.count + harvest.refused.count == harvest.read else {
        return "rows are neither used nor left out"
      }
      for (kind, rows) in harvest.tables {
        if let wrong = complaint(about: rows, kind) { return wrong }
      }
    } catch { return nil }
    return nil
  }

  /// What is kept can be read again, and kept again without a change.
  private static func complaint(about rows: RowStore, _ kind: TableKind) -> String? {
    var (table, new) = (RowStore(kind), rows)
    let (bytes, _) = table.merged(with: &new)
    do throws(StoredTableFault) {
      var again = try RowStore(reading: ByteArray(bytes), as: kind)
      let (same, count) = again.merged(with: &new)
      guard same == bytes, count.added == 0, count.changed == 0 else { return "\(kind): twice is not once" }
    } catch { return "\(kind): what was kept cannot be read" }
    return nil
  }

  static let sampleExports: [[UInt8]] = [
    "Name,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name\n"
      + "#1,paid,USD,30.00,0.00,0.00,30.00,2027-03-01 09:12:40 -0500,1,a\n#1,,,,,,,,2,b\n",
    "Transaction Date,Type,Amount,Fee,Net,Order\n2027-03-01,charge,46.68,1.65,45.03,#1\n2027-03-01,refund,-1,0,-1,#1\n",
    "Day;Campaign name;Amount spent (EUR)\n3/4/2027;a;1.021,40\n25/4/2027;\"b; c\";18,75\n;;1.040,15\n",
    "Campaign\tDay\tCost\na\t2027-04-01\t1.50\nTotal: Account\t --\t1.50\n",
    "id,Type,Amount,Fee,Net,Currency,Created (UTC)\nx,charge,39,1.43,37.57,usd,2027-05-31 23:40\n",
    "Date,Type,Status,Currency,Gross,Fee,Net,Balance\n04/13/2027,Payment,Completed,USD,5,-1,4,4\n",
    "Date,Type,Title,Info,Currency,Amount,Fees & Taxes,Net\n\"April 16, 2027\",Deposit,$36.84 sent,,USD,--,--,--\n",
    "order_id,order_date,supplier,sku,qty,item_cost\n1,2027-03-01,yiwu,A,2,￥68.00\n",
  ].map { Array($0.utf8) }
}
