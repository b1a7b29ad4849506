import Language
import Simulation
import Statistics

/// A finished shard of a run, as it is kept in a file.
///
/// First lines of text, each a word and its value, in this order:
///
///     dropcast-part 3
///     fingerprint 5d41…     of the whole run
///     strategy base
///     seed 1
///     worlds 1000000        of the whole run
///     sampling random
///     stream 1              the version of the engine's random streams
///     figures 9f86…         tells which metrics there are
///     kept tallies          or worlds: what the whole run keeps
///     shard 3/16
///     bytes 3141592         of the figures
///
/// and an empty line; then the figures, as `Outcome` writes them; then the SHA-256 of all before it, in hexadecimal.
struct RunPart {
  static let suffix = ".dropcast-part"
  /// No part is larger.
  static let mostBytes = 1 << 30
  private static let version = 4
  private static let checksumBytes = 64
  private static let mostHeaderBytes = 4096

  struct Header: Equatable {
    let fingerprint: String
    let strategy: String
    let seed: UInt64
    /// Of the whole run.
    let paths: Int
    let sampling: ParameterSampling
    let keepsWorlds: Bool
    let shard: Shard
  }

  enum Problem: Error, Equatable {
    case noPart, otherVersion, damaged

    var message: String {
      switch self {
      case .noPart: say("this is not a part of a run")
      case .otherVersion: say("this part is from another version of dropcast")
      case .damaged: say("this part is damaged")
      }
    }

    var help: String {
      switch self {
      case .noPart: say("to write a part, type: run --shard 1/4 --to FILE\(RunPart.suffix)")
      case .otherVersion: say("run all shards with the same version of dropcast")
      case .damaged: say("run that shard again")
      }
    }
  }

  let header: Header
  private let bytes: [UInt8]
  private let figuresAt: Int

  /// The figures, to be read.
  var figures: ByteReader { ByteReader(bytes[figuresAt..<(bytes.count - Self.checksumBytes)]) }

  /// Tells which metrics a version has, and in which order.
  private static let figuresMark = String(
    Fingerprint.sha256(Array(Metric.reported.map(\.name).joined(separator: " ").utf8)).prefix(16))

  // MARK: Writing

  /// The bytes of a part.
  static func bytes(_ header: Header, _ outcome: Outcome) -> [UInt8] {
    var figures = ByteWriter()
    outcome.write(to: &figures)
    var bytes = Array((lines(header).joined(separator: "\n") + "\nbytes \(figures.bytes.count)\n\n").utf8)
    bytes.reserveCapacity(bytes.count + figures.bytes.count + checksumBytes)
    bytes += figures.bytes
    bytes += Fingerprint.sha256(bytes).utf8
    return bytes
  }

  private static func lines(_ header: Header) -> [String] {
    [
      "dropcast-part \(version)", "fingerprint \(header.fingerprint)", "strategy \(header.strategy)",
      "seed \(header.seed)", "worlds \(header.paths)", "sampling \(header.sampling.rawValue)",
      "stream \(Program.streamVersion)", "figures \(figuresMark)", "kept \(header.keepsWorlds ? "worlds" : "tallies")",
      "shard \(header.shard)",
    ]
  }

  // MARK: Reading

  /// Reads what may be any bytes.
  init(_ bytes: [UInt8]) throws(Problem) {
    guard bytes.starts(with: "dropcast-part ".utf8) else { throw .noPart }
    guard bytes.starts(with: "dropcast-part \(Self.version)\n".utf8) else { throw .otherVersion }
    guard let end = Self.endOfHeader(bytes), bytes.count >= end + Self.checksumBytes else { throw .damaged }
    let checksum = bytes.count - Self.checksumBytes
    guard Fingerprint.sha256(bytes[..<checksum]).utf8.elementsEqual(bytes[checksum...]) else {
      throw .damaged
    }
    let lines = String(decoding: bytes[..<(end - 2)], as: UTF8.self).split(separator: "\n")
    var values = Values(lines: lines.dropFirst())
    guard let fingerprint = values.next("fingerprint"), let strategy = values.next("strategy"),
      let seed = values.next("seed").flatMap({ UInt64($0) }), let paths = values.next("worlds").flatMap({ Int($0) }),
      let sampling = values.next("sampling").flatMap(ParameterSampling.init(rawValue:)),
      let stream = values.next("stream"), let mark = values.next("figures"), let kept = values.next("kept"),
      let shard = values.next("shard").flatMap(Shard.init), let count = values.next("bytes").flatMap({ Int($0) }),
      values.isAtEnd, (1...RunRequest.mostPaths).contains(paths), kept == "worlds" || kept == "tallies",
      count == checksum - end
    else { throw .damaged }
    guard stream == String(Program.streamVersion), mark == Self.figuresMark else { throw .otherVersion }
    header = Header(
      fingerprint: fingerprint, strategy: strategy, seed: seed, paths: paths, sampling: sampling,
      keepsWorlds: kept == "worlds", shard: shard)
    self.bytes = bytes
    figuresAt = end
  }

  /// Where the figures begin: behind the first empty line.
  private static func endOfHeader(_ bytes: [UInt8]) -> Int? {
    let newline = UInt8(ascii: "\n")
    return (2..<max(2, min(bytes.count, mostHeaderBytes))).first {
      bytes[$0 - 1] == newline && bytes[$0 - 2] == newline
    }
  }

  /// The values of lines, one after the other.
  private struct Values {
    var lines: ArraySlice<Substring>

    mutating func next(_ key: String) -> String? {
      guard let line = lines.popFirst(), line.hasPrefix(key + " ") else { return nil }
      return String(line.dropFirst(key.count + 1))
    }

    var isAtEnd: Bool { lines.isEmpty }
  }
}
