extension Typeface {
  /// The Debian fonts it is set in, the first that has a character first:
  /// fonts-noto-cjk, fonts-wqy-zenhei, fonts-wqy-microhei, fonts-arphic-uming, fonts-arphic-ukai,
  /// fonts-dejavu-core, fonts-liberation and fonts-inconsolata.
  var families: String {
    switch self {
    case .songDots, .song: "AR PL UMing CN"
    case .heiDots, .hei: "WenQuanYi Zen Hei"
    case .heiSharp: "WenQuanYi Zen Hei Sharp"
    case .microHei: "WenQuanYi Micro Hei"
    case .sans: "Noto Sans CJK SC"
    case .serif: "Noto Serif CJK SC"
    case .kai: "AR PL UKai CN"
    case .ming: "AR PL UMing TW"
    case .monoSans: "DejaVu Sans Mono, WenQuanYi Zen Hei"
    case .monoType: "Liberation Mono, AR PL UMing CN"
    case .monoThin: "Inconsolata, WenQuanYi Micro Hei"
    case .latinSans: "Liberation Sans, WenQuanYi Zen Hei"
    case .latinNarrow: "Liberation Sans Narrow, WenQuanYi Zen Hei"
    case .latinSerif: "Liberation Serif, AR PL UMing CN"
    }
  }

  /// Thin type that a print head makes heavier than it was drawn.
  var isThin: Bool {
    switch self {
    case .songDots, .song, .kai, .ming, .serif, .monoThin, .latinSerif, .monoType: true
    case .heiDots, .hei, .heiSharp, .microHei, .sans, .monoSans, .latinSans, .latinNarrow: false
    }
  }
}
