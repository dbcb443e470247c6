extension Range<Int64> {
  /// How many bytes there are from the first offset to the last.
  package var byteCount: Int64 { upperBound - lowerBound }
}
