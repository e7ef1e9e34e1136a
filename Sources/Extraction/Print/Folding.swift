import Foundation

/// One spelling for what prints and readers spell in many ways.
enum Folding {
  /// Full-width forms to half-width, look-alike punctuation to one sign. One character in, one
  /// out, so that positions on the paper stay true.
  static func folded(_ character: Character) -> Character {
    if let known = signs[character] { return known }
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
      (0xFF01...0xFF5E).contains(scalar.value),
      let half = Unicode.Scalar(scalar.value - 0xFEE0)
    else { return character }
    let folded = Character(half)
    return signs[folded] ?? folded
  }

  private static let signs: [Character: Character] = [
    "，": ",", "．": ".", "。": ".", "、": ",", "：": ":", "；": ":", ";": ":", "︰": ":",
    "￥": "¥", "—": "-", "–": "-", "−": "-", "‐": "-", "－": "-", "一": "一", "～": "~",
    "（": "(", "）": ")", "【": "[", "】": "]", "〔": "[", "〕": "]", "“": "\"", "”": "\"",
    "‘": "'", "’": "'", "｜": "|", "¦": "|", "＊": "*", "×": "x", "Ⅹ": "X", "　": " ",
  ]

  /// Traditional characters to simplified ones (ICU's Hant-Hans), Latin letters to upper case.
  static func simplified(_ text: String) -> String {
    let upper = text.uppercased()
    guard upper.unicodeScalars.contains(where: { $0.value > 0x2E80 }) else { return upper }
    let simple =
      upper.applyingTransform(StringTransform("Hant-Hans"), reverse: false) ?? upper
    // Characters that ICU keeps apart but tills use for each other.
    return String(simple.map { variants[$0] ?? $0 })
  }

  private static let variants: [Character: Character] = [
    "帐": "账", "帳": "账", "檯": "台", "枱": "台", "滙": "汇", "佔": "占", "祇": "只", "衹": "只",
    "綫": "线", "舖": "铺", "餘": "余", "证": "证", "號": "号", "収": "收", "実": "实",
  ]

  /// Folded, simplified, without spaces and punctuation: what names and labels are compared by.
  static func key(_ text: String) -> String {
    simplified(String(text.map(folded))).filter { $0.isLetter || $0.isNumber }
  }
}
