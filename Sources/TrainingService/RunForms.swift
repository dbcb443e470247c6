package import JSON

/// How callers are told of runs: the forms belong to those who answer them.
package struct RunForms: Sendable {
  /// A picture in full.
  let picture: @Sendable (RunPicture) -> JSONObject
  /// What lists tell of it.
  let summary: @Sendable (RunPicture) -> RunSummary

  package init(
    picture: @escaping @Sendable (RunPicture) -> JSONObject,
    summary: @escaping @Sendable (RunPicture) -> RunSummary
  ) {
    self.picture = picture
    self.summary = summary
  }
}
