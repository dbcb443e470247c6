internal import JSON
internal import Platform
internal import TrainingModel

/// A file that holds one JSON object with a version, as every file of a run but its log does.
///
/// Unknown members are passed over, so that a newer program may add some; an unknown version is refused.
struct Record {
  static let version: Int64 = 1

  let path: String
  private(set) var members: JSONObject

  /// A new record, to be written.
  init(_ members: JSONObject) {
    path = ""
    self.members = ["version": .integer(Self.version)]
    for member in members.members where member.name != "version" {
      self.members.append(member.name, member.value)
    }
  }

  /// Reads a record.
  init(path: String) throws(RecordError) {
    guard let record = try Self(pathIfThere: path) else {
      throw RecordError(path: path, problem: "there is no such file")
    }
    self = record
  }

  /// Reads a record; nil when there is no such file.
  init?(pathIfThere path: String) throws(RecordError) {
    self.path = path
    let bytes: [UInt8]
    do throws(SystemError) { bytes = try FileSystem.read(path) } catch {
      if error.kind == .notFound { return nil }
      throw RecordError(path: path, problem: error.reason)
    }
    do throws(JSONSyntaxError) { members = try JSONParser.parse(bytes).object ?? [:] } catch {
      throw RecordError(path: path, problem: "\(error)")
    }
    guard members["version"]?.integer == Self.version else {
      throw RecordError(path: path, problem: "its version is not \(Self.version)")
    }
  }

  /// What `read` makes of a record that is kept elsewhere than in its file; nil when it makes nothing of it.
  static func value<Value>(
    of json: JSONValue, _ read: (Record) throws(RecordError) -> Value
  ) -> Value? {
    guard let members = json.object, members["version"]?.integer == version else { return nil }
    // The reason is of no use: who gets nothing reads the file, and is told there.
    return try? read(Record(members))
  }

  /// The record as the bytes of its file.
  var bytes: [UInt8] { JSONWriter.bytes(.object(members)) + [UInt8(ascii: "\n")] }

  /// A member that must be there, in the form that `read` understands.
  func member<Value>(
    _ name: String, _ read: (JSONValue) -> Value?
  ) throws(RecordError) -> Value {
    do throws(JSONMemberError) { return try JSONMembers(members).member(name, read) } catch {
      throw RecordError(path: path, problem: "\(error)")
    }
  }

  /// A member that may be absent, in the form that `read` understands.
  func optional<Value>(_ name: String, _ read: (JSONValue) -> Value?) throws(RecordError) -> Value? {
    do throws(JSONMemberError) { return try JSONMembers(members).optional(name, read) } catch {
      throw RecordError(path: path, problem: "\(error)")
    }
  }
}

extension JSONValue {
  /// A time as records hold it: nanoseconds since 1970, which no rounding touches.
  var timestamp: Timestamp? { integer.map { Timestamp(nanoseconds: $0) } }
}

extension Timestamp {
  var json: JSONValue { .integer(nanoseconds) }
}
