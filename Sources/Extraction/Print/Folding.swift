import Foundation

/// One spelling for what prints and readers spell in many ways.
enum Folding {
  /// Full-width forms to half-width, look-alike punctuation to one sign. One character in, one
  /// out, so that positions on the paper stay true.
  static func folded(_ character: PrintedCharacter) -> PrintedCharacter {
    guard !character.isASCII else { return character == ";" ? ":" : character }
    if let known = signs[character] { return known }
    guard (0xFF01...0xFF5E).contains(character.scalar.value),
      let half = Unicode.Scalar(character.scalar.value - 0xFEE0)
    else { return character }
    return half == ";" ? ":" : PrintedCharacter(half)
  }

  private static let signs: [PrintedCharacter: PrintedCharacter] = [
    "，": ",", "．": ".", "。": ".", "、": ",", "：": ":", "；": ":", "︰": ":", "﹕": ":",
    "￥": "¥", "—": "-", "–": "-", "−": "-", "‐": "-", "－": "-", "～": "~", "（": "(",
    "）": ")", "【": "[", "】": "]", "〔": "[", "〕": "]", "“": "\"", "”": "\"", "‘": "'",
    "’": "'", "｜": "|", "¦": "|", "＊": "*", "×": "x", "Ⅹ": "X", "　": " ", "＄": "$",
  ]

  /// Adds what a character is in a ``Key``: nothing for a sign or a space.
  static func appendKey(of character: PrintedCharacter, to letters: inout [Unicode.Scalar]) {
    let folded = folded(character)
    let scalar = folded.scalar
    if scalar.isASCII {
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A: letters.append(scalar)
      case 0x61...0x7A: letters.append(Unicode.Scalar(UInt8(scalar.value - 0x20)))
      default: break
      }
    } else if let degrees = degrees[scalar] {
      letters += degrees
    } else if scalar.value < 0x2E80 {
      guard folded.isLetter || folded.isNumber else { return }
      // Olé is printed, and read, Ole.
      letters += scalar.properties.uppercaseMapping.decomposedStringWithCanonicalMapping
        .unicodeScalars
        .filter { !$0.properties.isDiacritic }
    } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      letters.append(simple(scalar))
    }
  }

  /// 85°C is 85度C.
  private static let degrees: [Unicode.Scalar: [Unicode.Scalar]] = [
    "°": ["度"], "º": ["度"], "℃": ["度", "C"],
  ]

  private static func simple(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let index = Int(scalar.value) - ideographs.lowerBound
    if table.indices.contains(index) { return table[index] }
    // 奈雪の茶
    return scalar == "の" ? "的" : scalar
  }

  private static let ideographs = 0x4E00..<0xA000

  /// What each ideograph is simplified to, asked of ICU once, in one text.
  private static let table: [Unicode.Scalar] = {
    let all = ideographs.compactMap { Unicode.Scalar(UInt32($0)) }
    let text = all.map { String(Character($0)) }.joined(separator: "\n")
    let simple = text.applyingTransform(StringTransform("Hant-Hans"), reverse: false) ?? text
    let rows = simple.split(separator: "\n", omittingEmptySubsequences: false)
    guard rows.count == all.count else { return all }
    return zip(all, rows).map { original, row in
      guard let scalar = row.unicodeScalars.first, row.unicodeScalars.count == 1 else {
        return variants[original] ?? original
      }
      return variants[original] ?? variants[scalar] ?? scalar
    }
  }()

  /// Characters that ICU keeps apart but tills use for each other.
  private static let variants: [Unicode.Scalar: Unicode.Scalar] = [
    "帐": "账", "帳": "账", "檯": "台", "枱": "台", "滙": "汇", "佔": "占", "祇": "只", "衹": "只",
    "綫": "线", "舖": "铺", "餘": "余", "馀": "余", "號": "号", "収": "收", "実": "实", "単": "单",
    "戶": "户", "甁": "瓶", "気": "气", "併": "并", "徵": "征",
  ]
}
