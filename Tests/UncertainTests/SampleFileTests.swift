import Commands
import PtySupport
import Testing

@Suite("Columns of CSV files")
struct SampleFileTests {
  private let desk = Desk()

  /// What becomes of `cpc` read from a file with this text.
  private func read(_ text: String) -> String {
    desk.folder.write(text.utf8, to: "past.csv")
    return desk.perform("set ads.meta.cpc = from past.csv column cpc") == .done ? "read" : desk.complaints
  }

  @Test("numbers as they are written everywhere else: grouped, with blanks around them, empty cells left out")
  func numbers() {
    #expect(read("cpc,note\n 0.5 ,a\n,b\n\"1,200.25\",c\n1e1,d\n") == "read")
    desk.perform("show ads.meta.cpc")
    #expect(desk.shown.contains("past.csv"))
  }

  @Test("decimals with a comma are asked about, not read as thousands", arguments: ["\"0,85\"", "\"1,20\"", "0x10"])
  func commas(cell: String) {
    #expect(read("cpc,note\n0.5,a\n\(cell),b\n").contains("past.csv, row 3: "))
  }

  @Test("a cell too many would move the others under wrong names")
  func longRows() {
    let told = read("day,cpc\n1,0.5\n2,1,20\n")
    #expect(told.contains("past.csv, row 3 has more cells than the header") && told.contains("1.20"))
  }

  @Test("a name that stands for two columns stands for neither")
  func doubled() {
    #expect(read("cpc,cpc\n0.5,0.6\n").contains("past.csv has several columns cpc"))
  }
}
