/// The orientation in an EXIF block: 1…8, or `nil` when it has none or none that makes sense.
///
/// Only the first directory is looked at. The block is untrusted: offsets may point anywhere and
/// counts may be anything, which at worst costs the orientation.
func orientation(inEXIF block: ByteReader) -> Int? {
  let isLittleEndian: Bool
  if block.hasASCII("II", at: 0) {
    isLittleEndian = true
  } else if block.hasASCII("MM", at: 0) {
    isLittleEndian = false
  } else {
    return nil
  }
  func number(_ offset: Int, _ byteCount: Int) -> Int? {
    block.number(at: offset, byteCount: byteCount, isLittleEndian: isLittleEndian)
  }
  let orientationTag = 0x0112
  let shortType = 3
  let longType = 4
  let entryBytes = 12
  let entriesMax = 1_000
  guard number(2, 2) == 42, let directory = number(4, 4), let entries = number(directory, 2)
  else { return nil }
  for index in 0..<min(entries, entriesMax) {
    let entry = directory + 2 + index * entryBytes
    guard let tag = number(entry, 2), let type = number(entry + 2, 2) else { return nil }
    guard tag == orientationTag, type == shortType || type == longType else { continue }
    let value = number(entry + 8, type == shortType ? 2 : 4)
    return value.flatMap { (1...8).contains($0) ? $0 : nil }
  }
  return nil
}
