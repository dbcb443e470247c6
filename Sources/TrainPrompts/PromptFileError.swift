/// What is wrong with the file of a prompt.
enum PromptFileError: Error, Hashable, Sendable {
  /// It does not begin with `---`, or nothing ends that part.
  case noFrontMatter
  case badLine(String)
  case missing(String)
  /// A tag of the body that is not closed, not opened, or inside another.
  case badTag(String)
  /// Arguments that only the front matter or only the body has.
  case argumentsDiffer(declared: [String], used: [String])
}
