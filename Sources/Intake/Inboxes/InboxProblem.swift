package import Receipts

/// Why a file of the inbox cannot become a claim.
package enum InboxProblem: Sendable, Hashable {
  case nameNotUTF8
  case notAFile
  case placeUnknown
  case tooDeep(depthMax: Int)
  case noteInvalid(String)
  case noteWithoutPhoto
  case memberContradicted(directory: String, note: String)

  package func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .nameNotUTF8:
      "the name is not UTF-8; rename the file and put it back"
    case .notAFile:
      "this is a link or a device, not a photograph; put the file itself there"
    case .placeUnknown:
      "it is not known whose photograph this is; put it into a directory named after the member "
        + "(MEMBER_ID/photo.jpg) or put a note beside it (photo.json with member_id)"
    case .tooDeep(let depthMax):
      "directories are looked into \(depthMax) deep; put it into a directory named after the member"
    case .noteInvalid(let why):
      "the note cannot be used: \(why); it must be an object with member_id and, if wanted, "
        + "submitted_at (2026-11-18T12:37:00+08:00) and claim_id"
    case .noteWithoutPhoto:
      "the photograph of this note never came; put both back together"
    case .memberContradicted(let directory, let note):
      "the directory says member \(directory) and the note says \(note); make them agree"
    }
  }

  private var chinese: String {
    switch self {
    case .nameNotUTF8:
      "文件名不是 UTF-8 编码，请改名后重新放入"
    case .notAFile:
      "这是链接或设备，不是照片，请放入照片文件本身"
    case .placeUnknown:
      "不知道是哪位会员的照片，请放入以会员号命名的目录（会员号/photo.jpg），"
        + "或在旁边放一个说明文件（photo.json，含 member_id）"
    case .tooDeep(let depthMax):
      "目录最多 \(depthMax) 层，请放入以会员号命名的目录"
    case .noteInvalid(let why):
      "说明文件无法使用（\(why)），应为含 member_id 的 JSON 对象，"
        + "可另含 submitted_at（2026-11-18T12:37:00+08:00）和 claim_id"
    case .noteWithoutPhoto:
      "说明文件对应的照片一直没有到，请把两个文件一起重新放入"
    case .memberContradicted(let directory, let note):
      "目录中的会员号是 \(directory)，说明文件中是 \(note)，请改为一致"
    }
  }
}
