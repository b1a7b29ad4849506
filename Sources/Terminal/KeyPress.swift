import CEdit

/// A key that is pressed while nobody edits a line.
package enum KeyPress {
  /// Waits for one: its byte, `j` and `k` for the arrows down and up, 0 for keys of more bytes; nil at the end of input, or when
  /// a signal wants an end.
  package static func next() -> UInt8? { UInt8(exactly: ced_wait_for_key()) }
}
