import Testing

/// Everything joined, as others run it. One after the other, since each uses every core.
@Suite("End to end", .serialized)
enum EndToEnd {}
