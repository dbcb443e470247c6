/// One value as SQLite stores it.
///
/// The kinds are those of https://www.sqlite.org/datatype3.html.
package enum DatabaseValue: Hashable, Sendable {
  case null
  case integer(Int64)
  /// Not NaN: SQLite stores that as NULL.
  case real(Double)
  case text(String)
  case bytes([UInt8])

  /// A whole number, or NULL where there is none.
  package static func integer(ifKnown value: Int64?) -> DatabaseValue { value.map(Self.integer) ?? .null }

  /// A number, or NULL where there is none.
  package static func real(ifKnown value: Double?) -> DatabaseValue { value.map(Self.real) ?? .null }

  /// A text, or NULL where there is none.
  package static func text(ifKnown value: String?) -> DatabaseValue { value.map(Self.text) ?? .null }
}
