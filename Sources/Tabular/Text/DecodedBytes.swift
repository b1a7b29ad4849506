/// The text of a source in UTF-8, a chunk at a time, without its byte-order mark.
struct DecodedBytes {
  private let source: any ByteSource
  private let transcoder: Transcoder?
  /// What is left of the mark to be taken off.
  private var mark: ArraySlice<UInt8>

  /// From the beginning of the source.
  init(_ source: any ByteSource, as encoding: TextEncoding) throws(Refusal) {
    self.source = source
    transcoder = encoding == .utf8 ? nil : try Transcoder(encoding)
    mark = encoding.mark[...]
    do throws(ReadFailure) { try source.rewind() } catch { throw .unreadable(code: error.code) }
  }

  /// The next bytes of the text; nil at its end.
  mutating func next() throws(Refusal) -> [UInt8]? {
    while true {
      var bytes: [UInt8]
      do throws(ReadFailure) {
        bytes = try source.next(atMost: ByteArray.chunk)
      } catch {
        throw .unreadable(code: error.code)
      }
      if bytes.isEmpty {
        try transcoder?.finish()
        return nil
      }
      if !mark.isEmpty {
        // A source may give fewer bytes at a time than the mark has.
        let common = zip(bytes, mark).prefix { $0 == $1 }.count
        bytes.removeFirst(common)
        mark = common == mark.count || !bytes.isEmpty ? [] : mark.dropFirst(common)
      }
      if let transcoder { bytes = try transcoder.text(of: bytes) }
      if !bytes.isEmpty { return bytes }
    }
  }

  /// Can all of the source be read so?
  static func allows(_ encoding: TextEncoding, _ source: any ByteSource) throws(Refusal) -> Bool {
    do throws(Refusal) {
      var bytes = try DecodedBytes(source, as: encoding)
      while try bytes.next() != nil {}
      return true
    } catch .undecodable {
      return false
    }
  }
}
