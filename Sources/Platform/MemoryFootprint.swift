internal import CPlatform

/// How much memory this process holds.
package enum MemoryFootprint {
  /// Gives back the pages of the program's code that were only needed to get here.
  ///
  /// For a process that sleeps for days beside hundreds like it. What is needed again comes from the page
  /// cache. Linux only; elsewhere without effect.
  package static func releaseProgramPages() { sb_release_program_pages() }
}
