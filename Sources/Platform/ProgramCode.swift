internal import CPlatform

/// The code of this process: pages of files, which it shares with whoever runs the same program.
package enum ProgramCode {
  /// Gives back all pages of it that were touched so far; those that are needed again come from the page cache.
  ///
  /// For a process that waits for long: what its start took is not in the kernel's way when somebody needs the room.
  package static func giveBack() { sb_give_back_code() }
}
