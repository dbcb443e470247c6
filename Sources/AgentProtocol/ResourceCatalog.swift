/// The resources of a server.
package protocol ResourceCatalog: Sendable {
  /// The kinds of resources whose URIs are made from parameters.
  var templates: [ResourceTemplate] { get }

  /// A page of the resources there are.
  ///
  /// - Parameter cursor: of the page before; it holds as long as the server's data do, also in another process.
  /// - Throws: `ResourceProblem.badCursor`; `RPCError` for what else the caller is to be told.
  func list(after cursor: String?) async throws -> ResourcePage

  /// What a resource holds now.
  ///
  /// - Throws: `ResourceProblem.notFound`; `RPCError` for what else the caller is to be told.
  func read(_ uri: String) async throws -> ResourceContents
}
