import Analysis
import Language
import Testing

@testable import Reports

/// The same two transactions in each form, with names that would break it.
@Suite("Journals for accounting programs")
struct JournalFormTests {
  private func journal() throws -> GeneralJournal {
    let first = try #require(CalendarDate(year: 2027, month: 12, day: 31))
    var keeper = Bookkeeper()
    keeper.book(
      first, "* sale; \"灯\"\n\tof\u{202E} the \\ day | = 1",
      [(.processor("灯 shop;\"x\""), Money(12.345)), (.sales("灯 shop;\"x\""), Money(-12.345))])
    keeper.book(first, "payout", [(.cash, Money(-1000.5)), (.processor("灯 shop;\"x\""), Money(1000.5))])
    return GeneralJournal(title: "a\n\"title\"; 1", currency: "USD", keeper.transactions)
  }

  @Test("for hledger and ledger everything is declared, and closing cash is asserted")
  func plainText() throws {
    let text = String(decoding: JournalForm.ledger.bytes(of: try journal()), as: UTF8.self)
    #expect(
      text == """
        ; a 'title', 1
        ; ledger, closing cash -1000.50 USD on 2027-12-31
        commodity USD
          format 1000.00 USD

        account Assets:Cash
        account Assets:Processor:X灯-shop-x
        account Equity:Rounding
        account Income:Sales:X灯-shop-x

        2027-12-31 sale, '灯' of the / day / = 1
            Assets:Processor:X灯-shop-x           12.35 USD
            Income:Sales:X灯-shop-x              -12.34 USD
            Equity:Rounding                       -0.01 USD

        2027-12-31 payout
            Assets:Cash                        -1000.50 USD
            Assets:Processor:X灯-shop-x         1000.50 USD

        2027-12-31 closing cash
            Assets:Cash                            0.00 USD = -1000.50 USD
            Equity:Rounding

        """)
  }

  @Test("for Beancount accounts are opened, and cash is that of the next morning")
  func beancount() throws {
    let text = String(decoding: JournalForm.beancount.bytes(of: try journal()), as: UTF8.self)
    #expect(
      text == """
        option "title" "a 'title', 1"
        option "operating_currency" "USD"

        2027-12-31 open Assets:Cash USD
        2027-12-31 open Assets:Processor:X灯-shop-x USD
        2027-12-31 open Equity:Rounding USD
        2027-12-31 open Income:Sales:X灯-shop-x USD

        2027-12-31 * "sale, '灯' of the / day / = 1"
          Assets:Processor:X灯-shop-x             12.35 USD
          Income:Sales:X灯-shop-x                -12.34 USD
          Equity:Rounding                         -0.01 USD

        2027-12-31 * "payout"
          Assets:Cash                          -1000.50 USD
          Assets:Processor:X灯-shop-x           1000.50 USD

        2028-01-01 balance Assets:Cash -1000.50 USD

        """)
  }

  @Test("for QuickBooks rows have tabs and CRLF, letters of Windows, and groups that sum to 0")
  func iif() throws {
    let bytes = JournalForm.iif.bytes(of: try journal())
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(bytes.allSatisfy { $0 < 0x80 })
    #expect(text.hasPrefix("!ACCNT\tNAME\tACCNTTYPE\r\nACCNT\tAssets:Cash\tBANK\r\n"))
    #expect(text.contains("TRNS\t\tGENERAL JOURNAL\t12/31/2027\tAssets:Processor:XX-shop-x\t12.35\t1\tsale, '?' of"))
    #expect(text.contains("SPL\t\tGENERAL JOURNAL\t12/31/2027\tIncome:Sales:XX-shop-x\t-12.34\t1\t"))
    #expect(text.hasSuffix("ENDTRNS\r\n") && !text.replacing("\r\n", with: "").contains("\n"))
  }

  @Test("two accounts whose names become equal in Windows' letters stay two")
  func equalNames() throws {
    var keeper = Bookkeeper()
    keeper.book(.epoch, "x", [(.processor("灯"), Money(1)), (.processor("猫"), Money(-1))])
    let journal = GeneralJournal(title: "", currency: "USD", keeper.transactions)
    let text = String(decoding: JournalForm.iif.bytes(of: journal), as: UTF8.self)
    #expect(text.contains("Assets:Processor:XX\t") && text.contains("Assets:Processor:XX-2\t"))
  }

  @Test("the ending of a name says the form")
  func endings() {
    #expect(JournalForm(fileName: "a.journal") == .hledger && JournalForm(fileName: "A.IIF") == .iif)
    #expect(JournalForm(fileName: "a.csv") == nil)
  }
}
